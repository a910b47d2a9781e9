"""Where a document says who answers for something: in brackets, behind a label, or as a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.responsibility import chinese, english
from kb.responsibility.units import CLOSING, OPENING, Part, Unit, with_roles

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 2000  # a bracket that does not close within this many characters does not close
_GRAMMARS = {"zh": chinese, "en": english}
_FIRST_LEADS = re.compile(
    r"(?:(?:排|列)(?:在)?(?:第一位?|首位|最前)|第一个?(?:责任)?(?:单位|部门)|首位)[^。\n]{0,12}(?:为|是|系)[^。\n]{0,6}牵头"
    r"|\bfirst(?:-|\ )(?:named|listed|mentioned)?[^.\n]{0,40}\bleads?\b"
    r"|\bfirst\ (?:unit|department|agency|body)[^.\n]{0,40}\blead",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[、，,;；：:\n]")
_SENTENCE_ENDS = re.compile(r"[。\n；;]|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text that says who answers; `same` where it only points to the task before."""

    span: Span
    units: tuple[Unit, ...]
    same: bool = False


def first_is_lead(view: str) -> bool:
    """Tell whether a document says that the first body of each list leads."""
    return bool(_FIRST_LEADS.search(view))


def read_clauses(text: str, view: str, span: Span, language: str) -> tuple[Clause, ...]:
    """Return the clauses within `span`, in order; `view` is the text in simplified characters."""
    grammar = _GRAMMARS.get(language, english)
    found: list[Clause] = []
    for part, labelled in _stretches(view, span, grammar.LABEL, grammar.UNIT):
        units = with_roles(grammar.read_units(text, view, part)) if part.end > part.start else ()
        words = view[part.start : part.end]
        if (labelled or len(words) < 12) and grammar.SAME.search(words):
            found.append(Clause(_with_brackets(view, part), (), same=True))
        elif units and (labelled or _convinces(units, view, part, language)):
            found.append(Clause(_with_brackets(view, part), units))
    return tuple(found)


def _with_brackets(view: str, part: Part) -> Span:
    """Return where a part stands, its brackets with it."""
    closed = (
        part.start > 0 and view[part.start - 1] in OPENING and view[part.end : part.end + 1] in tuple(CLOSING)
    )
    return Span(part.start - 1, part.end + 1) if closed else Span(part.start, part.end)


def _stretches(
    view: str, span: Span, label: re.Pattern[str], unit: re.Pattern[str]
) -> Iterator[tuple[Part, bool]]:
    """Yield every stretch that may be a clause, and whether a label says that it is one."""
    groups = list(_groups(view, span))
    taken = span.start
    inside = iter(groups)
    group = next(inside, None)
    for match in [*label.finditer(view, span.start, span.end), None]:
        at = match.start() if match else span.end
        while group and group.start < at:
            if group.start >= taken:
                holds = bool(match) and at < group.end
                yield from _sentences(view, Span(taken, group.start)) if group.start > taken else ()
                yield Part(group.start + 1, group.end - 1), holds
                taken = group.end
            group = next(inside, None)
        if match and at >= taken:
            yield from _sentences(view, Span(taken, at)) if at > taken else ()
            taken = _line_end(view, match.end(), span.end, groups, unit)
            yield Part(at, taken), True
    if taken < span.end:
        yield from _sentences(view, Span(taken, span.end))


def _groups(view: str, span: Span) -> Iterator[Span]:
    """Yield the outermost brackets; one that never closes ends with its line."""
    depth = start = 0
    for at in range(span.start, span.end):
        if view[at] in OPENING:
            start = at if depth == 0 else start
            depth += 1
        elif view[at] in CLOSING and depth:
            depth -= 1
            if depth == 0:
                yield Span(start, at + 1)
        if depth and at - start > LONGEST:
            depth = 0


def _line_end(view: str, start: int, stop: int, groups: list[Span], unit: re.Pattern[str]) -> int:
    """Return where a clause outside brackets ends: with its line, unless that ends with a comma."""
    at = start
    while (line := view.find("\n", at, stop)) >= 0:
        inside = next((g for g in groups if g.start < line < g.end), None)
        if inside:
            at = inside.end
        elif _wraps(view, start, line, stop, unit):
            at = line + 1
        else:
            return line
    return stop


def _wraps(view: str, start: int, line: int, stop: int, unit: re.Pattern[str]) -> bool:
    """Tell whether a line breaks off within a list: at a comma, or amid a name that the next line ends."""
    written = view[start:line].rstrip()
    if not written or written[-1] in "、，,：:":
        return True
    begun = _BREAKS.split(written)[-1]
    rest = _BREAKS.split(view[line + 1 : stop], maxsplit=1)[0]
    return not unit.search(begun) and len(rest) < 40 and bool(unit.search(begun + rest))


def _sentences(view: str, span: Span) -> Iterator[tuple[Part, bool]]:
    """Yield the sentences outside brackets."""
    start = span.start
    for end in [*(m.start() for m in _SENTENCE_ENDS.finditer(view, span.start, span.end)), span.end]:
        if end > start:
            yield Part(start, end), False
        start = end + 1


def _convinces(units: tuple[Unit, ...], view: str, part: Part, language: str) -> bool:
    """Tell whether a stretch without a label names bodies and nothing else."""
    grammar = _GRAMMARS.get(language, english)
    words = view[part.start : part.end]
    names = [view[u.span.start : u.span.end] for u in units]
    if any(len(n) > 90 or not grammar.UNIT.search(n) for n in names):
        return False
    in_brackets = view[part.start - 1 : part.start] in tuple(OPENING)
    if grammar.CLAUSE_END.search(words) and (in_brackets or grammar.SENTENCE.search(words)):
        return True
    ends = view[part.end + 1 : part.end + 3].lstrip("。. ")[:1] in ("", "\n")
    return in_brackets and ends and any(grammar.LEVEL.search(n) for n in names)
