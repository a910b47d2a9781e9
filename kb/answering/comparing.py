"""Answers to questions that compare: the figure of each side, and which of them is more."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from kb.answering import ranking
from kb.answering.citing import sentence_at
from kb.answering.drafting import Draft, Statement
from kb.answering.families import YEARLY, without_year
from kb.answering.forms import Kind
from kb.answering.guard import held
from kb.answering.material import HELD, Material
from kb.answering.question import understand
from kb.answering.telling import due_quote, quotes_of, spoken
from kb.answering.wording import deadline
from kb.answering.words import LITTLE, weight, words
from kb.figures.fold import fold
from kb.organisations import NATION, mentions
from kb.records import Bound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.records import Document, Quote
    from kb.answering.ranking import Ranked
    from kb.answering.sides import Comparison, Side
    from kb.records import Change, Figure

TRIED = 6  # figures of each side that are put beside those of the others
BESIDE = 0.3  # a figure ranked this near to a side's best one may be told, where it compares with the other's
ALIKE, DUE = 0.5, 0.1  # what it counts for figures that they are measured alike, that they are due together
_OPEN = {Bound.OVER: 1, Bound.AT_LEAST: 1, Bound.UNDER: -1, Bound.AT_MOST: -1}
_YEARLY = re.compile(r"年产|年均|每年|年处理|\bannual|\ba\syear\b|\byearly\b", re.IGNORECASE)
_BEGINS = re.compile(r"(?:\A|[\n。；]|\.\s)[\s#*•\-\d.、]*(?:[Tt]he\s)?\Z")
LEAD = 12  # characters before a name in which its line may begin
_CLAUSE = re.compile(r"[，,;；。\n]|\band\b|\bwhile\b|\bwhereas\b|而")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for one side."""

    side: Side
    figure: Figure
    material: Material

    @property
    def middle(self) -> float:
        """The number to compare by, of a range its middle."""
        return float(self.figure.value + (self.figure.value_max or self.figure.value)) / 2


def answer(material: Material, comparison: Comparison) -> Draft | None:
    """Say the figure of each side and which is more, or nothing where a side has none of its own."""
    asked = [_asked(material, side) for side in comparison.sides]
    candidates = [_candidates(m, s, comparison) for m, s in zip(asked, comparison.sides, strict=True)]
    if not all(candidates) or _repeats([own[0] for own in candidates]):
        return None  # one figure for two sides is the figure of neither, for sure
    chosen = _alike(candidates, due=DUE if comparison.placed else 0.0)
    said = [
        ranking.own_first(ranking.fronted(own, r), m)[0]
        for r, own, m in zip(chosen, candidates, asked, strict=True)
    ]
    found = [Found(s, r.figure, m) for s, r, m in zip(comparison.sides, said, asked, strict=True)]
    quotes = tuple(q for f in found for q in quotes_of(f.figure, f.material)[:2])
    dues = tuple(q for f in found if (q := due_quote(f.figure, f.material)))
    text = _said(found, comparison, material, (*quotes, *dues))
    return Draft(statements=(Statement(text, (*quotes, *dues)),), figures=tuple(f.figure.key for f in found))


def _asked(material: Material, side: Side) -> Material:
    """Return what the question for one side alone can be answered from."""
    question = understand(side.question, material.question.language, material.base.places)
    question = replace(question, kind=Kind.QUANTITY, text=side.question)
    return Material(material.base, question)


def _candidates(material: Material, side: Side, comparison: Comparison) -> list[Ranked]:
    """Return the figures that may be a side's own, best first, none far behind the best."""
    others = frozenset(s.place for s in comparison.sides if comparison.placed and s.place) - {side.place}
    fitting = [
        r
        for r in ranking.rank(material, material.question.units)
        if r.cover.reaches(material.question)
        and _is_of(r.figure, side, others, material)
        and _names(r, side, comparison, material)
    ]
    return [r for r in fitting if fitting[0].score - r.score <= BESIDE][:TRIED]


def _is_of(figure: Figure, side: Side, others: frozenset[str], material: Material) -> bool:
    """Whether a figure is of a side's place and of none of the others, by what stands nearest to it."""
    document = material.base.held[figure.quote.document]
    if side.place == NATION and material.place(document) != NATION:
        return False
    start = sentence_at(document, figure.quote.span).start
    for near in (_clause(figure, document), document.text[start : figure.number[0]]):
        named = [n for n, _, _ in mentions(fold(near)) if n == side.place or n in others]
        if named:
            return named[-1] == side.place
    return _led_by(document, start) not in others


def _led_by(document: Document, end: int) -> str | None:
    """Return the place that a line or sentence began with last: what follows speaks of it."""
    view = fold(document.text[:end])
    led = [name for name, start, _ in mentions(view) if _BEGINS.search(view, max(0, start - LEAD), start)]
    return led[-1] if led else None


def _clause(figure: Figure, document: Document) -> str:
    """Return the part of its sentence between commas that a number stands in."""
    sentence = sentence_at(document, figure.quote.span)
    ends = [(m.start(), m.end()) for m in _CLAUSE.finditer(document.text, sentence.start, sentence.end)]
    left = max((end for _, end in ends if end <= figure.number[0]), default=sentence.start)
    right = min((start for start, _ in ends if start >= figure.number[1]), default=sentence.end)
    return document.text[left:right]


