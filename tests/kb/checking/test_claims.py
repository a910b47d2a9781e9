"""Reading what a text claims."""

import pytest

from kb.checking.claims import language_of, read_claims

ARTICLE = (
    "杭州发布养老计划\n"
    "杭州提出，到2026年新增老年食堂300家。服务人员应在30分钟内上门。\n"
    "与之相比，宁波的目标是200家。\n"
)


def test_each_figure_is_a_claim_with_its_own_sentence() -> None:
    claims = read_claims(ARTICLE, "zh")
    assert [c.figure.value for c in claims] == [300, 30, 200]
    assert [c.sentence for c in claims][1] == "服务人员应在30分钟内上门。"
    assert all(c.stretch.cut(ARTICLE) == c.clause for c in claims)


def test_a_sentence_without_a_place_is_about_the_articles_place() -> None:
    _, visit, other = read_claims(ARTICLE, "zh")
    assert visit.places == {"杭州"}
    assert other.places == {"宁波"}


@pytest.mark.parametrize(
    ("text", "language"),
    [("产值增长5%", "zh"), ("Output grew 5%", "en"), ("產值增長5%", "zh"), ("GDP 5%", "en")],
)
def test_judgements_are_given_in_the_language_of_the_text(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_text_without_figures_claims_nothing() -> None:
    assert read_claims("本市将加强统筹。", "zh") == ()
    assert read_claims("", "en") == ()
