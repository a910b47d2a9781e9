"""What speaks for or against a claim, once a document's figure is known to be on the same subject.

Each rule looks at one respect and returns a finding, or None where it has nothing against the claim. The
first finding counts. A claim that no rule objects to is supported.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from kb.joining.agreement import comparable, deadlines_fit, far_apart, opposed, rounded, same_value, stricter
from kb.matching.qualifiers import conflict
from kb.matching.terms import head
from kb.matching.wordlists import COUNTERS_OF_THINGS, PEOPLE_EN
from kb.records import Bound, Change, FigureKind

if TYPE_CHECKING:
    from kb.matching.stated import Stated
    from kb.records import Quantified


class Judgement(StrEnum):
    """What can be said of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Finding:
    """A judgement with the rule that gave it."""

    judgement: Judgement
    rule: str


Rule = Callable[["Stated", "Stated"], Finding | None]

# A bound turned round from afar: "no station gets more than …"
_NEGATED = re.compile(r"\b(?:no|not|none|never|neither|nor)\b|不得|均不|并不|无一", re.IGNORECASE)
_PAST = re.compile(
    r"去年|上年|上一年|目前|现在|现有|\b(?:last year|previous year|currently|now|at present|so far)\b"
)
# What is claimed to be so already; a target is only wanted.
_REACHED = re.compile(
    r"已经?(?:[达建有突超完实培开投]|成为)|现有|目前[^，。]{0,12}(?:有|为|达)"
    r"|\b(?:already|so far|currently|ha(?:s|ve) (?:reached|risen|grown|climbed|hit))\b"
)
_WANTED = re.compile(
    r"\b(?:wants?|aims?|plans?|intends?|hopes?|targets?|will|shall|should|(?:is|are) to)\b"
    r"|将|力争|争取|计划|拟"
)
_YEAR_BEFORE = re.compile(r"上一?年|前一年|\b(?:the year before|a year earlier|the previous year)\b")
# A quote that ends with the level something starts from: "up from 4 percent", 覆盖率由2024年的52%.
_FROM = re.compile(r"(?:\bfrom\b|由|从)(?:(?!\bto\b|到|至).){0,30}$")
_TO = re.compile(r"(?:\bto|到|至)\s?\d[^，,;；]*$")
_CLOSE = Decimal("0.04")  # "about 300 billion" is said of 290 and of 310


def reported(said: Stated) -> bool:
    """Whether a figure is what was reached, not what is wanted."""
    return said.figure.kind is FigureKind.STATUS or bool(_PAST.search(said.clause))


def starting(said: Stated) -> bool:
    """Whether a figure is the level from which something rises or falls."""
    return bool(_FROM.search(said.clause))


def same_subject(claim: Stated, said: Stated) -> Finding | None:
    """Refuse a figure of Class II for Class III, one of revenue for output value."""
    axis = conflict(claim.wording, said.wording)
    if axis is None:
        return None
    if not same_value(claim.figure, said.figure):
        return Finding(Judgement.NOT_FOUND, "same_subject")
    if axis == "rate":
        return Finding(Judgement.CONTRADICTED, "same_rate")  # 99 yuan a month of 99 yuan a year
    return Finding(Judgement.UNSURE if axis == "measure" else Judgement.NOT_FOUND, "same_subject")


def same_sort(claim: Stated, said: Stated) -> Finding | None:
    """Refuse 2 million aircraft for 2 million pilots."""
    for one, two in ((claim, said), (said, claim)):
        if _of_people(one) and two.figure.unit_text[-1:] in COUNTERS_OF_THINGS:
            return Finding(Judgement.NOT_FOUND, "same_subject")
    return None


def same_threshold(claim: Stated, said: Stated) -> Finding | None:
    """Refuse the firms above 500 million for those above a billion."""
    pairs = [(a, b) for a in claim.thresholds for b in said.thresholds if comparable(a.unit, b.unit)]
    if not pairs or any(same_value(a, b) or rounded(a, b) for a, b in pairs):
        return None
    return Finding(Judgement.NOT_FOUND, "same_subject")


