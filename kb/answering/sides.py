"""Questions that compare: which sides they name, and what they ask of each of them alone.

"Which city wants more care beds, Nantong by 2027 or Yibin by 2028?" asks "how many care beds" of Nantong by
2027 and of Yibin by 2028. The sides are told apart by their places, else by their years, else by the words
on both sides of the "or", the "than" or the 和.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kb.answering.forms import POLITE, YEARS, Kind
from kb.answering.phrasing import FRAMES, Frame, halves
from kb.answering.words import LITTLE, weight, words
from kb.organisations import NATION, mentions, place_in, places

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kb.answering.question import Question

_NAME = re.compile(r"\b[A-Z][a-z]+\b")
# Who speaks for the country: "the ministry's", 全国的.
_NATIONAL = re.compile(
    r"(?i:\b(?:the\s)?(?:national(?:\s(?:plan|target|goal|figure|one))?|central\sgovernment|country|nation|state\scouncil)\b)"
    r"|\b(?:[Tt]he\s)?(?:Ministry\sof(?:\s(?:[A-Z]\w+|and))+|[Mm]inistry\b)"
    r"|全国|国家(?!级)|国务院|部委|[^\W\da-zA-Z的比与和跟同于]{2,5}部(?=的|要求|提出|[?？]|$)"
)
_KIND = re.compile(r"[省市县](?!级)|\s(?:City|Province|Municipality)\b")
_NOW = re.compile(r"\b(?:now|today|currently|at\spresent|current)\b|目前|现在|当前|如今|眼下|现状")
_PERIOD = re.compile(
    r"(?<!difference\s)(?<!differences\s)\bbetween\s(?:19|20)\d\d\sand\s(?:19|20)\d\d|\bfrom\s(?:19|20)\d\d\sto\s(?:19|20)\d\d|(?:19|20)\d\d\s?年?\s?[-—–~至]\s?(?:19|20)\d\d",
    re.IGNORECASE,
)
# "2027 or 2030", 2027年和2030年: nothing but years is set side by side.
_TIGHT = re.compile(r"\d\d年?[底末]?\s?(?:or|and|和|与|还是|或|、)\s?(?:in\s|by\s|the\s)*(?:19|20)\d\d")
_AIM = re.compile(r"\b(?:targets?|goals?|aims?)\b|目标", re.IGNORECASE)
# "Which city wants more, A or B, and what is that target?": which it is is told with its number.
_AND_WHAT = re.compile(
    r",?\s+and\s(?:what|how\s\w+)\s(?:is|are|was|were)\s(?:it|that|its|the|their)\b[^,?]{0,30}(?=\s*\?|$)",
    re.IGNORECASE,
)
_EACH_OWN = re.compile(r"(?:各自|分别)(?:提出|设定|确定|规定)?(?=的)")
_EDGES = re.compile(
    r"^(?:(?:in|by|for|at|of|the|that|those)\b|[到在于的\s,])+|['’]s(?=\s|$)|(?:\b(?:in|by|for|at|of)|[\s,的])+$"
)
_WITHIN = re.compile(r"\s(?:in|of|at)\s[A-Z][\w'’ ]*$")
LONGEST = 400  # characters of a question; the patterns of two sides look at a text more than once
MOST = 4  # sides


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things compared: its name, what is asked of it alone, the place that its figure is of."""

    name: str
    question: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A question on several sides.

    Args:
        less: whether it asks for the lower one, or says that the first is lower.
        claim: what it wants confirmed of the first side: that it is "more", "less" or the "same".
        ranks: whether it asks which is more, and not only for each.
        placed: whether the sides are places, all of them known.
        is_whole: whether nothing answers but both sides; 比普通利率低多少 may be one figure.

    """

    sides: tuple[Side, ...]
    less: bool
    claim: str | None
    ranks: bool
    placed: bool
    is_whole: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a question names a place or a time."""

    name: str
    start: int
    end: int


def compared(question: Question, held: Collection[str]) -> Comparison | None:
    """Return what a question compares, or None where it does not."""
    frame = FRAMES[question.asked_in]
    polite = POLITE.match(question.view)
    view = " " * polite.end() + question.view[polite.end() :] if polite else question.view
    view = _EACH_OWN.sub(lambda m: " " * len(m[0]), view)
    for told in (frame.asserted, _AND_WHAT):
        view = told.sub(lambda m: " " * len(m[0]), view)
    if len(view) > LONGEST or frame.sources.search(view):
        return None
    ranks = bool(frame.cue.search(view) or frame.both.search(view))
    counts = question.kind is Kind.QUANTITY or bool(_AIM.search(view))
    if not ranks and not counts:
        return None
    marks = _places(view, held)
    sides = _of_places(view, marks, frame) if _framed(view, marks, frame) else ()
    by_words = ranks and not _TIGHT.search(view)
    sides = sides or (_of_words(view, frame) if by_words else ()) or _of_times(view, frame)
    if len(sides) < 2:
        return None
    less = bool(frame.less.search(view))
    claim = _claim(question, view, frame, less=less)
    placed = len({side.place for side in sides} - {None}) == len(sides)
    chooses = claim is None and question.kind is not Kind.QUANTITY
    return Comparison(sides, less, claim, ranks, placed, is_whole=ranks and (placed or chooses))


