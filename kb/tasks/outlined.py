"""Tasks that stand in a document's outline as numbered items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.records import Responsible, TaskReading
from kb.responsibility.units import with_roles
from kb.tasks.choosing import Node, nodes_of, task_nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.records import Document

_BROKEN = re.compile(r"[ \t　]*\n[ \t　]*")


def outlined_tasks(document: Document, view: str) -> tuple[TaskReading, ...]:
    """Return the tasks among the items of the outline."""
    readings: list[TaskReading] = []
    for node in task_nodes(nodes_of(document, view), document, view):
        readings.append(_reading(document, node, readings))
    return tuple(readings)


def _reading(document: Document, node: Node, before: Sequence[TaskReading]) -> TaskReading:
    parent = node.parent
    return TaskReading(
        number=node.item.ordinal,
        section_number=str(parent.item.ordinal) if parent else "",
        section_title=_words(document, parent.item.heading) if parent else "",
        title=_words(document, _title(node)),
        text=_text(document, node),
        language=document.language,
        quote=document.quote(node.item.span),
        responsible=_responsible(document, node, before),
    )


def _responsible(document: Document, node: Node, before: Sequence[TaskReading]) -> tuple[Responsible, ...]:
    """Return who answers: as the item says, as a task before it does, or as the section above it says."""
    bearer = next((n for n in (node, *node.above()) if n.carries), None)
    if bearer is None:
        return ()
    if all(c.same for c in bearer.clauses):
        number = bearer.clauses[0].number
        meant = (t.responsible for t in reversed(before) if number in (None, t.number))
        return next(meant, ())
    units = with_roles(u for c in bearer.clauses for u in c.units)
    return tuple(Responsible(name=u.name, role=u.role, quote=document.quote(u.span)) for u in units)


def _words(document: Document, span: Span) -> str:
    """Return the words of a heading on one line; Chinese is parted by no blank where a line was broken."""
    words = span.cut(document.text)
    return " ".join((_BROKEN.sub("", words) if document.language == "zh" else words).split())


def _text(document: Document, node: Node) -> str:
    """Return what the item says behind its heading, without the clauses; its heading where that is all."""
    at, end = _title(node).end, node.item.span.end
    pieces = []
    for clause in sorted((c for n in (node, *node.below()) for c in n.clauses), key=lambda c: c.span):
        if at <= clause.span.start and clause.span.end <= end:
            pieces.append(document.text[at : clause.span.start])
            at = clause.span.end
    pieces.append(document.text[at:end])
    words = " ".join("".join(pieces).split()).strip(" 。.：:;；,，、")
    return words or _words(document, _title(node))


def _title(node: Node) -> Span:
    """Return the heading up to a clause that stands in it."""
    heading = node.item.heading
    inside = [c.span.start for c in node.clauses if heading.start < c.span.start < heading.end]
    return Span(heading.start, min(inside, default=heading.end))
