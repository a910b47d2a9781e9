"""Numbers with their units as they stand in a sentence; ranges and lists that share a unit are joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from kb.figures.blanks import BLANK
from kb.figures.units import MONEY, Unit
from kb.records import Bound

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A numeral with the unit behind it, before its neighbours are looked at.

    Args:
        start: where it begins, a currency sign included; `end` where its unit ends.
        digits_end: where the numeral and its magnitude end.
        literal: the number as written, before the magnitude: 1.5 of 1.5万亿.
        scale: the magnitude; None where none is written.
        words: whether it is written in words or characters.
        bare: a magnitude alone: 百 of 百家.
        loose: 余 or 多 stands behind the digits.

    """

    start: int
    end: int
    digits_end: int
    literal: Decimal
    scale: int | None = None
    unit: Unit | None = None
    words: bool = False
    bare: bool = False
    loose: bool = False

    @property
    def value(self) -> Decimal:
        """The number in base units."""
        factor = Decimal(self.scale or 1) * (self.unit.factor if self.unit else 1)
        return self.literal * factor


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity with its bound: `start` to `end` is number and unit, `left` to `right` has the bound too."""

    start: int
    digits_end: int
    end: int
    left: int
    right: int
    value: Decimal
    value_max: Decimal | None
    bound: Bound
    unit: str
    unit_text: str
    words: bool
    bare: bool


RANGE_ZH = re.compile(r"\s?(?:-|—|——|~|至|到|—-)\s?(?:近|约|超)?$|以上\s?$")
CLOSES_ABOVE = re.compile(r"以[下内]")  # 1万元以上5万元以下
FROM = re.compile(
    r"(?:从|由|(?<!ranging )(?<!range )(?<!ranges )from)\s?(?:(?:about|around|nearly|some|over)\s|约)?$",
    re.IGNORECASE,
)  # where something starts, no range
LIST_ZH = re.compile(
    r"\s?[、,，和与及]{1,2}(?:以及)?\s?(?:超过|超|近|约|不低于|不少于|达到|达|逾|突破|增至|至)?\s?$|\s?(?:以及|或|/)\s?$"
)
RANGE_EN = re.compile(r"\s?(?:-|—|——|~)\s?$|\s(?:to|through)\s(?:RMB\s?|US\$)?$")
BETWEEN = re.compile(r"between\s(?:RMB\s?|US\$)?$", re.IGNORECASE)
BETWEEN_EN = re.compile(r"\sand\s(?:RMB\s?|US\$)?$")
LIST_EN = re.compile(
    r"(?:\s(?:by|in)\s(?:the end of\s)?\x00+)?\s(?:and|or)\s$|,\s(?:and\s|or\s)?(?:over |"
    r"more than |at least |about |nearly )?$|\s(?:and|or)\s(?:over |more than |at least |about |"
    r"nearly )?$|\sfor\s[a-z\s-]{2,24}\sand\s$"
)


def join_ranges(numbers: list[Number], text: str, gap: re.Pattern[str]) -> list[tuple[Number, Number | None]]:
    """Pair the two ends of each range; a number that is no range stands alone."""
    joined: list[tuple[Number, Number | None]] = []
    i = 0
    while i < len(numbers):
        low, high = numbers[i], numbers[i + 1] if i + 1 < len(numbers) else None
        if high and high.unit and _is_range(low, high, text, gap):
            joined.append((_same_scale(low, high), high))
            i += 2
        else:
            joined.append((low, None))
            i += 1
    return joined


def is_range_gap(low: Number, high: Number, text: str, gap: re.Pattern[str]) -> bool:
    """Whether the words between two numbers make them the ends of a range, not of a way: from 30 to 50."""
    before = text[max(0, low.start - 16) : low.start]
    between = BETWEEN_EN if gap is RANGE_EN and BETWEEN.search(before) else gap
    return bool(between.match(text[low.end : high.start])) and not FROM.search(before)


def _is_range(low: Number, high: Number, text: str, gap: re.Pattern[str]) -> bool:
    if not is_range_gap(low, high, text, gap):
        return False
    if text.startswith("以上", low.end) and not CLOSES_ABOVE.match(text, high.end):
        return False
    money = low.unit is not None and low.unit.name in MONEY and high.unit is None
    return (low.unit in (None, high.unit) or money) and _same_scale(low, high).value < high.value


def _same_scale(low: Number, high: Number) -> Number:
    """Give the lower end what it shares with the upper one: 8—10万元 is 80,000 to 100,000."""
    scale = low.scale
    if low.scale is None and (low.unit is None or low.unit.name in MONEY) and low.literal <= high.literal:
        scale = high.scale
    return replace(low, scale=scale, unit=high.unit)


BEFORE_IT = re.compile(r",?\s(?:up|down)\sfrom\s(?:about\s|nearly\s|some\s)?$")


TO_IT = re.compile(r"\sto\s(?:(?:about|around|nearly|over|more than|at least|within|RMB)\s)?$")


def share_ways(numbers: list[Number], text: str) -> list[Number]:
    """Give the start of a way its unit: from 12 to 20 percent; five working days, down from 12 now."""
    shared = list(numbers)
    for at, (last, here) in enumerate(pairwise(numbers)):
        if here.unit is None and last.unit and BEFORE_IT.fullmatch(text, last.end, here.start):
            shared[at + 1] = replace(here, unit=last.unit)
        goes = FROM.search(text, max(0, last.start - 16), last.start)
        if goes and last.unit is None and here.unit and TO_IT.fullmatch(text, last.end, here.start):
            shared[at] = replace(last, unit=here.unit, scale=last.scale or _way_scale(last, here))
    return shared


def _way_scale(last: Number, here: Number) -> int | None:
    """Return the magnitude of the end for its start: from 1.2 to 2.5 billion yuan."""
    return here.scale if last.literal < 10**3 and here.scale else None


Form = tuple[re.Pattern[str], "Callable[[re.Match[str]], Number | None]"]


def find_numbers(
    text: str,
    forms: tuple[Form, ...],
    numeral: re.Pattern[str],
    read: Callable[[str, re.Match[str]], Number | None],
) -> list[Number]:
    """Find every numeral in order: the forms that carry their own unit first, then the plain ones."""
    numbers: list[Number] = []
    for pattern, read_form in forms:
        for form in pattern.finditer(text):
            number = read_form(form)
            if number is not None:
                numbers.append(number)
                text = text[: form.start()] + BLANK * len(form[0]) + text[form.end() :]
    read_up_to = 0
    for found in numeral.finditer(text):
        number = read(text, found) if found.start() >= read_up_to else None
        if number is not None:
            numbers.append(number)
            read_up_to = number.digits_end
    return sorted(numbers, key=lambda number: number.start)


def share_bounds(quantities: list[Quantity], text: str, gap: re.Pattern[str]) -> list[Quantity]:
    """Hand a bound on through a list: in 最高500万元、1000万元 both are ceilings."""
    shared = list(quantities)
    carried = Bound.EXACT
    for i, here in enumerate(quantities):
        last = quantities[i - 1]
        if not i or last.unit != here.unit or not _listed(last, here, text, gap):
            carried = Bound.EXACT
        if here.left < here.start:
            carried = here.bound
        elif here.bound is Bound.EXACT:
            shared[i] = replace(here, bound=carried)
    for i in range(len(shared) - 1, 0, -1):
        last, here = shared[i - 1], shared[i]
        if (
            last.unit == here.unit
            and last.bound is Bound.EXACT
            and here.right > here.end
            and _listed(last, here, text, gap)
        ):
            shared[i - 1] = replace(last, bound=here.bound) if "分别" in text[: last.start] else last
    return shared


def _listed(last: Quantity, here: Quantity, text: str, gap: re.Pattern[str]) -> bool:
    return bool(gap.match(text[last.right : here.left]))


def share_units(numbers: list[Number], text: str, gap: re.Pattern[str]) -> list[Number]:
    """Hand a unit back through a list: in 分别建设100、200和300家 all three count 家."""
    shared: list[Number] = []
    following: Number | None = None
    for number in reversed(numbers):
        current = number
        if (
            current.unit is None
            and following
            and following.unit
            and not (following.unit.name == "%" and (current.scale or 0) > 100)
            and gap.match(text[current.end : following.start])
        ):
            current = replace(current, unit=following.unit, scale=current.scale or following.scale)
        shared.append(current)
        following = current
    return shared[::-1]
