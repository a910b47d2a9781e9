from pathlib import Path

import numpy as np
import pytest

from index.encoder import StaticEncoder
from index.late import LateMatcher, read, write
from tests.index.documents import lines, opened, put

MATCHER = LateMatcher(StaticEncoder())
TEXTS = [
    "到2029年，建成起降点120个。逐步开放更多空域。",
    "培育龙头企业5家。",
    "Train 300 pilots. Publish a map.",
]


def test_the_passage_that_says_it_fits_best_in_either_language() -> None:
    held = MATCHER.keep([""] * 3, TEXTS)
    for query, best in [("open more airspace", 0), ("cultivate leading enterprises", 1), ("培训飞行员", 2)]:
        match = MATCHER.match(query, held)
        assert match.late.argmax() == match.sentence.argmax() == best


def test_a_passage_fits_itself_wholly() -> None:
    match = MATCHER.match("培育龙头企业5家。", MATCHER.keep([""], ["培育龙头企业5家。"]))
    assert match.late[0] == pytest.approx(1.0, abs=1e-3)
    assert match.sentence[0] == pytest.approx(1.0, abs=1e-3)


def test_the_best_sentence_is_the_cosine_of_that_sentence() -> None:
    query = "逐步开放空域"
    rows = MATCHER.encoder.encode([query, "到2029年，建成起降点120个。", "逐步开放更多空域。"])
    match = MATCHER.match(query, MATCHER.keep(["", ""], TEXTS[:2]))
    assert match.sentence[0] == pytest.approx(float((rows[1:] @ rows[0]).max()), abs=1e-3)


def test_titles_are_matched_too() -> None:
    held = MATCHER.keep(["无人机", ""], ["加强管理。", "加强管理。"])
    match = MATCHER.match("drones", held)
    assert match.late[0] > match.late[1]


def test_question_words_weigh_little() -> None:
    asked = MATCHER.encoder.pieces(["what airspace"])[0]
    weights = MATCHER.weights(asked)
    assert weights[0] < weights[1] / 3


def test_an_empty_query_and_no_passages_match_nothing() -> None:
    assert not MATCHER.match("", MATCHER.keep([""], ["培育企业"])).late.any()
    assert MATCHER.match("企业", []).late.shape == (0,)


def test_an_empty_title_or_an_odd_text_breaks_nothing() -> None:
    match = MATCHER.match("企业", MATCHER.keep(["", "", ""], ["", "……", "\U0001f600"]))
    assert np.isfinite(match.late).all()
    assert np.isfinite(match.sentence).all()


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    with opened(tmp_path) as index:
        put(index, lines("培育企业。"), lines("开放空域。"))
        numbers = [n for (n,) in index.db.execute("select number from pieces")]
        held = read(index.db, numbers)
        index.db.execute("delete from pieces")
        write(index.db, numbers, held)
        assert read(index.db, numbers[::-1]) == held[::-1]
