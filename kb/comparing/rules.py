"""How a statement stands to the most authoritative one: rules that each look at one respect.

A rule returns a verdict with its name, or None. The first one counts; a statement that no rule objects to
is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kb.joining.agreement import deadlines_fit, opposed, rounded, same_value, stricter
from kb.matching import conflict

if TYPE_CHECKING:
    from kb.matching import Stated


class Cell(StrEnum):
    """How one document states a target, beside its most authoritative statement."""

    SAME = "same"
    ROUNDED = "rounded"
    WEAKER = "weaker"
    STRONGER = "stronger"
    UNIT = "different unit"
    DEADLINE = "different deadline"
    SUBJECT = "different subject"
    CONFLICTING = "conflicting"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class View:
    """A verdict with the rule that gave it."""

    cell: Cell
    rule: str


Rule = Callable[["Stated", "Stated"], View | None]

_MONEY = frozenset({"CNY", "USD", "EUR", "HKD", "JPY", "GBP", "MOP", "TWD"})
_CURRENCY = re.compile(r"元|圆|圓|yuan|renminbi|RMB|CNY|[¥￥$€£]|dollar|USD|euro|yen|pound", re.IGNORECASE)


def other_subject(said: Stated, chief: Stated) -> View | None:
    """See whether revenues stand where the authority has output value, Class II for Class III."""
    return View(Cell.SUBJECT, "other_subject") if conflict(said.wording, chief.wording) else None


def other_deadline(said: Stated, chief: Stated) -> View | None:
    """See whether the value is promised for another date."""
    return None if deadlines_fit(said.figure, chief.figure) else View(Cell.DEADLINE, "other_deadline")


def no_currency(said: Stated, chief: Stated) -> View | None:
    """See whether an amount of money is written without its currency: "10 billion"."""
    money = said.figure.unit in _MONEY and chief.figure.unit in _MONEY
    dropped = not _CURRENCY.search(said.clause) and _CURRENCY.search(chief.clause)
    return View(Cell.UNIT, "no_currency") if money and dropped else None


def other_unit(said: Stated, chief: Stated) -> View | None:
    """See whether the digits are right and the unit or the magnitude is not: 25 days, 555.1 billion."""
    one, two = said.figure, chief.figure
    if same_value(one, two) or not one.value or not two.value:
        return None
    digits = one.value.normalize().as_tuple().digits == two.value.normalize().as_tuple().digits
    slip = one.value == two.value or (one.unit == two.unit and digits and len(str(two.value.normalize())) > 2)
    return View(Cell.UNIT, "other_unit") if slip else None


def other_bound(said: Stated, chief: Stated) -> View | None:
    """See whether an equal value is bounded otherwise: more than 500 against 500, or against at most 500."""
    one, two = said.figure.bound, chief.figure.bound
    if not same_value(said.figure, chief.figure) or one is two:
        return None
    if opposed(one, two):
        return View(Cell.CONFLICTING, "opposed_bound")
    return View(Cell.STRONGER, "stronger") if stricter(one, two) else View(Cell.WEAKER, "weaker")


def other_value(said: Stated, chief: Stated) -> View | None:
    """See whether the value is another one, more than rounding explains."""
    if same_value(said.figure, chief.figure):
        return None
    if rounded(said.figure, chief.figure):
        return View(Cell.ROUNDED, "rounded")
    return View(Cell.CONFLICTING, "other_value")


RULES: tuple[Rule, ...] = (other_subject, no_currency, other_unit, other_deadline, other_bound, other_value)
# From the gravest to the slightest.
GRAVITY = (
    Cell.CONFLICTING,
    Cell.DEADLINE,
    Cell.SUBJECT,
    Cell.UNIT,
    Cell.STRONGER,
    Cell.WEAKER,
    Cell.ROUNDED,
    Cell.SAME,
)


def view(said: Stated, chief: Stated) -> View:
    """Return how a statement stands to the authority's."""
    found = (rule(said, chief) for rule in RULES)
    return next((v for v in found if v), View(Cell.SAME, "same"))
