"""Ids of figures: each names a statement by its words and its value, not by its place in the bytes.

The words are those of the part of a sentence that the figure stands in, without any number that is a figure:
to correct one figure leaves the ids of its neighbours as they are. Parts are cut by plain marks and not by
the grammar of sentences, so that a better grammar does not rename what is known.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from corpus.records import make_id
from kb.figures.fold import fold
from kb.records import plain
from kb.works import letters, work_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.records import Document
    from corpus.text import Span
    from kb.figures.readings import Reading

_PART = re.compile(r"(?:[^\n。！？；!?;.]|\.(?!\s))+")


def figure_ids(document: Document, readings: Sequence[Reading]) -> tuple[str, ...]:
    """Return the id of each reading of a document; what is said twice in the same words has two ids."""
    work = work_of(document)
    around = dict(_statements(fold(document.text), sorted({r.number for r in readings})))
    places: dict[tuple[str, ...], dict[Span, int]] = {}
    for reading in sorted(readings, key=lambda r: r.number):
        told = places.setdefault((around.get(reading.number, ""), *_value(reading)), {})
        told.setdefault(reading.number, len(told))
    return tuple(
        make_id("fig", work, *said, places[said][reading.number])
        for reading in readings
        for said in [(around.get(reading.number, ""), *_value(reading))]
    )


def _value(reading: Reading) -> tuple[str, ...]:
    high = "" if reading.value_max is None else plain(reading.value_max)
    return plain(reading.value), high, reading.unit, reading.bound


def _statements(view: str, numbers: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Yield for each number a hash of the words of the part it stands in; `numbers` are sorted."""
    for part in _PART.finditer(view):
        first, last = (bisect_left(numbers, at, key=lambda n: n.start) for at in part.span())
        inside, at, pieces = numbers[first:last], part.start(), []
        for number in inside:
            pieces.append(view[at : number.start])
            at = max(at, number.end)
        pieces.append(view[at : part.end()])
        told = make_id("words", "#".join(map(letters, pieces))) if inside else ""
        yield from ((number, told) for number in inside)
