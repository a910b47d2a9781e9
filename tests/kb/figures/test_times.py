"""Times that a sentence names."""

import pytest

from kb.figures.times import plan_end, times_en, times_zh


@pytest.mark.parametrize(
    ("text", "role", "date"),
    [
        ("到2027年，", "BY", "2027"),
        ("2026年6月底前", "BY", "2026-06"),
        ("截至2024年底", "AS_OF", "2024"),
        ("较2020年下降", "SINCE", "2020"),
        ("在2020年基础上", "SINCE", "2020"),
        ("“十五五”期末", "BY", "2030"),
        ("三年内建成", "BY", "P3Y"),
        ("2025—2027年", "WHEN", "2027"),
        ("今年", "WHEN", "P0Y"),
    ],
)
def test_a_chinese_time_has_its_role_and_date(text: str, role: str, date: str) -> None:
    (time,) = times_zh(text)
    assert (time.role.name, time.date) == (role, date)


@pytest.mark.parametrize(
    ("text", "role", "date"),
    [
        ("By 2027, the city", "BY", "2027"),
        ("by the end of 2027", "BY", "2027"),
        ("by June 2026", "BY", "2026-06"),
        ("compared with 2020", "SINCE", "2020"),
        ("from 2020 levels", "SINCE", "2020"),
        ("in 2024", "WHEN", "2024"),
        ("stations built before 2026", "WHEN", "2026"),
        ("over the next three years", "BY", "P3Y"),
        ("the 14th Five-Year Plan period", "WHEN", "2025"),
        ("as of the end of 2023", "AS_OF", "2023"),
    ],
)
def test_an_english_time_has_its_role_and_date(text: str, role: str, date: str) -> None:
    time = times_en(text)[-1]
    assert (time.role.name, time.date) == (role, date)


def test_a_five_year_plan_ends_in_its_fifth_year() -> None:
    assert [plan_end(number) for number in (13, 14, 15)] == [2020, 2025, 2030]
