"""Chinese numerals that carry their own unit: 百分之十二, 三分之二, 三成五, 翻一番, 一半."""

from __future__ import annotations

import re
from decimal import Decimal

from kb.figures.numerals_zh import ARABIC, DIGITS, HANZI, read_arabic, read_hanzi
from kb.figures.quantities import Number
from kb.figures.units import UNITS_ZH, Unit

PERCENT = Unit("%")
HUNDREDTHS = re.compile(rf"(?P<of>百分之|千分之)\s?(?:(?P<arabic>{ARABIC})|(?P<hanzi>{HANZI}))")
FRACTION = re.compile(rf"(?P<parts>{HANZI}|(?<!\d)\d{{1,4}})分之(?P<some>{HANZI}|\d{{1,4}})")
TENTHS = re.compile(
    r"""(?P<tens>[一两二三四五六七八九]|(?<!\d)\d)成(?P<ones>[一二三四五六七八九半])?
        (?![一二三四五六七八九立员果为功长本品分绩熟效交人就型都套语渝林片了])""",
    re.VERBOSE,
)
DOUBLING = re.compile(r"翻(?:了)?(?:(?P<turns>[一两二三四\d])番|番|(?:了)?一?倍|两倍)")
SLASHED = re.compile(r"(?<![\d/.])(?P<some>[1-7])/(?P<parts>[2-9])(?![\d/])")
HALF = re.compile(r"(?<![一大多下上后前每])(?:一半|半数|(?<=过)半(?![年个月天日小时程岛导]))")
HALF_TIME = re.compile(r"(?<![一两个上下前后大多过每])半(?P<unit>个工作日|个?小时|个月|天|年)")
MORTALITY = re.compile(rf"({ARABIC})/10万")
HALVES = DIGITS | {"半": 5}


def _form(found: re.Match[str], literal: Decimal | None, unit: Unit) -> Number | None:
    if literal is None:
        return None
    return Number(start=found.start(), end=found.end(), digits_end=found.end(), literal=literal, unit=unit)


def _hundredths(found: re.Match[str]) -> Number | None:
    """Read 百分之十二 and 千分之三."""
    literal = read_arabic(found["arabic"]) if found["arabic"] else read_hanzi(found["hanzi"])
    return _form(found, literal, PERCENT if found["of"] == "百分之" else Unit("‰"))


def _fraction(found: re.Match[str]) -> Number | None:
    """Read 三分之二 as 66.67 %."""
    parts, some = (
        read_arabic(w) if w.isdecimal() else read_hanzi(w) for w in (found["parts"], found["some"])
    )
    if not parts or some is None:
        return None
    return _form(found, (100 * some / parts).quantize(Decimal("0.01")).normalize(), PERCENT)


def _tenths(found: re.Match[str]) -> Number | None:
    """Read 三成 as 30 % and 三成五 as 35 %."""
    tens = HALVES.get(found["tens"]) or int(found["tens"])
    return _form(found, Decimal(10 * tens + HALVES.get(found["ones"], 0)), PERCENT)


def _doubling(found: re.Match[str]) -> Number | None:
    """Read 翻一番 as twice, 翻两番 as four times."""
    turns = found["turns"] or "一"
    return _form(found, Decimal(2 ** (HALVES.get(turns) or int(turns))), Unit("times"))


def _half(found: re.Match[str]) -> Number | None:
    """Read 一半 as 50 %."""
    return _form(found, Decimal(50), PERCENT)


def _per_100000(found: re.Match[str]) -> Number | None:
    """Read 8/10万, the form in which mortality is given."""
    return _form(found, read_arabic(found[1]), Unit("per 100,000"))


def _slashed(found: re.Match[str]) -> Number | None:
    """Read 1/3 as 33.33 %."""
    share = Decimal(100 * int(found["some"])) / int(found["parts"])
    return _form(found, share.quantize(Decimal("0.01")).normalize(), PERCENT)


def _half_time(found: re.Match[str]) -> Number | None:
    """Read 半天 as 0.5 day; whether it is bounded decides later."""
    start, end = found.span()
    unit = UNITS_ZH[found["unit"]]
    return Number(start=start, end=end, digits_end=start + 1, literal=Decimal("0.5"), unit=unit, words=True)


FORMS = (
    (HALF_TIME, _half_time),
    (SLASHED, _slashed),
    (MORTALITY, _per_100000),
    (HUNDREDTHS, _hundredths),
    (FRACTION, _fraction),
    (TENTHS, _tenths),
    (DOUBLING, _doubling),
    (HALF, _half),
)
