"""The times that a sentence is about: years, and quarters, halves and months of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = "january february march april may june july august september october november december".split()
_ORDINALS = {"一": 1, "二": 2, "三": 3, "四": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
_ZH = re.compile(
    r"""
    (?:(?P<year>(?:19|20)\d\d)\s?年)
      (?:全年|年)?
      (?P<part>第?[一二三四]季度|前三季度|[上下]半年|\d{1,2}\s?月)?
  | (?P<alone>第?[一二三四]季度|前三季度|[上下]半年)
    """,
    re.VERBOSE,
)
_EN = re.compile(
    rf"""
    \b(?P<part>Q[1-4]|H[12]|(?:first|second|third|fourth)\s(?:quarter|half)|first\sthree\squarters|{"|".join(_MONTHS)})
      (?:\s(?:of|in))?(?:\s(?:the\syear\s)?(?P<year>(?:19|20)\d\d)\b)?
  | \b(?P<bare>(?:19|20)\d\d)\b(?!\s?(?:yuan|km|mu|tons|people))
      (?:\s(?P<behind>Q[1-4]|H[12]))?
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a part of it ("Q1", "H2", "M03", "9M"), or a part of a year that goes without saying."""

    year: str | None
    part: str | None

    def clashes(self, other: Period) -> bool:
        """Whether the two are different times, as far as both say."""
        years = self.year and other.year and self.year != other.year
        parts = self.part and other.part and self.part != other.part
        return bool(years or parts)


def periods(text: str) -> frozenset[Period]:
    """Return the times that a text in simplified Chinese or English names."""
    return frozenset(_periods(text))


# "may exceed" is no month.
_MAY = re.compile(r"\bmay\b|(?<!in )(?<!of )(?<!by )(?<!last )\bMay\b(?! (?:\d|of|this|last))")


def _periods(text: str) -> Iterator[Period]:
    for found in _ZH.finditer(text):
        yield Period(found["year"], _part(found["part"] or found["alone"]))
    for found in _EN.finditer(_MAY.sub(" ", text)):
        yield Period(found["year"] or found["bare"], _part(found["part"] or found["behind"]))


def _part(words: str | None) -> str | None:
    """Return the canonical name of a part of a year."""
    if not words:
        return None
    words = words.lower().strip()
    if words in _MONTHS:
        return f"M{_MONTHS.index(words) + 1:02}"
    if words.endswith("月"):
        return f"M{int(words[:-1]):02}"
    if words in ("前三季度", "first three quarters"):
        return "9M"
    if words[0] in "qh" and words[1:].isdecimal():
        return words.upper()
    if "半年" in words:
        return "H1" if words.startswith("上") else "H2"
    ordinal, _, unit = words.removeprefix("第").partition(" ")
    return f"{'H' if unit == 'half' else 'Q'}{_ORDINALS[ordinal.removesuffix('季度')]}"
