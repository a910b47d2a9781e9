"""Dates in all the forms in which releases are dated, as ISO 8601."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOCK = r"(?:[T\s]*(?P<hour>[01]?\d|2[0-3])[:：](?P<minute>[0-5]\d)(?:[:：][0-5]\d)?)?"
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
# 2025-09-30 01:39, 2025/9/8, 2025.9.8, 2025年09月29日 17:05; "2025-09-3009:39" where two elements touch
NUMERIC = re.compile(
    r"""(?<![\d.])(?P<year>(?:19|20)\d\d)\s?
    (?:年\s?(?P<month_zh>1[0-2]|0?[1-9])\s?月\s?(?P<day_zh>3[01]|[12]\d|0?[1-9])\s?日
     |(?P<mark>[-/.])\s?(?P<month>1[0-2]|0?[1-9])\s?(?P=mark)\s?(?P<day>3[01]|[12]\d|0?[1-9])(?=\d\d:\d\d|(?![\d])))
    """
    + CLOCK,
    re.VERBOSE,
)
# September 30, 2025 / Sept. 30 2025 09:39
MONTH_FIRST = re.compile(
    MONTH + r"\s?(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s?(?P<year>(?:19|20)\d\d)(?!\d),?" + CLOCK,
    re.IGNORECASE,
)
# 30 September 2025
DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?[\s-]"
    + MONTH
    + r"[\s,-]\s?(?P<year>(?:19|20)\d\d)(?!\d),?"
    + CLOCK,
    re.IGNORECASE,
)
# 二〇二五年九月十二日
SPELT = re.compile(
    r"(?P<year>[一二][〇零○Ｏ0一二三四五六七八九]{3})年(?P<month>十[一二]|[一二三四五六七八九十])月"
    r"(?P<day>[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
)
# 民國114年9月30日, 114-09-30: years of the Republic, as official sites of Taiwan count them
REPUBLIC = re.compile(
    r"(?:(?:中华)?民国\s?(?P<year>\d{2,3})\s?年\s?(?P<month>1[0-2]|0?[1-9])\s?月\s?(?P<day>3[01]|[12]\d|0?[1-9])\s?日"
    r"|(?<![\d.-])(?P<year_short>1[01]\d)(?P<mark>[-/.])(?P<month_short>1[0-2]|0[1-9])(?P=mark)(?P<day_short>3[01]|[12]\d|0[1-9])(?![\d.-]))"
)
# 2025年9月, September 2025
MONTH_ONLY = re.compile(
    rf"(?<!\d)(?P<year_zh>(?:19|20)\d\d)\s?年\s?(?P<month_zh>1[0-2]|0?[1-9])\s?月(?!\s?\d)|{MONTH}\s(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
DIGITS = {"〇": 0, "零": 0, "○": 0, "Ｏ": 0, "0": 0} | {c: i for i, c in enumerate("一二三四五六七八九", 1)}


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it stands in a text: "2025-09-30" or, with the time of day, "2025-09-30T09:39"."""

    value: str
    span: Span


def find_dates(text: str) -> tuple[Date, ...]:
    """Return every full date of `text`, in order."""
    return tuple(sorted(_dates(text), key=lambda date: date.span))


def find_months(text: str) -> tuple[Date, ...]:
    """Return every month with its year and without a day: "2025-09"."""
    found = []
    for match in MONTH_ONLY.finditer(text):
        month = int(match["month_zh"]) if match["month_zh"] else MONTHS.index(match["month"][:3].lower()) + 1
        found.append(Date(f"{match['year_zh'] or match['year']}-{month:02}", Span(*match.span())))
    return tuple(found)


def _dates(text: str) -> Iterator[Date]:
    for pattern in (NUMERIC, MONTH_FIRST, DAY_FIRST):
        for match in pattern.finditer(text):
            if value := _iso(match):
                yield Date(value, Span(*match.span()))
    for match in REPUBLIC.finditer(text):
        year, month, day = (int(match[f"{part}_short"] or match[part]) for part in ("year", "month", "day"))
        if value := _calendar(year + 1911, month, day):
            yield Date(value, Span(*match.span()))
    for match in SPELT.finditer(text):
        digits = "".join(str(DIGITS[c]) for c in match["year"])
        if value := _calendar(int(digits), _small(match["month"]), _small(match["day"])):
            yield Date(value, Span(*match.span()))


def _iso(match: re.Match[str]) -> str | None:
    """Return the match as ISO 8601, or None where the calendar has no such day."""
    parts = match.groupdict()
    month = parts.get("month_zh") or parts["month"]
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    day = _calendar(int(parts["year"]), number, int(parts.get("day_zh") or parts["day"]))
    if day and parts["hour"]:
        return f"{day}T{int(parts['hour']):02}:{parts['minute']}"
    return day


def _calendar(year: int, month: int, day: int) -> str | None:
    try:
        return f"{datetime(year, month, day):%Y-%m-%d}"  # noqa: DTZ001 - a day on a page has no zone
    except ValueError:
        return None


def _small(numeral: str) -> int:
    """Read a Chinese numeral up to 39."""
    tens, ten, ones = numeral.rpartition("十")
    return (DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones, 0)
