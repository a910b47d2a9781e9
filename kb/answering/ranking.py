"""Which figure a question asks for: those that stand in the passages found, best first."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from kb.answering.citing import taken_up
from kb.answering.families import COUNTED, NAMES, family_of
from kb.answering.fitting import candidates
from kb.answering.forms import Kind
from kb.answering.pairing import paired
from kb.answering.preferring import CHANGES, preference
from kb.answering.scoring import (
    AROUND,
    FOUND_AT,
    MISPLACED,
    OWN,
    PASSAGE,
    SECTION,
    TITLE,
    Cover,
    cover,
    rare_share,
)
from kb.answering.words import LITTLE, grades, weight, words
from kb.joining.agreement import same_value
from kb.matching.sentences import between
from kb.records import Bound, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.answering.fitting import Candidate
    from kb.answering.material import Material
    from kb.answering.question import Question
    from kb.records import Figure

T = TypeVar("T")

# What a figure's words count: a conditional logit (McFadden 1974) of the right figure among all that the
# search brings, on the questions of tests/cases, tests/gold and further sets, rounded; in units of the
# preferences below it. What stands in the other language is covered less well, so that it gets that back.
SHARE, RARE, REACHED, FOUND, NEAR, FOREIGN = 0.33, 0.38, 0.29, 0.38, 0.37, 0.26
QUALIFIED, EXACT = 0.38, 0.28
ROUNDED, NEARLY = 0.15, Decimal("0.05")  # how near a number is to one that rounds it, in rank and in size
PLACED = 0.15  # what it counts that a figure is of things that are called by the place asked for
NAMED, MOSTLY = 0.25, 0.5  # how surely a figure's own words must name what is counted
LACKING = 0.25  # what it counts against them that a word of it is missing
_CLAUSE_END = re.compile(r"[，,;；。.\n、\d]|\band\b")
_PARTS = re.compile("[;；]")
_COUNTER = re.compile(r"^\s*[个家件项名处座]?")
BEHIND = 40  # characters behind a figure that may still name what it counts


@dataclass(frozen=True, slots=True)
class Ranked:
    """A figure with how well it answers."""

    figure: Figure
    cover: Cover
    score: float


def rank(material: Material, units: frozenset[str], *, any_year: bool = False) -> list[Ranked]:
    """Return the figures that may answer, best first; those of other units or other years are left out."""
    found = [(one, _reach(one, material)) for one in candidates(material, units, any_year=any_year)]
    asked = grades(words(material.question.view))
    found = [(one, reach) for one, reach in found if not _of_another_grade(one, reach, asked)]
    cosines = material.nearness([reach for _, reach in found])
    ranked = [_ranked(one, reach, near, material) for (one, reach), near in zip(found, cosines, strict=True)]
    return sorted(ranked, key=lambda r: (-r.score, r.figure.id, r.figure.quote.document))


def lead(ranked: Sequence[Ranked], question: Question) -> float:
    """Return how far the best figure is ahead of the best one that would do as well, with another value."""
    first = ranked[0]
    rivals = (r for r in ranked if r.figure.value != first.figure.value and r.cover.reaches(question))
    return next((first.score - r.score for r in rivals), 1.0)


def own_first(ranked: Sequence[Ranked], material: Material) -> list[Ranked]:
    """Put first, of the figures that say what the best one does, the best one in the asker's language."""
    best, language = ranked[0].figure, material.question.language
    alike = (r for r in ranked if (r.figure.value, r.figure.unit) == (best.value, best.unit))
    own = next((r for r in alike if r.figure.language == language), ranked[0])
    return fronted(ranked, own)


