"""The reading order of a sheet: tables where they stand, columns one after the other, words to lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from ingest.formats.grids import Grid, find_grids, rows_of
from ingest.formats.sheets import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ingest.formats.sheets import Run, Sheet

WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\u3000-\u30ff“”‘’—…·]|[\U00020000-\U0003ffff]")
SHARED = "“”‘’…·"  # marks of both scripts
TABBED = 2.2  # ems; a wider gap parts the cells of a table without lines
LATIN_GAP = 0.15
CHINESE_GAP = 1.6  # letters of a headline stand apart, too
MIXED_GAP = 0.7
BASELINE = 0.4  # ems by which raised and lowered characters leave their line
GUTTER = 1.0  # ems
FEWEST = 4  # lines that a column has
MOST_LINES = 300  # of a page
SLACK = 18.0  # points by which the ends of full lines differ
FILLED = 0.55  # of a column's width is what its lines usually fill; cells of tables do not
PROSE = 11  # ems; columns of text are not narrower


@dataclass(frozen=True, slots=True)
class Strip:
    """Runs on one baseline, from left to right."""

    runs: tuple[Run, ...]
    y: float
    size: float

    @property
    def x0(self) -> float:
        """Where its words begin."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """Where its words end."""
        return max(run.x1 for run in self.runs)

    def segments(self) -> Iterator[tuple[float, float, int]]:
        """Yield where it has words without a gap as wide as a gutter: from, to, how many characters."""
        start, end, count = self.runs[0].x0, self.runs[0].x1, 0
        for run in self.runs:
            if run.x0 - end > GUTTER * self.size:
                yield start, end, count
                start, count = run.x0, 0
            end = max(end, run.x1)
            count += len(run.text)
        yield start, end, count


def arrange(sheet: Sheet, page: int) -> list[Row]:
    """Return the lines of a sheet in the order in which they are read."""
    grids = find_grids(sheet.rulings)
    tables: dict[int, list[Run]] = {}
    free: list[Run] = []
    for run in sheet.runs:
        at = next((n for n, grid in enumerate(grids) if grid.holds(*run.middle)), None)
        (free if at is None else tables.setdefault(at, [])).append(run)
    rows = [row for number, runs in tables.items() for row in _table(grids[number], runs, page)]
    return _merge(_columns(strips(free), page), rows)


def _merge(text: list[Row], tables: list[Row]) -> list[Row]:
    """Put each table between the lines that stand above it and those below."""
    for _, group in groupby(sorted(tables, key=lambda row: (row.left, row.y)), key=lambda row: row.left):
        rows = list(group)
        top = rows[0].y
        at = next((n for n, row in enumerate(text) if row.y > top and _beside(row, rows[0])), len(text))
        text = [*text[:at], *rows, *text[at:]]
    return text


def _beside(one: Row, other: Row) -> bool:
    """Whether two rows share some of the sheet's width."""
    return one.left < other.right and other.left < one.right


def _table(grid: Grid, runs: Iterable[Run], page: int) -> Iterator[Row]:
    for cells in rows_of(grid, runs):
        lines = [strips(cell) for cell in cells]
        text = "\t".join(_cell([words(strip).replace("\t", " ") for strip in each]) for each in lines)
        first = min((strip for each in lines for strip in each), key=lambda strip: strip.y)
        yield Row(
            text, grid.xs[0], grid.xs[-1], first.y, first.size, grid.xs[0], grid.xs[-1], page, -1, table=True
        )


def _cell(lines: Sequence[str]) -> str:
    """Join the lines of a cell."""
    text = ""
    for line in lines:
        text += (seam(text, line) if text else "") + line
    return text


def seam(before: str, after: str) -> str:
    """Return what stands between two lines that are one: a space, unless Chinese characters meet there."""
    return "" if any(_wide(before[-1], after[0])) else " "


def _wide(left: str, right: str) -> tuple[bool, bool]:
    """Whether two characters that meet are Chinese; a mark that both scripts use goes with the other."""
    sides = bool(WIDE.match(left)), bool(WIDE.match(right))
    if left in SHARED:
        return sides[1], sides[1]
    if right in SHARED:
        return sides[0], sides[0]
    return sides