def same_time(claim: Stated, said: Stated) -> Finding | None:
    """Refuse what was reached last year for what is promised: it neither shows nor forbids the promise."""
    one, two = claim.figure, said.figure
    before = one.change is Change.LEVEL and _YEAR_BEFORE.search(claim.clause)  # "up 5% on the year before"
    if before and not same_value(one, two):
        return Finding(Judgement.NOT_FOUND, "same_period")
    promised = one.kind is FigureKind.TARGET or _WANTED.search(claim.sentence)
    if not promised or two.kind is not FigureKind.STATUS or two.deadline:
        return None
    named = {p.year for p in said.periods if p.year}
    earlier = named and (not one.deadline or max(named) < one.deadline[:4])
    past = (
        earlier or starting(said) or _PAST.search(said.clause) or (not named and _PAST.search(said.sentence))
    )
    return Finding(Judgement.NOT_FOUND, "same_period") if past and not same_value(one, two) else None


def reached(claim: Stated, said: Stated) -> Finding | None:
    """Object to a target that is claimed to be reached; of another number it says nothing."""
    if said.figure.kind is not FigureKind.TARGET or not said.figure.deadline or reported(said):
        return None
    if not _REACHED.search(claim.clause) and not _REACHED.search(claim.sentence):
        return None
    if same_value(claim.figure, said.figure):
        return Finding(Judgement.CONTRADICTED, "not_reached")
    return Finding(Judgement.NOT_FOUND, "same_period")


def another_year(claim: Stated, said: Stated) -> Finding | None:
    """Set aside another number for another year: both may be true."""
    if same_value(claim.figure, said.figure) or not said.figure.deadline:
        return None
    given = said.figure.deadline[:4]
    claimed = claim.figure.deadline or next((p.year for p in claim.periods if p.year), None)
    other = claimed and given.isdigit() and claimed[:4].isdigit() and claimed[:4] != given
    return Finding(Judgement.NOT_FOUND, "same_period") if other else None


def not_the_start(claim: Stated, said: Stated) -> Finding | None:
    """Object to the level that something starts from where it is claimed for the target."""
    one, two = claim.figure, said.figure
    start = two.kind is FigureKind.STATUS and starting(said) and same_value(one, two)
    promised = one.kind is not FigureKind.STATUS or _TO.search(claim.clause)
    swapped = start and promised and not starting(claim)
    return Finding(Judgement.CONTRADICTED, "not_the_start") if swapped else None


def same_kind_of_unit(claim: Stated, said: Stated) -> Finding | None:
    """Leave per cent against percentage points open: which was meant is not for us to say."""
    units = {claim.figure.unit, said.figure.unit}
    if units == {"%", "pp"} and claim.figure.value == said.figure.value:
        return Finding(Judgement.UNSURE, "same_kind_of_unit")
    return None


def same_order(claim: Stated, said: Stated) -> Finding | None:
    """Refuse a number so far off that no error explains it: it is on something else."""
    apart = far_apart(claim.figure, said.figure)
    return Finding(Judgement.NOT_FOUND, "same_order") if apart else None


def same_direction(claim: Stated, said: Stated) -> Finding | None:
    """Object where one rises and the other falls."""
    changes = {claim.figure.change, said.figure.change}
    if changes == {Change.INCREASE, Change.DECREASE}:
        return Finding(Judgement.CONTRADICTED, "same_direction")
    return None


def same_deadline(claim: Stated, said: Stated) -> Finding | None:
    """Object to the right number for another year: it is a wrong number."""
    claimed, given = claim.figure.deadline, said.figure.deadline
    if not claimed or not claimed[0].isdigit() or (given and deadlines_fit(claim.figure, said.figure)):
        return None
    if given:
        return Finding(Judgement.CONTRADICTED, "same_deadline")
    if said.figure.kind is not FigureKind.STATUS and claimed[:4] in said.horizon:
        return None
    return Finding(Judgement.UNSURE, "same_deadline")


