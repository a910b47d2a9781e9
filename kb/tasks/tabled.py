"""Tasks that stand in a table: a row of headings, then one row a task, cells parted by tabs or bars."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.records import Responsible, TaskReading
from kb.responsibility import chinese, english, first_is_lead
from kb.responsibility.clauses import leading_first
from kb.responsibility.units import JOINT, LEAD, RESPONSIBLE, Part, with_roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.records import Document

_CELL = re.compile(r"[^\t|｜]+")
_RULE = re.compile(r"[\s|:｜+=-]*")
_UNITS = re.compile(
    r"(?:牵头|主办|责任|配合|协办|参与|承办|落实|实施|负责)(?:责任)?(?:单位|部门|主体)"
    r"|\b(?:lead|responsible|support|participat|co-?operat|joint|implement)\w*(?:\W+(?:unit|depart|agenc|bod|entit|author|organi|part)\w*)?",
    re.IGNORECASE,
)
_LEADS = re.compile(r"牵头|主办|\blead", re.IGNORECASE)
_JOINS = re.compile(r"配合|协办|参与|\b(?:support|participat|co-?operat|joint)", re.IGNORECASE)
_TITLE = re.compile(
    r"任务|事项|举措|措施|内容|项目|名称|\b(?:task|measure|action|item|content|project)", re.IGNORECASE
)
_NUMBER = re.compile(r"序号|编号|^no\.?$|\b(?:number|serial)|^#$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cell of a row holds what."""

    number: int | None
    title: int
    units: tuple[tuple[int, str], ...]
    count: int


def tabled_tasks(document: Document, view: str) -> tuple[TaskReading, ...]:
    """Return the tasks of all tables whose head names a column of tasks and one of bodies."""
    readings: list[TaskReading] = []
    columns: _Columns | None = None
    section = ("", "")
    lead = first_is_lead(view)
    for line in _lines(view):
        cells = _cells(view, line)
        if head := _head(view, cells):
            columns = head
        elif columns and len(cells) == 1 and len(line) < 80 and "\t|｜".find(view[line.start]) >= 0:
            section = (str(len(section[0])), view[cells[0].start : cells[0].end].strip())
        elif columns and len(cells) >= max(2, columns.count - 1):
            cells = [Span(line.start, line.start + 1)] * (columns.count - len(cells)) + cells
            readings.append(_row(document, view, line, cells, columns, section[1], len(readings) + 1, lead))
        elif columns and not _RULE.fullmatch(view, line.start, line.end):
            columns = None
    return tuple(readings)


def _lines(view: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]+", view):
        yield Span(match.start(), match.end())


def _cells(view: str, line: Span) -> list[Span]:
    """Return the cells of a row that hold something; a rule of dashes has none."""
    if _RULE.fullmatch(view, line.start, line.end):
        return []
    return [
        Span(m.start(), m.end()) for m in _CELL.finditer(view, line.start, line.end) if not m[0].isspace()
    ]


def _head(view: str, cells: Sequence[Span]) -> _Columns | None:
    """Return the columns that a row of headings names, None where it is none."""
    words = [view[c.start : c.end].strip() for c in cells]
    if len(words) < 2 or any(len(w) > 40 for w in words):
        return None
    units = tuple((at, _role(w)) for at, w in enumerate(words) if _UNITS.search(w))
    bodies = {at for at, _ in units}
    titles = [at for at, w in enumerate(words) if _TITLE.search(w) and at not in bodies]
    numbers = [at for at, w in enumerate(words) if _NUMBER.search(w)]
    if not units or not titles:
        return None
    return _Columns(numbers[0] if numbers else None, titles[0], units, len(words))


def _role(heading: str) -> str:
    return LEAD if _LEADS.search(heading) else JOINT if _JOINS.search(heading) else RESPONSIBLE


def _row(
    document: Document,
    view: str,
    line: Span,
    cells: Sequence[Span],
    columns: _Columns,
    section: str,
    count: int,
    lead: bool,
) -> TaskReading:
    grammar = english if document.language == "en" else chinese
    units = with_roles(
        unit
        for at, role in columns.units
        for unit in grammar.read_units(document.text, view, Part(cells[at].start, cells[at].end, role))
    )
    number = (
        view[cells[columns.number].start : cells[columns.number].end].strip()
        if columns.number is not None
        else ""
    )
    title = " ".join(cells[columns.title].cut(document.text).split())
    texts = [
        " ".join(c.cut(document.text).split())
        for at, c in enumerate(cells)
        if at not in {columns.number, *(u for u, _ in columns.units)}
    ]
    return TaskReading(
        number=int(number) if number.isdecimal() else count,
        section_number="",
        section_title=section,
        title=title,
        text=" ".join(texts),
        language=document.language,
        quote=document.quote(line),
        responsible=tuple(
            Responsible(name=u.name, role=u.role, quote=document.quote(u.span))
            for u in (leading_first(units) if lead else units)
        ),
    )
