"""Ruled tables: the lines drawn on a sheet, joined to grids; the words in each cell."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.formats.sheets import Ruling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ingest.formats.sheets import Run

SLACK = 3.0  # points by which lines that meet may miss each other
SHORTEST = 6.0
MOST = 600  # lines of one sheet; more is a drawing
MOST_FIELDS = 6000


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of ruled cells.

    Args:
        xs: where its upright lines are, those at the rim included, in order.
        ys: where its level lines are.
        walls: fields, by row and column, with a line at their left.
        ceilings: fields with a line above.

    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    walls: frozenset[tuple[int, int]]
    ceilings: frozenset[tuple[int, int]]

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies inside."""
        return self.xs[0] - SLACK < x < self.xs[-1] + SLACK and self.ys[0] < y < self.ys[-1]

    def cell(self, row: int, column: int) -> tuple[int, int]:
        """Return row and column of the cell that a field belongs to: fields that no line parts are one."""
        while column and (row, column) not in self.walls:
            column -= 1
        while row and (row, column) not in self.ceilings:
            row -= 1
        return row, column


def find_grids(rulings: Sequence[Ruling]) -> tuple[Grid, ...]:
    """Return the grids that lines form which cross or meet; a frame around text is none."""
    level = _whole(r for r in rulings if r.x1 - r.x0 > r.y1 - r.y0 and r.y1 - r.y0 < SLACK)
    turned = _whole(_turned(r) for r in rulings if r.y1 - r.y0 > r.x1 - r.x0 and r.x1 - r.x0 < SLACK)
    upright = [_turned(r) for r in turned]
    if len(level) + len(upright) > MOST:
        return ()
    return tuple(grid for lines in _connected(level, upright) if (grid := _grid(*lines)))


def _turned(line: Ruling) -> Ruling:
    return Ruling(line.y0, line.x0, line.y1, line.x1)


def _whole(lines: Iterable[Ruling]) -> list[Ruling]:
    """Put level lines together that were drawn piece by piece; strokes too short are none."""
    joined: list[Ruling] = []
    for line in sorted(lines, key=lambda line: (round(line.y0), line.x0, line.x1)):
        last = joined[-1] if joined else None
        if last and round(last.y0) == round(line.y0) and line.x0 <= last.x1 + SLACK:
            joined[-1] = Ruling(last.x0, last.y0, max(last.x1, line.x1), last.y1)
        else:
            joined.append(line)
    return [line for line in joined if line.x1 - line.x0 >= SHORTEST]


def rows_of(grid: Grid, runs: Iterable[Run]) -> Iterator[list[list[Run]]]:
    """Yield the rows of a table, each with the runs of its cells; a cell stands in the first of its rows."""
    rows, columns = range(len(grid.ys) - 1), range(len(grid.xs) - 1)
    roots = {(row, column): grid.cell(row, column) for row in rows for column in columns}
    cells: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for run in runs:
        x, y = run.middle
        cells[roots[_slot(grid.ys, y), _slot(grid.xs, x)]].append(run)
    for row in rows:
        found = [cells.get((row, column), []) for column in columns if roots[row, column][1] == column]
        if any(found):
            yield found


def _connected(
    level: Sequence[Ruling], upright: Sequence[Ruling]
) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """Yield groups of lines that hang together."""
    waiting = set(range(len(upright)))
    rest = set(range(len(level)))
    while rest:
        rows, columns = {rest.pop()}, set[int]()
        fresh = list(rows)
        while fresh:
            new = {u for u in waiting for n in fresh if _meet(level[n], upright[u])}
            waiting -= new
            columns |= new
            fresh = [n for n in rest if any(_meet(level[n], upright[u]) for u in new)]
            rest -= set(fresh)
            rows |= set(fresh)
        yield [level[n] for n in sorted(rows)], [upright[u] for u in sorted(columns)]


def _meet(level: Ruling, upright: Ruling) -> bool:
    return (
        level.x0 - SLACK < upright.x0 < level.x1 + SLACK
        and upright.y0 - SLACK < level.y0 < upright.y1 + SLACK
    )


def _grid(level: list[Ruling], upright: list[Ruling]) -> Grid | None:
    """Make a grid of lines that hang together; one without lines at its sides ends where they end."""
    if len(level) < 2 or not upright:
        return None
    ends = [min(r.x0 for r in level), max(r.x1 for r in level)]
    rims = [min(r.y0 for r in upright), max(r.y1 for r in upright)]
    xs = _levels([*(r.x0 for r in upright), *ends])
    ys = _levels([*(r.y0 for r in level), *rims])
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > MOST_FIELDS:
        return None
    walls = frozenset((row, column) for line in upright for column, row in _fields(_turned(line), ys, xs))
    return Grid(xs, ys, walls, frozenset(field for line in level for field in _fields(line, xs, ys)))


def _fields(line: Ruling, across: Sequence[float], down: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Yield the fields under a level line, by their place `down` and `across`."""
    rows = [row for row, at in enumerate(down[:-1]) if abs(at - line.y0) < SLACK]
    for column, (start, end) in enumerate(pairwise(across)):
        if line.x0 - SLACK < (start + end) / 2 < line.x1 + SLACK:
            yield from ((row, column) for row in rows)


def _levels(values: Iterable[float]) -> tuple[float, ...]:
    """Return the values in order, those that nearly agree once."""
    levels: list[float] = []
    for value in sorted(values):
        if not levels or value - levels[-1] > SLACK:
            levels.append(value)
    return tuple(levels)


def _slot(edges: Sequence[float], at: float) -> int:
    """Return between which of `edges` a value lies, the nearest for one outside."""
    inside = sum(edge <= at for edge in edges) - 1
    return min(max(inside, 0), len(edges) - 2)
