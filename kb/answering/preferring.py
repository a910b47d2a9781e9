"""What speaks for a figure besides its words: its unit, time and bound, whether it is for each or for all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.answering.families import family_of
from kb.answering.fitting import AS_IS, BEFORE, PEOPLE, YEAR, is_former, is_of_all, is_state
from kb.answering.forms import Kind
from kb.joining.agreement import same_value
from kb.records import Bound, Change, FigureKind

if TYPE_CHECKING:
    from kb.answering.fitting import Candidate
    from kb.answering.question import Question
    from kb.records import Figure

# In the units of the weights in `ranking`, fitted with them or set on what the gold folders showed.
LIKELY, UNLIKELY = 0.15, -0.3  # a unit that the question makes likely, or does not
UNASKED = -0.15  # a threshold, where none is asked for
DUE = 0.25  # a figure whose deadline is the one asked for
UNDATED = 0.12  # a target without a date of its own in a plan that ends with the year asked for
BOUNDED = 0.15  # a ceiling where a ceiling is asked for
AS_OF = 0.15  # how things stood at the end of a year, where that is asked for
SAME_UNIT = 0.1  # "how many hours": those, before the days of the same sentence
FOR_EACH = 0.15  # what it counts that a figure is for each one where that is asked for, or is for all
PRESENT = -0.5  # a target, where it is asked what there is at present
FORMER = -0.57  # what was before, or is to be in another year than is asked
TENSE = 0.2
REACHED = 0.3  # "extended to how many provinces": to 17, not the seven of before
CHANGES = {
    Change.INCREASE: "增长 提高 growth increase rise",
    Change.DECREASE: "下降 降低 减少 fall decrease reduction",
}
_TO_COME = re.compile(
    r"\b(?:will|shall|should|must|target|goal|aim|plan|want|by 20\d\d)"
    r"|目标|要|将|今后|计划|到20\d\d|应|须|最高|最多"
)
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
_TO_WHAT = re.compile(
    r"(?:扩大|增加|增至|提高|提升|上升|升|扩展|降低|下降|降|减少|压缩|缩短|压减)(?:到|至|为)了?(?:多少|几)"
    r"|\b(?:rise|raised|increased?|extended|expanded|grow|cut|reduced|fall|lowered|shortened)\b"
    r"[^?]{0,40}?\bto (?:what|how)\b"
    r"|\bto (?:what|how) (?:many|much|long|high)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"(?:[到至]|\bto)\s?$")
_RATED = re.compile(
    r"每[百千万]人|[人户]均|\bper (?:1,000|10,000|100,000|thousand|capita|head)\b", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"[，;；。\n]|,\s")
BEHIND = 24  # characters behind a figure in which its rate may be named: "5.6 nurses per 1,000 residents"
BESIDE = 10  # characters on both sides of a number in which its year may stand
_EACH = re.compile(
    r"每一?[个家座处所项台套辆省市州县区镇乡村街校]|单[个家台项]|\b(?:each|every|apiece)\b", re.IGNORECASE
)
_THRESHOLD = re.compile(r"门槛|多大|每[一个家座处]|each|how large|threshold|qualif", re.IGNORECASE)


def preference(one: Candidate, reach: str, question: Question) -> float:
    """Return what speaks for a figure besides its words; `reach` are those that no other figure has."""
    figure = one.figure
    threshold = UNASKED if figure.of is not None and not _THRESHOLD.search(question.first) else 0.0
    grown = UNLIKELY if _is_growth(figure) and not question.asks_growth else 0.0
    return (
        threshold
        + grown
        + _measured(one, question)
        + _due(figure, question)
        + _of_all(figure, question)
        + _bounded(figure, question)
        + _tense(figure, question)
        + _past(one, question)
        + _reached(one, question)
        + _for_each(reach, question)
    )


def _measured(one: Candidate, question: Question) -> float:
    """Return what speaks for a figure by what it measures."""
    figure, end = one.figure, one.figure.quote.end
    family = family_of(figure.unit)
    said = 0.0 if not question.likely else LIKELY if family in question.likely else UNLIKELY
    if question.kind is Kind.QUANTITY and any(same_value(a, figure) for a in question.asserted):
        said += UNLIKELY  # "below 50 percent, how much is cut": the 50 is not what is asked for
    behind = _CLAUSE_END.split(one.document.text[end : end + BEHIND], maxsplit=1)[0]
    is_rate = bool(_RATED.search(f"{figure.subject} {behind}"))
    if is_rate != bool(_RATED.search(question.view)) and family in ("count", "other"):
        said += UNLIKELY  # places per 1,000 residents are not the places
    if figure.unit == "person" and PEOPLE.search(question.view):
        said += LIKELY
    if question.unit and family == family_of(question.unit):
        said += SAME_UNIT if figure.unit == question.unit else -SAME_UNIT
    return said


def _due(figure: Figure, question: Question) -> float:
    """Return what speaks for a figure by the time it is for."""
    as_of = is_state(figure) and _AS_OF.search(question.view) and _AS_OF.search(figure.quote.text)
    said = AS_OF if as_of else 0.0
    if any(is_due for _, is_due in question.years):
        if is_state(figure):
            return said + UNLIKELY  # what is reached now is not what is due then
        if not figure.deadline:
            return said + UNDATED
    return said + (DUE if any(y == (figure.deadline or "")[:4] for y, _ in question.years) else 0.0)


def _of_all(figure: Figure, question: Question) -> float:
    """Return what speaks for what is set aside for all, where that is asked for."""
    if not is_of_all(question.first):
        return 0.0
    return LIKELY if is_of_all(figure.quote.text) else UNLIKELY


def _bounded(figure: Figure, question: Question) -> float:
    """Return what speaks for a figure that is a ceiling or a floor, where one is asked for."""
    asked = [bounds for words, bounds in _ENDS if words.search(question.first)]
    if not asked or figure.bound not in (*_ENDS[0][1], *_ENDS[1][1]):
        return 0.0
    return BOUNDED if any(figure.bound in bounds for bounds in asked) else -BOUNDED


def _is_growth(figure: Figure) -> bool:
    """Whether a figure says by how much something changes: no answer to how much it is."""
    return figure.change in CHANGES and family_of(figure.unit) in ("share", "times")


def _tense(figure: Figure, question: Question) -> float:
    """Return what speaks for a figure by its being a state or something to come."""
    if figure.kind is FigureKind.TARGET and _PRESENT.search(question.view):
        return PRESENT if figure.deadline else PRESENT / 2
    if _TO_COME.search(question.view):
        return -TENSE if figure.kind is FigureKind.STATUS else TENSE
    return TENSE if figure.kind is FigureKind.STATUS and AS_IS.search(question.view) else 0.0


def _past(one: Candidate, question: Question) -> float:
    """Return what it says of a figure that it was so before, or is to be so in another year than is asked."""
    years = {y for y, is_due in question.years if not is_due} - question.paper_years
    if is_former(one.figure, one.document):
        start, end = one.figure.number
        own = set(YEAR.findall(one.document.text, max(0, start - BESIDE), end + BESIDE))
        return 0.0 if years & own else FORMER
    due = (one.figure.deadline or "")[:4]
    return FORMER if years and due and due not in years else 0.0


def _reached(one: Candidate, question: Question) -> float:
    """Return what speaks for the number that something rises or falls to, where that is asked for."""
    at = one.figure.number[0]
    asked = _TO_WHAT.search(question.first)
    return REACHED if asked and _TO.search(one.document.text, max(0, at - BEFORE), at) else 0.0


def _for_each(reach: str, question: Question) -> float:
    """Return what speaks for a figure that is for each of some things, where that is asked for."""
    if not _EACH.search(question.first):
        return 0.0
    return FOR_EACH if _EACH.search(reach) else -FOR_EACH
