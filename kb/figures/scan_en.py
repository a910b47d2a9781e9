"""Quantities in an English sentence."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING

from kb.figures.bounds import AFTER_EN, BEFORE_EN, bound_after, bound_before, settle
from kb.figures.blanks import BLANK
from kb.figures.numerals_en import MAGNITUDE, NUMERAL, PARTS, VULGAR, magnitude, read_words
from kb.figures.numerals_zh import read_arabic
from kb.figures.quantities import (
    LIST_EN,
    RANGE_EN,
    Number,
    Quantity,
    is_range_gap,
    join_ranges,
    share_bounds,
    share_units,
)
from kb.figures.units import COUNT, MONEY, TIME, Unit, unit_en
from kb.records import Bound

if TYPE_CHECKING:
    from collections.abc import Iterator

PERCENT = Unit("%")
TIMES = Unit("times")
CURRENCY = re.compile(
    r"(?P<CNY>RMB|CNY|¥|￥|Yuan)\s?$|(?P<HKD>HK\$|HKD|HK dollars)\s?$|(?P<EUR>€|EUR)\s?$|(?P<USD>US\$|USD|\$)\s?$|(?P<GBP>£)\s?$"
)
MILLIONS = re.compile(r"m(?![A-Za-z0-9²³/])")

_COUNTED = "one two three four five six seven eight nine ten".split()
FRACTION = re.compile(
    r"\b(?P<some>an?|one|two|three|four|five|seven|nine)[\s-](?P<parts>half|thirds?|quarters?|fifths?|tenths?|sixths?|eighths?)\b(?!\s(?:of (?:20\d\d|the year)|year|largest|batch|party|time|generation|phase|plenary))",
    re.IGNORECASE,
)
HALF = re.compile(
    r"(?<![-\w])(?<!first )(?<!second )(?<!latter )(?<!last )(?:half|(?<=by )half|(?<=in )half)(?=\s(?:of|the|its|all)\b|[.,;]|$)(?!\sof (?:20\d\d|the year|this))",
    re.IGNORECASE,
)
MULTIPLE = re.compile(
    r"\b(?P<word>double[sd]?|doubling|triple[sd]?|tripling|quadruple[sd]?|quadrupling|(?P<fold>two|three|four|five|six|seven|eight|nine|ten|twenty)-?fold|twice)\b(?!-)",
    re.IGNORECASE,
)
VULGARS = re.compile(rf"(?<!\d)[{''.join(VULGAR)}]")
MULTIPLES = {"double": 2, "doubli": 2, "triple": 3, "tripli": 3, "quadru": 4, "twice": 2}

# A bare number counts what follows it: a word, but not one that begins the next thing.
NOUN = re.compile(
    r"\s(?=\d[\d.,]*-[a-z])|\s(?:[“\"'‘*]{0,2})(?!(?:consecutive|straight|being|more|years?|and|or|to|in|by|on|at|of|for|from|with|as|is|are|was|were|will|the|a|an|that|which|when|while|per|into|than|respectively|over|under|before|after|until|but|has|have)\b)[A-Za-z+\x00]",
)
OF_THE = re.compile(r"\sof\s(?:the|its|them|these|all)\b", re.IGNORECASE)
STANDS_ALONE = re.compile(
    r"(?:reach|reached|exceed|exceeding|exceeds|to|total|totaled|totalled|at|number|is|was|hit|of|from|current|have|has|and|become|with)\s(?:over |more than |about )?$",
    re.IGNORECASE,
)
MONEY_WORDS = re.compile(
    r"revenue|output|value|invest|fund|sales|gdp|turnover|income|capital|expenditure|spending|loans?|credit|budget|profit|financ|subsid|assets|worth|trade|import|export|scale|econom|cost|tax|bond|market|industr",
    re.IGNORECASE,
)
AGED = re.compile(
    r"\b(?:aged?|over the age of|older than|ages)(?: of| between| from)?\s(?:over |at least )?$",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"(?:\s(?!for|of|with|by|in|to|and|or|per)[a-z-]+){0,3}?\s(?:people|persons|residents|workers|employees|jobs|visitors|patients|students|passengers|participants|trainees|farmers|teachers|doctors|nurses|talents|"
    r"professionals|users|tourists|children|seniors|experts|entrepreneurs|graduates|technicians|researchers|scientists|caregivers|volunteers|households' members|positions|migrants|physicians)\b",
    re.IGNORECASE,
)
BUILT = re.compile(
    r"[^.;\d]{0,90}\b(?:will|shall|is to|should) be (?:built|established|created|set up|added|introduced|completed|cultivated|formed|opened|developed)\b"
)
ARTICLE = re.compile(
    r"(?:build|establish|create|set up|add|cultivate|found|develop|construct|complete|open|form)\w*\s(?:at least\s)?$",
    re.IGNORECASE,
)
DURATION = re.compile(
    r"(?:valid(?:ity)?(?: period)?(?: of| for)?|period of|term of|life expectancy\D{0,40}|lifespan\D{0,20}|tenure of|for a period of|extended? (?:by|to)|shorten\w* (?:by|to)|cut\w* (?:by|to)|reduc\w* (?:by|to|from)|age[ds]? (?:of|at)?)\s?$",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"(?:over|within|in|for|during|of|after|throughout|every|than|nearly|about|more than|over the|in the)\s(?:the\s)?(?:next|past|last|coming|following|first|previous|recent)?\s?$",
    re.IGNORECASE,
)


def scan_en(text: str) -> list[Quantity]:
    """Return the quantities of a folded sentence whose names are blanked out, in order."""
    numbers = share_units(sorted(_numbers(text), key=lambda number: number.start), text, LIST_EN)
    counted = [_counting(number, after, text) for number, after in zip_longest(numbers, numbers[1:])]
    pairs = join_ranges(counted, text, RANGE_EN)
    found = share_bounds(
        [_quantity(text, low, high) for low, high in pairs if (high or low).unit], text, LIST_EN
    )
    return [quantity for quantity in found if all(rule(quantity, text, found) for rule in RULES)]


def _numbers(text: str) -> Iterator[Number]:
    rest = text
    for pattern, read in FORMS:
        for form in pattern.finditer(rest):
            number = read(form)
            if number:
                yield number
                rest = rest[: form.start()] + BLANK * len(form[0]) + rest[form.end() :]
    read_up_to = 0
    for found in NUMERAL.finditer(rest):
        number = _plain(rest, found) if found.start() >= read_up_to else None
        if number:
            read_up_to = number.digits_end
            yield number


def _form(found: re.Match[str], literal: Decimal, unit: Unit) -> Number:
    start, end = found.span()
    return Number(start=start, end=end, digits_end=end, literal=literal, unit=unit, words=True)


def _fraction(found: re.Match[str]) -> Number:
    """Read two-thirds as 66.67 %."""
    some = 1 if found["some"].lower() in ("a", "an") else _number_word(found["some"])
    share = (Decimal(100 * some) / PARTS[found["parts"].lower()]).quantize(Decimal("0.01")).normalize()
    return _form(found, share, PERCENT)


def _number_word(word: str) -> int:
    return _COUNTED.index(word.lower()) + 1


def _half(found: re.Match[str]) -> Number:
    """Read half of as 50 %."""
    return _form(found, Decimal(50), PERCENT)


def _vulgar(found: re.Match[str]) -> Number:
    """Read ½ as 50 %."""
    return _form(found, Decimal(VULGAR[found[0]]), PERCENT)


def _multiple(found: re.Match[str]) -> Number:
    """Read double, tripled and fivefold as times."""
    fold = found["fold"]
    value = read_words(fold) if fold else MULTIPLES[found["word"].lower()[:6]]
    return _form(found, Decimal(value or 0), TIMES)


FORMS = ((FRACTION, _fraction), (HALF, _half), (VULGARS, _vulgar), (MULTIPLE, _multiple))


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


def _counting(number: Number, following: Number | None, text: str) -> Number:
    """Give a number without a unit the one that its neighbourhood implies: a currency, or a count."""
    if number.unit is not None or (following and is_range_gap(number, following, text, RANGE_EN)):
        return number
    unit = _implied(number, text)
    return (
        number
        if unit is None
        else Number(
            start=number.start,
            end=number.end,
            digits_end=number.digits_end,
            literal=number.literal,
            scale=number.scale,
            unit=unit,
            words=number.words,
        )
    )


def _implied(number: Number, text: str) -> Unit | None:
    if AGED.search(text[max(0, number.start - 24) : number.start]):
        return Unit("year")
    if PEOPLE.match(text, number.end):
        return Unit("person")
    noun = NOUN.match(text, number.end) or text[number.end : number.end + 1] == "+"
    if (number.scale or 0) >= 10**6 and not noun:
        return Unit("CNY") if MONEY_WORDS.search(text[max(0, number.start - 80) : number.start]) else COUNT
    if noun or OF_THE.match(text, number.end):
        return COUNT
    return (
        COUNT
        if STANDS_ALONE.search(text[max(0, number.start - 24) : number.start]) and not number.words
        else None
    )


def _quantity(text: str, low: Number, high: Number | None) -> Quantity:
    last = high or low
    before = bound_before(text, low.start, BEFORE_EN)
    after = bound_after(text, last.end, AFTER_EN) or bound_after(text, last.digits_end, AFTER_EN)
    unit = last.unit or COUNT
    return Quantity(
        start=low.start,
        digits_end=last.digits_end,
        end=last.end,
        left=before[1] if before else low.start,
        right=max(last.end, after[1]) if after else last.end,
        value=low.value,
        value_max=high.value if high else None,
        bound=settle(before[0] if before else None, after[0] if after else None),
        unit=unit.name,
        unit_text=text[last.digits_end : last.end].strip(" -") or _written(text, low, last),
        words=low.words,
        bare=False,
    )


def _written(text: str, low: Number, last: Number) -> str:
    """What stands for the unit where none follows the number: the currency before it, or the noun counted."""
    sign = CURRENCY.search(text, max(0, low.start), low.start + 6)
    if sign:
        return sign[0].strip()
    noun = re.match(r"[\s“\"*]*([A-Za-z][\w-]*)", text[last.end :])
    return noun[1] if noun else text[low.start : last.end]


def _says_how_long(quantity: Quantity, text: str, found: list[Quantity]) -> bool:
    """Over the past five years places a thing in time; valid for five years measures one."""
    if quantity.unit != "year":
        return True
    if re.search(r"of age|old", quantity.unit_text) or DURATION.search(
        text[max(0, quantity.start - 60) : quantity.left]
    ):
        return True
    if re.match(
        r"\s(?:action|plan|program|campaign|period|ago|later|since|in a row|running|consecutive|earlier|from)",
        text[quantity.end :],
    ):
        return False
    return quantity.bound in (Bound.AT_LEAST, Bound.UNDER) or (
        quantity.bound is Bound.AT_MOST and all(other.unit in TIME for other in found)
    )


def _is_more_than_an_article(quantity: Quantity, text: str, _: list[Quantity]) -> bool:
    """One is an article more often than a number: it counts where something is built, or is bounded."""
    if not quantity.words or quantity.value != 1 or quantity.unit != "count":
        return True
    built = ARTICLE.search(text[max(0, quantity.start - 24) : quantity.start]) or BUILT.match(
        text, quantity.end
    )
    return quantity.bound is not Bound.EXACT or bool(built)


def _is_no_list_number(quantity: Quantity, text: str, _: list[Quantity]) -> bool:
    """Zero tolerance and two-way are no counts."""
    return not (quantity.words and (text[quantity.end : quantity.end + 1] == "-" or quantity.value == 0))


RULES = (_says_how_long, _is_more_than_an_article, _is_no_list_number)
