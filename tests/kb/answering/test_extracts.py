from kb import KnowledgeBase
from kb.answering import ask


def test_a_sentence_in_the_askers_language_is_given_as_it_stands(base: KnowledgeBase) -> None:
    answer = ask(base, "What happens if a wind project does not start on time?")
    assert "otherwise the site is taken back" in answer["answer"]


def test_of_a_text_in_the_other_language_the_quote_speaks(base: KnowledgeBase) -> None:
    answer = ask(base, "渔民的渔场被占用怎么办？")
    assert answer["answer"].startswith("原文（英文）对此有规定")
    assert "compensation" in answer["citations"][0]["quote"]["text"]


def test_all_classes_of_products_are_listed(base: KnowledgeBase) -> None:
    answer = ask(base, "上海行动方案列出了哪几类重点产品？")
    assert answer["answer"].count("、") >= 7


def test_what_no_sentence_says_is_refused(base: KnowledgeBase) -> None:
    answer = ask(base, "What does the Xi'an plan say about submarines?")
    assert not answer["answered"]
    assert "submarines" in answer["missing"]
