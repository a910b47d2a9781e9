"""Units in both languages: what is written, the canonical unit, and how many of it one is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kb.figures.measures_en import DENOMINATORS_EN, MEASURES_EN
from kb.figures.measures_zh import COUNTERS_ZH, DENOMINATORS_ZH, MEASURES_ZH, OTHER_WORDS_ZH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written in a text: canonical name and the factor to it."""

    name: str
    factor: Decimal = Decimal(1)


COUNT = Unit("count")
TIME = frozenset({"second", "minute", "hour", "day", "workday", "week", "month", "year"})
PAYEES = frozenset({"person", "household", "piece", "bed", "head"})
MONEY = frozenset({"CNY", "USD", "EUR", "HKD", "JPY", "GBP", "MOP", "TWD"})


def _table(rows: str) -> dict[str, Unit]:
    """Read lines of `canonical factor: words, separated by bars`."""
    table: dict[str, Unit] = {}
    for row in filter(None, map(str.strip, rows.splitlines())):
        head, words = row.split(": ", 1)
        name, factor = head.split()
        for word in words.split("|"):
            table[word] = Unit(name, Decimal(factor))
    return table


UNITS_ZH: Mapping[str, Unit] = _table(MEASURES_ZH) | dict.fromkeys(COUNTERS_ZH.split(), COUNT)
OVER_UNITS_ZH: Mapping[str, Unit] = _table(DENOMINATORS_ZH)
UNITS_EN: Mapping[str, Unit] = _table(MEASURES_EN)
OVER_UNITS_EN: Mapping[str, Unit] = _table(DENOMINATORS_EN)
OTHER_WORDS = dict(pair.split(":") for pair in OTHER_WORDS_ZH.split())


def _alternation(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


UNIT_ZH = re.compile(rf"\s?({_alternation(UNITS_ZH)})(?![A-Za-z])")
OVER_ZH = re.compile(rf"\s?[/每]({_alternation(OVER_UNITS_ZH)})")
UNIT_EN = re.compile(rf"[\s-]{{0,2}}({_alternation(UNITS_EN)})(?![A-Za-z0-9])", re.IGNORECASE)
OVER_EN = re.compile(rf"\s?(?:/|per |a )\s?({_alternation(OVER_UNITS_EN)})(?![A-Za-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A unit that stands in the text, up to `end`."""

    unit: Unit
    end: int


def unit_zh(text: str, at: int) -> Found | None:
    """Return the unit that stands at this place of a Chinese text."""
    found = UNIT_ZH.match(text, at)
    if not found or text[found.end() : found.end() + 1] in tuple(OTHER_WORDS.get(found[1], "")):
        return None
    return _over(UNITS_ZH[found[1]], text, found.end(), OVER_ZH, OVER_UNITS_ZH)


def unit_en(text: str, at: int) -> Found | None:
    """Return the unit that stands at this place of an English text."""
    found = UNIT_EN.match(text, at)
    if not found:
        return None
    return _over(UNITS_EN[found[1].lower()], text, found.end(), OVER_EN, OVER_UNITS_EN)


def _over(unit: Unit, text: str, end: int, over: re.Pattern[str], table: Mapping[str, Unit]) -> Found:
    """Join a unit with the one it is counted per: 公斤/亩 is kg/mu."""
    per = over.match(text, end)
    if not per or unit.name in TIME or unit.name == "%":
        return Found(unit, end)
    name = (table.get(per[1]) or table[per[1].lower()]).name
    spoken = "/" not in per[0] and name in (*PAYEES, *TIME)  # 60,000 yuan per household is a sum of money
    if (unit.name in MONEY and (spoken or name in TIME)) or (unit.name == "person" and "/" not in per[0]):
        return Found(unit, end)
    return Found(Unit(f"{unit.name}/{name}", unit.factor), per.end())
