"""Figures that qualify another one: 年产值超100亿元 of the 龙头企业 of which there shall be 2家."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.records import Bound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.figures.quantities import Quantity

AGE_ZH = re.compile(r"周?岁")
COUNTED = ("count", "person")
BEHIND_ZH = re.compile(r"(?:级|以上|及以上|以下|以内)?(?:(?:的|级)[^,，。;、\d\x00]{1,30}|[^,，。;、\d\x00的达到为率]{2,24}|、(?:具备|具有|拥有|且|并)[^。;\d\x00]{2,40})$")
RATE_BEHIND_ZH = re.compile(r"(?:级|以上|及以上|以下)[^,，。;、\d\x00]{2,24}(?:率|比例|比重|覆盖)[^,，。;、\d\x00]{0,8}$")
BEFORE_ZH = re.compile(r"(?:[^,，。;、\d\x00]{0,14})$")
CLOSES_ZH = re.compile(r"(?:级|以上|及以上|以下|左右)?(?:的|级|[\u4e00-\u9fff])[^,，。;、]{1,30}")
WITH_EN = re.compile(
    r"[^.;:\d]{0,80}?\b(?:with|each|whose|having|generating|valued at|worth|exceeding|reporting|achieving|aged|boasting|that (?:have|generate|exceed))\b[^.;:\d]{0,60}$", re.IGNORECASE
)
TOTAL_EN = re.compile(r"\b(?:total(?:l?ing)?|combined|aggregate|cumulative|overall|and (?:a|an)|bringing|reaching|reach)\b", re.IGNORECASE)
AGED_EN = re.compile(r"\b(?:aged?|(?:over|above) the age of|older than|ages)(?: of| between| from)?\s*$", re.IGNORECASE)
MAIN_EN = re.compile(r"[^.;:,\d]{2,80}")


def qualified(quantities: Sequence[Quantity], text: str, language: str) -> dict[int, int]:
    """Return for each threshold the position of the figure whose subject it stands in."""
    inside = _inside_zh if language == "zh" else _inside_en
    found: dict[int, int] = {}
    for i, quantity in enumerate(quantities):
        if AGE_ZH.match(quantity.unit_text) and quantity.bound is not Bound.EXACT and i + 1 < len(quantities):
            found[i] = i + 1
            continue
        for other in (i - 1, i + 1) if language == "en" else (i + 1, i - 1):
            if 0 <= other < len(quantities) and other not in found and inside(quantity, quantities[other], text):
                found[i] = other
                break
    return found


def _inside_zh(threshold: Quantity, main: Quantity, text: str) -> bool:
    if threshold.unit_text == "个" or threshold.unit == "%" == main.unit:
        return False
    if threshold.start < main.start:
        between = text[threshold.end : main.left]
        if main.unit in COUNTED and threshold.unit not in COUNTED:
            return bool(BEHIND_ZH.match(between)) and (threshold.bound is not Bound.EXACT or "级" in between)
        return threshold.bound is not Bound.EXACT and bool(RATE_BEHIND_ZH.match(between))
    if main.unit not in COUNTED or threshold.unit in COUNTED:
        return False
    closes = text[threshold.end :]
    return bool(BEFORE_ZH.fullmatch(text[main.right : threshold.left])) and bool(CLOSES_ZH.match(closes)) and (
        threshold.bound is not Bound.EXACT or closes.startswith("级")
    )


def _is_age(threshold: Quantity, text: str) -> bool:
    return threshold.unit == "year" and bool(AGED_EN.search(text[max(0, threshold.left - 24) : threshold.left]))


def _inside_en(threshold: Quantity, main: Quantity, text: str) -> bool:
    if threshold.start < main.start:
        return _is_age(threshold, text)
    if _is_age(threshold, text):
        return bool(MAIN_EN.fullmatch(text[main.right : threshold.left]))
    if main.unit not in COUNTED or threshold.unit in (*COUNTED, "%"):
        return False
    between = text[main.end : threshold.start]
    return bool(WITH_EN.match(between)) and not TOTAL_EN.search(between)
