"""Writing quantities in words, as a reader of the language would."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kb.records import Bound, plain

if TYPE_CHECKING:
    from kb.records import Quantified

_BOUNDS_ZH = {">": "超过{}", ">=": "{}以上", "<": "不到{}", "<=": "{}以内", "=": "{}", "~": "约{}"}
_BOUNDS_EN = {
    ">": "more than {}",
    ">=": "at least {}",
    "<": "less than {}",
    "<=": "at most {}",
    "=": "{}",
    "~": "about {}",
}
_UNITS_ZH = {
    "CNY": "元", "USD": "美元", "EUR": "欧元", "HKD": "港元", "pp": "个百分点", "count": "",
    "person": "人", "times": "倍", "second": "秒", "minute": "分钟", "hour": "小时", "day": "天",
    "workday": "个工作日", "week": "周", "month": "个月", "year": "年", "m": "米", "km": "公里",
    "m2": "平方米", "km2": "平方公里", "m3": "立方米", "mu": "亩", "ha": "公顷", "g": "克",
    "kg": "公斤", "t": "吨", "tce": "吨标准煤", "kW": "千瓦", "kWh": "千瓦时", "ug/m3": "微克/立方米",
}  # fmt: skip
_UNITS_EN = {
    "CNY": "yuan", "USD": "US dollars", "EUR": "euros", "HKD": "Hong Kong dollars", "count": "",
    "person": "people", "pp": "percentage points", "second": "seconds", "minute": "minutes",
    "hour": "hours", "day": "days", "workday": "working days", "week": "weeks", "month": "months",
    "year": "years", "t": "tonnes",
}  # fmt: skip
_STEPS_ZH = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_STEPS_EN = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def written(figure: Quantified, language: str) -> str:
    """Write a quantity with bound, unit and deadline as a reader of this language would."""
    zh = language == "zh"
    number = _number(figure.value, language)
    if figure.value_max is not None:
        number += f"{'—' if zh else ' to '}{_number(figure.value_max, language)}"
    unit = _unit(figure, zh)
    amount = f"{number}{'' if zh or unit in ('', '%', '‰') else ' '}{unit}"
    text = (_BOUNDS_ZH if zh else _BOUNDS_EN)[Bound(figure.bound).value].format(amount)
    return f"{text}{_until(figure.deadline, zh)}"


def _unit(figure: Quantified, zh: bool) -> str:
    """Return the unit in the language; a Chinese counter stays as it is written: 500件."""
    if zh and figure.unit == "count":
        return "".join(c for c in figure.unit_text if "\u4e00" <= c <= "\u9fff").lstrip("十百千万亿")
    names = _UNITS_ZH if zh else _UNITS_EN
    unit, _, per = figure.unit.partition("/")
    unit = names.get(unit, unit)
    if not per:
        return unit
    return f"{unit}/{names.get(per, per)}" if zh else f"{unit} per {per}".lstrip()


def _number(value: Decimal, language: str) -> str:
    """Write a number in the magnitudes of the language: 1.5亿, 150 million."""
    zh = language == "zh"
    for step, name in _STEPS_ZH if zh else _STEPS_EN:
        if abs(value) >= step:
            return f"{plain((value / step).normalize())}{'' if zh else ' '}{name}"
    return plain(value) if zh else f"{value.normalize():,f}"


def _until(deadline: str | None, zh: bool) -> str:
    if not deadline or not deadline[0].isdigit():
        return ""
    year, _, month = deadline.partition("-")
    if zh:
        return f"（到{year}年{f'{int(month[:2])}月' if month else ''}）"
    return f" by {deadline}"
