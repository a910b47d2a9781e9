"""A body with its role, as a clause names it, and what the grammars of both languages share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.text import Span

LEAD, JOINT, RESPONSIBLE = "lead", "joint", "responsible"
FIRST = "first"  # of a label only: the first of its names leads, the others join
OPENING, CLOSING = "（(【[〔", "）)】]〕"
BRACKET = re.compile(rf"[{re.escape(OPENING + CLOSING)}]")
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Unit:
    """A body that a clause names: without article and trailing words; `span` is where the name stands."""

    name: str
    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a clause between two labels or separators."""

    start: int
    end: int
    role: str | None = None


def trimmed(text: str, part: Part, around: str) -> Part:
    """Return the part without the given characters and blanks at its rims."""
    start, end = part.start, part.end
    while start < end and (text[start].isspace() or text[start] in around):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in around):
        end -= 1
    return Part(start, end, part.role)


def split_outside_brackets(text: str, part: Part, separator: re.Pattern[str]) -> Iterator[Part]:
    """Yield the parts between separators, but for those that stand in brackets."""
    depth = 0
    start = part.start
    for match in _or_bracket(separator).finditer(text, part.start, part.end):
        if match["bracket"]:
            depth = depth + 1 if match["bracket"] in OPENING else max(0, depth - 1)
        elif depth == 0:
            yield Part(start, match.start(), part.role)
            start = match.end()
    yield Part(start, part.end, part.role)


@cache
def _or_bracket(separator: re.Pattern[str]) -> re.Pattern[str]:
    """Return a pattern that finds brackets as well as separators, so that nothing else need be looked at."""
    return re.compile(rf"(?P<bracket>{BRACKET.pattern})|{separator.pattern}", separator.flags)


def with_roles(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return the units in order, each once; where one leads, all others are joint."""
    found: dict[str, Unit] = {}
    for unit in units:
        found.setdefault(unit.name, unit)
    led = any(u.role == LEAD for u in found.values())
    if not led:
        return tuple(found.values())
    return tuple(u if u.role in (LEAD, JOINT) else replace(u, role=JOINT) for u in found.values())