def strips(runs: Iterable[Run]) -> list[Strip]:
    """Put runs that stand on one baseline together, from the top of the sheet down."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.y, run.x0)):
        if lines and abs(run.y - lines[-1][0].y) <= BASELINE * max(run.size, lines[-1][0].size):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [_strip(line) for line in lines]


def _strip(line: list[Run]) -> Strip:
    """Order the runs of a line; what was printed twice to look bold counts once."""
    runs: list[Run] = []
    for run in sorted(line, key=lambda run: run.x0):
        if not any(run.text == old.text and run.x0 - old.x0 < 0.3 * run.size for old in runs[-3:]):
            runs.append(run)
    largest = max(runs, key=lambda run: (run.size, len(run.text)))
    return Strip(tuple(runs), largest.y, largest.size)


def words(strip: Strip) -> str:
    """Return the text of a line, with the spaces that its gaps stand for."""
    text = strip.runs[0].text
    for left, right in pairwise(strip.runs):
        text += _between(left, right, strip.size) + right.text
    return text


def _between(left: Run, right: Run, size: float) -> str:
    """Return the white space between two neighbours: as written, or as wide as the gap is."""
    gap = (right.x0 - left.x1) / size
    if gap > TABBED:
        return "\t"
    if right.before:
        return right.before[:1]
    chinese = sum(_wide(left.text[-1], right.text[0]))
    return " " if gap > (LATIN_GAP, MIXED_GAP, CHINESE_GAP)[chinese] else ""


def _columns(lines: Sequence[Strip], page: int) -> list[Row]:
    """Return lines as rows, those of columns one column after the other."""
    ordered = _order(lines)
    rows: list[Row] = []
    for number, column in enumerate(ordered):
        left, right = _edge([-line.x0 for line in column]), _edge([line.x1 for line in column])
        rows += (
            Row(words(line), line.x0, line.x1, line.y, line.size, -left, right, page, number)
            for line in column
        )
    return _shared(rows, ordered)


def _edge(ends: Sequence[float]) -> float:
    """Return how far lines reach; one that reaches farther than all others is a running head."""
    ordered = sorted(ends, reverse=True)
    alone = len(ordered) > FEWEST and ordered[0] - ordered[1] > SLACK
    return ordered[1] if alone else ordered[0]


def _shared(rows: list[Row], ordered: Sequence[Sequence[Strip]]) -> list[Row]:
    """Give what stands above and below columns the edges of the whole sheet, and one number."""
    if len(ordered) < 2:
        return rows
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    return [
        replace(row, left=left, right=right, column=0) if row.right - row.left > 0.7 * (right - left) else row
        for row in rows
    ]


def _order(lines: Sequence[Strip]) -> list[list[Strip]]:
    """Return the columns that lines form, in reading order; what crosses them is a column of its own."""
    gutter = _gutter(lines)
    if gutter is None:
        return [list(lines)] if lines else []
    ordered: list[list[Strip]] = []
    for crossing, band in groupby(lines, key=lambda line: _crosses(line, gutter)):
        strip = list(band)
        sides = ([], []) if crossing else _sides(strip, gutter)
        if _are_columns(*sides, gutter):
            ordered += (column for side in sides for column in _order(side))
        else:
            ordered.append(strip)
    return ordered


def _gutter(lines: Sequence[Strip]) -> float | None:
    """Return where an empty stripe runs down between two columns of text."""
    if not FEWEST <= len(lines) <= MOST_LINES:
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    parted = [(line, list(line.segments())) for line in lines]
    candidates = {
        round((a[1] + b[0]) / 2)
        for _, segments in parted
        for a, b in pairwise(segments)
        if left + 0.15 * (right - left) < (a[1] + b[0]) / 2 < right - 0.15 * (right - left)
    }
    best = max(candidates, key=lambda x: (_votes(lines, x), -x), default=None)
    if best is None:
        return None
    bands = groupby(lines, key=lambda line: _crosses(line, best))
    found = any(not crossing and _are_columns(*_sides(list(band), best), best) for crossing, band in bands)
    return float(best) if found else None


def _votes(lines: Sequence[Strip], x: float) -> int:
    """Count the lines that have words on both sides of `x` and none across."""
    return sum(line.x0 < x < line.x1 and not _crosses(line, x) for line in lines)


def _crosses(line: Strip, x: float) -> bool:
    return any(start < x < end for start, end, _ in line.segments())


def _sides(lines: Sequence[Strip], x: float) -> tuple[list[Strip], list[Strip]]:
    """Cut lines at `x`."""
    sides: tuple[list[Strip], list[Strip]] = ([], [])
    for line in lines:
        left = tuple(run for run in line.runs if run.x0 < x)
        right = tuple(run for run in line.runs if run.x0 >= x)
        for side, runs in zip(sides, (left, right), strict=True):
            if runs:
                side.append(_strip(list(runs)))
    return sides


def _are_columns(left: Sequence[Strip], right: Sequence[Strip], x: float) -> bool:
    """Whether the lines on both sides of `x` are text that fills its columns, and not cells of a table."""
    if min(len(left), len(right)) < FEWEST:
        return False
    start, end = min(line.x0 for line in left), max(line.x1 for line in right)
    filled = (
        median((line.x1 - line.x0) / (x - start) for line in left),
        median((line.x1 - line.x0) / (end - x) for line in right),
    )
    width = min(median((line.x1 - line.x0) / line.size for line in side) for side in (left, right))
    return min(filled) > FILLED and width >= PROSE
