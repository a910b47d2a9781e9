"""Readings that a converter put in brackets behind characters: 醫(yī)療 becomes 醫療 again.

The converter has a table of characters and writes the reading behind every one of them. So the table
shows: its characters are glossed wherever they stand, are frequent, and are the traditional ones. A gloss
for a reader stands behind a rare character, once, and a textbook glosses simple characters too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.text import Edit
from ingest.frequent import FREQUENT, IDEOGRAPH
from ingest.repairing.readings import LETTERS, reading_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BRACKET: Final = re.compile(rf"(?<=([{IDEOGRAPH}]))(?:\(\s?([{LETTERS}?\ufffd\xa1-\xbf]{{1,8}})\s?\)){{1,2}}")


@dataclass(frozen=True, slots=True)
class Gloss:
    """A bracket that holds a reading of the character before it."""

    start: int
    end: int
    character: str
    reading: str


def pinyin_glosses(text: str) -> Iterator[Edit]:
    """Remove readings that a converter put behind the characters of its table."""
    if len(BRACKET.findall(text[:])) < 3:
        return
    found = list(_glosses(text))
    table = _table(text, found)
    for gloss in found:
        if gloss.character in table:
            yield Edit(gloss.start, gloss.end, "", "pinyin")


def _glosses(text: str) -> Iterator[Gloss]:
    """Yield the brackets that hold a reading of the character before them."""
    for match in BRACKET.finditer(text):
        reading = reading_of(match[1], match[2])
        if reading:
            yield Gloss(match.start(), match.end(), match[1], reading)


def is_traditional(character: str) -> bool:
    """Whether a character is outside GB 2312, as the traditional forms are."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _table(text: str, glosses: Iterable[Gloss]) -> frozenset[str]:
    """Return the characters of the table that a converter worked with; none if no converter did."""
    counts: Counter[str] = Counter()
    readings: defaultdict[str, set[str]] = defaultdict(set)
    for gloss in glosses:
        counts[gloss.character] += 1
        readings[gloss.character].add(gloss.reading)
    traditional = {c for c in counts if is_traditional(c)}
    frequent = sum(counts[c] for c in traditional if c in FREQUENT)
    if frequent < 3 or sum(counts[c] for c in traditional) < 0.7 * counts.total():
        return frozenset()
    return frozenset(traditional)
