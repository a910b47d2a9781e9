"""Figures from the values of tables: the heading gives deadline and kind, the row's name is the subject."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.figures.grammars import GRAMMARS
from kb.figures.numerals_en import LARGE
from kb.figures.numerals_zh import read_arabic
from kb.figures.readings import Reading
from kb.figures.tables import BRACKETS, IN_BRACKETS
from kb.records import Change, FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.figures.horizons import Horizon
    from kb.figures.quantities import Quantity
    from kb.figures.readings import Setting
    from kb.figures.tables import Value

DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?[万亿]*")
LEAD = re.compile(
    r"(?:\d{1,2}(?:\.\d)?[.、)]?\s?|[(]?[一二三四五六七八九十\d]{1,3}[)、]|[-—•·①-⑳]|其中:?|#|\*)+\s?"
)
FALLS = re.compile(r"(?:下降|降低|减少|降幅)\S{0,6}$|\b(?:reduction|decrease|decline|drop)\b", re.IGNORECASE)
RISES = re.compile(r"(?:增长|提高|增加|增幅|增速)\S{0,6}$|\b(?:growth|increase|rise)\b", re.IGNORECASE)
# How many of its unit a column counts: 10,000 kW, RMB 100 million.
SCALE = re.compile(
    r"(?=\d|[A-Z])(?:(?P<currency>RMB|CNY|USD|US\$)\s?)?(?P<number>\d[\d,]*)?\s?(?P<large>thousand|million|billion)?\s?"
)
CURRENCIES = {"RMB": "yuan", "CNY": "yuan", "USD": "us dollars", "US$": "us dollars"}
COUNTERS = {"zh": "个", "en": "items"}  # what goes without a known unit is counted


def tabled(
    values: tuple[Value, ...], text: str, language: str, horizon: Horizon, setting: Setting
) -> Iterator[Reading]:
    """Read the values of one row; a column without a date takes what the lines above have set.

    What a column says of a year gone by is the base of the goals beside it: it keeps its year as baseline.
    """
    for value in values:
        quantity = _quantity(value, language)
        if quantity is None:
            continue
        kind = value.kind or horizon.kind or horizon.section or setting.kind
        subject = _subject(value, text)
        number = _number(value, quantity)
        yield Reading(
            span=Span(min(subject.start, number.start), max(subject.end, value.number.end)),
            number=number,
            value=quantity.value,
            value_max=quantity.value_max,
            bound=quantity.bound,
            unit=quantity.unit,
            unit_text=value.number.words[quantity.digits_end : quantity.end] or value.unit,
            subject=subject.cut(text) + value.measure,
            deadline=(value.date or horizon.deadline) if kind is FigureKind.TARGET else None,
            baseline=value.date if kind is FigureKind.STATUS else None,
            change=_change(value),
            kind=kind,
            language=language,
        )


def _quantity(value: Value, language: str) -> Quantity | None:
    """Read a cell, with its unit set behind its last digits where it does not carry one itself."""
    cell = value.number.words.translate(BRACKETS)
    *_, digits = DIGITS.finditer(cell)
    grammar, at = GRAMMARS[language], digits.end()
    scale = SCALE.match(value.unit)
    unit = value.unit[scale.end() :] or CURRENCIES.get(scale["currency"], "") if scale else value.unit
    carried = grammar.unit(cell, at)
    units = ("",) if carried else (unit, COUNTERS[language])
    gap = " " if language == "en" and units[0] != "%" else ""
    written = (f"{cell[:at]}{gap}{unit}{cell[at:]}" if unit else cell for unit in units)
    quantity = next((found[0] for words in written if (found := grammar.measured(words))), None)
    return quantity if carried or not (quantity and scale) else _scaled(quantity, scale)


def _scaled(quantity: Quantity, scale: re.Match[str]) -> Quantity:
    """Multiply a value that is counted in 10,000 kW or RMB 100 million."""
    factor = read_arabic(scale["number"] or "1") * (LARGE[scale["large"]] if scale["large"] else 1)
    most = None if quantity.value_max is None else quantity.value_max * factor
    return replace(quantity, value=quantity.value * factor, value_max=most)


def _number(value: Value, quantity: Quantity) -> Span:
    start = value.number.start + quantity.start
    return Span(start, max(start + 1, min(value.number.start + quantity.end, value.number.end)))


def _subject(value: Value, text: str) -> Span:
    """Return the name of the row without its number and its unit."""
    words = value.name.words
    lead, bracket = LEAD.match(words), IN_BRACKETS.search(words)
    start = lead.end() if lead and lead.end() < len(words) else 0
    end = bracket.start() if bracket and bracket[1] == value.unit else len(words)
    cut = text[value.name.start + start : value.name.start + end].rstrip()
    return Span(value.name.start + start, value.name.start + start + len(cut))


def _change(value: Value) -> Change:
    if FALLS.search(value.name.words):
        return Change.DECREASE
    return Change.INCREASE if value.pace or RISES.search(value.name.words) else Change.LEVEL
