from kb import KnowledgeBase
from kb.answering import ask


def test_the_deadline_is_told_with_the_sentence_that_holds_it(base: KnowledgeBase) -> None:
    answer = ask(base, "杭州要新增多少家老年食堂？")
    assert "300家（到2026年）" in answer["answer"]
    assert any("2026" in c["quote"]["text"] for c in answer["citations"])


def test_a_threshold_is_told_with_what_it_qualifies(base: KnowledgeBase) -> None:
    answer = ask(base, "How many leading enterprises does Shanghai want, and how large must each be?")[
        "answer"
    ]
    assert "2" in answer
    assert "more than 10 billion yuan" in answer


def test_the_official_text_is_cited_first_and_the_askers_language_beside_it(base: KnowledgeBase) -> None:
    answer = ask(base, "How many first-time Class III certificates does Shanghai want by 2027?")
    languages = [c["language"] for c in answer["citations"]]
    assert {"zh", "en"} <= set(languages[:2]) or languages[0] == "en"
    assert base.held[answer["citations"][0]["document"]].kind == "plan"


def test_a_figure_of_another_year_is_no_answer(base: KnowledgeBase) -> None:
    assert not ask(base, "到2032年四川要建成多少座加氢站？")["answered"]


def test_what_was_is_told_from_what_is_planned(base: KnowledgeBase) -> None:
    assert "207.6万" in ask(base, "截至2023年底杭州有多少户籍老年人口？")["answer"]
