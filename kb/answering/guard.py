"""The number guard: nothing with a number leaves in an answer unless a cited quote holds it.

Both sides are read as quantities first (so that 55.51 billion yuan is held by 555.1亿元, and three weeks by
3周), then as plain numbers and dates.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kb.answering.days import MONTHS, lasting, numeral
from kb.figures import read_text
from kb.figures.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_HAN = re.compile(r"[\u3400-\u9fff]")
_PLAIN = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_MAGNITUDE = re.compile(r"\s?(万亿|亿|万|trillion|billion|million|thousand)")
_SIZES = {
    "万亿": 10**12, "亿": 10**8, "万": 10**4,
    "trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 1000,
}  # fmt: skip
_BARE = re.compile(r"\d[\d,.]*(?:\s?(?:million|billion|trillion|thousand)|[万亿]+)?")
_CITATION = re.compile(r"\[\d+\]")
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_MONTH = re.compile(
    r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:\.|t\b|tember|uary|ruary|ch|il|e|y|ust|ober|ember)?\b"
)
_SHORT = [name[:3] for name in MONTHS]
_CELLS = re.compile(r"\t|\||\s{2,}")
_IN_BRACKETS = re.compile(r"[(]([^()]{1,12})[)]")
LONGEST_UNIT = 8  # characters of a cell that is a unit
_NUMERAL_ZH = re.compile(r"[〇零一二两三四五六七八九十百千]+")


def held(text: str, quotes: Sequence[str]) -> bool:
    """Whether every number, date and unit of a statement stands in one of the quotes."""
    text = _CITATION.sub("", fold(text))
    folded = [fold(q) for q in quotes]
    quantities = {q for one in folded for q in _quantities(one)}
    quantities |= {(Decimal(count), name) for one in folded for count, name in lasting(one)}
    quantities |= {q for one in folded for q in _of_cells(one)}
    values = {value for value, _ in quantities}
    written = {n for one in folded for n in numbers(one)}
    rest = text
    for value, unit, start, end in _read(text):
        bare = _BARE.fullmatch(text, start, end)  # "industrial software: 1.5 million" says no unit
        if not _has(value, "count" if bare else unit, quantities, written):
            return False
        rest = rest[:start] + " " * (end - start) + rest[end:]
    return all(n in written or n in values for n in _written(rest))


def _has(value: Decimal, unit: str, quantities: set[tuple[Decimal, str]], written: set[Decimal]) -> bool:
    if (value, unit) in quantities:
        return True
    if unit in ("count", "person"):  # what is counted may be read as people in one language only
        return value in written or any(v == value and u in ("count", "person", "TEU") for v, u in quantities)
    return False


def _read(text: str) -> list[tuple[Decimal, str, int, int]]:
    language = "zh" if _HAN.search(text) else "en"
    return [
        (value.normalize(), reading.unit, reading.number.start, reading.number.end)
        for reading in read_text(text, language)
        for value in (reading.value, reading.value_max)
        if value is not None
    ]


def _quantities(text: str) -> set[tuple[Decimal, str]]:
    return {(value, unit) for value, unit, _, _ in _read(text)}


def _of_cells(quote: str) -> set[tuple[Decimal, str]]:
    """Return the numbers of a table's row with the unit that another of its cells names: (%), 亿元."""
    cells = [cell.strip() for cell in _CELLS.split(quote)]
    if len(cells) < 2:
        return set()
    units = {unit for cell in cells for unit in _IN_BRACKETS.findall(cell)}
    units |= {cell for cell in cells if len(cell) <= LONGEST_UNIT and not any(c.isdigit() for c in cell)}
    values = [cell for cell in cells if cell and cell[-1].isdigit()]
    return {q for value in values for unit in units for q in _quantities(f"{value}{unit}")}


def numbers(text: str) -> set[Decimal]:
    """Return every number that a text can be said to hold: digits, words and numerals, months as well."""
    found = _written(text)
    found |= {Decimal(_WORDS.index(m[0].lower())) for m in _WORD.finditer(text)}
    found |= {Decimal(_SHORT.index(m[1]) + 1) for m in _MONTH.finditer(text)}
    found |= {Decimal(numeral(m[0])) for m in _NUMERAL_ZH.finditer(text)}
    return found


def _written(text: str) -> set[Decimal]:
    """Return the numbers written in digits, with their magnitudes, and the months of English dates."""
    digits = set()
    for match in _PLAIN.finditer(text):
        size = _MAGNITUDE.match(text, match.end())
        digits.add((Decimal(match[0].replace(",", "")) * (_SIZES[size[1]] if size else 1)).normalize())
    return digits | {Decimal(_SHORT.index(m[1]) + 1) for m in _MONTH.finditer(text) if m[1] != "May"}
