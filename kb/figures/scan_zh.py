"""Quantities in a Chinese sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.figures.bounds import AFTER_ZH, BEFORE_ZH, bound_after, bound_before, settle
from kb.figures.forms_zh import FORMS
from kb.figures.numerals_zh import MAGNITUDE, NUMERAL, magnitude, read_arabic, read_hanzi
from kb.figures.quantities import (
    LIST_ZH,
    RANGE_ZH,
    Number,
    Quantity,
    find_numbers,
    join_ranges,
    share_bounds,
    share_units,
)
from kb.figures.units import COUNT, MONEY, TIME, Found, Unit, unit_zh
from kb.records import Bound

if TYPE_CHECKING:
    from decimal import Decimal

LOOSE = re.compile(
    r"[余多来](?=[万亿千百个家件项所台条名人元吨亩户张座处种类款辆艘公平立次天年月小分倍门场班套位岁])"
)

CURRENCIES = {
    "港币": "HKD",
    "港元": "HKD",
    "美元": "USD",
    "美金": "USD",
    "欧元": "EUR",
    "澳门币": "MOP",
    "新台币": "TWD",
}
CURRENCY = re.compile(rf"({'|'.join(CURRENCIES)})\s?$")

PEOPLE = re.compile(
    r"""[^,，。;、\d\x00]{0,6}?(?:人口|居民|群众|农民|学生|职工|用户|游客|老人|老年人|儿童|青年|毕业生|市民|民众|劳动力|农户
        |人民)""",
    re.VERBOSE,
)
HEADS = re.compile(r"(?:人口|人数|人员)[^,，。;、\d\x00]{0,8}$")
STOP = re.compile(r"\s?(?:[,，。;、)）]|$|以上|以下|左右|以内|大关|元)")
MONEY_BEFORE = re.compile(
    r"""(?:GDP|生产总值|产值|收入|规模|投资|营收|贷款|余额|总额|资产|增加值|销售额|成交额|进出口|利润|税收|资金|估值|市值|消费)
        [^,，。;、\d\x00]{0,12}$""",
    re.VERBOSE | re.IGNORECASE,
)
REACHED = re.compile(
    r"""(?:达到?|超过?|突破|优于|[升降增]至|[升降]到|高到|下降到|增加到|提升至|提高至|缩小[到至]|控制在|[高低大小少]于|[保维]持在
        |稳定在|不超过)(?:约|近)?$""",
    re.VERBOSE,
)
MEASURED_TIME = re.compile(
    r"""(?:有效期|存续期|期限|年限|周期|任期|寿命|时限|时间|不少于
        |[^\W\d]龄|[^\W\d同近前后中时日长短学假分初末预定星首一二三四五期周]期(?!间)|合同|达到?|连续[^,，。]{0,6}满
        |(?:延长|缩短|压缩|提高|提升|增加|减少)(?:了|到|至)?)[^,，。;\d]{0,4}$""",
    re.VERBOSE,
)
SINCE_AN_EVENT = re.compile(r"[校业后起日证休产]$")  # 毕业2年内
BARRED = re.compile(r"[之以]?内(?:不得|不予|不再|禁止|不准|不能)")  # 三年内不得申报
AGE = re.compile(r"周?岁")
# Units that count too little to be believed behind a character: 三方, 四分, 三门, 五角.
TOO_PLAIN = frozenset("方度分门字股期圈口站道席轮班节根本单副片块头只层元升部位角孔把杆枝盆瓶袋桶")
BARE_COUNTERS = frozenset("家个名项场所")
OPEN_QUOTE = re.compile(r"[“\"‘][^“”\"‘’]{1,12}$")
CLOSE_QUOTE = re.compile(r"[^“”\"\d]{0,10}[”\"’]")


def scan_zh(text: str) -> list[Quantity]:
    """Return the quantities that a folded sentence states, its names blanked out, in order."""
    found = measured_zh(text)
    return [quantity for quantity in found if _holds(quantity, text, found)]


def measured_zh(text: str) -> list[Quantity]:
    """Return every number with a unit, idioms and spans of time among them."""
    numbers = share_units(find_numbers(text, FORMS, NUMERAL, _plain), text, LIST_ZH)
    pairs = join_ranges(numbers, text, RANGE_ZH)
    quantities = [_quantity(text, low, high) for low, high in pairs if (high or low).unit]
    return share_bounds(quantities, text, LIST_ZH)


def _plain(text: str, found: re.Match[str]) -> Number | None:
    """Read a numeral, its magnitude, 余 or 多, and the unit behind it."""
    written = found[0]
    literal = read_arabic(written) if found["arabic"] else read_hanzi(written)
    if literal is None:
        return None
    at, scale, loose = found.end(), None, False
    for _ in range(2):
        more = LOOSE.match(text, at)
        loose, at = loose or bool(more), more.end() if more else at
        large = MAGNITUDE.match(text, at) if scale is None else None
        if large:
            scale, at = magnitude(large[0]), large.end()
    unit = unit_zh(text, at) or _implied(text, found.start(), at, (scale or 1) * literal)
    foreign = CURRENCY.search(text, max(0, found.start() - 5), found.start())
    if foreign and unit and unit.unit.name == "CNY":
        unit = Found(Unit(CURRENCIES[foreign[1]]), unit.end)
    return Number(
        start=found.start(),
        end=unit.end if unit else at,
        digits_end=at,
        literal=literal,
        scale=scale,
        unit=unit.unit if unit else None,
        words=not found["arabic"],
        bare=not found["arabic"] and written[0] in "百千万亿",
        loose=loose,
    )


def _implied(text: str, start: int, at: int, value: Decimal) -> Found | None:
    """Return the unit of a number that goes without: 960万贫困人口, GDP达到2万亿, 千亿级, 降至1.25以下."""
    if value < 10**4:
        alone = STOP.match(text, at) and REACHED.search(text, max(0, start - 12), start)
        return Found(COUNT, at) if alone and text[at - 1].isdecimal() else None
    if PEOPLE.match(text, at) or HEADS.search(text, max(0, start - 14), start):
        return Found(Unit("person"), at)
    if value >= 10**8 and text.startswith("级", at):
        return Found(Unit("CNY"), at + 1)
    if STOP.match(text, at) and MONEY_BEFORE.search(text, max(0, start - 24), start):
        return Found(Unit("CNY"), at)
    return None


def _quantity(text: str, low: Number, high: Number | None) -> Quantity:
    """Join number and bounds."""
    last = high or low
    before = bound_before(text, low.start, BEFORE_ZH)
    left = before[1] if before else low.start
    bare_bound = (
        _bare_bound(text, low.start) if not before and (low.bare or (low.scale or 0) >= 10**4) else None
    )
    after = bound_after(text, last.end, AFTER_ZH) or bound_after(text, last.digits_end, AFTER_ZH)
    bound = settle(
        before[0] if before else bare_bound, after[0] if after else Bound.OVER if last.loose else None
    )
    if high and text.startswith("以上", low.end):  # 1万元以上5万元以下 is a range, each end said in full
        bound = Bound.EXACT
    unit = last.unit or COUNT
    return Quantity(
        start=low.start,
        digits_end=last.digits_end,
        end=last.end,
        left=left,
        right=max(last.end, after[1]) if after else last.end,
        value=low.value,
        value_max=high.value if high else None,
        bound=bound,
        unit=unit.name,
        unit_text=text[last.digits_end : last.end].strip() or text[last.start : last.end],
        words=low.words,
        bare=low.bare and not (before or bare_bound or last.loose),
    )


def _bare_bound(text: str, at: int) -> Bound | None:
    """Read the one character before a bare magnitude: 上百家, 过万人."""
    if text[max(0, at - 2) : at - 1] in tuple("通经超不迈跨登跃冲攀装换配用安种加改建"):  # 装上3.8万套
        return None
    return {"过": Bound.OVER, "上": Bound.AT_LEAST}.get(text[max(0, at - 1) : at])


def _holds(quantity: Quantity, text: str, found: list[Quantity]) -> bool:
    """Whether this is a quantity that somebody states, not a phrase that happens to hold a number."""
    return all(rule(quantity, text, found) for rule in RULES)


def _says_how_long(quantity: Quantity, text: str, found: list[Quantity]) -> bool:
    """三年行动 and 近五年 place a thing in time; 有效期3年 and 不少于5年 measure one."""
    exact = quantity.bound is Bound.EXACT
    if quantity.unit == "day" and quantity.unit_text == "日":
        return not exact or text.endswith(("延长", "顺延", "缓期"), 0, quantity.start)
    if quantity.unit != "year" or AGE.match(quantity.unit_text):
        return True
    within = text.startswith(("内", "之内", "以内"), quantity.end)
    if within and SINCE_AN_EVENT.search(text, max(0, quantity.start - 1), quantity.start):
        return True
    if within and BARRED.match(text, quantity.end):
        return True
    if within and any(other.unit not in TIME for other in found):
        return False  # 三年内 says by when the others are to be reached
    if quantity.bound is Bound.ABOUT or (quantity.bound is Bound.OVER and not _exceeds(quantity, text)):
        return False
    return not exact or bool(MEASURED_TIME.search(text, max(0, quantity.start - 14), quantity.start))


def _exceeds(quantity: Quantity, text: str) -> bool:
    return text.endswith(("超过", "逾", "超"), 0, quantity.start)


def _is_more_than_an_article(quantity: Quantity, _text: str, found: list[Quantity]) -> bool:
    """一个 is an article, unless it is bounded, measured, or stands in a row with two and three."""
    if not quantity.words or quantity.value != 1 or quantity.bound is not Bound.EXACT:
        return True
    if quantity.unit != "count":
        return quantity.unit in TIME and quantity.unit not in ("day", "year")
    following = next((other for other in found if other.start >= quantity.end), None)
    if following is None or not following.words or following.unit_text != quantity.unit_text:
        return False
    return following.value > 1 and following.start - quantity.end <= 12


def _is_no_idiom(quantity: Quantity, _text: str, _found: list[Quantity]) -> bool:
    """Characters make names as readily as numbers: 三元食品, 百家讲坛."""
    if not quantity.words:
        return True
    if quantity.value < 1:  # 半天 is a figure only as a limit
        return quantity.bound is not Bound.EXACT
    if quantity.bare and quantity.unit_text not in BARE_COUNTERS and quantity.unit not in (*MONEY, "mu", "t"):
        return False
    return quantity.value >= 10 or quantity.unit_text not in TOO_PLAIN


def _is_no_slogan(quantity: Quantity, text: str, _: list[Quantity]) -> bool:
    """Refuse what stands in short quotation marks: “四个最严” is a name."""
    opens = OPEN_QUOTE.search(text, max(0, quantity.start - 13), quantity.start)
    return not (opens and CLOSE_QUOTE.match(text, quantity.right))


RULES = (_says_how_long, _is_more_than_an_article, _is_no_idiom, _is_no_slogan)
