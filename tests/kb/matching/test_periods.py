"""Times that a sentence is about."""

import pytest

from kb.matching.periods import Period, periods

CASES = [
    ("2025年第一季度增长5%", {("2025", "Q1")}),
    ("2024年上半年网上零售额", {("2024", "H1")}),
    ("二季度投资回升", {(None, "Q2")}),
    ("2023年前三季度", {("2023", "9M")}),
    ("2022年12月", {("2022", "M12")}),
    ("grew in the first quarter of 2025", {("2025", "Q1")}),
    ("in Q3 2024", {("2024", "Q3")}),
    ("the second half of 2023", {("2023", "H2")}),
    ("in June 2024", {("2024", "M06")}),
    ("at the end of 2023", {("2023", None)}),
    ("2000 yuan", set()),
    ("没有时间", set()),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_periods_are_read(text: str, wanted: set[tuple[str | None, str | None]]) -> None:
    assert periods(text) == {Period(*w) for w in wanted}


def test_periods_clash_only_in_what_both_say() -> None:
    year, quarter = Period("2025", None), Period("2025", "Q1")
    assert not year.clashes(quarter)
    assert quarter.clashes(Period("2025", "Q2"))
    assert quarter.clashes(Period("2024", "Q1"))
    assert not quarter.clashes(Period(None, "Q1"))