def precise_first(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Put first the number that the best one rounds, where its document has it: 812.4亿元 of "超800亿元"."""
    best = ranked[0].figure
    exact = (r for r in ranked if _is_rounded(best, r.figure) and ranked[0].score - r.score <= ROUNDED)
    return fronted(ranked, next(exact, ranked[0]))


def fronted(ranked: Sequence[T], first: T) -> list[T]:
    """Return what is ranked, figures or sentences, with one of them put first."""
    return [first, *(r for r in ranked if r is not first)]


def _is_rounded(rounded: Figure, exact: Figure) -> bool:
    """Whether a figure is "more than" or "about" another one of its document."""
    if rounded.quote.document != exact.quote.document or exact.bound is not Bound.EXACT:
        return False
    if (rounded.unit, rounded.deadline, rounded.kind) != (exact.unit, exact.deadline, exact.kind):
        return False
    beyond = exact.value / rounded.value - 1 if rounded.value else Decimal(1)
    least = {Bound.OVER: Decimal(0), Bound.AT_LEAST: Decimal(0), Bound.ABOUT: -NEARLY}.get(rounded.bound)
    return least is not None and exact.value != rounded.value and least <= beyond <= NEARLY


def _ranked(one: Candidate, reach: str, near: float, material: Material) -> Ranked:
    """Put into one number what is covered, how near its words are, and all that speaks for it besides."""
    figure = one.figure
    covered = cover(material, _layers(one, material), material.rank_of(one.hit))
    covered = replace(covered, named=_named(covered, figure, material), near=near)
    score = (
        SHARE * covered.share
        + RARE * covered.rare
        + REACHED * rare_share(material, reach)
        + FOUND * covered.rank
        + NEAR * near
        + (FOREIGN if figure.language != material.question.asked_in else 0.0)
        + (MISPLACED if material.misplaced(one.document, one.sentence) else 0.0)
        + preference(one, reach, material.question)
        + _qualified(figure, material)
        + paired(figure, material)
        + _precision(figure, material)
        + _called_by_place(figure, material)
    )
    return Ranked(figure, covered, score)


def _reach(one: Candidate, material: Material) -> str:
    """Return the words around a figure as far as no other figure has them, within semicolons."""
    text, own = one.document.text, one.figure.quote.span
    inside = material.figures_in(one.document.id, one.span)
    reach = between([f.quote.span for f in inside if f.number != one.figure.number], own, one.span)
    before, behind = text[reach.start : own.start], text[own.end : reach.end]
    return _PARTS.split(before)[-1] + one.figure.quote.text + _PARTS.split(behind)[0]


def _of_another_grade(one: Candidate, reach: str, asked: frozenset[str]) -> bool:
    """Whether a figure is for two stars where three are asked for, or for Class II and not for Class III."""
    if not asked:
        return False
    at = one.figure.number[0] - one.span.start
    part = _PARTS.split(one.sentence[:at])[-1] + _PARTS.split(one.sentence[at:])[0]
    if any(_is_another(asked, grades(words(text))) for text in (reach, part)):
        return True
    around = f"{one.sentence}\n{one.passage.text}\n{one.passage.section}\n{one.passage.title}"
    return not asked <= grades(words(around))


def _is_another(asked: frozenset[str], said: frozenset[str]) -> bool:
    return any(g not in said and g[0] in {other[0] for other in said} for g in asked)


def _named(covered: Cover, figure: Figure, material: Material) -> float:
    """Return how surely what is counted is named by the figure itself, and not only somewhere around it.

    "University students" are not named by "pupils": a word that is missing from words of its own language.
    """
    question = material.question
    every = sorted(question.head)  # "how many tasks": where no word tells much, those of every plan must do
    head = [i for i in every if material.asked.weights[i] > LITTLE] or every
    if not head:
        return 1.0
    near = [float(covered.near_words[i]) for i in head]
    own = [float(covered.own_words[i]) for i in head] if question.units == COUNTED else near
    named = 1.0 if own[-1] >= NAMED and sum(own) / len(own) > MOSTLY else 0.0
    anywhere = min(float(covered.words[i]) for i in head)
    lacks = anywhere < FOUND_AT and figure.language == question.asked_in
    return named - LACKING if lacks else named


def _qualified(figure: Figure, material: Material) -> float:
    """Return what it says that the numbers of the question are this figure's thresholds, or are not."""
    question = material.question
    thresholds = [
        f for f in material.base.readings.figures.get(figure.quote.document, ()) if f.of == figure.id
    ]
    if question.kind is Kind.TRUTH or not question.asserted or not thresholds:
        return 0.0
    return QUALIFIED if any(same_value(a, t) for a in question.asserted for t in thresholds) else -QUALIFIED


def _called_by_place(figure: Figure, material: Material) -> float:
    """Return what it says that a figure's own words name the place that what is counted is called by.

    多少个福建老字号 asks for those of Fujian, of which its plan tells beside those of China.
    """
    question, names = material.question, material.names
    behind = _COUNTER.sub("", question.view[question.form[1] :], count=1)
    if question.units != COUNTED or not behind.startswith(names):
        return 0.0
    return PLACED if any(name in figure.subject for name in names) else -PLACED


def _precision(figure: Figure, material: Material) -> float:
    """Return how much of what a figure says it measures the question asks for."""
    if not (inside := [w for w in words(figure.subject) if weight(w) > LITTLE]):
        return 0.0
    matcher = material.matcher
    covered = matcher.cover(matcher.asked(inside), matcher.scope(material.question.rest))
    return EXACT * float(covered.mean())


def _layers(one: Candidate, material: Material) -> list[tuple[str, float]]:
    """Return the texts around a figure from the inside out; its twins in other documents speak for it too."""
    figure, document = one.figure, one.document
    behind = _CLAUSE_END.split(document.text[figure.quote.end : figure.quote.end + BEHIND], maxsplit=1)[0]
    own = [f"{figure.subject}\n{figure.quote.text}{behind}"]
    if not any(weight(w) > LITTLE for w in words(own[0])):  # "the total is kept within 800" names nothing
        own.append(one.sentence)
    own += [f"{f.subject}\n{f.quote.text}" for f in twins(figure, material)]
    own += [NAMES[family]] if (family := family_of(figure.unit)) in NAMES else []
    own += [CHANGES[figure.change]] if figure.change in CHANGES else []
    if figure.of and (whole := material.base.figure_by_key.get((figure.quote.document, figure.of))):
        own.append(whole.subject)
    return [
        ("\n".join(own), OWN),
        (one.sentence, AROUND),
        (taken_up(document, one.span), SECTION),
        (one.passage.section, SECTION),
        (one.passage.text, PASSAGE),
        (material.titles(document), TITLE),
    ]


def twins(figure: Figure, material: Material) -> list[Figure]:
    """Return the figures of other documents that state the same target alike."""
    target = material.target_of.get(figure.key)
    if target is None:
        return []
    alike = (Verdict.SAME, Verdict.ROUNDED, Verdict.WEAKER, Verdict.STRONGER)
    mine = next(s.verdict for s in target.statements if s.key == figure.key)
    if mine not in alike:
        return []
    found = [s.key for s in target.statements if s.key != figure.key and s.verdict in alike]
    return [f for i in found if (f := material.base.figure_by_key.get(i)) and f.value == figure.value]
