"""English numerals that carry their own unit: two-thirds, half of, ½, double, fivefold."""

from __future__ import annotations

import re
from decimal import Decimal

from kb.figures.numerals_en import ONES, PARTS, VULGAR, read_words
from kb.figures.quantities import Number
from kb.figures.units import UNITS_EN, Unit

PERCENT = Unit("%")
FRACTION = re.compile(
    r"""\b(?P<some>an?|one|two|three|four|five|seven|nine)[\s-]
        (?P<parts>half|thirds?|quarters?|fifths?|tenths?|sixths?|eighths?)\b
        (?!\s(?:of\s(?:20\d\d|the\syear)|year|largest|batch|party|time|generation|phase|plenary|child|baby|country))""",
    re.VERBOSE | re.IGNORECASE,
)
HALF = re.compile(
    r"""(?<![-\w])(?<!first\s)(?<!second\s)(?<!latter\s)(?<!last\s)half
        (?=\s(?:of|the|its|all)\b|[.,;]|$)(?!\sof\s(?:20\d\d|the\syear|this))""",
    re.VERBOSE | re.IGNORECASE,
)
HALF_TIME = re.compile(r"\bhalf\san?\s(?P<unit>hour|day|month|year|working\sday)\b", re.IGNORECASE)
MULTIPLE = re.compile(
    r"""\b(?:(?P<word>doubl|tripl|quadrupl)(?:e[sd]?|ing)|(?P<twice>twice(?=\s(?:the|that|those|as|what|its|their|this|last)\b))
        |(?P<fold>two|three|four|five|six|seven|eight|nine|ten|twenty)-?fold)\b(?!-)""",
    re.VERBOSE | re.IGNORECASE,
)
VULGARS = re.compile(rf"(?<!\d)[{''.join(VULGAR)}]")
MULTIPLES = {"doubl": 2, "tripl": 3, "quadrupl": 4}


def _form(found: re.Match[str], literal: Decimal, unit: Unit) -> Number:
    start, end = found.span()
    return Number(start=start, end=end, digits_end=end, literal=literal, unit=unit, words=True)


def _fraction(found: re.Match[str]) -> Number:
    """Read two-thirds as 66.67 %."""
    some = ONES.get(found["some"].lower(), 1)
    share = (Decimal(100 * some) / PARTS[found["parts"].lower()]).quantize(Decimal("0.01")).normalize()
    return _form(found, share, PERCENT)


def _half(found: re.Match[str]) -> Number:
    """Read half of as 50 %."""
    return _form(found, Decimal(50), PERCENT)


def _half_time(found: re.Match[str]) -> Number:
    """Read half a day as 0.5 day."""
    start, end = found.span()
    unit = UNITS_EN[found["unit"].lower()]
    return Number(
        start=start, end=end, digits_end=found.start("unit"), literal=Decimal("0.5"), unit=unit, words=True
    )


def _vulgar(found: re.Match[str]) -> Number:
    """Read ½ as 50 %."""
    return _form(found, Decimal(VULGAR[found[0]]), PERCENT)


def _multiple(found: re.Match[str]) -> Number:
    """Read double, tripled and fivefold as times."""
    if found["fold"]:
        value = read_words(found["fold"]) or Decimal(1)
    else:
        value = Decimal(MULTIPLES[found["word"].lower()] if found["word"] else 2)
    return _form(found, value, Unit("times"))


FORMS = (
    (HALF_TIME, _half_time),
    (FRACTION, _fraction),
    (HALF, _half),
    (VULGARS, _vulgar),
    (MULTIPLE, _multiple),
)
