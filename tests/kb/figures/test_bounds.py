"""The words around a number that bound it."""

import pytest

from kb.figures.bounds import AFTER_ZH, BEFORE_EN, BEFORE_ZH, bound_after, bound_before, settle
from kb.records import Bound


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("超", ">"),
        ("突破了", ">"),
        ("不低于", ">="),
        ("至少建设", ">="),
        ("不超过", "<="),
        ("最高给予", "<="),
        ("控制在", "<="),
        ("不到", "<"),
        ("低于", "<"),
        ("近", "~"),
        ("接近", "~"),
    ],
)
def test_chinese_words_before_a_number_bound_it(words: str, bound: str) -> None:
    found = bound_before(f"占比{words}30%", 2 + len(words), BEFORE_ZH)
    assert found is not None
    assert found[0] == bound


@pytest.mark.parametrize("words", ["节约", "最近", "签约", "达到", "附近"])
def test_words_that_only_end_like_a_bound_are_none(words: str) -> None:
    assert bound_before(f"{words}30", len(words), BEFORE_ZH) is None


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("more than ", ">"),
        ("no less than ", ">="),
        ("up to a maximum of ", "<="),
        ("not exceeding RMB ", "<="),
        ("fewer than ", "<"),
        ("nearly ", "~"),
    ],
)
def test_english_words_before_a_number_bound_it(words: str, bound: str) -> None:
    found = bound_before(f"with {words}30", 5 + len(words), BEFORE_EN)
    assert found is not None
    assert found[0] == bound


def test_what_follows_a_unit_bounds_it_but_not_every_word_that_begins_so() -> None:
    assert bound_after("以内办结", 0, AFTER_ZH) == (Bound.AT_MOST, 2)
    assert bound_after("内容", 0, AFTER_ZH) is None


def test_both_sides_are_joined() -> None:
    assert settle(Bound.OVER, Bound.AT_LEAST) is Bound.OVER
    assert settle(Bound.AT_MOST, Bound.ABOUT) is Bound.ABOUT
    assert settle(None, None) is Bound.EXACT
