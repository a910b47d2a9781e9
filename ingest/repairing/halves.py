"""The halves of characters: what a missing byte of GBK must have been."""

from __future__ import annotations

from functools import cache
from typing import Final

from ingest.frequent import FREQUENT
from ingest.repairing.fluency import is_word
from ingest.repairing.readings import reading_of

UNKNOWN: Final = -1
"""In the place of a byte: half a character that is missing."""
PERHAPS: Final = -2
"""In the place of a byte: U+FFFD, which is half a character where one is missing, else a whole one."""
LOST: Final = "\ufffd"
LEADS: Final = range(0x81, 0xFF)
TRAILS: Final = range(0x40, 0xFF)
OPENING: Final = frozenset("《“（【「")


def pair(lead: int, trail: int) -> str:
    """Return the character of two bytes of GBK, nothing where there is none."""
    known = lead in LEADS and trail in TRAILS
    return bytes([lead, trail]).decode("gbk", "ignore") if known else ""


def is_simple(character: str) -> bool:
    """Whether a character is in GB 2312, where the traditional forms are not."""
    return bool(character.encode("gb2312", "ignore"))


def half_with_reading(lead: int, reading: str, following: int, table: frozenset[str]) -> int:
    """Return the second byte of the one character with this reading, of the likeliest kind that there is.

    Where several have it, the byte that makes a frequent character with the following one is meant.
    """
    fits = _read_as(lead, reading)
    traditional = {trail: c for trail, c in fits.items() if not is_simple(c)}
    for group in (
        [trail for trail, c in fits.items() if c in table],
        [trail for trail, c in traditional.items() if c in FREQUENT],
        list(traditional),
    ):
        if len(group) == 1:
            return group[0]
        going_on = [trail for trail in group if pair(trail, following) in FREQUENT]
        if going_on:
            return going_on[0] if len(going_on) == 1 else UNKNOWN
    return UNKNOWN


@cache
def _read_as(lead: int, reading: str) -> dict[int, str]:
    """Return the characters with this first byte and this reading, by their second byte."""
    return {trail: c for trail in TRAILS if (c := pair(lead, trail)) and reading_of(c, reading)}


def likely_owner(before: str, trail: int, after: str) -> str:
    """Return the character that a lone half belongs to, if only one makes a word or ends a sentence."""
    possible = {pair(lead, trail) for lead in LEADS} & FREQUENT
    words = [c for c in possible if is_word(before + c)]
    words = words or [c for c in possible if is_word(c + after)]
    if len(words) == 1:
        return words[0]
    marks = [c for c in possible if not c.isalpha()]
    return marks[0] if not words and len(marks) == 1 and after in OPENING else LOST
