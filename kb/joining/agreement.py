"""How two figures stand to each other: units, values, bounds and deadlines."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kb.records import Bound, Verdict

if TYPE_CHECKING:
    from kb.records import Quantified

# Units that measure one kind of thing, with how many of the family's step one is. None has no fixed
# length in the family (a month, a working day, another currency): comparable, but equal only to itself.
_FAMILIES: dict[str, dict[str, int | None]] = {
    "time": {
        "second": 1,
        "minute": 60,
        "hour": 3600,
        "day": 86400,
        "week": 604800,
        "workday": None,
        "month": None,
        "year": None,
    },
    "things": {"count": 1, "person": 1},
    "area": {"m2": 3, "mu": 2000, "ha": 30000, "km2": 3_000_000},  # a mu is two thirds of 1000 m²
    "length": {"m": 1, "km": 1000, "nmi": 1852},
    "mass": {"mg": 1, "g": 1000, "kg": 1_000_000, "t": 1_000_000_000},
    "coal": {"gce": 1, "tce": 1_000_000},
    "computing": {"PFLOPS": 1, "EFLOPS": 1000},
    "share": {"%": 10, "‰": 1, "pp": None},
    "money": dict.fromkeys(("CNY", "USD", "EUR", "HKD", "JPY", "GBP", "MOP", "TWD")),
}
_FAMILY_OF = {unit: family for family, units in _FAMILIES.items() for unit in units}
_MONTHS = {"month": 1, "year": 12}
_SECONDS = {**_FAMILIES["time"], "workday": 86400, "month": 2_592_000, "year": 31_536_000}
_FAR = Decimal(20)
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
    """Whether two units measure the same kind of thing, so that a difference between them is one.

    What a quantity is counted per ("800 yuan per mu") is often said elsewhere in the sentence.
    """
    one, _, per = a.partition("/")
    two, _, other = b.partition("/")
    if per and other and per != other:
        return False
    return one == two or (one in _FAMILY_OF and _FAMILY_OF[one] == _FAMILY_OF.get(two))


def far_apart(a: Quantified, b: Quantified) -> bool:
    """Whether two figures are so far apart that no error explains it: they are on different things.

    A slip of the unit or of the magnitude keeps the digits (25 days for 25 weeks, 500 for 50); a wrong number
    is of the order of the right one.
    """
    if _digits_of(a.value) == _digits_of(b.value):
        return False
    times = ratio(a, b)
    return times is not None and not 1 / _FAR <= times <= _FAR


def ratio(a: Quantified, b: Quantified) -> Decimal | None:
    """Return how many times the second the first is; None where one is 0 or no step of units is common."""
    one, two = a.unit.partition("/")[0], b.unit.partition("/")[0]
    steps = {**_FAMILIES.get(_FAMILY_OF.get(one, ""), {}), **(_SECONDS if one in _SECONDS else {})}
    step, other = (steps.get(one), steps.get(two)) if one != two else (1, 1)
    if not a.value or not b.value or not step or not other:
        return None
    return (a.value * step) / (b.value * other)


def same_value(a: Quantified, b: Quantified) -> bool:
    """Whether two figures write the same quantity, whatever the unit's step: 21 days, three weeks."""
    pairs = ((a.value, b.value), (a.value_max, b.value_max))
    return all(_equal(x, a.unit, y, b.unit) for x, y in pairs)


def _equal(x: Decimal | None, unit: str, y: Decimal | None, other: str) -> bool:
    if x is None or y is None:
        return x is y
    if not comparable(unit, other):
        return False
    unit, other = unit.partition("/")[0], other.partition("/")[0]
    if unit == other:
        return x == y
    if unit in _MONTHS and other in _MONTHS:
        return x * _MONTHS[unit] == y * _MONTHS[other]
    family = _FAMILIES[_FAMILY_OF[unit]]
    one, two = family[unit], family[other]
    return one is not None and two is not None and x * one == y * two


def rounded(a: Quantified, b: Quantified) -> bool:
    """Whether one is the other, rounded to the digits it is written with: 555 and 555.1."""
    if a.unit != b.unit or not a.value or not b.value or a.value_max != b.value_max:
        return False
    coarse, fine = sorted((a.value, b.value), key=_digits)
    if a.unit in _FAMILIES["things"] and fine % 1:
        return False  # 24.6 are of so many people each, and no 25 things
    step = Decimal(1).scaleb(_exponent(coarse))
    return _digits(coarse) >= 2 and coarse != fine and abs(coarse - fine) <= step / 2


def opposed(a: Bound, b: Bound) -> bool:
    """Whether the truth lies above for the one and below for the other."""
    return (a in _UP and b in _DOWN) or (a in _DOWN and b in _UP)


def stricter(a: Bound, b: Bound) -> bool:
    """Whether the first says more than the second: more than 500 says more than 500, or about 500."""
    return _STRICTNESS[a] > _STRICTNESS[b]


def verdict(figure: Quantified, authority: Quantified) -> Verdict:
    """Return how `figure` stands to the authority's statement of the same target."""
    if same_value(figure, authority):
        if figure.bound == authority.bound:
            return Verdict.SAME
        if opposed(figure.bound, authority.bound):
            return Verdict.DIFFERS
        return Verdict.STRONGER if stricter(figure.bound, authority.bound) else Verdict.WEAKER
    return Verdict.ROUNDED if rounded(figure, authority) else Verdict.DIFFERS


def deadlines_fit(a: Quantified, b: Quantified) -> bool:
    """Whether neither deadline speaks against the other; the coarser date holds the finer."""
    if not a.deadline or not b.deadline:
        return True
    if a.deadline[0].isdigit() != b.deadline[0].isdigit():
        return True  # "within three years" and 2028 may be one: that depends on when it was said
    one, two = sorted((a.deadline, b.deadline), key=len)
    return two.startswith(one) if one[0].isdigit() else one == two


def _exponent(value: Decimal) -> int:
    return int(value.normalize().as_tuple().exponent)


def _digits(value: Decimal) -> int:
    """Return how many digits a value is written with, less trailing zeros."""
    return len(_digits_of(value))


def _digits_of(value: Decimal) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits
