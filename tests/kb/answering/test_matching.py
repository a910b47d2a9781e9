import pytest

from index import load_encoder
from kb.answering.matching import Matcher
from kb.answering.words import words


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(load_encoder())


def cover(matcher: Matcher, question: str, text: str) -> list[float]:
    return [float(x) for x in matcher.cover(matcher.asked(words(question)), matcher.scope(text))]


def test_the_very_word_is_sure(matcher: Matcher) -> None:
    assert cover(matcher, "岸线", "修复岸线四十公里") == [1.0]
    assert cover(matcher, "shorelines", "forty kilometres of shoreline") == [1.0]


def test_a_translation_is_found(matcher: Matcher) -> None:
    assert min(cover(matcher, "hospital", "公立医院应当评估")) > 0.5
    assert min(cover(matcher, "教师", "train twenty thousand teachers")) > 0.5


def test_an_absent_word_is_not_covered(matcher: Matcher) -> None:
    surgery, market = cover(matcher, "surgery parachutes", "improve surgery systems")
    assert surgery == 1.0
    assert market < 0.2


def test_nothing_is_covered_by_an_empty_text(matcher: Matcher) -> None:
    assert cover(matcher, "hospital", "") == [0.0]
    assert cover(matcher, "", "hospital") == []


def test_characters_in_runs_are_found_however_they_are_cut(matcher: Matcher) -> None:
    assert min(cover(matcher, "老旧货车", "老旧营运货车")) >= 0.75
    assert cover(matcher, "产值", "重点产品")[0] < 0.9


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.answering.matching.KEPT", 1)
    small = Matcher(load_encoder())
    small.learn(["harbours and bridges"])
    small.learn(["rivers"])
    assert cover(small, "rivers", "a river") == [1.0]