def _claim(question: Question, view: str, frame: Frame, *, less: bool) -> str | None:
    """Return what a question wants to have confirmed, None where it wants one of the sides named."""
    if question.kind is not Kind.TRUTH or frame.choice.search(view):
        return None
    return "same" if frame.same.search(view) else "less" if less else "more"


def _places(view: str, held: Collection[str]) -> list[_Mark]:
    """Return the places that a question names, the country only beside one of its places."""
    found = [_Mark(n, at, _past_kind(view, end)) for n, at, end in mentions(view) if n != NATION]
    taken = {m.start for m in found}
    found += [_Mark(m[0], *m.span()) for m in _NAME.finditer(view) if m[0] in held and m.start() not in taken]
    if len({m.name for m in found}) == 1:
        found += [_Mark(NATION, *m.span()) for m in _NATIONAL.finditer(view)][:1]
    return sorted(found, key=lambda m: m.start)


def _past_kind(view: str, end: int) -> int:
    """Return where a place's name ends with what it is: 潍坊市, "Weifang City"."""
    kind = _KIND.match(view, end)
    return kind.end() if kind else end


def _framed(view: str, marks: Sequence[_Mark], frame: Frame) -> bool:
    """Whether two or more things are set side by side, and not only named."""
    if not 1 < len({m.name for m in marks}) <= MOST:
        return False
    if frame.both.search(view):
        return True
    between = [view[a.end : b.start] for a, b in pairwise(marks) if a.name != b.name]
    if all(frame.joined.search(text) for text in between):
        return True
    cue = frame.cue.search(view)
    return any(frame.than.search(text) or (cue and frame.either(view, text)) for text in between)


def _of_places(view: str, marks: Sequence[_Mark], frame: Frame) -> tuple[Side, ...]:
    """Ask the question of each place, with its own year where each has one."""
    names = list(dict.fromkeys(m.name for m in marks))
    years = [_Mark(m["year"], *m.span()) for m in YEARS.finditer(_unspanned(view))]
    own = dict(zip(names, years, strict=True)) if len(names) == len(years) else {}
    sides = []
    for name in names:
        gone = [m for m in marks if m.name != name] + [y for n, y in own.items() if n != name]
        gone += [m for m in marks if name == NATION and m.name == NATION]
        sides.append(Side(_called(name, frame), frame.ask(_without(view, gone)), name))
    return tuple(sides)


def _of_times(view: str, frame: Frame) -> tuple[Side, ...]:
    """Ask the question for each year, or for now and a year; what changes between them is one figure."""
    marks = [_Mark(m["year"], *m.span()) for m in YEARS.finditer(_unspanned(view))]
    marks += [_Mark("", *m.span()) for m in _NOW.finditer(view)]
    marks.sort(key=lambda m: m.start)
    if len(marks) != 2 or not _framed(view, marks, frame) or frame.change.search(view):
        return ()
    asked = []
    for one, other in (marks, marks[::-1]):
        text = _without(view, [other])
        before = not one.name or bool(other.name and one.name < other.name)
        name = f"{one.name}{frame.year}" if one.name else view[one.start : one.end]
        asked.append(Side(name, frame.ask(_AIM.sub(" ", text) if before else text)))
    return tuple(asked)


def _of_words(view: str, frame: Frame) -> tuple[Side, ...]:
    """Ask the question of what stands on both sides of "or", "than" or 和."""
    for pattern in frame.patterns:
        if not (found := pattern.search(view)):
            continue
        sides = tuple(Side(_name(part), text, place_in(text)) for part, text in halves(found, frame))
        if all(any(weight(w) > LITTLE for w in words(side.name)) for side in sides):
            return sides  # "the goal for 2030" is told from another by its year alone
    return ()


def _name(text: str) -> str:
    """Return what a side is called, without its year and the place that it is in."""
    bare = YEARS.sub(" ", text).strip()
    inside = _WITHIN.search(bare)
    named = bare[: inside.start()] if inside and place_in(inside[0]) else bare
    return " ".join(_EDGES.sub("", named).split())


def _called(place: str, frame: Frame) -> str:
    """Return the name of a place in the language of the question."""
    if place == NATION:
        return frame.nation
    known = places().get(place)
    return known.romanised[0] if known and known.romanised and frame is FRAMES["en"] else place


def _unspanned(view: str) -> str:
    return _PERIOD.sub(lambda m: " " * len(m[0]), view)


def _without(view: str, marks: Sequence[_Mark]) -> str:
    for mark in marks:
        view = view[: mark.start] + " " * (mark.end - mark.start) + view[mark.end :]
    return view
