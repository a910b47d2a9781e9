"""Which figure a question asks for: those that stand in the passages found, best first."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from kb.answering.families import COUNTED, NAMES, family_of
from kb.answering.fitting import AS_IS, candidates, is_former, is_of_all, is_state
from kb.answering.forms import Kind
from kb.answering.pairing import paired
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
from kb.records import Bound, Change, FigureKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.answering.fitting import Candidate
    from kb.answering.material import Material
    from kb.answering.question import Question
    from kb.records import Figure

# What a figure's words count: a conditional logit (McFadden 1974) of the right figure among all that the
# search brings, on the questions of tests/cases, tests/gold and further sets, rounded; in units of the
# preferences below it. What stands in the other language is covered less well, so that it gets that back.
SHARE, RARE, REACHED, FOUND, NEAR, FOREIGN, FORMER = 0.33, 0.38, 0.29, 0.38, 0.37, 0.26, -0.57
LIKELY, UNLIKELY = 0.15, -0.3  # a unit that the question makes likely, or does not
UNASKED = -0.15  # a threshold, where none is asked for
DUE = 0.25  # a figure whose deadline is the one asked for
BOUNDED = 0.15  # a ceiling where a ceiling is asked for
TENSE, QUALIFIED, EXACT = 0.2, 0.38, 0.28
ROUNDED, NEARLY = 0.15, Decimal("0.05")  # how near a number is to one that rounds it, in rank and in size
AS_OF = 0.15  # how things stood at the end of a year, where that is asked for
SAME_UNIT = 0.05  # "how many hours": those, before the days of the same sentence
FOR_EACH = 0.15  # what it counts that a figure is for each one where that is asked for, or is for all
PRESENT = -0.5  # a target, where it is asked what there is at present
NAMED, MOSTLY = 0.25, 0.5  # how surely a figure's own words must name what is counted
LACKING = 0.25  # what it counts against them that a word of it is missing


_CHANGES = {
    Change.INCREASE: "增长 提高 growth increase rise",
    Change.DECREASE: "下降 降低 减少 fall decrease reduction",
}
_TO_COME = re.compile(
    r"\b(?:will|shall|should|must|target|goal|aim|plan|want|by 20\d\d)"
    r"|目标|要|将|今后|计划|到20\d\d|应|须|最高|最多"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AS_OF = re.compile(r"截至|截止|[年月]底|年末|\b(?:at|by|as of) the end of\b|\bend-", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:at present|currently|presently|so far|to date|right now|today)\b|目前|现有|已有|现在|迄今|现阶段",
    re.IGNORECASE,
)
_ENDS = (
    (
        re.compile(
            r"\b(?:maximum|(?:at|the) most|ceiling|cap|no more than|up to|upper limit)\b"
            r"|最高|最多|上限|不超过",
            re.IGNORECASE,
        ),
        (Bound.AT_MOST, Bound.UNDER),
    ),
    (
        re.compile(r"\b(?:minimum|at least|floor|lower limit)\b|最低|最少|至少|下限|不低于", re.IGNORECASE),
        (Bound.AT_LEAST, Bound.OVER),
    ),
)
_CLAUSE_END = re.compile(r"[，,;；。.\n、\d]|\band\b")
_PARTS = re.compile("[;；]")
_RATED = re.compile(
    r"每[百千万]人|[人户]均|\bper (?:1,000|10,000|100,000|thousand|capita|head)\b", re.IGNORECASE
)
BESIDE = 10  # characters on both sides of a number in which its year may stand
BEHIND = 40  # characters behind a figure that may still name what it counts
_EACH = re.compile(r"每一?[个家座处所项台套辆]|单[个家台项]|\b(?:each|every|apiece)\b", re.IGNORECASE)
_THRESHOLD = re.compile(r"门槛|多大|每[一个家座处]|each|how large|threshold|qualif", re.IGNORECASE)


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
    return [own, *(r for r in ranked if r is not own)]


def precise_first(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Put first the number that the best one rounds, where its document has it: 812.4亿元 of "超800亿元"."""
    best = ranked[0].figure
    exact = (r for r in ranked if _is_rounded(best, r.figure) and ranked[0].score - r.score <= ROUNDED)
    first = next(exact, ranked[0])
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
        + _past(one, material.question)
        + _for_each(reach, material.question)
        + _preference(figure, material.question)
        + _qualified(figure, material)
        + paired(figure, material)
        + _precision(figure, material)
    )
    return Ranked(figure, covered, score)


