"""Where a document says who answers for something: in brackets, behind a label, or as a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from corpus.text import Span
from ingest.outlining.numerals import value
from kb.organisations.names import is_known, name_key
from kb.responsibility import chinese, english
from kb.responsibility.units import (
    BRACKET,
    CLOSING,
    OPENING,
    Part,
    Unit,
    split_outside_brackets,
    trimmed,
    with_roles,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    # `chinese` or `english`: LANGUAGE, LABELS, SAME, POINTING, SENTENCE, CLAUSE_END, UNIT, OFFICE, LEVEL,
    # duties, read_units
    Grammar = ModuleType

LONGEST = 2000  # a bracket that does not close within this many characters does not close
LONGEST_UNLABELLED = 800
LONGEST_BARE = 90  # a longer "name" in a stretch without a label is prose
_FIRST_LEADS = re.compile(
    r"(?:(?:排|列)(?:在|序|名)?(?:第一位?|首位|最前|之首)|第一个?(?:责任)?(?:单位|部门)|首位)[^。\n]{0,12}(?:为|是|系)[^。\n]{0,6}牵头"
    r"|\bfirst(?:-|\ )(?:named|listed|mentioned)?[^.\n]{0,40}\bleads?\b"
    r"|\bfirst\ (?:unit|department|agency|body)[^.\n]{0,40}\blead",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[、，,;；：:\n]")
_BULLETS = ("-", "•", "·", "*")
_LISTED = re.compile(r"[市省区县州][^\W\d_]{2,14}|[^\W\d_]{2,4}[市区县州旗盟](?:人民政府|政府|管委会)")
_SENTENCE_ENDS = re.compile(r"[。\n；;]|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text that says who answers.

    Or it only points to another task (`same`): to the one before, or to the one of the number it names.
    """

    span: Span
    units: tuple[Unit, ...]
    same: bool = False
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Groups:
    """The outermost brackets of a stretch, in order; found by place without going through all of them."""

    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, view: str, span: Span) -> Self:
        """Find the brackets within `span`."""
        spans = tuple(_groups(view, span))
        return cls(spans, tuple(group.start for group in spans))

    def around(self, at: int) -> Span | None:
        """Return the brackets that hold the character at `at`, themselves aside."""
        before = bisect_left(self.starts, at) - 1
        return self.spans[before] if before >= 0 and at < self.spans[before].end else None

    def within(self, part: Part) -> tuple[Span, ...]:
        """Return the brackets that open within `part`."""
        return self.spans[bisect_left(self.starts, part.start) : bisect_left(self.starts, part.end)]


def first_is_lead(view: str) -> bool:
    """Tell whether a document says that the first body of each list leads."""
    return bool(_FIRST_LEADS.search(view))


def read_clauses(text: str, view: str, span: Span, language: str) -> tuple[Clause, ...]:
    """Return the clauses within `span`, in order; `view` is the text in simplified characters."""
    grammar: Grammar = chinese if language == "zh" else english
    groups = Groups.of(view, span)
    labelled = list(_labelled(view, span, groups, grammar))
    found = [c for part in labelled if (c := _clause(text, view, part, grammar, labelled=True))]
    for part in _between(span, [_with_brackets(view, part) for part in labelled]):
        for sentence in split_outside_brackets(view, part, _SENTENCE_ENDS):
            found += _unlabelled(text, view, sentence, groups, grammar)
    return tuple(sorted(found, key=lambda c: c.span))


def _clause(text: str, view: str, part: Part, grammar: Grammar, *, labelled: bool) -> Clause | None:
    """Return the clause that stands at `part`, None where it names nobody."""
    words = view[part.start : part.end]
    if (labelled or len(words) < 12) and (same := grammar.SAME.search(words)):
        return Clause(_with_brackets(view, part), (), same=True, number=_number(same))
    if not words or not (labelled or _promises(view, part, grammar)):
        return None
    units = with_roles(grammar.read_units(text, view, part))
    if units and (labelled or _convinces(units, view, part, grammar)):
        return Clause(_with_brackets(view, part), units)
    return None


def _number(same: re.Match[str]) -> int | None:
    """Return the number of the task that `the same as …` names, if any."""
    return value(same["number"]) if same["number"] else None


