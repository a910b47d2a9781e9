"""Which items of an outline are tasks.

Those that name who answers for them, with their sisters; where nobody is named anywhere, the items with a
text of their own under a heading such as 重点任务 or Key Tasks, and in a plan without such a heading those of
all its sections but aims and safeguards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.responsibility import Clause, read_clauses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.records import Document, Item

_SPOKEN = frozenset({"一是", "第一，"})  # points within a sentence, never tasks
_INLINE = _SPOKEN | {"①", "(a)", "(i)", "a."}  # points within a task, as a rule
_RULES = frozenset({"第一章", "第一条", "Chapter 1", "Article 1"})  # a statute is no list of tasks
_ANNOUNCING = re.compile(
    r"(?:任务|举措|措施|重点工作|主要工作|工作内容|行动|工程|分工|清单)(?:$|[和与及安（(])"
    r"|\b(?:tasks|actions|measures|initiatives)\b",
    re.IGNORECASE,
)
_SAFEGUARD = re.compile(
    r"保障(?:措施|机制|体系|$)|(?:组织|服务|强化|要素|政策)保障|组织实施|组织领导|附则|监督检查"
    r"|\b(?:safeguard|support(?:ing)?\ measures|guarantee|assurance|organi[sz]ation)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    rf"{_SAFEGUARD.pattern}|总则|总体|指导思想|原则|目标|背景|(?:发展|工作|现实)基础|形势|意义|有关要求|工作要求"
    r"|\b(?:objective|goal|overview|principle|general|background|requirement|target)",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60
_BARE = 4  # no more stands between a bare heading and its first point
_MOST = 0.6  # share of lists whose last item alone names bodies, from which these count for the whole list


@dataclass(slots=True, eq=False)
class Node:
    """An item of the outline with its children and the clauses of its own text."""

    item: Item
    parent: Node | None
    own: Span
    children: list[Node] = field(default_factory=list)
    clauses: tuple[Clause, ...] = ()

    @property
    def carries(self) -> bool:
        """Whether the item's own text says who answers."""
        return bool(self.clauses)

    @property
    def says_more(self) -> bool:
        """Whether the item's own text goes on behind its heading, clauses aside."""
        return self.own.end - self.item.heading.end - sum(len(c.span) for c in self.clauses) > 10

    @property
    def is_field(self) -> bool:
        """Whether the item says who answers and nothing before it."""
        return bool(self.clauses) and self.clauses[0].span.start <= self.item.heading.start

    def below(self) -> Iterator[Node]:
        """Yield all items under this one, in order."""
        for child in self.children:
            yield child
            yield from child.below()

    def above(self) -> Iterator[Node]:
        """Yield all items that hold this one, the nearest first."""
        if self.parent:
            yield self.parent
            yield from self.parent.above()


def nodes_of(document: Document, view: str) -> list[Node]:
    """Return the items that may be tasks or sections; points within a task belong to it."""
    nodes: list[Node] = []
    of: dict[int, Node | None] = {}
    inline = _INLINE - set(_bearing_points(document, view))
    for at, item in enumerate(document.outline):
        parent = of[item.parent] if item.parent is not None else None
        if item.style in inline:
            of[at] = parent
            continue
        node = of[at] = Node(item, parent, item.span)
        nodes.append(node)
        if parent:
            parent.children.append(node)
    for node in nodes:
        end = node.children[0].item.span.start if node.children else node.item.span.end
        node.own = Span(node.item.span.start, end)
        node.clauses = read_clauses(document.text, view, node.own, document.language)
    nodes = _without_fields(nodes)
    _lift(nodes)
    return nodes


def _bearing_points(document: Document, view: str) -> Iterator[str]:
    """Yield the styles of points that are tasks themselves: most name who answers, under bare headings."""
    outline = document.outline
    for style in {i.style for i in outline} & _INLINE:
        points = [i for i in outline if i.style == style]
        if style in _SPOKEN and not all(_opens_line(view, i) for i in points):
            continue
        before = [
            i.span.start - outline[i.parent].heading.end
            for i in points
            if i.parent is not None and i.ordinal == 1
        ]
        if all(gap <= _BARE for gap in before):
            named = sum(bool(read_clauses(document.text, view, i.span, document.language)) for i in points)
            if named >= _MOST * len(points):
                yield style


def _opens_line(view: str, item: Item) -> bool:
    return view[max(0, item.span.start - 1) : item.span.start] in ("", "\n", "　")