def _reach(one: Candidate, material: Material) -> str:
    """Return the words around a figure as far as no other figure has them, within semicolons."""
    text, own = one.document.text, one.figure.quote.span
    inside = material.figures_in(one.document.id, one.span)
    reach = between([f.quote.span for f in inside if f.number != one.figure.number], own, one.span)
    before, behind = text[reach.start : own.start], text[own.end : reach.end]
    return _PARTS.split(before)[-1] + one.figure.quote.text + _PARTS.split(behind)[0]


def _past(one: Candidate, question: Question) -> float:
    """Return what it says of a figure that it was so before, or is to be so in another year than is asked."""
    years = {y for y, is_due in question.years if not is_due} - question.paper_years
    if is_former(one.figure, one.document):
        start, end = one.figure.number
        own = set(_YEAR.findall(one.document.text, max(0, start - BESIDE), end + BESIDE))
        return 0.0 if years & own else FORMER
    due = (one.figure.deadline or "")[:4]
    return FORMER if years and due and due not in years else 0.0


def _for_each(reach: str, question: Question) -> float:
    """Return what speaks for a figure that is for each of some things, where that is asked for."""
    if not _EACH.search(question.view):
        return 0.0
    return FOR_EACH if _EACH.search(reach) else -FOR_EACH


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
    lacks = min(near) < FOUND_AT and figure.language == question.asked_in
    return named - LACKING if lacks else named


def _preference(figure: Figure, question: Question) -> float:
    """Return what speaks for a figure besides its words."""
    family = family_of(figure.unit)
    likely = 0.0 if not question.likely else LIKELY if family in question.likely else UNLIKELY
    due = DUE if any(y == (figure.deadline or "")[:4] for y, _ in question.years) else 0.0
    if any(d for _, d in question.years) and is_state(figure):
        due = UNLIKELY  # what is reached now is not what is due then
    if question.kind is Kind.QUANTITY and any(same_value(a, figure) for a in question.asserted):
        due += UNLIKELY  # "below 50 percent, how much is cut": the 50 is not what is asked for
    if bool(_RATED.search(figure.subject)) != bool(_RATED.search(question.view)) and family_of(
        figure.unit
    ) in ("count", "other"):
        due += UNLIKELY  # places per 1,000 residents are not the places
    if _AS_OF.search(question.view) and is_state(figure) and _AS_OF.search(figure.quote.text):
        due += AS_OF
    if is_of_all(question.view):
        due += LIKELY if is_of_all(figure.quote.text) else UNLIKELY
    if question.unit and family == family_of(question.unit):
        due += SAME_UNIT if figure.unit == question.unit else -SAME_UNIT
    threshold = 0.0 if figure.of is None or _THRESHOLD.search(question.view) else UNASKED
    grown = UNLIKELY if _is_growth(figure) and not question.asks_growth else 0.0
    return likely + due + threshold + grown + _bounded(figure, question) + _tense(figure, question)


def _bounded(figure: Figure, question: Question) -> float:
    """Return what speaks for a figure that is a ceiling or a floor, where one is asked for."""
    asked = [bounds for words, bounds in _ENDS if words.search(question.view)]
    if not asked or figure.bound not in (*_ENDS[0][1], *_ENDS[1][1]):
        return 0.0
    return BOUNDED if any(figure.bound in bounds for bounds in asked) else -BOUNDED


def _is_growth(figure: Figure) -> bool:
    """Whether a figure says by how much something changes: no answer to how much it is."""
    return figure.change in _CHANGES and family_of(figure.unit) in ("share", "times")


def _tense(figure: Figure, question: Question) -> float:
    """Return what speaks for a figure by its being a state or something to come."""
    if figure.deadline and figure.kind is FigureKind.TARGET and _PRESENT.search(question.view):
        return PRESENT
    if _TO_COME.search(question.view):
        return -TENSE if figure.kind is FigureKind.STATUS else TENSE
    return TENSE if figure.kind is FigureKind.STATUS and AS_IS.search(question.view) else 0.0


def _qualified(figure: Figure, material: Material) -> float:
    """Return what it says that the numbers of the question are this figure's thresholds, or are not."""
    question = material.question
    thresholds = [
        f for f in material.base.readings.figures.get(figure.quote.document, ()) if f.of == figure.id
    ]
    if question.kind is Kind.TRUTH or not question.asserted or not thresholds:
        return 0.0
    return QUALIFIED if any(same_value(a, t) for a in question.asserted for t in thresholds) else -QUALIFIED


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
    own += [_CHANGES[figure.change]] if figure.change in _CHANGES else []
    if figure.of and (whole := material.base.figure_by_key.get((figure.quote.document, figure.of))):
        own.append(whole.subject)
    return [
        ("\n".join(own), OWN),
        (one.sentence, AROUND),
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
