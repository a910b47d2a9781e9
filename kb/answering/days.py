"""Dates and terms in texts of both languages, and the same ones in the asker's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.figures.fold import fold
from kb.figures.numerals_zh import DIGITS, PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = "January February March April May June July August September October November December".split()
_NAMES = "|".join(rf"{name[:3]}(?:{name[3:]}\b|t?\.)" for name in MONTHS)
_YEAR_ZH = r"[一二][〇○零一二三四五六七八九]{3}年"
_PARTS_ZH = re.compile(
    rf"(?P<written>{_YEAR_ZH}(?:[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}日)?)?)"
    r"|(?:(?P<year>(?:19|20)\d\d)年|每年|当年|次年|翌年)?\s?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?(?P<end>[底末])?"
    r"|(?:(?P<whole>(?:19|20)\d\d)年|每年)?第?(?P<quarter>[一二三四1-4])季度(?P<late>[底末])?"
    r"|(?P<bare>(?:19|20)\d\d)年(?!度)(?:(?P<close>[底末])|(?P<half>[上下])半年)?"
)
_PARTS_EN = re.compile(
    rf"(?P<end>\bend\s(?:of\s)?)?(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)?\b(?P<month>{_NAMES})"
    r"(?:\s(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\d))?(?:,?\s(?P<year>(?:19|20)\d\d))?"
    r"|\b(?P<quarter>first|second|third|fourth)\squarter(?:\sof\s(?P<whole>(?:19|20)\d\d))?"
    r"|(?:(?P<close>\bend\s(?:of\s)?)|\b(?P<half>first|second)\shalf\sof\s)?(?<!\d)(?P<bare>(?:19|20)\d\d)(?!\d)"
)
# For use in other patterns, whatever case these ignore: May is a month, may is none.
ZH, EN = (f"(?-i:{re.sub(r'[?]P<[a-z]+>', '?:', p.pattern)})" for p in (_PARTS_ZH, _PARTS_EN))
_FULL_EN = r"[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}"
_FULL_ZH = rf"(?:{_YEAR_ZH}|\d{{4}}年)(?:[\d一二三四五六七八九十]{{1,3}}[月日]){{2}}"
FULL = rf"(?:{_FULL_ZH}|\d{{4}}-\d\d-\d\d|{_FULL_EN})"
NUMERALS_ZH, NUMERALS_EN = "一二三四五六七八九十", "one two three four five six seven eight nine ten".split()
TERM_ZH = rf"(?:(?<!\d)\d{{1,2}}|(?<![〇○零{NUMERALS_ZH}])[两{NUMERALS_ZH}])(?:年(?![底末初])|个月)"
TERM_EN = rf"(?:\d+|{'|'.join(NUMERALS_EN)})[\s-](?:years?|months?)\b"
_NUMERALS = {"两": 2} | {word: n for words in (NUMERALS_ZH, NUMERALS_EN) for n, word in enumerate(words, 1)}
_HAN = re.compile(r"[\u3400-\u9fff]")
_RUNS_ON = re.compile(r"\s?(?:至|到|--?|—|~|to|until|through|till|and(?=\s))\s?")
_AND = re.compile(r"\band\b")
_BETWEEN = re.compile(r"\bbetween\s$")
_YEARLY = re.compile(r"每年|\b(?:each|every)\syear\b|\bannually\b", re.IGNORECASE)

_COUNTED_FROM = (
    re.compile(r"今年|\bthis year\b", re.IGNORECASE),
    re.compile(r"去年|上年|\blast year\b", re.IGNORECASE),
    re.compile(r"前年|\bthe year before last\b", re.IGNORECASE),
)
_DIGITS = DIGITS | {"○": 0}
_ORDINALS = dict(zip("一二三四1234", ("first", "second", "third", "fourth") * 2, strict=True))
_NUMBER_OF = {name[:3]: n for n, name in enumerate(MONTHS, start=1)}

Parts = dict[str, str]


def found(text: str) -> list[Parts]:
    """Return the dates that stand in a text, in order: year, month and day of each, as far as given."""
    return [_parts(match) for match in _matches(fold(text))]


def told(text: str, language: str, year: str = "") -> list[str]:
    """Return the dates of a text in a language, spans as one: "1 March to 15 April", 2025年9月底.

    Those without a year are of the `year` given.
    """
    view = fold(text)
    yearly = bool(_YEARLY.search(view))
    spans: list[list[Parts]] = []
    known = {"year": year} if year else {}
    before: re.Match[str] | None = None
    for match in _matches(view):
        if before and _joined(view, before, match):
            spans[-1].append(known | _parts(match))
        else:
            spans.append([known | _parts(match)])
        before = match
    return list(dict.fromkeys(_phrase(span, language, yearly=yearly) for span in spans))


def counted_from(text: str, published: str | None) -> list[str]:
    """Return the years that a text names from the day it was published: 去年, "last year", 今年."""
    if not published or not published[:4].isdigit():
        return []
    year = int(published[:4])
    return [str(year - back) for back, pattern in enumerate(_COUNTED_FROM) if pattern.search(text)]


def _matches(view: str) -> Iterator[re.Match[str]]:
    return (_PARTS_ZH if _HAN.search(view) else _PARTS_EN).finditer(view)


def terms(text: str, language: str) -> list[str]:
    """Return the years and months that a text says something lasts, in a language: "3 years", 3年."""
    return list(dict.fromkeys(_term(count, name, language) for count, name in lasting(text)))


def lasting(text: str) -> Iterator[tuple[int, str]]:
    """Yield the years and months that a text says something lasts: 为期三年 is 3, "year"."""
    view = fold(text)
    for term in re.findall(TERM_ZH if _HAN.search(view) else TERM_EN, view, re.IGNORECASE):
        count = re.split(r"[年个\s-]", term.lower())[0]
        is_year = "年" in term or "year" in term.lower()
        yield int(count) if count.isdecimal() else _NUMERALS[count], "year" if is_year else "month"


def _term(count: int, name: str, language: str) -> str:
    if language == "zh":
        return f"{count}{'年' if name == 'year' else '个月'}"
    return f"{count} {name}{'' if count == 1 else 's'}"


def numeral(text: str) -> int:
    """Return the value of a Chinese numeral below ten thousand; digits in a row are read as digits."""
    if not any(c in PLACES for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, 0
    for char in text:
        if char in PLACES:
            total += (digit or 1) * PLACES[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def _joined(view: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether two dates are the ends of one span: "between 1 and 31 August", 3月1日至4月15日."""
    between = view[first.end() : second.start()]
    if not _RUNS_ON.fullmatch(between):
        return False
    return not _AND.search(between) or bool(_BETWEEN.search(view[: first.start()]))


