"""What PDF, OFD and scans have in common: words at places on sheets of paper.

Lengths are in points (1/72 inch), y grows downwards from the top of the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass


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
