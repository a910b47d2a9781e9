"""How two figures stand to each other: units, values, bounds and deadlines."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kb.records import Bound, Verdict

if TYPE_CHECKING:
    from kb.records import Figure

# Units that measure one thing in different steps: a conflict between them is a conflict, not a mismatch.
_FAMILIES = (
    frozenset({"second", "minute", "hour", "day", "workday", "week", "month", "year"}),
    frozenset({"count", "person"}),
    frozenset({"m2", "km2", "mu", "ha"}),
    frozenset({"m", "km"}),
    frozenset({"g", "kg", "t"}),
    frozenset({"%", "pp"}),
)
_DAYS = {"day": 1, "workday": Decimal("1.4"), "week": 7, "month": 30, "year": 365}
_DOWN = (Bound.UNDER, Bound.AT_MOST)
_UP = (Bound.OVER, Bound.AT_LEAST)
_STRICTNESS = {
    Bound.OVER: 3,
    Bound.UNDER: 3,
    Bound.AT_LEAST: 2,
    Bound.AT_MOST: 2,
    Bound.EXACT: 1,
    Bound.ABOUT: 0,
}


def comparable(a: str, b: str) -> bool:
    """Whether two units measure the same kind of thing."""
    return a == b or any(a in family and b in family for family in _FAMILIES)


def same_value(a: Figure, b: Figure) -> bool:
    """Whether two figures write the same quantity, whatever the unit's step: 21 days, three weeks."""
    if a.value_max != b.value_max and a.unit == b.unit:
        return False
    if a.unit == b.unit or {a.unit, b.unit} == {"count", "person"}:
        return a.value == b.value
    if {a.unit, b.unit} <= {"day", "week", "year"}:  # months and working days have no fixed length
        return a.value * _DAYS[a.unit] == b.value * _DAYS[b.unit]
    return False


def rounded(a: Figure, b: Figure) -> bool:
    """Whether one is the other, rounded to the digits it is written with: 555 and 555.1."""
    if a.unit != b.unit or not a.value or not b.value:
        return False
    coarse, fine = sorted((a.value, b.value), key=_digits)
    step = Decimal(1).scaleb(_exponent(coarse))
    return _digits(coarse) >= 2 and abs(coarse - fine) <= step / 2


def verdict(figure: Figure, authority: Figure) -> Verdict:
    """Return how `figure` stands to the authority's statement of the same target."""
    if same_value(figure, authority):
        if figure.bound == authority.bound:
            return Verdict.SAME
        opposed = (figure.bound in _UP and authority.bound in _DOWN) or (
            figure.bound in _DOWN and authority.bound in _UP
        )
        if opposed:
            return Verdict.DIFFERS
        stricter = _STRICTNESS[figure.bound] > _STRICTNESS[authority.bound]
        return Verdict.STRONGER if stricter else Verdict.WEAKER
    return Verdict.ROUNDED if rounded(figure, authority) else Verdict.DIFFERS


def deadlines_fit(a: Figure, b: Figure) -> bool:
    """Whether neither deadline speaks against the other; the coarser date holds the finer."""
    if not a.deadline or not b.deadline:
        return True
    return a.deadline.startswith(b.deadline[:4]) if b.deadline[:1].isdigit() else a.deadline == b.deadline


def _exponent(value: Decimal) -> int:
    return int(value.normalize().as_tuple().exponent)


def _digits(value: Decimal) -> int:
    """Return how many digits a value is written with, less trailing zeros."""
    return len(value.normalize().as_tuple().digits)