def task_nodes(nodes: Sequence[Node], document: Document, view: str) -> list[Node]:
    """Return the nodes that are tasks, in order."""
    tops = [n for n in nodes if not n.parent]
    chosen = {id(t) for t in _by_clause(nodes)}
    chosen -= {id(n) for n in tops if not n.carries and _ASIDE.search(n.item.heading.cut(view))}
    if not chosen:
        announcing = [n for n in nodes if _announces(n.item.heading.cut(view))]
        chosen = {id(t) for n in announcing for c in n.children for t in _tasks_in(c)}
    if not chosen and document.kind == "plan" and len(tops) > 1:
        working = [
            n for n in tops if n.item.style not in _RULES and not _ASIDE.search(n.item.heading.cut(view))
        ]
        chosen = {id(t) for n in working for t in _tasks_in(n)}
    return [n for n in nodes if id(n) in chosen]


def _without_fields(nodes: Sequence[Node]) -> list[Node]:
    """Leave out the points that are fields of a task (1. 目标：… 2. 责任单位：…); they tell of the task."""
    gone = {id(n) for n in nodes if n.is_field and not n.parent}
    for node in nodes:
        fields = [c for c in node.children if c.is_field]
        if fields and len(node.children) > 1:
            node.clauses = (*node.clauses, *(c for f in fields for c in f.clauses))
            gone |= {id(n) for n in node.below()}
            node.children = []
    return [n for n in nodes if id(n) not in gone]


def _lift(nodes: Sequence[Node]) -> None:
    """Give a clause behind the last measure of a task to the task, where that is how the document does it."""
    for style in dict.fromkeys(n.item.style for n in nodes):
        lists = [n for n in nodes if n.children and n.children[0].item.style == style and not n.carries]
        bearing = [n for n in lists if len(n.children) > 1 and any(c.carries for c in n.children)]
        only_last = [n for n in bearing if not any(c.carries for c in n.children[:-1])]
        if only_last and len(only_last) >= _MOST * len(bearing):
            for parent in only_last:
                parent.clauses, parent.children[-1].clauses = parent.children[-1].clauses, ()


def _by_clause(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield the items that name who answers, with their sisters, or the children they name it for."""
    # An item that holds others with clauses hands its own down to those without.
    holding = {id(a) for n in nodes if n.carries for a in n.above()}
    plain = {n.item.style for n in nodes if n.carries and not n.children}
    lists: dict[tuple[int, str], list[Node]] = {}
    for node in nodes:
        lists.setdefault((id(node.parent), node.item.style), []).append(node)
    branches: set[tuple[int, str, str]] = set()
    for sisters in lists.values():
        carriers = [n for n in sisters if n.carries and id(n) not in holding]
        sections = [n for n in carriers if n.item.style not in plain and _heads_tasks(n, sisters)]
        apart = {id(n) for n in sections}
        for section in sections:
            yield from section.children
        if len(sections) == len(carriers):
            continue
        branches |= _branch(sisters[0])
        whole = sisters[0].parent is not None or len(carriers) >= _MOST * len(sisters)
        yield from (
            n for n in (sisters if whole else carriers) if id(n) not in apart and id(n) not in holding
        )
    for sisters in lists.values():
        if branches & _branch(sisters[0]):
            yield from (n for n in sisters if id(n) not in holding and not n.children)


def _branch(node: Node) -> set[tuple[int, str, str]]:
    """Return what the lists in the sections beside a node's own have in common with its list."""
    section = node.parent
    if section is None or section.parent is None:  # the outermost sections are of different kinds
        return set()
    return {(id(section.parent), section.item.style, node.item.style)}


def _heads_tasks(node: Node, sisters: Sequence[Node]) -> bool:
    """Tell whether an item only says who answers for its children, which are tasks.

    They are where each has title and text, or where one count runs on from item to item: the measures of a
    task are counted anew for each.
    """
    running = any(n.children and n.children[0].item.ordinal > 1 for n in sisters)
    return bool(node.children) and not node.says_more and (running or all(map(_is_titled, node.children)))


def _tasks_in(node: Node) -> list[Node]:
    """Return the tasks of a section: the innermost items that have a title and a text of their own."""
    deeper = [c for c in node.children if c.children or _is_titled(c)]
    if not node.children or node.says_more or len(deeper) * 2 < len(node.children):
        return [node]
    return [t for c in node.children for t in _tasks_in(c)]


def _is_titled(node: Node) -> bool:
    """Tell whether an item has a title and a text behind it."""
    return node.item.heading.end < node.own.end - 2


def _announces(heading: str) -> bool:
    """Tell whether a heading says that tasks follow: 重点任务, Key Measures; 保障措施 does not."""
    if len(heading) >= _LONGEST_HEADING or _SAFEGUARD.search(heading):
        return False
    return bool(_ANNOUNCING.search(heading))
