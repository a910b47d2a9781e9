"""How two figures stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.joining.agreement import comparable, deadlines_fit, far_apart, opposed, rounded, same_value, verdict
from kb.records import Bound, Verdict


@dataclass(frozen=True)
class Amount:
    """As much of a figure as agreement looks at."""

    value: Decimal
    unit: str = "count"
    bound: Bound = Bound.EXACT
    value_max: Decimal | None = None
    deadline: str | None = None
    unit_text: str = ""


def amount(text: str, **more: str) -> Amount:
    """Read "> 500 count"."""
    bound, value, unit = text.split()
    return Amount(Decimal(value), unit, Bound(bound), **more)  # type: ignore[arg-type]


SAME = [
    ("= 21 day", "= 3 week"),
    ("= 1 year", "= 12 month"),
    ("= 2 hour", "= 120 minute"),
    ("= 15 mu", "= 1 ha"),
    ("= 1 km2", "= 100 ha"),
    ("= 1 t", "= 1000 kg"),
    ("= 300 person", "= 300 count"),
    ("= 800 CNY", "= 800 CNY/mu"),
    ("= 1000 gce", "= 0.001 tce"),
    ("= 5 EFLOPS", "= 5000 PFLOPS"),
]
OTHER = [
    ("= 25 day", "= 25 week"),
    ("= 5 workday", "= 5 day"),
    ("= 3 %", "= 3 pp"),
    ("= 30 day", "= 1 month"),
    ("= 500 CNY", "= 500 USD"),
    ("= 5 kg/mu", "= 5 kg/ha"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_quantity_in_two_units_is_the_same(a: str, b: str) -> None:
    assert same_value(amount(a), amount(b))
    assert same_value(amount(b), amount(a))


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_equal_digits_of_another_unit_are_another_quantity(a: str, b: str) -> None:
    assert not same_value(amount(a), amount(b))


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [("week", "workday", True), ("CNY", "USD", True), ("count", "CNY", False), ("kW", "kWh", False),
     ("CNY/mu", "CNY", True), ("kg/mu", "kg/ha", False), ("t", "kg", True)],
)  # fmt: skip
def test_units_of_one_family_are_comparable(a: str, b: str, wanted: bool) -> None:
    assert comparable(a, b) is wanted
    assert comparable(b, a) is wanted


def test_a_range_is_the_same_only_with_both_ends() -> None:
    whole = Amount(Decimal(8), value_max=Decimal(10))
    assert same_value(whole, whole)
    assert not same_value(whole, Amount(Decimal(8)))


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("= 555 CNY", "= 555.1 CNY", True),
        ("= 13.7 %", "= 13.68 %", True),
        ("= 500 CNY", "= 520 CNY", False),  # one digit says too little
        ("= 555.1 CNY", "= 55.51 CNY", False),
        ("= 555 CNY", "= 555 CNY", False),  # nothing was rounded
        ("= 25 count", "= 24.6 count", False),  # of so many people each, and no things
    ],
)
def test_rounding_keeps_the_digits_that_are_written(a: str, b: str, wanted: bool) -> None:
    assert rounded(amount(a), amount(b)) is wanted


@pytest.mark.parametrize(
    ("said", "chief", "wanted"),
    [
        ("> 500 count", "> 500 count", Verdict.SAME),
        ("= 500 count", "> 500 count", Verdict.WEAKER),
        ("> 500 count", "= 500 count", Verdict.STRONGER),
        ("< 500 count", "> 500 count", Verdict.DIFFERS),
        ("= 300 count", "> 500 count", Verdict.DIFFERS),
        ("= 555 CNY", "= 555.1 CNY", Verdict.ROUNDED),
    ],
)
def test_a_verdict_weighs_value_and_bound(said: str, chief: str, wanted: Verdict) -> None:
    assert verdict(amount(said), amount(chief)) is wanted


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [(None, "2027", True), ("2027", "2027-12", True), ("2027", "2030", False), ("2027-06", "2027-12", False),
     ("P3Y", "2028", True), ("P3Y", "P3Y", True), ("P3Y", "P5Y", False)],
)  # fmt: skip
def test_deadlines_fit_as_far_as_both_say(a: str | None, b: str | None, wanted: bool) -> None:
    one, two = Amount(Decimal(1), deadline=a), Amount(Decimal(1), deadline=b)
    assert deadlines_fit(one, two) is wanted
    assert deadlines_fit(two, one) is wanted


FAR = [("= 60 year", "= 15 minute"), ("= 7 count", "= 500000 count")]
NEAR = [
    ("= 25 day", "= 25 week"),
    ("= 5 workday", "= 3 week"),
    ("= 50 count", "= 500000 count"),
    ("= 0 count", "= 9 count"),
    ("= 3 CNY", "= 7 USD"),
]


@pytest.mark.parametrize(("a", "b", "wanted"), [(*p, True) for p in FAR] + [(*p, False) for p in NEAR])
def test_what_is_of_another_order_and_has_other_digits_is_far_apart(a: str, b: str, wanted: bool) -> None:
    assert far_apart(amount(a), amount(b)) is wanted


amounts = st.builds(
    Amount,
    value=st.decimals(0, 10**6, places=1),
    unit=st.sampled_from(["count", "person", "day", "week", "CNY", "%", "mu", "ha"]),
    bound=st.sampled_from(list(Bound)),
)


@given(amounts, amounts)
def test_agreement_does_not_depend_on_the_order(a: Amount, b: Amount) -> None:
    assert same_value(a, b) == same_value(b, a)
    assert rounded(a, b) == rounded(b, a)
    assert opposed(a.bound, b.bound) == opposed(b.bound, a.bound)
    assert far_apart(a, b) == far_apart(b, a)


@given(amounts)
def test_a_figure_agrees_with_itself(a: Amount) -> None:
    assert same_value(a, a)
    assert verdict(a, a) is Verdict.SAME
