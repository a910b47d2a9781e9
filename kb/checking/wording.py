"""Judgements as one sentence in the reader's language, which names what differs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kb.records import Bound, plain

if TYPE_CHECKING:
    from kb.checking.judging import Ruling
    from kb.matching.stated import Stated
    from kb.records import Quantified

_REASONS = {
    "agrees": ("原文一致：{said}。", "The source says the same: {said}."),
    "looser": (
        "原文为{said}，比该说法更精确。",
        "The source says {said}, which is more precise than the claim.",
    ),
    "same_quantity": ("原文为{said}，而不是{claim}。", "The source says {said}, not {claim}."),
    "same_unit": (
        "单位不同：原文为{said}，而不是{claim}。",
        "The unit differs: the source says {said}, not {claim}.",
    ),
    "same_deadline": (
        "期限不同：原文为{said}，而不是{claim}。",
        "The deadline differs: the source says {said}, not {claim}.",
    ),
    "no_deadline": (
        "原文有{said}，但没有写明该说法的期限（{claim}）。",
        "The source says {said}, but does not give the claimed date ({claim}).",
    ),
    "same_period": (
        "时间不同：原文说的是另一时期的数字（{said}）。",
        "The time differs: the source gives this for another period ({said}).",
    ),
    "same_direction": (
        "方向相反：原文为{said}，升降与该说法相反。",
        "The direction differs: the source has {said} going the other way.",
    ),
    "same_bound": (
        "界限相反：原文为{said}，而不是{claim}。",
        "The bound is the opposite: the source says {said}, not {claim}.",
    ),
    "same_subject": (
        "原文有这个数字，但说的是另一个指标：{subject}。",
        "The source has this number for another measure: {subject}.",
    ),
    "same_kind_of_unit": (
        "原文为{said}，该说法为{claim}：百分比与百分点不能混同。",
        "The source says {said}, the claim {claim}: per cent and percentage points are not the same.",
    ),
    "within_range": ("原文给出的是范围：{said}。", "The source gives a range: {said}."),
    "weaker_bound": (
        "原文为{said}；该说法不算错，但不准确。",
        "The source says {said}; the claim is not wrong but inexact.",
    ),
    "stricter_bound": (
        "原文为{said}，该说法更强：{claim}。",
        "The source says {said}; the claim says more: {claim}.",
    ),
    "subject_in_doubt": (
        "最接近的数字是{said}（{subject}），不能确定说的是同一件事。",
        "The nearest figure is {said} ({subject}); whether it is on the same subject is not certain.",
    ),
    "nothing_held": (
        "所收文件中没有关于“{claimed}”的数字。",
        "No document held gives a figure for “{claimed}”.",
    ),
}
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


def reason(claim: Stated, ruling: Ruling, language: str) -> str:
    """Return why a claim is judged so."""
    finding = ruling.finding
    rule = finding.rule
    said = ruling.evidence[0] if ruling.evidence else None
    if rule == "same_deadline" and said and not said.figure.deadline:
        rule = "no_deadline"
    if rule == "agrees" and said and claim.figure.bound is not said.figure.bound:
        rule = "looser"
    words = _REASONS[rule][0 if language == "zh" else 1]
    return words.format(
        claim=written(claim.figure, language),
        said=written(said.figure, language) if said else "",
        subject=said.subject if said else "",
        claimed=claim.subject,
    )


def written(figure: Quantified, language: str) -> str:
    """Write a quantity with bound, unit and deadline as a reader of this language would."""
    zh = language == "zh"
    number = _number(figure.value, language)
    if figure.value_max is not None:
        number += f"{'—' if zh else ' to '}{_number(figure.value_max, language)}"
    unit = (_UNITS_ZH if zh else _UNITS_EN).get(figure.unit, figure.unit)
    amount = f"{number}{'' if zh or unit in ('', '%', '‰') else ' '}{unit}"
    text = (_BOUNDS_ZH if zh else _BOUNDS_EN)[Bound(figure.bound).value].format(amount)
    return f"{text}{_until(figure.deadline, zh)}"


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
