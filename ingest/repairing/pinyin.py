"""Readings that a converter put in brackets behind characters: 醫(yī)療 becomes 醫療 again.

The converter has a table of characters and writes the reading behind every one of them, wherever it
stands. So the table shows: its characters are frequent and always glossed, most often they are the
traditional ones, and other characters are not. A gloss for a reader stands behind a rare character, once; a
textbook glosses every character of a line. One bracket alone never decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from corpus.text import Edit
from ingest.frequent import FREQUENT, IDEOGRAPH, TRADITIONAL
from ingest.repairing.halves import is_simple
from ingest.repairing.lines import alarmed_lines
from ingest.repairing.readings import LETTERS, is_toned, reading_of
from ingest.repairing.shifting import HOLED, unshifted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BRACKET: Final = re.compile(
    rf"\( (?<=([{IDEOGRAPH}])\() [ ]? ([{LETTERS}?\ufffd\xa1-\xbf]{{1,8}}) [ ]? \) (?: \([ ]?\2[ ]?\) )?",
    re.VERBOSE,
)
"""A bracket behind a character that holds what may be its reading, twice on some pages."""
ANY_IDEOGRAPH: Final = re.compile(f"[{IDEOGRAPH}]")
UNFIT: Final = re.compile(rf"(?<=[{IDEOGRAPH}])\([{LETTERS}]{{1,6}}\)[\x21-\x7e]")
"""A bracket that may stand in the middle of a character."""
ENOUGH: Final = 3
"""So many glosses of frequent traditional characters show that a converter was at work."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """A bracket that holds a reading of the character before it, as a reading and as it is written."""

    start: int
    end: int
    character: str
    written: str


@dataclass(frozen=True, slots=True)
class _Census:
    """What the glossed lines of a text hold: how often each character is glossed, and stands there."""

    glossed: Counter[str]
    standing: Counter[str]
    toneless: int
    doubled: int

    @property
    def coverage(self) -> float:
        """The share of characters that are glossed: all of them in a textbook, a part after a converter."""
        return self.glossed.total() / max(1, self.standing.total())

    def always(self, character: str) -> bool:
        """Whether a character is glossed nearly wherever it stands, as those of a table are."""
        return self.glossed[character] >= 0.7 * self.standing[character]


def pinyin_glosses(text: str) -> Iterator[Edit]:
    """Remove readings that a converter put behind the characters of its table, and undo its shifts."""
    brackets = list(BRACKET.finditer(text))
    if len(brackets) < ENOUGH:  # the readings take a while to load
        return
    found = list(_glosses(brackets))
    table = _table(_census(text, found))
    kept = [gloss for gloss in found if gloss.character in table]
    shifts = list(_shifts(text, kept, table)) if kept else []
    yield from shifts
    within = iter([*sorted(shifts), Edit(len(text), len(text) + 1, "", "")])
    shift = next(within)
    for gloss in kept:
        while shift.end <= gloss.start:
            shift = next(within)
        if gloss.end <= shift.start:
            yield Edit(gloss.start, gloss.end, "", "pinyin")


def _glosses(brackets: Sequence[re.Match[str]]) -> Iterator[Gloss]:
    """Yield the brackets that hold a reading of the character before them."""
    for match in brackets:
        if reading_of(match[1], match[2]):
            yield Gloss(match.start(), match.end(), match[1], match[2].strip())


def is_traditional(character: str) -> bool:
    """Whether a character is a traditional form: those are outside GB 2312, a few frequent ones excepted."""
    return not is_simple(character) or character in TRADITIONAL


def _census(text: str, glosses: Sequence[Gloss]) -> _Census:
    """Count the characters of the lines that hold a gloss."""
    standing: Counter[str] = Counter()
    done = 0
    for gloss in glosses:
        if gloss.start >= done:
            start = text.rfind("\n", done, gloss.start) + 1 or done
            end = text.find("\n", gloss.end)
            done = len(text) if end < 0 else end
            standing.update(ANY_IDEOGRAPH.findall(text[start:done]))
    return _Census(
        glossed=Counter(gloss.character for gloss in glosses),
        standing=standing,
        toneless=sum(not is_toned(gloss.written) for gloss in glosses),
        doubled=sum(gloss.end - gloss.start > len(gloss.written) + 4 for gloss in glosses),
    )


def _table(census: _Census) -> frozenset[str]:
    """Return the characters of the table that a converter worked with; none if no converter did."""
    if not census.glossed or census.coverage > 0.75:
        return frozenset()
    return _traditional_table(census) or _frequent_table(census)


def _traditional_table(census: _Census) -> frozenset[str]:
    """Return the table of a converter of traditional characters, with the others it always glosses."""
    traditional = {c for c in census.glossed if is_traditional(c)}
    frequent = {c for c in traditional if c in FREQUENT}
    share = sum(census.glossed[c] for c in traditional) / census.glossed.total()
    if sum(census.glossed[c] for c in frequent) < ENOUGH or len(frequent) < 2 or share < 0.7:
        return frozenset()
    if sum(map(census.always, frequent)) < 0.7 * len(frequent):
        return frozenset()
    others = {c for c in census.glossed if c in FREQUENT and census.glossed[c] > 1 and census.always(c)}
    return frozenset(traditional | others)


def _frequent_table(census: _Census) -> frozenset[str]:
    """Return the table of a page that glosses frequent characters of any kind, here and there.

    Without tones nobody glosses for readers in the middle of a line; with tones they do, so only a table that
    glosses the same characters again and again counts.
    """
    frequent = {c for c in census.glossed if c in FREQUENT}
    count = census.glossed.total()
    if sum(census.glossed[c] for c in frequent) < 0.7 * count or len(frequent) < 3 or census.coverage > 0.6:
        return frozenset()
    if census.toneless + 2 * census.doubled >= max(5, 0.7 * count):
        return frozenset(census.glossed)
    again = {c for c in frequent if census.glossed[c] > 1 and census.always(c)}
    return frozenset(census.glossed) if count >= 12 and len(again) >= 4 else frozenset()


def _shifts(text: str, glosses: Sequence[Gloss], table: frozenset[str]) -> Iterator[Edit]:
    """Yield the edits of the lines in which the converter cut characters in two."""
    starts = [gloss.start for gloss in glosses]
    for line, offset in alarmed_lines(text, HOLED, UNFIT):
        inside = glosses[bisect_left(starts, offset) : bisect_left(starts, offset + len(line))]
        brackets = {gloss.start - offset: gloss.end - offset for gloss in inside}
        for edit in unshifted(line, brackets, table):
            yield replace(edit, start=edit.start + offset, end=edit.end + offset)
