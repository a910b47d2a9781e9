import pytest

from corpus.text import Span
from ingest.dates import find_dates, find_months

FULL = [
    ("2025-09-30 01:39", "2025-09-30T01:39"),
    ("2025/9/8", "2025-09-08"),
    ("2025.09.08", "2025-09-08"),
    ("2025年9月8日", "2025-09-08"),
    ("2025 年 09 月 08 日 17:05", "2025-09-08T17:05"),
    ("2025-08-11T06:20:00+08:00", "2025-08-11T06:20"),
    ("2025-09-3009:39", "2025-09-30T09:39"),
    ("September 3, 2025", "2025-09-03"),
    ("Sept. 3rd, 2025 9:05", "2025-09-03T09:05"),
    ("3 September 2025", "2025-09-03"),
    ("二〇二五年九月十二日", "2025-09-12"),
    ("二○二五年十一月三十日", "2025-11-30"),
    ("民国114年9月8日", "2025-09-08"),
    ("114-09-08", "2025-09-08"),
]
NONE = [
    "2025-13-01",
    "2025-02-30",
    "12025-01-01",
    "2025年",
    "9月8日",
    "021-12345678",
    "1.2.3",
    "114-9",
    "2025-2027",
    "PM2.5",
]


@pytest.mark.parametrize(("text", "value"), FULL)
def test_a_date_is_read_in_every_form(text: str, value: str) -> None:
    [date] = find_dates(f"（{text}）")
    assert date.value == value


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_full_date_is_left_alone(text: str) -> None:
    assert find_dates(text) == ()


def test_dates_come_in_the_order_of_the_text_with_their_place() -> None:
    text = "On May 6, 2025 and 2024-01-02."
    assert [(date.value, date.span) for date in find_dates(text)] == [
        ("2025-05-06", Span(3, 14)),
        ("2024-01-02", Span(19, 29)),
    ]


@pytest.mark.parametrize(("text", "value"), [("2025年9月", "2025-09"), ("September 2025", "2025-09")])
def test_a_month_is_read_where_there_is_no_day(text: str, value: str) -> None:
    assert [date.value for date in find_months(text)] == [value]
    assert find_months("2025年9月8日") == ()
