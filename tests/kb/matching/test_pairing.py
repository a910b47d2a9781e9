"""How surely two figures are on one subject."""

import pytest

from index import load_encoder
from kb.matching import Matcher
from tests.kb.stating import stated


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(load_encoder())


CANDIDATES = (
    "到2027年，全省加氢站达到80座。",
    "到2027年，燃料电池汽车应用规模达到8000辆。",
    "到2027年，接待游客超过3.5亿人次。",
    "By 2027 hydrogen refuelling stations shall number 80.",
)


@pytest.mark.parametrize(
    ("claim", "nearest"),
    [
        ("加氢站达到60座。", {0, 3}),
        ("They want 60 hydrogen refuelling stations.", {0, 3}),
        ("9000 fuel cell vehicles will be in use.", {1}),
        ("燃料电池汽车达到9000辆。", {1}),
        ("Tourists will make 400 million visits.", {2}),
    ],
)
def test_the_nearest_figure_is_on_the_subject(matcher: Matcher, claim: str, nearest: set[int]) -> None:
    said = [stated(c) for c in CANDIDATES]
    ranked = matcher.ranked(stated(claim), said)
    assert said.index(ranked[0].said) in nearest


def test_a_statement_matches_itself_fully(matcher: Matcher) -> None:
    one = stated(CANDIDATES[0])
    assert matcher.match(one, one).score == pytest.approx(1.0, abs=0.02)


def test_no_candidates_give_no_matches(matcher: Matcher) -> None:
    assert matcher.ranked(stated(CANDIDATES[0]), ()) == []