def _parts(match: re.Match[str]) -> Parts:
    """Return year, month and day of a date as numbers, with what else is said of it."""
    held = {name: value for name, value in match.groupdict().items() if value}
    if "written" in held:
        numbers = (str(numeral(n)) for n in re.split("[年月日]", held["written"]) if n)
        return dict(zip(("year", "month", "day"), numbers, strict=False))
    month = held.get("month", "")
    half, quarter = held.get("half", ""), held.get("quarter", "")
    parts = {
        "year": held.get("year") or held.get("bare") or held.get("whole") or "",
        "month": month if not month or month.isdecimal() else str(_NUMBER_OF[month[:3]]),
        "day": held.get("day") or held.get("first") or "",
        "end": held.get("end") or held.get("close") or held.get("late") or "",
        "half": {"上": "first", "下": "second"}.get(half, half),
        "quarter": _ORDINALS.get(quarter, quarter),
    }
    return {name: value for name, value in parts.items() if value}


def _phrase(span: list[Parts], language: str, *, yearly: bool) -> str:
    """Return one date or span; Chinese names the year in front, English behind."""
    zh = language == "zh"
    if len(span) == 2 and len(years := {p["year"] for p in span if "year" in p}) == 1:
        for part in span:
            part.pop("year", None)
        span[0 if zh else -1]["year"] = years.pop()
    dates = ("至" if zh else " to ").join(_said(part, language) for part in span)
    if not yearly or any("year" in part for part in span):
        return dates
    return f"每年{dates}" if zh else f"{dates} each year"


def _said(parts: Parts, language: str) -> str:
    if language == "zh":
        return "".join(_chinese(parts))
    month = int(parts.get("month", 0))
    name = MONTHS[month - 1] if 0 < month <= len(MONTHS) else ""
    lead = "the end of " if "end" in parts else ""
    whole = " of " if "year" in parts else ""
    lead += "".join(f"the {parts[p]} {p}{whole}" for p in ("half", "quarter") if p in parts)
    return lead + " ".join(p for p in (parts.get("day"), name, parts.get("year")) if p)


def _chinese(parts: Parts) -> Iterator[str]:
    for name, sign in (("year", "年"), ("month", "月"), ("day", "日")):
        if name in parts:
            yield parts[name] + sign
    if "half" in parts:
        yield f"{'上' if parts['half'] == 'first' else '下'}半年"
    if "quarter" in parts:
        yield f"第{NUMERALS_ZH[list(_ORDINALS.values()).index(parts['quarter']) % 4]}季度"
    if "end" in parts:
        yield "底"
