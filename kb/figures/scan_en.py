"""Quantities in an English sentence."""

from __future__ import annotations

import re
from itertools import zip_longest

from kb.figures.bounds import AFTER_EN, BEFORE_EN, bound_after, bound_before, settle
from kb.figures.counting_en import count_what_follows
from kb.figures.forms_en import FORMS
from kb.figures.numerals_en import MAGNITUDE, NUMERAL, magnitude, read_words
from kb.figures.numerals_zh import read_arabic
from kb.figures.quantities import (
    LIST_EN,
    RANGE_EN,
    Number,
    Quantity,
    find_numbers,
    join_ranges,
    share_bounds,
    share_units,
    share_ways,
)
from kb.figures.units import COUNT, MONEY, TIME, Unit, unit_en
from kb.records import Bound

CURRENCY = re.compile(
    r"""(?:(?P<CNY>RMB|CNY|¥|￥|Yuan)|(?P<HKD>HK\$|HKD)|(?P<EUR>€|EUR)|(?P<USD>US\$|USD|\$)|(?P<GBP>£))\s?$""",
    re.VERBOSE,
)
MILLIONS = re.compile(r"m(?![A-Za-z0-9²³/])")

BUILT = re.compile(
    r"""[^.;\d]{0,90}\b(?:will|shall|is\sto|should)\sbe\s
        (?:built|established|created|set\sup|added|introduced|completed|cultivated|formed|opened|developed)\b""",
    re.VERBOSE,
)
BUILD = re.compile(
    r"""\b(?:build|establish|create|set\sup|add|cultivate|found|develop|construct|complete|open|form)\w*\s
        (?:at\sleast\s)?$""",
    re.VERBOSE | re.IGNORECASE,
)
MEASURED_TIME = re.compile(
    r"""(?:valid(?:ity)?(?:\speriod)?(?:\sof|\sfor)?|period\sof|(?:period|term)\s(?:is|was|will\sbe|shall\sbe)|terms?\sof|maturit(?:y|ies)\sof|tenure\sof|for\sa\speriod\sof|age[ds]?(?:\sof|\sat)?
        |average\sage(?:\sof\s[^,.;\d]{1,40})?\s(?:is|was|stands\sat|stood\sat)
        |(?<!plan\s)(?<!campaign\s)(?<!action\s)(?<!programme\s)(?<!program\s)(?:runs?|lasts?)(?:\sfor)?
        |(?:may|can|will|shall|should|must)\s(?:not\s)?(?:be\s)?[a-z]+\sfor
        |life\sexpectancy\D{0,40}|lifespan\D{0,20}|extended?\s(?:by|to)|(?:shorten|cut|reduc)\w*\s(?:by|to|from))\s?$""",
    re.VERBOSE | re.IGNORECASE,
)
AGE = re.compile(r"of age|old")
SCHOOLING = re.compile(r"\sof\s(?:schooling|education|experience|service)\b")
NOT = {Bound.OVER: Bound.AT_MOST, Bound.UNDER: Bound.AT_LEAST}
NONE_MAY = re.compile(
    r"""\b(?:no|none\sof\sthe)\s(?!less|more|fewer|later)(?:[\w-]+\s){1,5}?
        (?:may|can|shall|will|should|must|gets?|receives?|is|are|has|have|to)\b[^.;,]{0,40}$""",
    re.VERBOSE | re.IGNORECASE,
)
IN_A_ROW = re.compile(r"(?:\s[a-z-]+){1,6},?\sand\s$", re.IGNORECASE)
WITHIN = re.compile(r"within\b", re.IGNORECASE)
LONG_AGO = re.compile(r"\s(?:ago|later|earlier|to go|(?<=month )after|(?<=months )after)\b")
PLACED_IN_TIME = re.compile(
    r"""\s(?:action|plan|program|campaign|period|ago|later|since|in\sa\srow|running|consecutive|earlier|from)""",
    re.VERBOSE,
)


def scan_en(text: str) -> list[Quantity]:
    """Return the quantities that a folded sentence states, its names blanked out, in order."""
    found = measured_en(text)
    return [quantity for quantity in found if all(rule(quantity, text, found) for rule in RULES)]


