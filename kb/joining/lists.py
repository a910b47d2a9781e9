"""Joining the entries of numbered lists that several documents give, each with a score and the reason for it.

An entry is the same where a person says so, where another version of the work has it word for word, where
both lists run alike as wholes, or where title and number speak for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from kb.decided import UNDECIDED, Decided
from kb.records import Joining, ProductReading, TaskReading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kb.likeness import Likeness

# On the likeness of two titles, 0 to 1. Measured on plans of twenty tasks and their translations: twins have
# 0.18 to 0.75, 0.44 on the mean, and nine in ten are each other's nearest; unlike tasks of a field have 0.1.
SAME_TITLE = 0.6  # alike enough to join whatever the numbers say
SAME_NUMBER = 0.3  # the same for entries of one number, if none is more alike
SAME_LIST = 0.25  # lists of the same numbers are one list if their titles are on the mean so alike,
AGREEING = 0.7  # and this share of them is nearest to the entry of its own number
NEAREST = 5  # so many entries are looked at for each
PERSON, VERSION, LISTED = 4.0, 3.0, 1.0  # what goes before what

R = TypeVar("R", bound=TaskReading | ProductReading)


@dataclass(slots=True)
class Entry(Generic[R]):
    """What several documents say of one entry, the most official first, and why it is taken for one."""

    readings: list[R]
    joins: list[Joining] = field(default_factory=list)

    @property
    def first(self) -> R:
        """The reading that founded the entry."""
        return self.readings[0]


@dataclass(frozen=True, slots=True)
class Rule(Generic[R]):
    """How entries are compared: by the names they bear, and by what a person has said of them."""

    name: Callable[[R], str]
    likeness: Likeness
    decided: Decided = UNDECIDED

    def alike(self, a: R, b: R) -> float:
        """Return how alike the names of two entries are, 0 to 1."""
        return self.likeness.alike(self.name(a), self.name(b))


@dataclass(frozen=True, slots=True, order=True)
class Fit:
    """That a reading may belong to an entry; the higher rank goes first, then the order of both lists."""

    rank: float
    reading: int
    entry: int
    score: float
    reason: str


def join_lists(lists: Iterable[Sequence[R]], rule: Rule[R]) -> list[Entry[R]]:
    """Return the entries of all lists; the first list founds them, each other one adds to them in turn."""
    entries: list[Entry[R]] = []
    for readings in lists:
        homes = _homes(readings, entries, rule)
        for at, reading in enumerate(readings):
            if fit := homes.get(at):
                _join(entries[fit.entry], reading, fit)
            else:
                entries.append(Entry([reading]))
    return entries


def _join(entry: Entry[R], reading: R, fit: Fit) -> None:
    entry.readings.append(reading)
    if fit.reason != "same text":
        joining = Joining(
            first=entry.first.id, other=reading.id, score=round(fit.score, 3), reason=fit.reason
        )
        entry.joins.append(joining)


def _homes(readings: Sequence[R], entries: Sequence[Entry[R]], rule: Rule[R]) -> dict[int, Fit]:
    """Return which entry each reading belongs to: the surest first, each entry once."""
    homes: dict[int, Fit] = {}
    taken: set[int] = set()
    for fit in sorted(_fits(readings, entries, rule), key=lambda f: (-f.rank, f.reading, f.entry)):
        if fit.reading not in homes and fit.entry not in taken:
            homes[fit.reading] = fit
            taken.add(fit.entry)
    return homes


def _fits(readings: Sequence[R], entries: Sequence[Entry[R]], rule: Rule[R]) -> Iterator[Fit]:
    """Yield all that may go together."""
    if not readings or not entries:
        return
    near = rule.likeness.nearest(
        [rule.name(r) for r in readings], [rule.name(e.first) for e in entries], NEAREST
    )
    whole = _one_list(readings, entries, rule, near)
    others = _others(readings, entries, rule.decided)
    for i, reading in enumerate(readings):
        likes = {j: rule.alike(reading, entries[j].first) for j in {*near[i], *others[i]}}
        most = max(likes.values())
        for j, like in likes.items():
            numbered = reading.number == entries[j].first.number
            word = rule.decided.of(reading.id, (r.id for r in entries[j].readings)) if rule.decided else None
            if word is not None:
                if word:
                    yield Fit(PERSON, i, j, 1.0, "person")
            elif any(r.id == reading.id for r in entries[j].readings):
                yield Fit(VERSION, i, j, 1.0, "same text")
            elif whole and i == j:
                yield Fit(LISTED + like, i, j, (like + whole) / 2, "list")
            elif like >= SAME_TITLE:
                yield Fit(like, i, j, like, "title")
            elif numbered and like == most and like >= SAME_NUMBER:
                yield Fit(like, i, j, like, "number")


def _others(readings: Sequence[R], entries: Sequence[Entry[R]], decided: Decided) -> list[set[int]]:
    """Return which entries each reading is to be compared with however unlike it is.

    Those of its number and of its place in the list, those that have it word for word, those that a person
    has put it to.
    """
    of_id = {reading.id: at for at, entry in enumerate(entries) for reading in entry.readings}
    of_number: dict[int, list[int]] = {}
    for at, entry in enumerate(entries):
        of_number.setdefault(entry.first.number, []).append(at)
    return [
        {
            *([i] if i < len(entries) else ()),
            *of_number.get(reading.number, ())[:NEAREST],
            *(of_id[known] for known in (reading.id, *decided.with_(reading.id)) if known in of_id),
        }
        for i, reading in enumerate(readings)
    ]


def _one_list(
    readings: Sequence[R], entries: Sequence[Entry[R]], rule: Rule[R], near: Sequence[Sequence[int]]
) -> float:
    """Return how alike two lists of the same numbers are on the mean, 0 where they are not one list.

    One title that was translated freely does not part two lists of twenty; another list of twenty tasks does
    not become this one because both count from 1 to 20.
    """
    if [r.number for r in readings] != [e.first.number for e in entries]:
        return 0.0
    if not {r.id for r in readings}.isdisjoint(r.id for e in entries for r in e.readings):
        return 0.0  # another version of the work: what it does not have word for word it has changed
    mean = sum(rule.alike(r, e.first) for r, e in zip(readings, entries, strict=True)) / len(readings)
    agreeing = sum(best[:1] == [at] for at, best in enumerate(near)) / len(readings)
    return mean if mean >= SAME_LIST and agreeing >= AGREEING else 0.0
