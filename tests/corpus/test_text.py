from itertools import pairwise
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.text import Edit, Span, TextMap, Trail, apply, undo
from tests.strategies import edited, spans, texts, travelled


def replaced(text: str, edits: list[Edit]) -> list[str]:
    return [text[edit.start : edit.end] for edit in sorted(edits)]


# --- spans -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2)])
def test_a_span_is_somewhere_or_does_not_exist(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


def test_a_span_cuts_code_points_and_never_past_the_end() -> None:
    text = "\U00020000年底"
    assert Span(1, 3).cut(text) == "年底"
    with pytest.raises(ValueError, match="ends after the text"):
        Span(1, 4).cut(text)


@given(st.data())
def test_overlapping_is_symmetric_and_means_a_shared_character(data: st.DataObject) -> None:
    one, other = data.draw(spans(12)), data.draw(spans(12))
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
    assert one.holds(other) == (len(shared) == len(other))


@given(spans(20), st.integers(0, 9))
def test_a_shifted_span_keeps_its_length_and_can_be_shifted_back(span: Span, by: int) -> None:
    assert len(span.shift(by)) == len(span)
    assert span.shift(by).shift(-by) == span


# --- edits -----------------------------------------------------------------------------------------


def test_an_edit_always_replaces_something() -> None:
    with pytest.raises(ValueError, match="replaces something"):
        Edit(4, 4, "x", kind="insert")


def test_kind_and_confidence_do_not_make_two_edits_different() -> None:
    assert Edit(0, 1, "a", kind="one") == Edit(0, 1, "a", kind="two", confidence=0.5)


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap at 2"):
        apply("医疗器械", [Edit(0, 3, "", kind="a"), Edit(2, 4, "", kind="b")])


def test_an_edit_past_the_end_is_refused() -> None:
    with pytest.raises(ValueError, match="ends after the text"):
        apply("医疗", [Edit(1, 3, "", kind="a")])


def test_edits_that_touch_are_both_carried_out() -> None:
    text, way = apply("醫(yī)療", [Edit(0, 1, "医", kind="script"), Edit(1, 5, "", kind="pinyin")])
    assert text == "医療"
    assert way.back(Span(0, 1)) == Span(0, 1)
    assert way.back(Span(0, 2)) == Span(0, 6)


@given(texts)
def test_no_edits_change_nothing(text: str) -> None:
    same, way = apply(text, [])
    assert same == text
    assert way.back(Span(0, len(text))) == way.forth(Span(0, len(text))) == Span(0, len(text))


@given(edited(), st.randoms(use_true_random=False))
def test_the_order_in_which_edits_arrive_does_not_matter(
    sample: tuple[str, list[Edit]], random: Random
) -> None:
    text, edits = sample
    shuffled = list(edits)
    random.shuffle(shuffled)
    assert apply(text, shuffled) == apply(text, edits)


@given(edited())
def test_undoing_gives_the_source_back(sample: tuple[str, list[Edit]]) -> None:
    source, edits = sample
    text, way = apply(source, edits)
    assert len(text) == way.new_length
    assert undo(text, way, replaced(source, edits)) == source


# --- the way back and forth ------------------------------------------------------------------------


@given(edited(), st.data())
def test_every_span_has_a_way_back(sample: tuple[str, list[Edit]], data: st.DataObject) -> None:
    source, edits = sample
    text, way = apply(source, edits)
    assume(text)
    span = data.draw(spans(len(text)))
    back = way.back(span)
    assert back.end <= len(source)
    if not any(Span(edit.start, edit.end).overlaps(back) for edit in edits):
        assert back.cut(source) == span.cut(text)


@given(edited())
def test_untouched_characters_come_from_themselves(sample: tuple[str, list[Edit]]) -> None:
    source, edits = sample
    text, way = apply(source, edits)
    touched = {at for edit in edits for at in range(edit.start, edit.end)}
    for at in set(range(len(source))) - touched:
        there = way.forth(Span(at, at + 1))
        assert there is not None
        assert there.cut(text) == source[at]
        assert way.back(there) == Span(at, at + 1)


@given(edited())
def test_a_replacement_leads_back_to_the_whole_of_what_it_replaced(sample: tuple[str, list[Edit]]) -> None:
    source, edits = sample
    _, way = apply(source, edits)
    for edit in edits:
        there = way.forth(Span(edit.start, edit.end))
        if edit.after:
            assert there is not None
            assert way.back(there) == Span(edit.start, edit.end)
        else:
            assert there is None


@given(edited(), st.data())
def test_forth_and_back_again_holds_the_span_less_what_was_deleted_at_its_rim(
    sample: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    source, edits = sample
    _, way = apply(source, edits)
    span = data.draw(spans(len(source)))
    there = way.forth(span)
    deleted = {at for edit in edits if not edit.after for at in range(edit.start, edit.end)}
    kept = [at for at in range(span.start, span.end) if at not in deleted]
    assert (there is None) == (not kept)
    if there is not None:
        assert way.back(there).holds(Span(kept[0], kept[-1] + 1))


@given(edited())
def test_the_source_of_neighbours_never_runs_backwards(sample: tuple[str, list[Edit]]) -> None:
    source, edits = sample
    text, way = apply(source, edits)
    places = [way.back(Span(at, at + 1)) for at in range(len(text))]
    assert all(one == other or one.end <= other.start for one, other in pairwise(places))


def test_a_deletion_between_two_characters_belongs_to_neither_but_to_both_together() -> None:
    text, way = apply("第1页三类", [Edit(0, 3, "", kind="boilerplate:page")])
    assert text == "三类"
    assert way.back(Span(0, 2)) == Span(3, 5)
    assert way.forth(Span(0, 3)) is None
    assert way.forth(Span(1, 4)) == Span(0, 1)


def test_a_span_past_the_end_has_no_way() -> None:
    _, way = apply("医疗器械", [Edit(0, 2, "", kind="a")])
    with pytest.raises(ValueError, match="ends after the text"):
        way.back(Span(0, 3))
    with pytest.raises(ValueError, match="ends after the source"):
        way.forth(Span(0, 5))


# --- trails ----------------------------------------------------------------------------------------


@given(travelled(), st.data())
def test_a_trail_leads_every_span_back_into_the_source(
    sample: tuple[str, str, Trail], data: st.DataObject
) -> None:
    source, text, trail = sample
    assume(text)
    span = data.draw(spans(len(text)))
    back = trail.back(span)
    assert back.end <= len(source)
    there = trail.forth(back)
    assert there is not None
    assert there.holds(span)


@given(travelled(), st.data())
def test_a_trail_is_its_maps_one_after_the_other(sample: tuple[str, str, Trail], data: st.DataObject) -> None:
    _, text, trail = sample
    assume(text)
    expected = span = data.draw(spans(len(text)))
    for way in reversed(trail.maps):
        expected = way.back(expected)
    assert trail.back(span) == expected


def test_a_trail_says_where_nothing_is_left() -> None:
    _, way = apply("责任编辑：周明", [Edit(0, 5, "", kind="boilerplate:editor")])
    assert Trail().then(way).forth(Span(0, 5)) is None


@given(travelled())
def test_maps_and_trails_can_be_stored(sample: tuple[str, str, Trail]) -> None:
    _, _, trail = sample
    assert Trail.load(trail.dump()) == trail
    assert all(TextMap.load(way.dump()) == way for way in trail.maps)
