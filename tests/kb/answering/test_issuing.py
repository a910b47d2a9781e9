from kb import KnowledgeBase
from kb.answering import ask


def test_the_date_of_an_official_text_is_told(base: KnowledgeBase) -> None:
    answer = ask(base, "When was the Tianjin port plan released?")
    assert answer["answer"].startswith("Released on 30 November 2023")


def test_who_and_when_are_told_together(base: KnowledgeBase) -> None:
    answer = ask(base, "四川氢能实施方案由谁印发、什么时候印发？")["answer"]
    assert "四川省人民政府办公厅" in answer
    assert "2024年6月12日" in answer


def test_the_number_of_a_document_is_told(base: KnowledgeBase) -> None:
    assert "深府办发〔2025〕8号" in ask(base, "深圳低空经济行动方案的发文字号是什么？")["answer"]


def test_a_plan_that_is_not_held_has_no_date(base: KnowledgeBase) -> None:
    assert not ask(base, "When was the Harbin ice sculpture plan released?")["answered"]
