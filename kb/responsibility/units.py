"""A body with its role, as a clause names it, and what the grammars of both languages share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from corpus.text import Span

LEAD, JOINT, RESPONSIBLE = "lead", "joint", "responsible"
OPENING, CLOSING = "（(【[〔", "）)】]〕"
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
    at = start = part.start
    while at < part.end:
        char = text[at]
        if char in OPENING:
            depth += 1
        elif char in CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and (match := separator.match(text, at, part.end)):
            yield Part(start, at, part.role)
            at = start = match.end()
            continue
        at += 1
    yield Part(start, part.end, part.role)


def with_roles(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return the units in order, each once; where one leads, all others are joint."""
    found: dict[str, Unit] = {}
    for unit in units:
        found.setdefault(unit.name, unit)
    led = any(u.role == LEAD for u in found.values())
    return tuple(replace(u, role=JOINT) if led and u.role != LEAD else u for u in found.values())
