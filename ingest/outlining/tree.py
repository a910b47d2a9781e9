"""Which marks are items, and which item stands under which.

The rank of a style is not fixed: `1.` holds `(1)` in one plan and `(1)` holds `1.` in another. What decides,
in this order: an open item of the same style that the number continues; where the style stood before; where
the style usually stands, unless the open list goes on behind the new one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.outlining.marks import Mark

GAP = 3  # a list may miss this many numbers and still go on

FIRST_WORDS = re.compile(r"[^。.…：:·\t\n]+")
PAGE_NUMBER = re.compile(r"(?:\.{3}|…|·{3}|\. \. |\t)[.…· ]{0,80}[-—]? ?\d{1,3} ?[-—]?$")
NEAR = 0.5  # styles whose usual ranks differ by no more than this stand either way


@dataclass(frozen=True, slots=True)
class Node:
    """A mark that was taken for an item, and the position of its parent among the nodes."""

    mark: Mark
    ordinal: int
    parent: int | None
    level: int


def tree(candidates: Sequence[Mark], text: str) -> tuple[Node, ...]:
    """Return the candidates that are items, in order, with their parents."""
    return _Builder(_without_contents(candidates, text), text).build()


class _Builder:
    """The state of one pass: the nodes so far and the positions of those still open, outermost first."""

    def __init__(self, candidates: Sequence[Mark], text: str) -> None:
        self.text = text
        self.candidates = candidates
        self.following = _following(candidates)
        self.nodes: list[Node] = []
        self.open: list[int] = []
        self.last: dict[str, int] = {}  # the last number of each style, open or not
        self.counts: dict[tuple[int | None, str], int] = {}
        self.held: dict[str, str] = {}  # the style of the parent that a style had last

    def build(self) -> tuple[Node, ...]:
        for at, mark in enumerate(self.candidates):
            if self._believed(at, mark):
                self._place(at, mark)
        return tuple(self.nodes)

    def _believed(self, at: int, mark: Mark) -> bool:
        """Tell whether a mark opens an item, by the numbers before and after it."""
        style, number = mark.form.style, mark.ordinal
        last = self.last.get(style)
        if mark.path:
            return self._fits_path(at, mark)
        goes_on = last is not None and last < number <= last + (GAP if mark.opens else 1)
        begins = self._next_number(at) == number + 1 and (number == 1 or (mark.opens and last is None))
        if mark.opens:
            return mark.form.safe or goes_on or begins or (number == 1 and self._alone(mark))
        if not mark.parted and not self._in_heading(mark):
            return False
        return begins or (goes_on and self._is_open(style, number) and not self._comes_at_line(at, number))

    def _comes_at_line(self, at: int, number: int) -> bool:
        """Tell whether the same number opens a line next: then "winds above force 6." ends a sentence."""
        after = self.following[at]
        return after is not None and self.candidates[after].opens and self._next_number(at) == number

    def _fits_path(self, at: int, mark: Mark) -> bool:
        """Tell whether "2.3" follows 2.2, or "2.1" begins the numbers of an open 2."""
        opened = [self.nodes[i] for i in self.open]
        if mark.ordinal > 1:
            return any(0 < mark.ordinal - n.ordinal <= GAP for n in opened if n.mark.path == mark.path)
        return self._next_number(at) == 2 or any((*n.mark.path, n.ordinal) == mark.path for n in opened)

    def _alone(self, mark: Mark) -> bool:
        """Tell whether a first number that no second follows still heads something: words, not a quantity."""
        begins = self.text[mark.end]
        return mark.form.style in {"(1)", "1.", "Task 1", "任务一", "Article 1"} and not begins.isdecimal()

    def _in_heading(self, mark: Mark) -> bool:
        """Tell whether the mark follows right behind the heading of the innermost open item."""
        if not self.open:
            return False
        before = self.text[self.nodes[self.open[-1]].mark.end : mark.start]
        return 2 <= len(before) <= 40 and not any(c in "，,。；;、\n" for c in before)

    def _is_open(self, style: str, number: int) -> bool:
        """Tell whether a list of this style goes on: it is open, or counts on across sections."""
        return self.last[style] == number - 1 or any(self._style(i) == style for i in self.open)

    def _next_number(self, at: int) -> int | None:
        after = self.following[at]
        return None if after is None else self.candidates[after].ordinal

    def _place(self, at: int, mark: Mark) -> None:
        depth = self._depth(at, mark)
        del self.open[depth:]
        parent = self.open[-1] if self.open else None
        style = mark.form.style
        ordinal = mark.ordinal or self._count(parent, style)
        self.held[style] = self._style(parent)
        self.last[style] = ordinal
        self.nodes.append(Node(mark, ordinal, parent, len(self.open)))
        self.open.append(len(self.nodes) - 1)

    def _count(self, parent: int | None, style: str) -> int:
        """Return the number of what has none (Markdown headings): its place among its sisters."""
        self.counts[parent, style] = number = self.counts.get((parent, style), 0) + 1
        return number

    def _style(self, node: int | None) -> str:
        return "" if node is None else self.nodes[node].mark.form.style

    def _depth(self, at: int, mark: Mark) -> int:
        """Return how many of the open items stay open above this mark."""
        style = mark.form.style
        sisters = [d for d, i in enumerate(self.open) if self._style(i) == style]
        for depth in reversed(sisters):
            if mark.ordinal > self.nodes[self.open[depth]].ordinal or not mark.ordinal:
                return depth
        if sisters and not self._resumes(at, self.nodes[self.open[sisters[-1]]].ordinal):
            return sisters[-1]
        before = [d + 1 for d, i in enumerate(self.open) if self._style(i) == self.held.get(style)]
        return max(self._usual_depth(at, mark), 0 if sisters else max(before, default=0))

    def _usual_depth(self, at: int, mark: Mark) -> int:
        """Place a style below the innermost item that usually holds it, or whose list goes on behind it."""
        for depth in range(len(self.open), 0, -1):
            node = self.nodes[self.open[depth - 1]]
            lead = node.mark.form.rank - mark.form.rank
            if lead < 0 or (node.mark.form.style != mark.form.style and self._goes_on(at, node, lead)):
                return depth
        return 0

    def _goes_on(self, at: int, node: Node, lead: float) -> bool:
        """Tell whether the list of `node` goes on with its next number behind this place.

        Of two styles of about the same rank (`A.` and `1.`) the one that does not begin again is the outer.
        """
        for later in self.candidates[at + 1 : at + 40]:
            if later.opens and later.form.style == node.mark.form.style:
                return later.ordinal == node.ordinal + 1
        return lead <= NEAR

    def _resumes(self, at: int, number: int) -> bool:
        """Tell whether an inner list begins here, behind which the outer one resumes after `number`."""
        here, expected = at, 1
        while self.candidates[here].ordinal == expected:
            after = self.following[here]
            if after is None:
                return False
            here, expected = after, expected + 1
        return expected > 2 and self.candidates[here].ordinal == number + 1 != expected


def _following(candidates: Sequence[Mark]) -> list[int | None]:
    """Return for each candidate the position of the next one of its style."""
    following: list[int | None] = [None] * len(candidates)
    seen: dict[str, int] = {}
    for at in range(len(candidates) - 1, -1, -1):
        following[at] = seen.get(candidates[at].form.style)
        seen[candidates[at].form.style] = at
    return following


def _without_contents(candidates: Sequence[Mark], text: str) -> list[Mark]:
    """Leave out the lines of a table of contents: two or more in a row that all come again later."""
    keys = [_key(text, mark) for mark in candidates]
    last = {key: at for at, key in enumerate(keys) if candidates[at].opens}
    dotted = [_has_page_number(text, mark) for mark in candidates]
    again = [
        mark.opens and _is_short(text, mark) and last[key] > at
        for at, (mark, key) in enumerate(zip(candidates, keys, strict=True))
    ]
    beside = [False, *again, False]
    return [
        mark
        for at, mark in enumerate(candidates)
        if not (dotted[at] or (again[at] and (beside[at] or beside[at + 2])))
    ]


def _line(text: str, mark: Mark) -> str:
    """Return the line behind a mark, up to a length that a table of contents keeps to."""
    stop = text.find("\n", mark.end, mark.end + 100)
    return text[mark.end : stop if stop >= 0 else mark.end + 100]


def _key(text: str, mark: Mark) -> str:
    """Return the number and the first words of a line, which a table of contents shares with its section.

    What a colon follows (`1. 目标：…` in every task) is no heading of its own; such a line counts as it is.
    """
    line = _line(text, mark)
    words = FIRST_WORDS.match(line)
    if words and line[words.end() : words.end() + 1] in tuple("：:"):
        return mark.label + line
    return mark.label + (words[0].strip() if words else "")


def _is_short(text: str, mark: Mark) -> bool:
    return len(_line(text, mark)) < 80


def _has_page_number(text: str, mark: Mark) -> bool:
    """Tell whether the line ends with leader dots and a page number, as in a table of contents."""
    return mark.opens and bool(PAGE_NUMBER.search(_line(text, mark)))
