"""Which of the brackets behind characters a converter put there, and which an author did for readers.

The converter has a table of characters, one reading for each, and writes it behind each of them, wherever
it stands. So the table shows: its characters are frequent and always glossed, most often they are the
traditional ones, and other characters are not. A gloss for a reader stands behind a rare character, once;
a textbook glosses every character of a line. One bracket alone never decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ingest.frequent import FREQUENT, TRADITIONAL
from ingest.repairing.halves import is_simple
from ingest.repairing.readings import is_toned

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ENOUGH: Final = 3
"""So many glosses of frequent traditional characters show that a converter was at work."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """A bracket that holds a reading of the character before it.

    Args:
        start: where the bracket opens.
        end: behind the bracket, and behind its double.
        character: what is glossed.
        reading: the reading that the bracket holds, damaged or not.
        written: what the bracket holds.
        doubled: whether the bracket stands there twice.

    """

    start: int
    end: int
    character: str
    reading: str
    written: str
    doubled: bool


@dataclass(frozen=True, slots=True)
class GlossedLine:
    """A line with glosses, and how often each character stands in it."""

    glosses: Sequence[Gloss]
    standing: Counter[str]

    @property
    def coverage(self) -> float:
        """The share of characters that are glossed: all of them in a textbook, a part after a converter."""
        return len(self.glosses) / max(1, self.standing.total())

    @property
    def is_for_readers(self) -> bool:
        """Whether so many characters in a row are glossed that it must be a textbook, whatever they are."""
        return self.coverage > 0.95 and self.standing.total() >= 8

    @property
    def is_traditional(self) -> bool:
        """Whether it is traditional characters that are glossed, and others hardly."""
        return sum(is_traditional(gloss.character) for gloss in self.glosses) >= 0.7 * len(self.glosses)


class _Census:
    """What some glosses show about the table behind them."""

    def __init__(self, lines: Iterable[GlossedLine], glosses: Iterable[Gloss]) -> None:
        self.standing: Counter[str] = Counter()
        for line in lines:
            self.standing.update(line.standing)
        self.readings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for gloss in glosses:
            self.readings[gloss.character][gloss.reading] += 1
        self.glossed = Counter({c: readings.total() for c, readings in self.readings.items()})

    def always(self, character: str) -> bool:
        """Whether a character is glossed nearly wherever it stands, and nearly always the same way."""
        same = max(self.readings[character].values())
        return same >= 0.7 * self.standing[character] and same >= 0.9 * self.glossed[character]

    def count(self, characters: Iterable[str]) -> int:
        """Return how many glosses some characters have."""
        return sum(self.glossed[c] for c in characters)


def is_traditional(character: str) -> bool:
    """Whether a character is a traditional form: those are outside GB 2312, a few frequent ones excepted."""
    return not is_simple(character) or character in TRADITIONAL


def made_by_converter(lines: Sequence[GlossedLine]) -> list[Gloss]:
    """Return the glosses that a converter made, in order."""
    made = {*_traditional(lines), *_toneless(lines), *_again_and_again(lines)}
    return sorted(made, key=lambda gloss: gloss.start)


def _traditional(lines: Sequence[GlossedLine]) -> list[Gloss]:
    """Return the glosses of a converter of traditional characters, with those of others it always glosses."""
    own = [line for line in lines if line.is_traditional and not line.is_for_readers]
    telling = [line for line in own if line.coverage <= 0.75]
    census = _Census(telling, (gloss for line in telling for gloss in line.glosses))
    traditional = {c for c in census.glossed if is_traditional(c)}
    frequent = traditional & FREQUENT
    if census.count(frequent) < ENOUGH or len(frequent) < 2:
        return []
    if sum(map(census.always, frequent)) < 0.7 * len(frequent):
        return []
    table = {c for c in census.glossed if c in FREQUENT and census.glossed[c] > 1 and census.always(c)}
    return [g for line in own for g in line.glosses if is_traditional(g.character) or g.character in table]


def _toneless(lines: Sequence[GlossedLine]) -> list[Gloss]:
    """Return glosses without tones, here and there behind frequent characters: no author writes them."""
    found = [
        gloss
        for line in lines
        if line.coverage <= 0.6
        for gloss in line.glosses
        if gloss.doubled or not is_toned(gloss.written, gloss.reading)
    ]
    frequent = [gloss for gloss in found if gloss.character in FREQUENT]
    enough = len(found) + 2 * sum(gloss.doubled for gloss in found) >= 5
    varied = len({gloss.character for gloss in frequent}) >= 3
    return found if enough and varied and len(frequent) >= 0.7 * len(found) else []


def _again_and_again(lines: Sequence[GlossedLine]) -> list[Gloss]:
    """Return glosses with tones behind the same frequent characters again and again: no author does that."""
    own = [line for line in lines if line.coverage <= 0.6 and not line.is_traditional]
    found = [gloss for line in own for gloss in line.glosses if is_toned(gloss.written, gloss.reading)]
    census = _Census(own, found)
    table = {c for c in census.glossed if c in FREQUENT and census.always(c)}
    repeated = sum(census.glossed[c] > 1 for c in table)
    if repeated < 4 or census.count(table) < max(12, 0.7 * len(found)):
        return []
    return [gloss for gloss in found if gloss.character in table]
