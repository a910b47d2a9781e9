"""Tasks that stand in a document's outline as numbered items.

Which items are tasks: those that name who answers for them, and their sisters; where nobody is named anywhere,
the innermost items under a heading such as 重点任务 or Key Tasks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.records import Responsible, TaskReading
from kb.responsibility import Clause, first_is_lead, read_clauses
from kb.responsibility.clauses import leading_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.records import Document, Item
    from kb.responsibility import Unit

_INLINE = frozenset({"一是", "第一，", "①", "(a)", "(i)", "a."})  # points within a task, never tasks
_TASKS = re.compile(
    r"(?:重点|主要|工作|具体|核心|关键)?(?:任务|举措|措施|工作)(?:$|和|与|及|分工|清单|安排)|^(?:重点工作|政策措施|行动内容|重点行动|重点工程)"
    r"|\b(?:tasks|actions|measures|initiatives)\b",
    re.IGNORECASE,
)
_NOT_TASKS = re.compile(
    r"保障|组织实施|组织领导|附则|\b(?:safeguard|supporting|guarantee|assurance|organi[sz]ation)",
    re.IGNORECASE,
)
_FEW = 0.6  # share of lists whose last item alone names bodies, from which they count for the whole list


@dataclass(slots=True)
class _Node:
    """An item of the outline with its children and the clauses of its own text."""

    item: Item
    parent: _Node | None
    own: Span
    children: list[_Node] = field(default_factory=list)
    clauses: tuple[Clause, ...] = ()

    @property
    def carries(self) -> bool:
        """Whether the item's own text says who answers."""
        return bool(self.clauses)

    def below(self) -> Iterator[_Node]:
        """Yield all items under this one, in order."""
        for child in self.children:
            yield child
            yield from child.below()


def outlined_tasks(document: Document, view: str) -> tuple[TaskReading, ...]:
    """Return the tasks among the items of the outline."""
    nodes = _nodes(document, view)
    _lift(nodes)
    chosen = _carriers(nodes) or _under_task_heading(nodes, view)
    lead = first_is_lead(view)
    readings: list[TaskReading] = []
    for node in chosen:
        before = readings[-1].responsible if readings else ()
        readings.append(_reading(document, node, lead, before))
    return tuple(readings)


def _nodes(document: Document, view: str) -> list[_Node]:
    """Return the items that may be tasks or sections; points within a task belong to it."""
    nodes: list[_Node] = []
    of: dict[int, _Node | None] = {}
    for at, item in enumerate(document.outline):
        parent = of[item.parent] if item.parent is not None else None
        if item.style in _INLINE:
            of[at] = parent
            continue
        node = of[at] = _Node(item, parent, item.span)
        nodes.append(node)
        if parent:
            parent.children.append(node)
    for node in nodes:
        end = node.children[0].item.span.start if node.children else node.item.span.end
        node.own = Span(node.item.span.start, end)
        node.clauses = read_clauses(document.text, view, node.own, document.language)
    return nodes


def _lift(nodes: Sequence[_Node]) -> None:
    """Give a clause behind the last measure of a task to the task, where that is how the document does it."""
    for style in dict.fromkeys(n.item.style for n in nodes):
        lists = [p for p in nodes if p.children and p.children[0].item.style == style and not p.carries]
        bearing = [p for p in lists if any(c.carries for c in p.children)]
        only_last = [p for p in bearing if _only_last(p.children)]
        if not only_last or len(only_last) < _FEW * sum(len(p.children) > 1 for p in bearing):
            continue
        for parent in only_last:
            parent.clauses, parent.children[-1].clauses = parent.children[-1].clauses, ()


def _only_last(sisters: Sequence[_Node]) -> bool:
    return len(sisters) > 1 and sisters[-1].carries and not any(s.carries for s in sisters[:-1])


