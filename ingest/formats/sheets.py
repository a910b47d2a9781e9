"""What PDF, OFD and scans have in common: words at places on sheets of paper.

Lengths are in points (1/72 inch), y grows downwards from the top of the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SPACES = " \t\r\n\xa0\u3000\u2002\u2003\u2009"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a sheet."""

    char: str
    x0: float
    x1: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Run:
    """Characters side by side on one baseline `y`, as far as no space parts them.

    `before` is the white space that was written before them, if the format says so.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    before: str = ""

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle: baselines lie a third of the height below it."""
        return (self.x0 + self.x1) / 2, self.y - 0.35 * self.size


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line, level or upright."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of paper."""

    width: float
    height: float
    runs: tuple[Run, ...]
    rulings: tuple[Ruling, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text in reading order: a line of a column, or a row of a table.

    `left` and `right` are the edges of its column, `column` tells the columns of a page apart.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    left: float
    right: float
    page: int
    column: int
    table: bool = False

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle of its column."""
        return abs((self.x0 + self.x1) - (self.left + self.right)) < 2.4 * self.size


def runs(glyphs: Iterable[Glyph]) -> Iterator[Run]:
    """Put characters together that stand side by side; white space and gaps part them."""
    held: list[Glyph] = []
    space = before = ""
    for glyph in glyphs:
        if glyph.char in SPACES:
            space += glyph.char
            continue
        if held and (space or not _touch(held[-1], glyph)):
            yield _run(held, before)
            held = []
        if not held:
            before = space.translate({10: " ", 13: None, 9: " "})
        space = ""
        held.append(glyph)
    if held:
        yield _run(held, before)


def _touch(left: Glyph, right: Glyph) -> bool:
    """Whether a character follows another without a gap, on the same line and in the same size."""
    size = max(left.size, right.size)
    return (
        abs(left.y - right.y) < 0.1 * size
        and -0.4 * size < right.x0 - left.x1 < 0.12 * size
        and abs(left.size - right.size) < 0.1 * size
    )


def _run(glyphs: list[Glyph], before: str) -> Run:
    first, last = glyphs[0], glyphs[-1]
    return Run("".join(g.char for g in glyphs), first.x0, last.x1, first.y, first.size, before)