def _unlabelled(text: str, view: str, sentence: Part, groups: Groups, grammar: Grammar) -> Iterator[Clause]:
    """Yield the clause that a sentence is, or those in its brackets."""
    bare = trimmed(view, sentence, "")
    if pointing := grammar.POINTING.fullmatch(view, bare.start, bare.end):
        yield Clause(Span(bare.start, bare.end), (), same=True, number=_number(pointing))
        return
    bare = grammar.duties(view, bare)
    words = view[bare.start : bare.end]
    spoken = words[:1] not in OPENING and grammar.SENTENCE.search(words)
    if spoken and (clause := _clause(text, view, bare, grammar, labelled=False)):
        yield clause
        return
    for group in groups.within(sentence):
        inner = Part(group.start + 1, group.end - 1)
        if clause := _clause(text, view, inner, grammar, labelled=False):
            yield clause


def _with_brackets(view: str, part: Part) -> Span:
    """Return where a part stands, its brackets with it."""
    closed = (
        part.start > 0 and view[part.start - 1] in OPENING and view[part.end : part.end + 1] in tuple(CLOSING)
    )
    return Span(part.start - 1, part.end + 1) if closed else Span(part.start, part.end)


def _labelled(view: str, span: Span, groups: Groups, grammar: Grammar) -> Iterator[Part]:
    """Yield the stretches that a label opens: the rest of its brackets, or of its line."""
    taken = span.start
    for label in grammar.LABELS.within(view, Part(span.start, span.end)):
        if label.start < taken:
            continue
        group = groups.around(label.start)
        if group and label.end < group.end:  # 【牵头单位】 is a label in brackets of its own
            part, taken = Part(group.start + 1, group.end - 1), group.end
        else:
            taken = _line_end(view, label.end, span.end, groups, grammar.UNIT)
            part = Part(label.start, taken)
        yield part


def _between(span: Span, taken: Sequence[Span]) -> Iterator[Part]:
    """Yield what stands before, between and behind the stretches that are taken."""
    at = span.start
    for stretch in taken:
        if stretch.start > at:
            yield Part(at, stretch.start)
        at = stretch.end
    if at < span.end:
        yield Part(at, span.end)


def _groups(view: str, span: Span) -> Iterator[Span]:
    """Yield the outermost brackets; one that never closes ends with its line."""
    depth = start = 0
    for match in BRACKET.finditer(view, span.start, span.end):
        if depth and match.start() - start > LONGEST:
            depth = 0
        if match[0] in OPENING:
            start = match.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield Span(start, match.end())


def _line_end(view: str, start: int, stop: int, groups: Groups, unit: re.Pattern[str]) -> int:
    """Return where a clause outside brackets ends: with its line, unless that ends with a comma."""
    at = start
    while (line := view.find("\n", at, stop)) >= 0:
        if inside := groups.around(line):
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
    after = view[line + 1 : stop].lstrip(" \t　")
    begun = _BREAKS.split(written)[-1]
    rest = _BREAKS.split(after, maxsplit=1)[0]
    if after[:1] in _BULLETS:
        return True
    if unit.search(begun):  # the next line is a name of its own: 市科技局⏎市财政局
        return bool(_LISTED.fullmatch(rest) and unit.search(rest))
    return len(rest) < 40 and bool(unit.search(begun + rest))


def _promises(view: str, part: Part, grammar: Grammar) -> bool:
    """Tell whether a stretch without a label may be a clause: by its verb, or where it stands."""
    if part.end - part.start > LONGEST_UNLABELLED:
        return False
    in_brackets = view[part.start - 1 : part.start] in tuple(OPENING)
    words = view[part.start : part.end]
    if grammar.CLAUSE_END.search(words):
        return in_brackets or bool(grammar.SENTENCE.search(words))
    return in_brackets and view[part.end + 1 : part.end + 3].lstrip("。. ")[:1] in ("", "\n")


def _convinces(units: tuple[Unit, ...], view: str, part: Part, grammar: Grammar) -> bool:
    """Tell whether a stretch without a label names bodies and nothing else."""
    names = [view[u.span.start : u.span.end] for u in units]
    known = sum(bool(grammar.UNIT.search(n)) for n in names)
    if any(len(n) > LONGEST_BARE for n in names) or known * 3 < len(names) * 2:
        return False
    spoken = grammar.CLAUSE_END.search(view[part.start : part.end])
    if spoken or any(grammar.LEVEL.search(n) for n in names):
        return True
    sure = sum(  # （教育部、体育总局）, （信息通信发展司、中国信息通信研究院）
        bool(grammar.OFFICE.search(n)) or is_known(name_key(n, grammar.LANGUAGE, None) or "") for n in names
    )
    return known == len(names) and sure * 2 >= len(names)
