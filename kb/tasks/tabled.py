"""Tasks that stand in a table: a row of headings, then a row a task, cells parted by bars, tabs or blanks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.records import Responsible, TaskReading
from kb.responsibility import chinese, english
from kb.responsibility.units import Part, Unit, trimmed, with_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.records import Document
    from kb.responsibility.labels import Labels

_BARS = (re.compile(r"[|｜]"), re.compile(r"\t"), re.compile(r" {2,}|　+"))
_LINE = re.compile(r"[^\n]+")
_RULE = re.compile(r"[\s|:｜+=—-]*")
_UNITS = re.compile(
    r"(?:牵头|主办|主责|责任|配合|协办|参与|承办|落实|实施|负责)(?:责任)?(?:单位|部门|主体|机构|处室)|(?:责任|职责)分工"
    r"|\b(?:lead|responsible|support|participat|co-?operat|joint|implement)\w*"
    r"(?:\W+(?:unit|depart|agenc|bod|entit|author|organi|part)\w*)?",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"任务|事项|举措|措施|内容|项目|名称|(?:重点|主要|具体)工作|\b(?:task|measure|action|item|content|project)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"序号|编号|^no\.?$|\b(?:number|serial)|^#$", re.IGNORECASE)
_ROWS = 4  # so many rows under a heading show what its column holds
_DITTO = re.compile(r"[〃″\"]")
LONGEST_SECTION = 60  # a row without bars that is longer ends the table


@dataclass(frozen=True, slots=True)
class _Table:
    """Which cell of a row holds what, and what parts the cells."""

    bar: re.Pattern[str]
    number: int | None
    title: int
    units: tuple[tuple[int, str], ...]
    count: int


def tabled_tasks(document: Document, view: str) -> tuple[TaskReading, ...]:
    """Return the tasks of all tables whose head names a column of tasks and one of bodies.

    A column is one of bodies by its heading, or by what stands under it.
    """
    grammar = chinese if document.language == "zh" else english
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(view) if not _RULE.fullmatch(m[0])]
    readings: list[TaskReading] = []
    table: _Table | None = None
    section: tuple[str, str] = ("", "")
    for at, line in enumerate(lines):
        if head := _head(view, line, lines[at + 1 : at + 1 + _ROWS], grammar.LABELS):
            table = head
        elif table is None:
            continue
        elif (cells := _cells(view, line, table.bar)) and len(cells) > 1:
            row = [Part(line.start, line.start)] * (table.count - len(cells)) + cells
            if reading := _reading(document, view, row, table, readings):
                number = reading.number or len(readings) + 1
                readings.append(
                    replace(reading, number=number, section_number=section[0], section_title=section[1])
                )
        elif len(line) <= LONGEST_SECTION:
            section = _section(document, line)
        else:
            table = None
    return tuple(readings)


def _cells(view: str, line: Span, bar: re.Pattern[str]) -> list[Part]:
    """Return the cells of a row, the empty ones too, without what bars leave at its rims."""
    cells = []
    at = line.start
    for match in bar.finditer(view, line.start, line.end):
        cells.append(Part(at, match.start()))
        at = match.end()
    cells.append(Part(at, line.end))
    if "|" in bar.pattern:
        cells = [c for i, c in enumerate(cells) if 0 < i < len(cells) - 1 or view[c.start : c.end].strip()]
    return cells


def _head(view: str, line: Span, rows: Sequence[Span], labels: Labels) -> _Table | None:
    """Return the table that a row of headings opens, None where it is none."""
    bar = next((b for b in _BARS if b.search(view, line.start, line.end)), None)
    if bar is None or not _TITLE.search(view, line.start, line.end):
        return None
    cells = _cells(view, line, bar)
    words = [view[c.start : c.end].strip() for c in cells]
    if any(len(w) > 40 for w in words):
        return None
    below = [_cells(view, row, bar) for row in rows]
    below = [row for row in below if len(row) == len(cells)]
    bodies = {
        at: labels.role(w)
        for at, w in enumerate(words)
        if _UNITS.search(w) or _holds_bodies(view, cells[at], [row[at] for row in below], labels)
    }
    titles = [at for at, w in enumerate(words) if _TITLE.search(w) and at not in bodies]
    numbers = [at for at, w in enumerate(words) if _NUMBER.search(w)]
    if not bodies or not titles:
        return None
    return _Table(bar, numbers[0] if numbers else None, titles[0], tuple(bodies.items()), len(words))


def _holds_bodies(view: str, heading: Part, cells: Sequence[Part], labels: Labels) -> bool:
    """Tell whether names of bodies stand under a heading that is none itself, whatever its words."""
    words = view[heading.start : heading.end].strip()
    if not words or labels.aside.search(words) or labels.lists(view, heading.start, heading.end, ""):
        return False
    filled = [cell for cell in cells if view[cell.start : cell.end].strip()]
    named = sum(labels.lists(view, cell.start, cell.end, words) for cell in filled)
    return len(filled) > 1 and named == len(filled)


def _section(document: Document, line: Span) -> tuple[str, str]:
    """Return number and title of a row that heads the rows under it."""
    item = next((i for i in document.outline if line.start <= i.span.start < line.end), None)
    if item:
        return str(item.ordinal), item.heading.cut(document.text).strip(" |\t")
    return "", line.cut(document.text).strip(" |\t")


def _reading(
    document: Document, view: str, row: Sequence[Part], table: _Table, before: Sequence[TaskReading]
) -> TaskReading | None:
    """Return the task of one row, None where its cell of tasks is empty; 0 stands for no number."""

    def words(at: int) -> str:
        return " ".join(document.text[row[at].start : row[at].end].split())

    if not words(table.title):
        return None
    number = words(table.number) if table.number is not None else ""
    apart = {table.number, *(at for at, _ in table.units)}
    return TaskReading(
        number=int(number) if number.isdecimal() else 0,
        section_number="",
        section_title="",
        title=words(table.title),
        text=" ".join(filter(None, (words(at) for at in range(table.count) if at not in apart))),
        language=document.language,
        quote=document.quote(Span(row[0].start, row[-1].end)),
        responsible=_responsible(document, view, row, table, before),
    )


def _responsible(
    document: Document, view: str, row: Sequence[Part], table: _Table, before: Sequence[TaskReading]
) -> tuple[Responsible, ...]:
    """Return the bodies of a row; a cell that says "the same" means those of the row before."""
    grammar = chinese if document.language == "zh" else english
    units: list[Unit] = []
    for at, role in table.units:
        cell = trimmed(view, row[at], "")
        if grammar.SAME.match(view, cell.start, cell.end) or _DITTO.fullmatch(view, cell.start, cell.end):
            above = before[-1].responsible if before else ()
            same = [r for r in above if r.role == role] or above
            units += [Unit(r.name, r.role, r.quote.span) for r in same]
        elif cell.end > cell.start:
            units += grammar.read_units(document.text, view, replace(cell, role=role))
    return tuple(
        Responsible(name=u.name, role=u.role, quote=document.quote(u.span)) for u in with_roles(units)
    )