def _carriers(nodes: Sequence[_Node]) -> list[_Node]:
    """Return the items that name who answers or inherit it, with their sisters, in order."""
    chosen: set[int] = set()
    for node in nodes:
        if not node.carries or any(n.carries for n in node.below()):
            continue
        if _is_section(node, nodes):
            chosen |= {id(c) for c in node.children}
        else:
            chosen |= {id(s) for s in _sisters(node, nodes)}
    return [n for n in nodes if id(n) in chosen]


def _is_section(node: _Node, nodes: Sequence[_Node]) -> bool:
    """Tell whether an item only names who answers for its children, each of them a task with title and text."""
    if (
        not node.children
        or _body(node)
        or any(n.carries and not n.children for n in nodes if n.item.style == node.item.style)
    ):
        return False
    return all(c.item.heading.end < c.own.end - 2 for c in node.children)


def _body(node: _Node) -> bool:
    """Tell whether an item says more than its heading and its clauses."""
    length = node.own.end - node.item.heading.end - sum(len(c.span) + 2 for c in node.clauses)
    return length > 10


def _sisters(node: _Node, nodes: Sequence[_Node]) -> list[_Node]:
    """Return the node with those of its style in its list that hold no tasks themselves."""
    among = node.parent.children if node.parent else [n for n in nodes if not n.parent]
    return [
        s
        for s in among
        if s is node
        or (s.item.style == node.item.style and node.parent and not any(n.carries for n in s.below()))
    ]


def _under_task_heading(nodes: Sequence[_Node], view: str) -> list[_Node]:
    """Return the innermost items with a text of their own under headings that announce tasks."""
    chosen = []
    for node in nodes:
        if any(_announces(a, view) for a in _ancestors(node)) and not node.children:
            chosen.append(node)
    return chosen


def _ancestors(node: _Node) -> Iterator[_Node]:
    above = node.parent
    while above:
        yield above
        above = above.parent


def _announces(node: _Node, view: str) -> bool:
    heading = node.item.heading.cut(view)
    return len(heading) < 60 and bool(_TASKS.search(heading)) and not _NOT_TASKS.search(heading)


def _reading(document: Document, node: _Node, lead: bool, before: tuple[Responsible, ...]) -> TaskReading:
    parent = node.parent
    return TaskReading(
        number=node.item.ordinal,
        section_number=str(parent.item.ordinal) if parent else "",
        section_title=_words(document, parent.item.heading) if parent else "",
        title=_words(document, node.item.heading),
        text=_text(document, node),
        language=document.language,
        quote=document.quote(node.item.span),
        responsible=_responsible(document, node, lead, before),
    )


def _responsible(
    document: Document, node: _Node, lead: bool, before: tuple[Responsible, ...]
) -> tuple[Responsible, ...]:
    """Return who answers: as the item says, as the task before it, or as the section above it says."""
    for bearer in (node, *_ancestors(node)):
        if bearer.carries:
            if all(c.same for c in bearer.clauses):
                return before
            units = tuple({u.name: u for c in bearer.clauses for u in c.units}.values())
            return tuple(_named(document, u) for u in (leading_first(units) if lead else units))
    return ()


def _named(document: Document, unit: Unit) -> Responsible:
    return Responsible(name=unit.name, role=unit.role, quote=document.quote(unit.span))


def _words(document: Document, span: Span) -> str:
    return " ".join(span.cut(document.text).split())


def _text(document: Document, node: _Node) -> str:
    """Return what the item says behind its heading, without the clauses; its heading where that is all."""
    start, end = node.item.heading.end, node.item.span.end
    pieces, at = [], start
    for clause in sorted((c for n in (node, *node.below()) for c in n.clauses), key=lambda c: c.span):
        if start <= clause.span.start and clause.span.end <= end:
            pieces.append(document.text[at : clause.span.start])
            at = clause.span.end
    pieces.append(document.text[at:end])
    words = " ".join("".join(pieces).split()).strip(" 。.：:;；,，（）()、")
    return words or _words(document, node.item.heading)