def measured_en(text: str) -> list[Quantity]:
    """Return every number with a unit, articles and spans of time among them."""
    numbers = share_units(find_numbers(text, FORMS, NUMERAL, _plain), text, LIST_EN)
    numbers = share_ways(numbers, text)
    counted = [count_what_follows(number, after, text) for number, after in zip_longest(numbers, numbers[1:])]
    pairs = join_ranges(counted, text, RANGE_EN)
    quantities = [_quantity(text, low, high) for low, high in pairs if (high or low).unit]
    return share_bounds(quantities, text, LIST_EN)


def _plain(text: str, found: re.Match[str]) -> Number | None:
    """Read a numeral with its currency, magnitude and unit."""
    literal = read_arabic(found["arabic"]) if found["arabic"] else read_words(found["words"])
    if literal is None:
        return None
    sign = CURRENCY.search(text, max(0, found.start() - 6), found.start())
    at, scale = found.end(), None
    large = MAGNITUDE.match(text, at)
    if large:
        scale, at = magnitude(large), large.end()
    elif sign and (short := MILLIONS.match(text, at)):
        scale, at = 10**6, short.end()
    unit = unit_en(text, at)
    if sign and not (unit and unit.unit.name in MONEY):
        return Number(
            start=sign.start(),
            end=at,
            digits_end=at,
            literal=literal,
            scale=scale,
            unit=Unit(str(sign.lastgroup)),
        )
    return Number(
        start=sign.start() if sign else found.start(),
        end=unit.end if unit else at,
        digits_end=at,
        literal=literal,
        scale=scale,
        unit=unit.unit if unit else None,
        words=not found["arabic"],
    )


def _quantity(text: str, low: Number, high: Number | None) -> Quantity:
    """Join number and bounds."""
    last = high or low
    before = bound_before(text, low.start, BEFORE_EN)
    after = bound_after(text, last.end, AFTER_EN) or bound_after(text, last.digits_end, AFTER_EN)
    return Quantity(
        start=low.start,
        digits_end=last.digits_end,
        end=last.end,
        left=before[1] if before else low.start,
        right=max(last.end, after[1]) if after else last.end,
        value=low.value,
        value_max=high.value if high else None,
        bound=_settle(text, before, after),
        unit=(last.unit or COUNT).name,
        unit_text=text[last.digits_end : last.end].strip(" -"),
        words=low.words,
        bare=False,
    )


def _settle(text: str, before: tuple[Bound, int] | None, after: tuple[Bound, int] | None) -> Bound:
    """Join the bounds on both sides; where it is said of none, more than 5 is at most 5."""
    bound = settle(before[0] if before else None, after[0] if after else None)
    if before and bound in NOT and NONE_MAY.search(text, max(0, before[1] - 80), before[1]):
        return NOT[bound]
    return bound


def _says_how_long(quantity: Quantity, text: str, found: list[Quantity]) -> bool:
    """Tell valid for five years, which measures a time, from over the past five years, which places one."""
    if quantity.unit in TIME and quantity.bound is Bound.EXACT and LONG_AGO.match(text, quantity.end):
        return False
    if quantity.unit != "year" or AGE.search(quantity.unit_text):
        return True
    if MEASURED_TIME.search(text, max(0, quantity.start - 60), quantity.left):
        return True
    if SCHOOLING.match(text, quantity.end):
        return True
    if PLACED_IN_TIME.match(text, quantity.end):
        return False
    most = quantity.bound is Bound.AT_MOST
    within = most and (all(other.unit in TIME for other in found) or not WITHIN.match(text, quantity.left))
    return within or quantity.bound in (Bound.AT_LEAST, Bound.UNDER)


def _is_more_than_an_article(quantity: Quantity, text: str, found: list[Quantity]) -> bool:
    """Take one for a number only where it is bounded or built, or stands in a row with two of another."""
    if not quantity.words or quantity.value != 1 or quantity.unit != "count":
        return True
    built = BUILD.search(text, max(0, quantity.start - 24), quantity.start) or BUILT.match(text, quantity.end)
    return quantity.bound is not Bound.EXACT or bool(built) or any(_joined(text, quantity, q) for q in found)


def _joined(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether two counts stand in a row."""
    if other is one or other.unit != "count" or other.value == 1:
        return False
    low, high = sorted((one, other), key=lambda quantity: quantity.start)
    return bool(IN_A_ROW.match(text, low.end, high.start))


def _is_no_compound(quantity: Quantity, text: str, _found: list[Quantity]) -> bool:
    """Refuse two-way and zero tolerance."""
    return not (quantity.words and (text.startswith("-", quantity.end) or quantity.value == 0))


RULES = (_says_how_long, _is_more_than_an_article, _is_no_compound)
