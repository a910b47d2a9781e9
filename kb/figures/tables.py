"""Tables of indicators: a row of headings that names times, then a row an indicator.

指标 | 单位 | 2024年 | 2027年, or Indicator | Unit | Baseline (2024) | Target for 2030. The heading of
a column says by when a value holds and whether it is reached or to be reached; the unit stands in the
cell itself, in a column of its own, in brackets behind the name or the heading, or in the line above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.figures.sentences import LINE
from kb.figures.times import times_en, times_zh
from kb.figures.units import unit_en, unit_zh
from kb.records import FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BARS = (re.compile(r"[|]"), re.compile(r"\t"), re.compile(r" {2,}"))
NAME = re.compile(r"指标|名称|项目|内容|\b(?:indicators?|items?|metrics?|measures?)\b", re.IGNORECASE)
UNIT = re.compile(r"^(?:计量)?单位$|^units?(?: of measure(?:ment)?)?$", re.IGNORECASE)
NUMBER = re.compile(r"^(?:序号|编号|no\.?|#)$", re.IGNORECASE)
GOAL = re.compile(r"目标|规划|计划|预期值|\b(?:targets?|goals?|plan(?:ned)?)\b", re.IGNORECASE)
STAND = re.compile(
    r"现状|基期|基准|基础值|实际|完成|当前|实绩|预计|\b(?:baseline|actual|current|base|achieved|estimated?)\b",
    re.IGNORECASE,
)
PACE = re.compile(r"年均|增速|增长|增幅|同比|比上年|\b(?:growth|change|increase)", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
PLAIN = re.compile(r"[\d.,]+")
A_YEAR = re.compile(r"(?:19|20)\d\d年?")
VALUE = re.compile(r"^(?:指标|数)值$|^数量$|^(?:value|figure|amount|number)s?$", re.IGNORECASE)
RULE = re.compile(r"[\s|:+=—-]*")  # what parts headings from rows
# A value may be bounded and carry its unit: ≥95, [13], 达到60%以上, 3.5万. A cell of prose is none.
CELL = re.compile(
    r"""[^\d\w]{0,3}(?:[^\d\s,。;]{0,6}|(?:[a-z]+\s){0,4})\d[\d,]*(?:\.\d+)?
        (?:\s?[-—~至到]\s?\d[\d,]*(?:\.\d+)?)?\s?[^\d,。;]{0,14}""",
    re.VERBOSE | re.IGNORECASE,
)
BRACKETS = str.maketrans("[]()", "    ")  # FYP tables bracket what is counted over all years: [13]
IN_BRACKETS = re.compile(r"[(](?:单位[::]?\s?)?([^()]{1,16})[)]$")
CAPTION = re.compile(r"(?:计量)?单位\s?[::]\s?([^\s()()]{1,12})|\bunit:\s?([\w %/,]{1,24})", re.IGNORECASE)
HEADING = 32  # characters; a longer cell is no heading
GROUP = 40  # a line without bars that is longer ends the table


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its words, stripped, and where they stand in the text."""

    words: str
    start: int

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.start + len(self.words)


