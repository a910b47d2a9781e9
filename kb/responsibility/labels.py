"""Labels: the short heads before a list of bodies.

Some are known by their words (责任单位, Lead agency). Every other is known by what it does: a short head that
stands, again and again, before a colon and a list of names of bodies is a label of its document, whatever its
words; these only tell the role. What stands before bodies once (来源：市科技局) is none.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from kb.responsibility.units import FIRST, JOINT, LEAD, RESPONSIBLE, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kb.responsibility.units import Unit

_COLON = re.compile("[:：]")
_BLANKS = re.compile(r"[ \t　*]*\n?[ \t　]*")
_LONGEST_LIST = 300  # as far as is read to see whether names follow
_OFTEN = 2  # from so many lists of names on, a head is a label
_MOSTLY = 0.7  # share of a head's places at which names follow


@dataclass(frozen=True, slots=True)
class Label:
    """A label at its place, with the role that it gives to the names behind it."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """How a language writes labels.

    `known`: labels known by their words; `head`: what has the shape of one, its words in the group `head`;
    `aside`: words of heads before bodies that answer for nothing; `leads`, `joins`, `both`: words of a head
    for the leader, the others, both; `list_end`: where a list is over at the latest; `stop`: a field that is
    not about bodies; `lists`: tells whether names of bodies stand behind a head (text, start, end, head).
    """

    known: re.Pattern[str]
    head: re.Pattern[str]
    aside: re.Pattern[str]
    leads: re.Pattern[str]
    joins: re.Pattern[str]
    both: re.Pattern[str]
    list_end: re.Pattern[str]
    stop: re.Pattern[str]
    lists: Callable[[str, int, int, str], bool]

    def within(self, view: str, part: Part) -> list[Label]:
        """Return the labels in a stretch of a document's text, in order."""
        own = _own_labels(self, view)
        heads = self.head.finditer(view, part.start, part.end) if own else ()
        found = {m.end(): Label(m.start(), m.end(), own[m["head"]]) for m in heads if m["head"] in own}
        for match in self.known.finditer(view, part.start, part.end):
            found.setdefault(match.end(), Label(match.start(), match.end(), self.role(match[0])))
        return sorted(found.values(), key=lambda label: label.start)

    def units(self, view: str, part: Part, read: Callable[[Part], Iterable[Unit]]) -> Iterator[Unit]:
        """Yield the bodies of a stretch with the roles of their labels; `read` gives those of one segment."""
        found = self.within(view, part)
        first = found[0].start if found else part.end
        if not found or (first > part.start and not _COLON.search(view, part.start, first)):
            yield from read(replace(part, end=first))
        for label, after in zip_longest(found, found[1:]):
            until = after.start if after else part.end
            other = self.stop.search(view, label.end, until)
            behind = Part(label.end, other.start() if other else until, label.role)
            yield from (
                _led_by_first(read(replace(behind, role=RESPONSIBLE)))
                if label.role == FIRST
                else read(behind)
            )

    def role(self, words: str) -> str:
        """Return the role that the words of a label give; one for leader and others has its leader first."""
        if self.leads.search(words):
            return FIRST if self.both.search(words) else LEAD
        return JOINT if self.joins.search(words) else RESPONSIBLE


def _led_by_first(units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield the units, with the first as the lead of those whose role nothing else tells."""
    for at, unit in enumerate(units):
        yield unit if unit.role != RESPONSIBLE else replace(unit, role=JOINT if at else LEAD)


@lru_cache(maxsize=2)  # a document is read stretch by stretch
def _own_labels(labels: Labels, view: str) -> Mapping[str, str]:
    """Return the heads behind which names of bodies stand again and again, with their roles."""
    at_all: Counter[str] = Counter()
    listing: Counter[str] = Counter()
    matches = [m for m in labels.head.finditer(view) if not labels.aside.search(m["head"])]
    for match, after in zip_longest(matches, matches[1:]):
        head = match["head"]
        stop = min(match.end() + _LONGEST_LIST, after.start() if after else len(view))
        begins = _BLANKS.match(view, match.end())  # a list may begin on the next line
        start = min(begins.end() if begins else match.end(), stop)
        end = labels.list_end.search(view, start, stop)
        at_all[head] += 1
        listing[head] += labels.lists(view, start, end.start() if end else stop, head)
    return {
        head: labels.role(head)
        for head, times in listing.items()
        if times >= _OFTEN and times >= _MOSTLY * at_all[head]
    }
