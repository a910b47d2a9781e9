"""The outline of a document: the tree of its numbered chapters, sections, tasks and clauses.

* `ingest.outlining.marks`: every number that may open an item;
* `ingest.outlining.tree`: those that do, and which stands under which;
* `ingest.outlining.headings`: where a heading ends and its text begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.records import Item
from corpus.text import Span
from ingest.outlining.headings import heading_end
from ingest.outlining.marks import ANNEX, marks
from ingest.outlining.tree import Node, tree

if TYPE_CHECKING:
    from collections.abc import Sequence

NEAR = 50  # so many items back, the sisters of the last one are looked for


def outline(text: str, language: str) -> tuple[Item, ...]:
    """Return the numbered items of a text in order, each with its level, heading, span and parent."""
    nodes = tree(tuple(marks(text)), text)
    if not nodes:
        return ()
    own = _own_ends(text, nodes)
    ends = list(own)
    for at in range(len(nodes) - 1, -1, -1):
        parent = nodes[at].parent
        if parent is not None:
            ends[parent] = max(ends[parent], ends[at])
    return tuple(_item(text, node, own[at], ends[at], language) for at, node in enumerate(nodes))


def _item(text: str, node: Node, own_end: int, end: int, language: str) -> Item:
    mark = node.mark
    stop = heading_end(text, mark.end, own_end, language)
    bare = stop <= mark.end  # a number with nothing of its own: 附件：1.…
    return Item(
        label=mark.label,
        ordinal=node.ordinal,
        style=mark.form.style,
        level=node.level,
        heading=Span(mark.start, mark.start + len(mark.label)) if bare else Span(mark.end, stop),
        span=Span(mark.start, end),
        parent=node.parent,
    )


def _own_ends(text: str, nodes: Sequence[Node]) -> list[int]:
    """Return where the text of each item itself ends: at the next item, or with its last paragraph."""
    stops = [*(node.mark.start for node in nodes[1:]), len(text)]
    ends = [
        max(node.mark.start + len(node.mark.label), _trim(text, stop))
        for node, stop in zip(nodes, stops, strict=True)
    ]
    for at, after in enumerate([*nodes[1:], None]):
        if after is None or after.mark.form.style == ANNEX:
            first = max(0, at - NEAR)
            ends[at] = _last_end(text, nodes[first : at + 1], ends[first : at + 1])
    return ends


def _trim(text: str, stop: int) -> int:
    """Return the end of the words before `stop`."""
    while stop and text[stop - 1] in " \t\n　#*_-":
        stop -= 1
    return stop


def _last_end(text: str, nodes: Sequence[Node], ends: Sequence[int]) -> int:
    """Return where the last item ends: what stands behind a list ("All tasks in this plan …") is not its own.

    The item is held to the paragraphs of its longest sister, or of the last one of another list, if they and
    it run on behind their headings.
    """
    last = nodes[-1]
    alike = [
        (node.parent == last.parent, node.parent != after.parent, text.count("\n", node.mark.end, end))
        for node, after, end in zip(nodes[:-1], nodes[1:], ends, strict=False)
        if node.mark.form.style == last.mark.form.style
    ]
    near = any(sister for sister, _, _ in alike)
    sisters = [count for sister, ending, count in alike if sister or ending or not near]
    at = last.mark.end
    for _ in range(1 + max(sisters, default=len(text))):
        line = text.find("\n", at, ends[-1])
        if line < 0:
            return ends[-1]
        at = line + 1
    end = _trim(text, at)
    return end if text[end - 1] in "。.；;）)！!" else ends[-1]