def same_period(claim: Stated, said: Stated) -> Finding | None:
    """Object to another time: what was so in one quarter need not be so in the next."""
    if claim.figure.deadline or not claim.periods:
        return None
    if said.figure.deadline:
        years = {p.year for p in claim.periods if p.year} - {claim.figure.baseline}
        other = years and said.figure.deadline[:4].isdigit() and said.figure.deadline[:4] not in years
        return Finding(Judgement.UNSURE, "same_period") if other else None
    if not said.periods:
        years = {p.year for p in claim.periods if p.year}
        outside = said.horizon and years and not years & said.horizon
        return Finding(Judgement.UNSURE, "same_period") if outside else None
    if all(one.clashes(other) for one in claim.periods for other in said.periods):
        return Finding(Judgement.CONTRADICTED, "same_period")
    return None


def same_quantity(claim: Stated, said: Stated) -> Finding | None:
    """Object to another number, and to the same number of another unit."""
    one, two = claim.figure, said.figure
    if same_value(one, two) or rounded(one, two) or _about(one, two):
        return None
    one_of_range = two.value_max is not None and one.value_max is None and one.unit == two.unit
    if one_of_range and two.value <= one.value <= (two.value_max or 0):
        return Finding(Judgement.UNSURE, "within_range")
    if one.unit == two.unit and _truthful(one, two):
        return Finding(Judgement.UNSURE, "weaker_bound")
    slip = one.value == two.value and {one.unit, two.unit} != {"count", "person"}
    return Finding(Judgement.CONTRADICTED, "same_unit" if slip else "same_quantity")


def same_bound(claim: Stated, said: Stated) -> Finding | None:
    """Object where the bounds are opposed, and doubt a claim that says more than its source."""
    one, two = claim.figure.bound, said.figure.bound
    if opposed(one, two):
        doubtful = _NEGATED.search(claim.sentence) or _NEGATED.search(said.sentence)
        return Finding(Judgement.UNSURE if doubtful else Judgement.CONTRADICTED, "same_bound")
    loosely = {one, two} in ({Bound.OVER, Bound.AT_LEAST}, {Bound.UNDER, Bound.AT_MOST})
    if stricter(one, two) and not loosely and one is not Bound.EXACT:
        return Finding(Judgement.UNSURE, "stricter_bound")
    return None


RULES: tuple[Rule, ...] = (
    same_subject,
    same_sort,
    same_threshold,
    same_time,
    reached,
    another_year,
    not_the_start,
    same_kind_of_unit,
    same_order,
    same_direction,
    same_quantity,
    same_deadline,
    same_period,
    same_bound,
)


def examine(claim: Stated, said: Stated) -> Finding:
    """Return what the rules say of a claim beside one figure of the same subject."""
    if not comparable(claim.figure.unit, said.figure.unit):
        return Finding(Judgement.NOT_FOUND, "other_unit")
    found = (rule(claim, said) for rule in RULES)
    return next((f for f in found if f), Finding(Judgement.SUPPORTED, "agrees"))


def _of_people(stated: Stated) -> bool:
    """Whether a figure counts people, by its unit or by what it names in English."""
    thing = head(stated.subject) if stated.figure.language == "en" else None
    return stated.figure.unit == "person" or (thing is not None and thing.key in PEOPLE_EN)


def _about(one: Quantified, two: Quantified) -> bool:
    """Whether one is said to be about the other."""
    if one.unit != two.unit or Bound.ABOUT not in (one.bound, two.bound):
        return False
    return bool(two.value) and abs(one.value - two.value) <= _CLOSE * two.value


def _truthful(one: Quantified, two: Quantified) -> bool:
    """Whether a bound claimed holds for an exact value: "over 7000" said of 7500."""
    if two.bound is not Bound.EXACT:
        return False
    if one.bound in (Bound.OVER, Bound.AT_LEAST):
        return two.value * Decimal("0.8") <= one.value <= two.value
    return one.bound in (Bound.UNDER, Bound.AT_MOST) and two.value <= one.value <= two.value * Decimal("1.25")
