"""Tasks without numbers: paragraphs or points that say who answers for them, counted in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.records import Role
from corpus.text import Span
from ingest.outlining.headings import heading_end
from kb.records import Responsible, TaskReading
from kb.responsibility import read_clauses
from kb.responsibility.units import with_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.records import Document
    from kb.responsibility import Clause

_LINE = re.compile(r"[^\n]+")
_POINT = re.compile(r"[\s\-•·●○■□◆◇▪▲★➢*]*")
_POINTED = re.compile(r"^[ \t　]*[\-•·●○■□◆◇▪▲★➢*]", re.MULTILINE)
_ENDS = ("。", "；", "，", "、", ".", ";", ",", "：", ":")
# A heading that names no task but only says that tasks follow.
_HEADS = re.compile(
    r"(?:主要|重点|重點|具体|工作|目标)*(?:任务|任務|举措|措施|工作|分工)"
    r"|(?:(?:key|main|major|priority|specific)\s)?(?:tasks|measures|actions)",
    re.IGNORECASE,
)
LONGEST_TITLE = 60


def loose_tasks(document: Document, view: str) -> tuple[TaskReading, ...]:
    """Return the tasks among the paragraphs; one alone is no list of tasks."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(view)]
    found: list[tuple[Span, tuple[Clause, ...]]] = []
    for at, line in enumerate(lines):
        clauses = tuple(c for c in read_clauses(document.text, view, line, document.language) if c.units)
        if not clauses:
            continue
        first = at if clauses[0].span.start - line.start > 3 else _opening(view, lines, at)
        if found and lines[first].start < found[-1][0].end:  # 牵头单位 and 配合单位 on lines of their own
            block, before = found.pop()
            found.append((Span(block.start, line.end), (*before, *clauses)))
        else:
            found.append((Span(lines[first].start, line.end), clauses))
    readings = [_reading(document, span, clauses, n) for n, (span, clauses) in enumerate(found, start=1)]
    return tuple(readings) if len(readings) > 1 else ()


def pointed_tasks(document: Document, view: str) -> tuple[TaskReading, ...]:
    """Return the tasks among the paragraphs where all of them are points, or stand right under 重点任务."""
    tasks = loose_tasks(document, view)
    listed = {block.span.start for block in document.blocks if block.role is Role.LIST}
    pointed = (
        _HEADS.fullmatch(t.section_title) or _POINTED.match(view, t.quote.start) or t.quote.start in listed
        for t in tasks
    )
    return tasks if all(pointed) else ()


def has_points(document: Document, view: str, tasks: Sequence[TaskReading]) -> bool:
    """Tell whether any line is a point of a list, or what was taken for a task only announces some."""
    listed = any(block.role is Role.LIST for block in document.blocks)
    return listed or bool(_POINTED.search(view)) or any(_HEADS.fullmatch(task.title) for task in tasks)


def _opening(view: str, lines: Sequence[Span], at: int) -> int:
    """Return the line that a task begins with whose clause stands on a line of its own."""
    first = max(0, at - 1)
    above = lines[first - 1] if first else None
    titled = above is not None and len(above) < LONGEST_TITLE and not above.cut(view).rstrip().endswith(_ENDS)
    return first - 1 if titled else first


def _reading(document: Document, span: Span, clauses: Sequence[Clause], number: int) -> TaskReading:
    point = _POINT.match(document.text, span.start, span.end)
    start = point.end() if point else span.start
    stop = min(heading_end(document.text, start, span.end, document.language), clauses[0].span.start)
    body = document.text[stop : clauses[0].span.start].strip(" \n。.：:;；,，（(")
    title = " ".join(document.text[start:stop].split())
    section = next((i for i in reversed(document.outline) if i.span.holds(span)), None)
    return TaskReading(
        number=number,
        section_number=str(section.ordinal) if section else "",
        section_title=" ".join(section.heading.cut(document.text).split()) if section else "",
        title=title,
        text=" ".join(body.split()) or title,
        language=document.language,
        quote=document.quote(span),
        responsible=tuple(
            Responsible(name=u.name, role=u.role, quote=document.quote(u.span))
            for u in with_roles(u for c in clauses for u in c.units)
        ),
    )
