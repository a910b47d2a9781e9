"""Answers to "is it true": what is claimed beside what is held, and the right value where they differ."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kb.answering import ranking, telling
from kb.answering.drafting import Draft, Statement
from kb.answering.families import family_of, without_year
from kb.answering.wording import deadline
from kb.joining.agreement import far_apart, same_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.answering.material import Material
    from kb.answering.ranking import Ranked
    from kb.figures import Reading
    from kb.records import Figure, Quantified


BESIDE = 0.5  # a figure ranked this near to the best one may be what is claimed, where that is far from it
_RATE = re.compile(
    r"每(?:千瓦时?|度|平方米|亩|公顷|吨|公斤|立方米|公里|米)"
    r"|\b(?:per|an?|each) (?:kwh?|kilowatt(?:-hour)?|square met|mu\b|hectare|ton|kilogram|cubic|kilomet)",
    re.IGNORECASE,
)


def rank(material: Material, claim: Reading) -> list[Ranked]:
    """Return the figures that the claim may be about, whatever years it names."""
    ranked = ranking.rank(material, frozenset({family_of(claim.unit)}), any_year=True)
    # 6 million yuan are no 260 yuan a square metre; a yearly capacity is claimed in tons.
    is_rate = bool(_RATE.search(material.question.view))
    same = [r for r in ranked if _measure(r.figure, is_rate=is_rate) == _measure(claim, is_rate=is_rate)]
    same = [r for r in same if is_rate and "/" in r.figure.unit] or same
    years = _years_due(material)
    due = [r for r in same if (r.figure.deadline or "")[:4] in years]
    if due and same[0].score - due[0].score > BESIDE:  # what is due then is something else
        due = []
    return _claimed_first(_near(due or same or ranked, claim), claim)


def _near(ranked: list[Ranked], claim: Reading) -> list[Ranked]:
    """Put figures that are too far from the claim to be on the same thing behind those that are not."""
    return sorted(
        ranked, key=lambda r: far_apart(claim, r.figure) or ranked[0].score - r.score > BESIDE
    )  # the others keep their order


def _claimed_first(ranked: list[Ranked], claim: Reading) -> list[Ranked]:
    """Put a figure of the claimed value first where its own words have more of the claim than the best one's.

    "46 were national or international": of 1,020 events in all, that is what is claimed.
    """
    if not ranked:
        return ranked
    first = next((r for r in ranked if same_value(claim, r.figure)), ranked[0])
    if first.cover.own <= ranked[0].cover.own:
        return ranked
    return ranking.fronted(ranked, first)


def _measure(one: Quantified, *, is_rate: bool) -> str:
    """Return what a number is of; who is counted in one language may be things in the other.

    Of a rate (每千瓦500元) that is what stands above the line: what is below it is told by the words.
    """
    unit = without_year(one.unit)
    unit = unit.partition("/")[0] if is_rate else unit
    return "count" if unit == "person" else unit


def _years_due(material: Material) -> set[str]:
    """Return the years by which a question wants something."""
    return {year for year, is_due in material.question.years if is_due}


def answer(material: Material, claim: Reading, ranked: Sequence[Ranked]) -> Draft:
    """Confirm the claim, or put the held value and deadline in its place."""
    draft = telling.answer(material, ranked)
    figure = material.base.figure_by_key[draft.figures[0]]
    right = holds(claim, figure, material)
    language = material.question.language
    due = (
        deadline(figure.deadline, language) if figure.deadline and telling.due_quote(figure, material) else ""
    )
    said = telling.spoken(figure, material)
    if language == "zh":
        text = f"{'是' if right else '不是'}：{said}" + (f"（{due}）" if due else "")
    else:
        text = f"{'Yes' if right else 'No'}: {said}" + (f" {due}" if due else "")
    first = Statement(text, draft.statements[0].quotes)
    return replace(draft, statements=(first, *draft.statements[1:]), figures=draft.figures[:1])


def holds(claim: Reading, figure: Figure, material: Material) -> bool:
    """Whether the claim's value and years are the figure's."""
    years = _years_due(material) or {year for year, _ in material.question.years}
    due = figure.deadline[:4] if figure.deadline and figure.deadline[:4].isdigit() else None
    fits = not years or due is None or due in years
    return fits and same_value(claim, figure)
