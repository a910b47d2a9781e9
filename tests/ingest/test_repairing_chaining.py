from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.text import Edit, apply
from ingest.repairing.chaining import chain
from tests.strategies import edits, texts


@given(texts, st.data())
def test_two_stages_told_as_one_give_the_same_text(source: str, data: st.DataObject) -> None:
    first = sorted(data.draw(edits(source)))
    between, _ = apply(source, first)
    second = data.draw(edits(between)) if between else []
    chained = chain(source, first, second)
    assert apply(source, chained)[0] == apply(between, second)[0]
    assert all(before.end <= after.start for before, after in pairwise(chained))
    assert all(edit.after != source[edit.start : edit.end] for edit in chained if first and second)


def test_edits_apart_stay_apart() -> None:
    first = [Edit(0, 2, "x", "one")]
    second = [Edit(2, 3, "y", "two")]
    assert [e.kind for e in chain("abcdef", first, second)] == ["one", "two"]


def test_edits_of_one_place_become_one_that_names_both_kinds() -> None:
    [edit] = chain("abcdef", [Edit(1, 4, "xyz", "one", 0.5)], [Edit(2, 3, "", "two")])
    assert (edit.start, edit.end, edit.after, edit.kind, edit.confidence) == (1, 4, "xz", "one+two", 0.5)


def test_what_a_second_edit_undoes_vanishes() -> None:
    assert chain("abc", [Edit(1, 2, "x", "one")], [Edit(1, 2, "b", "two")]) == []


def test_a_removal_beside_a_replacement_stays_its_own() -> None:
    chained = chain("業(yè)務", [Edit(1, 5, "", "pinyin")], [Edit(1, 2, "务", "plain")])
    assert [(e.start, e.end, e.after) for e in chained] == [(1, 5, ""), (5, 6, "务")]