@dataclass(frozen=True, slots=True)
class Value:
    """A value of an indicator as a table gives it.

    Args:
        name: the cell that names the indicator.
        number: the cell that holds the value; `unit` the words of its unit, found elsewhere.
        date: the year that its column names; `kind` what the column says of it.
        pace: whether the column tells how fast the indicator grows.
        measure: what a column measures whose rows are places or bodies: 床位数.

    """

    name: Cell
    number: Cell
    unit: str
    measure: str
    date: str | None
    kind: FigureKind | None
    pace: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values, by its heading."""

    at: int
    unit: str
    measure: str
    date: str | None
    kind: FigureKind | None
    pace: bool


@dataclass(frozen=True, slots=True)
class Table:
    """What the row of headings says of the rows under it."""

    bar: re.Pattern[str]
    width: int
    name: int
    unit: int | None
    columns: tuple[Column, ...]
    caption: str

    def values(self, cells: list[Cell]) -> tuple[Value, ...]:
        """Read a row; a cell that spans rows is written once, so that those below lack it."""
        for missing in range(self.width - len(cells) + 1):
            row = [Cell("", cells[0].start)] * missing + cells
            found = tuple(self._values(row))
            if found:
                return found
        return ()

    def _values(self, row: list[Cell]) -> Iterator[Value]:
        name = row[self.name]
        if (
            not name.words
            or PLAIN.fullmatch(name.words)
            or (self.unit is not None and PLAIN.fullmatch(row[self.unit].words))
        ):
            return
        bracket = IN_BRACKETS.search(name.words)
        named = row[self.unit].words if self.unit is not None else bracket[1] if bracket else self.caption
        for column in self.columns:
            cell = row[column.at] if column.at < len(row) else name
            if cell is not name and CELL.fullmatch(cell.words):
                unit = column.unit or ("%" if column.pace else named)
                yield Value(name, cell, unit, column.measure, column.date, column.kind, column.pace)


def table_values(text: str, language: str, year: int | None) -> dict[int, tuple[Value, ...]]:
    """Return the values that stand in the tables of a folded text, by the number of their line.

    The row of headings is there, too, with none.
    `year` is when the text was written: what a column dates before it is how things were.
    """
    found: dict[int, tuple[Value, ...]] = {}
    table: Table | None = None
    above, headings = "", [0]
    lines = list(LINE.finditer(text))
    for number, line in enumerate(lines):
        words, start = line[0], line.start()
        bar = next((bar for bar in BARS if bar.search(words.strip())), None)
        if bar is None:
            table = table if len(words) <= GROUP else None
        elif number in headings[1:]:
            continue
        else:
            cells = _cells(words, start, bar)
            under = _second_row(lines, number, bar, language)
            heads = _merged(cells, under[1]) if under else cells
            if head := _head(heads, bar, language, year, above):
                table, headings = head, [number, *under[:1]] if under else [number]
            elif table and bar is table.bar and (values := table.values(cells)):
                found[number] = values
                found.update({heading: () for heading in headings if heading not in found})
        above = words
    return found


def _second_row(
    lines: Sequence[re.Match[str]], at: int, bar: re.Pattern[str], language: str
) -> tuple[int, list[Cell]] | None:
    """Return the number of the next line and its cells, where these are headings too: 2024年 | 2027年."""
    below = next((n for n in range(at + 1, min(at + 3, len(lines))) if not RULE.fullmatch(lines[n][0])), None)
    if below is None or not bar.search(lines[below][0]):
        return None
    cells = _cells(lines[below][0], lines[below].start(), bar)
    filled = [cell.words for cell in cells if cell.words]
    heads = [w for w in filled if A_YEAR.fullmatch(w) or UNIT.search(w) or _is_value(w) or _date(w, language)]
    dated = any(_date(word, language) for word in filled)
    return (below, cells) if filled and dated and len(heads) == len(filled) else None


def _merged(upper: list[Cell], lower: list[Cell]) -> list[Cell]:
    """Join two rows of headings; a heading over several columns is said again of each.

    A shorter lower row parts those cells of the upper one that say what the values are.
    """
    if len(upper) == len(lower):
        over, heads = "", []
        for above, below in zip(upper, lower, strict=True):
            over = above.words or over
            heads.append(Cell(f"{over} {below.words}" if below.words else above.words, above.start))
        return heads
    first = next((at for at, cell in enumerate(upper) if _is_value(cell.words)), len(upper))
    last = max((at for at, cell in enumerate(upper) if _is_value(cell.words)), default=first)
    return [*upper[:first], *lower, *upper[last + 1 :]]


def _cells(line: str, start: int, bar: re.Pattern[str]) -> list[Cell]:
    """Part a line at its bars; those at its rims part nothing."""
    edge = "| \t" if bar is BARS[0] else "\n"
    at = len(line) - len(line.lstrip(edge))
    line, cells = line.rstrip(edge), []
    for stop in (*(found.span() for found in bar.finditer(line, at)), (len(line), len(line))):
        words = line[at : stop[0]]
        cells.append(Cell(words.strip(), start + at + len(words) - len(words.lstrip())))
        at = stop[1]
    return cells


def _head(
    cells: list[Cell], bar: re.Pattern[str], language: str, year: int | None, above: str
) -> Table | None:
    """Return the table that this row of headings opens, None where it is none."""
    heads = [cell.words for cell in cells]
    if any(len(head) > HEADING or (head.isdecimal() and not A_YEAR.fullmatch(head)) for head in heads):
        return None
    unit = next((at for at, head in enumerate(heads) if UNIT.search(head)), None)
    dates = {at: date for at, head in enumerate(heads) if at != unit and (date := _date(head, language))}
    values = [
        at for at, head in enumerate(heads) if at in dates or (at != unit and _of_values(head, language))
    ]
    rest = [at for at, head in enumerate(heads) if at not in (*values, unit) and not NUMBER.search(head)]
    name = next((at for at in rest if NAME.search(heads[at])), rest[0] if rest else None)
    measured = any(_measured(heads[at], language) for at in values)
    if not values or name is None or not (dates or measured or unit is not None or NAME.search(heads[name])):
        return None
    caption = CAPTION.search(above)
    goals = [int(date) for at, date in dates.items() if GOAL.search(heads[at]) and date.isdecimal()]
    year = year or min(goals, default=None)  # what stands before the first goal has been reached
    columns = tuple(_column(at, heads[at], dates, year, _measured(heads[at], language)) for at in values)
    return Table(bar, len(cells), name, unit, columns, (caption[1] or caption[2]).strip() if caption else "")


def _of_values(head: str, language: str) -> bool:
    return bool(_measured(head, language)) or (_is_value(head) and not NAME.search(head))


def _is_value(head: str) -> bool:
    return any(words.search(head) for words in (GOAL, STAND, PACE, VALUE))


def _measured(head: str, language: str) -> str:
    """Return what a heading measures that ends with its unit: 床位数 of 床位数（张）."""
    bracket = IN_BRACKETS.search(head)
    unit = bracket and (unit_zh if language == "zh" else unit_en)(bracket[1].lstrip("万亿"), 0)
    return head[: bracket.start()].strip() if bracket and unit else ""


def _date(head: str, language: str) -> str | None:
    """Return the last year that a heading names: 2030年目标, “十五五”末, Baseline (2024)."""
    years = YEAR.findall(head)
    if years:
        return str(years[-1])
    times = times_zh(head) if language == "zh" else times_en(head)
    return next((time.date for time in times if time.date[0] != "P"), None)


def _column(at: int, head: str, dates: dict[int, str], year: int | None, measure: str) -> Column:
    bracket = IN_BRACKETS.search(head)
    unit = bracket[1] if bracket and not any(p.search(bracket[1]) for p in (YEAR, STAND, GOAL)) else ""
    pace = bool(PACE.search(head))
    date = dates.get(at) or (max(dates.values()) if pace and dates else None)
    named = "" if date or _is_value(measure) else measure
    return Column(at, unit, named, date, _kind(head, date, dates, year), pace)


def _kind(head: str, date: str | None, dates: dict[int, str], year: int | None) -> FigureKind | None:
    """Tell goals from how things are: by the heading, by the date, or as the later of several years."""
    if STAND.search(head) or GOAL.search(head):
        return FigureKind.STATUS if STAND.search(head) else FigureKind.TARGET
    if date is None or (year is None and len(set(dates.values())) == 1):
        return None
    past = int(date) < year if year else date == min(dates.values())
    return FigureKind.STATUS if past else FigureKind.TARGET
