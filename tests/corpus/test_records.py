from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import SEPARATOR, Document, make_id
from corpus.text import Edit, Span, Trail, apply

parts = st.lists(st.text(alphabet=st.characters(exclude_characters=SEPARATOR, codec="utf-8")), min_size=1)


def document(raw: str, edits: list[Edit]) -> Document:
    text, way = apply(raw, edits)
    return Document(
        id=make_id("doc", "0" * 64, 0),
        source="0" * 64,
        part=0,
        text=text,
        trail=Trail((way,)),
        language="zh",
        script="Hans",
        kind="news",
    )


def test_an_id_is_its_kind_and_sixteen_hexadecimal_digits() -> None:
    assert make_id("doc", "a", 0) == "doc-e842f55d0cf04f4d"


@given(parts, parts)
def test_ids_are_the_same_exactly_where_the_parts_are(one: list[str], other: list[str]) -> None:
    assert (make_id("doc", *one) == make_id("doc", *other)) == (one == other)


@given(st.text(alphabet="ab", min_size=2))
def test_where_one_part_ends_and_the_next_begins_matters(text: str) -> None:
    ids = {make_id("fig", text[:at], text[at:]) for at in range(len(text) + 1)}
    assert len(ids) == len(text) + 1


def test_a_quote_holds_the_words_and_the_way_back() -> None:
    held = document("醫(yī)療器械", [Edit(1, 5, "", kind="pinyin")])
    quote = held.quote(Span(0, 2))
    assert quote.text == "醫療"
    assert quote.span.cut(held.text) == quote.text
    assert quote.raw == Span(0, 6)


def test_a_quote_past_the_end_of_its_document_is_refused() -> None:
    with pytest.raises(ValueError, match="ends after the text"):
        document("医疗", []).quote(Span(1, 3))


def test_records_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        document("医疗", []).text = "器械"  # type: ignore[misc]
