"""Where one character of GBK or Big5 ends and the next begins, when some of the bytes were lost.

Any two bytes may be a character and nearly any byte may be half of one, so one missing byte shifts all that
follow it. Of all the ways to divide a stretch of bytes the one is taken that makes the most ordinary text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from ingest.frequent import FREQUENT
from ingest.repairing.codepages import FOREIGN, HOLE

LOST: Final = "\ufffd"
_FOREIGN: Final = FOREIGN[0]
_HOLE: Final = HOLE[0]
_SPACE: Final = 0x20

FREQUENT_COST: Final = 0.5
USUAL_COST: Final = 2.5
RARE_COST: Final = 5.0
TORN_COST: Final = 3.0
LONE_COST: Final = 6.0
PLAIN_COST: Final = 1.0
LETTER_COST: Final = 3.0
"""How much of a surprise each piece of a text is, in about the logarithm of how seldom it comes: a frequent
character, one of the encoding's first half, one of its second; half a character beside a hole; a byte that is
no part of any; a digit or a space; a letter or sign of ASCII, of which Chinese text has few."""


@dataclass(frozen=True, eq=False)
class Charset:
    """An encoding of Chinese with characters of two bytes.

    Args:
        name: as it appears in the kind of an edit.
        codec: Python's name for it, the widest.
        usual: the first bytes of the characters that every educated reader knows.
        trails: the bytes that may be the second of a character.

    """

    name: str
    codec: str
    usual: range
    trails: frozenset[int]


GBK_TEXT: Final = Charset("gbk", "gb18030", range(0xA1, 0xD8), frozenset(range(0x40, 0xFF)) - {0x7F})
BIG5_TEXT: Final = Charset(
    "big5", "big5hkscs", range(0xA1, 0xC7), frozenset({*range(0x40, 0x7F), *range(0xA1, 0xFF)})
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A few bytes that belong together.

    Args:
        start: the first byte.
        end: behind the last byte.
        meant: the character they were meant to be; U+FFFD for one that is lost, nothing for bytes that are
            no part of the misread text.

    """

    start: int
    end: int
    meant: str


def divided(data: bytes, charset: Charset, hole: float = LONE_COST) -> list[Piece]:
    """Return the likeliest division of some bytes into characters, without a gap; linear in their number.

    `hole` is the cost of a hole that takes the place of a whole character: some readers put one replacement
    character for each byte, others one for both.
    """
    costs = [0.0] + [float("inf")] * len(data)
    ways: list[tuple[int, str]] = [(0, "")] * (len(data) + 1)
    for at in range(len(data)):
        for width in (1, 2):
            meant, cost = _meaning(data[at : at + width], charset)
            if width == 1 and data[at] == _HOLE:
                cost = hole
            if at + width <= len(data) and costs[at] + cost < costs[at + width]:
                costs[at + width] = costs[at] + cost
                ways[at + width] = at, meant
    pieces: list[Piece] = []
    end = len(data)
    while end:
        start, meant = ways[end]
        pieces.append(Piece(start, end, meant))
        end = start
    return pieces[::-1]


@cache
def _meaning(data: bytes, charset: Charset) -> tuple[str, float]:
    """Return the character that one or two bytes were meant to be, and how surprising it is."""
    if len(data) == 1:
        return _single(data[0])
    lead, trail = data
    if lead < 0x81 or _FOREIGN in data:
        return "", float("inf")
    if _HOLE in data:
        whole = lead == _HOLE and (trail == _HOLE or trail in charset.trails)
        return LOST, TORN_COST if whole or lead != _HOLE else float("inf")
    try:
        character = data.replace(b" ", b"\xa0").decode(charset.codec)
    except UnicodeDecodeError:
        return LOST, LONE_COST + TORN_COST
    if trail == _SPACE:  # a byte A0, a no-break space, that became a plain one
        return (character, TORN_COST) if character in FREQUENT else ("", float("inf"))
    if character in FREQUENT:
        return character, FREQUENT_COST
    if "\ue000" <= character <= "\uf8ff":
        return character, LONE_COST
    return character, USUAL_COST if lead in charset.usual else RARE_COST


def _single(byte: int) -> tuple[str, float]:
    """Return what a byte that stands alone was meant to be, and how surprising that is."""
    if byte == _HOLE:
        return LOST, LONE_COST
    if byte >= 0x80 or byte == _FOREIGN:
        return "", LONE_COST
    character = chr(byte)
    return character, PLAIN_COST if character in "0123456789. %-" else LETTER_COST