def _names(ranked: Ranked, side: Side, comparison: Comparison, material: Material) -> bool:
    """Whether a figure, or the title of its document, names what tells its side from the others.

    "Wheat growers get 45 yuan, maize growers 30": in the clause of the one the other is not named.
    """
    document = material.base.held[ranked.figure.quote.document]
    clause = material.matcher.scope(_clause(ranked.figure, document))

    def told(one: Side) -> float:
        common = {w.key for s in comparison.sides if s is not one for w in words(s.name)}
        own = [w for w in words(one.name) if weight(w) > LITTLE and w.key not in common]
        return float(material.matcher.cover(material.matcher.asked(own), clause).mean()) if own else 0.0

    other = max(told(s) for s in comparison.sides if s is not side)
    if other >= HELD and other > told(side):
        return False
    own = {w.key for w in words(side.name)} - {
        w.key for s in comparison.sides if s is not side for w in words(s.name)
    }
    at = [i for i, w in enumerate(material.question.words) if w.key in own and weight(w) > LITTLE]
    titles = material.covers(material.titles(document))
    return all(max(ranked.cover.near_words[i], titles[i]) >= HELD for i in at)


def _alike(candidates: Sequence[Sequence[Ranked]], due: float) -> Sequence[Ranked]:
    """Return a figure for each side, best all together: measured alike and, of places, due at one time."""

    def fit(chosen: Sequence[Ranked]) -> float:
        measures = {_measure(r.figure) for r in chosen}
        dues = {r.figure.deadline for r in chosen}
        together = (len(dues) == 1) + (None not in dues)
        return sum(r.score for r in chosen) + ALIKE * (len(measures) == 1) + due * together

    return max((c for c in product(*candidates) if not _repeats(c)), key=fit)


def _repeats(chosen: Sequence[Ranked]) -> bool:
    return len({r.figure.key for r in chosen}) < len(chosen)


def _measure(figure: Figure) -> tuple[str, Change]:
    """Return what a number is of; whether it is "a year" is told by its unit, or by words around it."""
    return without_year(figure.unit), figure.change


def _is_alike(figures: Sequence[Figure]) -> bool:
    """Whether figures can be ranked: of one measure, and where one is of a year, all of them are."""
    yearly = any(f.unit.endswith(YEARLY) for f in figures)
    spoken_so = all(f.unit.endswith(YEARLY) or _YEARLY.search(f.quote.text) for f in figures)
    return len({_measure(f) for f in figures}) == 1 and (spoken_so or not yearly)


def _said(found: Sequence[Found], comparison: Comparison, material: Material, quotes: Sequence[Quote]) -> str:
    """Say the figure of every side, the one asked for first, and which it is."""
    language = material.question.language
    zh = language == "zh"
    if not comparison.ranks:
        return _each(found, quotes, language)
    if not _is_alike([f.figure for f in found]):
        lead = "口径不同，不分高低。" if zh else "Not measured alike. "
        return lead + _each(found, quotes, language)
    ordered = sorted(found, key=lambda f: f.middle, reverse=not comparison.less)
    first, second = ordered[0], ordered[1]
    sure = _is_sure(*((second, first) if comparison.less else (first, second)))
    hedge = "" if sure else ("按所写数字" if zh else "by the numbers stated")
    level = first.middle == second.middle
    if comparison.claim:
        right = level if comparison.claim == "same" else first is found[0] and not level
        verdict = ("是" if right else "不是") if zh else ("yes" if right else "no")
        return _lead(hedge, verdict, language) + _each(found, quotes, language)
    if level:
        return _lead(hedge, "相同" if zh else "equal", language) + _each(found, quotes, language)
    more = ("更低" if comparison.less else "更高") if zh else ("lower" if comparison.less else "higher")
    note = f"（{hedge}{more}）" if zh else " (" + " ".join(filter(None, (more, hedge))) + ")"
    return _each(ordered, quotes, language, note)


def _lead(hedge: str, verdict: str, language: str) -> str:
    """Put a verdict before what it stands on: "By the numbers stated, yes."."""
    if language == "zh":
        return f"{hedge}{'，' if hedge else ''}{verdict}。"
    text = f"{hedge}{', ' if hedge else ''}{verdict}"
    return f"{text[0].upper()}{text[1:]}. "


def _each(found: Sequence[Found], quotes: Sequence[Quote], language: str, note: str = "") -> str:
    """Say the figures with their deadlines, side by side; the note stands with the first one."""
    zh = language == "zh"
    parts: list[str] = []
    for one in found:
        name = one.side.name if held(one.side.name, [q.text for q in quotes]) else ""
        due = deadline(one.figure.deadline, language) if one.figure.deadline else ""
        due = due if held(due, [q.text for q in quotes]) else ""
        value = spoken(one.figure, one.material)
        value = f"{value}{f'（{due}）' if zh and due else f' {due}' if due else ''}"
        colon = ("：" if zh else ": ") if name or (note and not parts) else ""
        parts.append(f"{name}{note if not parts else ''}{colon}{value}".strip())
    return ("；" if zh else "; ").join(parts)


def _is_sure(higher: Found, lower: Found) -> bool:
    """Whether the bounds of two figures let the higher number be called more, or equal ones equal."""
    one, other = higher.figure.bound, lower.figure.bound
    if one is other or (higher.middle != lower.middle and _side(one) == _side(other)):
        return True
    return higher.middle != lower.middle and _side(one) >= 0 >= _side(other)


def _side(bound: Bound) -> int:
    """Return on which side of the number the truth may lie: above (1), below (-1) or at it (0)."""
    return _OPEN.get(bound, 0)
