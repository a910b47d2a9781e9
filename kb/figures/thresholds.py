"""Figures that qualify another one: 年产值超100亿元 of the 龙头企业 of which there shall be 2家."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.figures.kinds import GRANTED_ZH
from kb.figures.units import MONEY
from kb.records import Bound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.figures.quantities import Quantity

COUNTED = ("count", "person")
AGE_ZH = re.compile(r"周?岁")
AGE_EN = re.compile(
    r"\b(?:aged?|(?:over|above) the age of|older than|ages)(?: of| between| from)?\s*$", re.IGNORECASE
)
NOUN_ZH = r"[^,，。;、:\d\x00]"

# 100亿元以上企业5家, 年产值超100亿元的龙头企业2家, 百亿级集群3个
COUNT_BEHIND_ZH = re.compile(
    rf"(?:级|以上|及以上|以下|以内)?(?:(?:的|级){NOUN_ZH}{{1,30}}|(?!达到?|增|为){NOUN_ZH}{{2,24}}|、(?:具备|具有|拥有|且|并)[^。;\d\x00]{{2,40}})$"
)
# 500张床位以上的医院覆盖率达到80%
RATE_BEHIND_ZH = re.compile(
    rf"(?:级|以上|及以上|以下){NOUN_ZH}{{2,24}}(?:率|比例|比重|覆盖){NOUN_ZH}{{0,8}}$"
)
# 培育2家年产值超100亿元的龙头企业
OPENS_ZH = re.compile(rf"{NOUN_ZH}{{0,14}}$")
CLOSES_ZH = re.compile(
    r"(?:级|以上|及以上|以下|左右)?(?:、[^,，。;、\d]{2,24}的(?=[^,，。;、]{2})|(?:的|级|[\u4e00-\u9fff])[^,，。;、]{1,30})"
)
ALSO_ZH = re.compile(r"(?:、[^,，。;、\d]{2,24})+的(?=[^,，。;、]{2})")
# 对年营业收入首次突破10亿元的企业，给予…
CONDITION_ZH = re.compile(
    r"(?:以上|及以上|以下|以内|级)?(?:的|[^,，。;\d\x00]{0,24}(?:企业|单位|项目|机构|个人|平台|园区|产品)|,|，)"
)
FOR_ZH = re.compile(r"(?:对|凡|给)[^,，。;]{0,40}$")  # 对…超过500万元的项目，按投资额的12%给予补助
PAYEE_ZH = re.compile(
    r"[,，;；](?:对|凡|向)"
)  # what stands before is no condition of what is granted to these
GRANT = re.compile(
    r"给予|奖励|补助|补贴|资助|奖补|扶持|贴息|可[获得享]|receive|grant|reward|subsid|eligible|award",
    re.IGNORECASE,
)

WITH_EN = re.compile(
    r"[^.;:\d]{0,80}?\b(?:with|each|whose|having|generating|valued at|worth|exceeding|reporting|"
    r"achieving|boasting|that (?:have|generate|exceed))\b[^.;:\d]{0,60}$",
    re.IGNORECASE,
)
TOTAL_EN = re.compile(
    r"\b(?:total(?:l?ing)?|combined|aggregate|cumulative|overall|and (?:a|an)|bringing|reaching|reach)\b",
    re.IGNORECASE,
)
CONDITION_EN = re.compile(r"\b(?:with|whose|which|if)\b[^.;]{0,80}$", re.IGNORECASE)
PLAIN_EN = re.compile(r"[^.;:,\d]{2,80}")
ATTAINED = re.compile(r"(?:达到?|突破|迈[入上进]|跨[入上]|冲[击刺]|站上|跃[上升])$")
BRACKET = re.compile(r"[^()]{0,12}[(](?:约合?|合|折合|about|around|approximately|some|\s)*$")


def qualified(quantities: Sequence[Quantity], text: str, language: str) -> dict[int, int]:
    """Return for each quantity that qualifies another the position of that other."""
    find = _main_zh if language == "zh" else _main_en
    found: dict[int, int] = {}
    for i in range(len(quantities)):
        main = _converted(i, quantities, text)
        if main is None:
            main = find(i, quantities, text)
        if main is not None and main not in found:
            found[i] = main
    return found


def stated(quantities: Sequence[Quantity], text: str, language: str) -> tuple[Quantity, ...]:
    """Leave out what only names a class of size and qualifies nothing: 3000吨级航道, 一批千亿级集群."""
    inside = qualified(quantities, text, language)
    return tuple(
        quantity
        for i, quantity in enumerate(quantities)
        if i in inside
        or not _graded(quantity, text)
        or ATTAINED.search(text, max(0, quantity.left - 8), quantity.left)
    )


def _converted(i: int, quantities: Sequence[Quantity], text: str) -> int | None:
    """Find the sum that 约合14亿美元 in brackets only repeats."""
    here, last = quantities[i], quantities[i - 1]
    if i and here.unit in MONEY and last.unit in MONEY and here.unit != last.unit:
        return i - 1 if BRACKET.fullmatch(text[last.right : here.left]) else None
    return None


def _main_zh(i: int, quantities: Sequence[Quantity], text: str) -> int | None:
    here, others = quantities[i], (j for j in (i - 1, i + 1) if 0 <= j < len(quantities))
    if AGE_ZH.match(here.unit_text) and here.bound is not Bound.EXACT and i + 1 < len(quantities):
        return i + 1
    main = next((j for j in others if _inside_zh(here, quantities[j], text)), None)
    return _granted(i, quantities, text, CONDITION_ZH.match(text, here.right)) if main is None else main


def _inside_zh(threshold: Quantity, main: Quantity, text: str) -> bool:
    """Whether a threshold stands in the noun that the main figure counts."""
    if threshold.unit_text == "个" or threshold.unit == "%" == main.unit:
        return False
    if threshold.start < main.start:
        between = text[threshold.end : main.left]
        if main.unit in COUNTED and threshold.unit not in COUNTED:
            return bool(COUNT_BEHIND_ZH.match(between)) and (
                threshold.bound is not Bound.EXACT or _graded(threshold, text)
            )
        return threshold.bound is not Bound.EXACT and bool(RATE_BEHIND_ZH.match(between))
    if main.unit not in COUNTED or threshold.unit in COUNTED:
        return False
    noun = OPENS_ZH.fullmatch(text[main.right : threshold.left]) and CLOSES_ZH.match(text, threshold.end)
    return bool(noun) and (threshold.bound is not Bound.EXACT or _graded(threshold, text))


def behind_threshold(threshold: Quantity, text: str) -> int:
    """Return where the noun begins that a threshold in front of it qualifies: behind 、敢为人先的, too."""
    also = ALSO_ZH.match(text, threshold.right)
    return also.end() if also else threshold.right


def _graded(quantity: Quantity, text: str) -> bool:
    """Whether it names a class of size: 百亿级, 百亿元级, trillion-yuan."""
    hyphened = quantity.unit in MONEY and quantity.words and text.startswith("-yuan", quantity.end - 5)
    return quantity.unit_text.endswith("级") or text.startswith("级", quantity.end) or hyphened


def _granted(i: int, quantities: Sequence[Quantity], text: str, condition: object) -> int | None:
    """Find the grant for which this quantity is the condition."""
    here = quantities[i]
    if (
        not condition
        or here.bound not in (Bound.OVER, Bound.AT_LEAST)
        or GRANT.search(text, max(here.left - 16, _clause_start(text, here.left)), here.left)
    ):
        return None
    for j in range(i + 1, min(i + 5, len(quantities))):
        if PAYEE_ZH.search(text, here.right, quantities[j].left):
            return None
        if GRANT.search(text, quantities[j - 1].right, quantities[j].left):
            return j
        if GRANTED_ZH.match(text, quantities[j].right) and FOR_ZH.search(
            text, max(0, here.left - 44), here.left
        ):
            return j
        if not CONDITION_ZH.match(text, quantities[j].right):
            return None
    return None


def _clause_start(text: str, at: int) -> int:
    return max(text.rfind(mark, max(0, at - 16), at) for mark in ",，;；。") + 1


def _main_en(i: int, quantities: Sequence[Quantity], text: str) -> int | None:
    here = quantities[i]
    last = quantities[i - 1] if i else None
    if _is_age(here, text):
        if last and PLAIN_EN.fullmatch(text[last.right : here.left]):
            return i - 1
        return i + 1 if i + 1 < len(quantities) else None
    if last and last.unit in COUNTED and here.unit not in (*COUNTED, "%"):
        between = text[last.end : here.start]
        hyphened = not between.strip() and "-" in here.unit_text + text[here.start : here.end]
        if hyphened or (WITH_EN.match(between) and not TOTAL_EN.search(between)):
            return i - 1
    return _granted(i, quantities, text, CONDITION_EN.search(text, max(0, here.left - 100), here.left))


def _is_age(quantity: Quantity, text: str) -> bool:
    return quantity.unit == "year" and bool(AGE_EN.search(text, max(0, quantity.left - 24), quantity.left))
