"""How much of one text another has, word by word."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import load_encoder
from kb.matching.words import Words, share


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(load_encoder())


def covered(words: Words, wanted: str, given_text: str) -> float:
    return share(words.wanted([(wanted, 1.0)]), words.given([(given_text, 1.0)]))


@pytest.mark.parametrize("text", ["exports of coffee", "咖啡出口通关", "the leakage rate of water networks"])
def test_a_text_covers_itself(words: Words, text: str) -> None:
    assert covered(words, text, text) == pytest.approx(1.0, abs=1e-5)


def test_a_word_that_is_missing_lowers_the_share(words: Words) -> None:
    whole = covered(words, "coffee exports", "coffee exports of the province")
    assert covered(words, "coffee exports", "coffee plantations of the province") < whole


def test_a_translation_covers_more_than_another_text(words: Words) -> None:
    right = covered(words, "reservoirs", "水库在线监测率")
    assert right > covered(words, "reservoirs", "旅游收入") + 0.3


def test_a_match_is_worth_what_its_text_is_worth(words: Words) -> None:
    wanted = words.wanted([("水库", 1.0)])
    assert share(wanted, words.given([("水库", 0.6)])) == pytest.approx(0.6)


def test_nothing_to_look_for_or_among_is_no_share(words: Words) -> None:
    assert covered(words, "", "水库") == 0.0
    assert covered(words, "水库", "") == 0.0


@given(st.text(alphabet="水库咖啡出口port coffee 的", max_size=20))
def test_a_share_lies_between_nothing_and_all(text: str) -> None:
    found = covered(Words(Letters()), text, "咖啡出口 port")
    assert 0.0 <= found <= 1.0 + 1e-6


class Letters:
    """Vectors of letters counted: enough to compare, nothing to load."""

    def encode(self, texts: list[str]) -> "np.typing.NDArray[np.float32]":
        rows = np.array([[1.0 + t.count(c) for c in "水库咖啡po"] for t in texts], np.float32)
        norms: np.typing.NDArray[np.float32] = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / norms
