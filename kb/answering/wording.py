"""Quantities, bounds and deadlines in words of the asker's language."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ingest.script import to_simplified
from kb.answering.days import MONTHS
from kb.records import Bound, plain

if TYPE_CHECKING:
    from corpus.records import Document
    from kb.records import Figure

_ZH = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_EN = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))
_UNITS_ZH = {
    "CNY": "元",
    "USD": "美元",
    "EUR": "欧元",
    "HKD": "港元",
    "JPY": "日元",
    "GBP": "英镑",
    "MOP": "澳门元",
    "TWD": "新台币",
    "%": "%",
    "‰": "‰",
    "pp": "个百分点",
    "count": "",
    "person": "人",
    "times": "倍",
    "point": "分",
    "second": "秒",
    "minute": "分钟",
    "hour": "小时",
    "day": "天",
    "workday": "个工作日",
    "week": "周",
    "month": "个月",
    "year": "年",
    "m": "米",
    "km": "公里",
    "nmi": "海里",
    "m2": "平方米",
    "km2": "平方公里",
    "mu": "亩",
    "ha": "公顷",
    "m3": "立方米",
    "L": "升",
    "g": "克",
    "mg": "毫克",
    "kg": "公斤",
    "t": "吨",
    "tce": "吨标准煤",
    "gce": "克标准煤",
    "kW": "千瓦",
    "kWh": "千瓦时",
    "kV": "千伏",
    "kVA": "千伏安",
    "ug": "微克",
    "TEU": "标准箱",
    "℃": "℃",
    "dB": "分贝",
    "household": "户",
    "bed": "床",
    "piece": "个",
    "10^4person": "万人",
    "10^5person": "10万人",
    "10^4CNY": "万元",
    "10^8CNY": "亿元",
}
_UNITS_EN = {
    "CNY": "yuan",
    "USD": "US dollars",
    "EUR": "euros",
    "HKD": "Hong Kong dollars",
    "JPY": "yen",
    "GBP": "pounds",
    "MOP": "patacas",
    "TWD": "Taiwan dollars",
    "%": "%",
    "‰": "‰",
    "pp": "percentage points",
    "count": "",
    "person": "",
    "times": "times",
    "point": "points",
    "second": "seconds",
    "minute": "minutes",
    "hour": "hours",
    "day": "days",
    "workday": "working days",
    "week": "weeks",
    "month": "months",
    "year": "years",
    "m": "metres",
    "km": "kilometres",
    "nmi": "nautical miles",
    "m2": "square metres",
    "km2": "square kilometres",
    "mu": "mu",
    "ha": "hectares",
    "m3": "cubic metres",
    "L": "litres",
    "g": "grams",
    "mg": "milligrams",
    "kg": "kilograms",
    "t": "tonnes",
    "tce": "tonnes of coal equivalent",
    "gce": "grams of coal equivalent",
    "kW": "kW",
    "kWh": "kWh",
    "kV": "kV",
    "kVA": "kVA",
    "ug": "micrograms",
    "TEU": "TEU",
    "℃": "°C",
    "dB": "dB",
    "household": "household",
    "bed": "bed",
    "piece": "unit",
    "10^4person": "10,000 people",
    "10^5person": "100,000 people",
    "10^4CNY": "10,000 yuan",
    "10^8CNY": "100 million yuan",
}
_BOUNDS_ZH = {
    Bound.OVER: "超过{}",
    Bound.AT_LEAST: "不少于{}",
    Bound.UNDER: "低于{}",
    Bound.AT_MOST: "不超过{}",
    Bound.EXACT: "{}",
    Bound.ABOUT: "约{}",
}
_BOUNDS_EN = {
    Bound.OVER: "more than {}",
    Bound.AT_LEAST: "at least {}",
    Bound.UNDER: "less than {}",
    Bound.AT_MOST: "at most {}",
    Bound.EXACT: "{}",
    Bound.ABOUT: "about {}",
}
_TIME = frozenset({"second", "minute", "hour", "day", "workday", "week", "month", "year"})
_PARTS_OF_A_METRE = (
    (re.compile(r"^cm$|^centim|厘米|公分"), 100, "厘米", "centimetres"),
    (re.compile(r"^mm$|^millim|毫米"), 1000, "毫米", "millimetres"),
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_DIGITS = 4  # a value with more significant digits is written out rather than in millions


def quantity(figure: Figure, language: str) -> str:
    """Return a figure with its bound: "more than 500", "超过500件", "3周以内", "within 3 weeks"."""
    low, high = figure.value, figure.value_max
    zh = language == "zh"
    words = amount(low, figure, language)
    if high is not None:
        words = f"{number(low, language)}{'至' if zh else ' to '}{amount(high, figure, language)}"
    if figure.bound is Bound.AT_MOST and figure.unit in _TIME:
        return f"{words}以内" if zh else f"within {words}"
    return (_BOUNDS_ZH if zh else _BOUNDS_EN)[figure.bound].format(words)


def amount(value: Decimal, figure: Figure, language: str) -> str:
    """Return a value with its unit."""
    for pattern, parts, zh, en in _PARTS_OF_A_METRE:
        if figure.unit == "m" and pattern.search(figure.unit_text):
            return f"{plain(value * parts)}{zh}" if language == "zh" else f"{plain(value * parts)} {en}"
    if language == "zh":
        counter = figure.unit_text if figure.unit == "count" and figure.language == "zh" else ""
        counter = re.sub(r"[^\u4e00-\u9fff]", "", counter)[-2:].lstrip("百千万亿")
        return number(value, "zh") + (counter or unit(figure.unit, "zh"))
    written = number(value, "en")
    if figure.unit in ("kW", "kWh"):
        written, name = _electric(value, figure.unit)
        return f"{written} {name}"
    name = unit(figure.unit, "en")
    if not name:
        return written
    if value == 1:
        name = _singular(name)
    return f"{written}{name}" if name in ("%", "‰", "°C") else f"{written} {name}"


def number(value: Decimal, language: str) -> str:
    """Return a number in the natural magnitudes of a language: 555.1亿, 55.51 billion."""
    for size, name in _ZH if language == "zh" else _EN:
        share = value / size
        if abs(share) >= 1 and len(plain(share).replace(".", "").strip("0")) <= max(
            _DIGITS, len(plain(value).strip("0"))
        ):
            return plain(share) + name
    return plain(value) if language == "zh" or value != value.to_integral_value() else f"{int(value):,}"


def unit(name: str, language: str) -> str:
    """Return a unit's name in a language; of a compound both parts."""
    top, _, below = name.partition("/")
    table = _UNITS_ZH if language == "zh" else _UNITS_EN
    first = table.get(top, top)
    if not below:
        return first
    second = table.get(below, below)
    return f"{first}/{second}" if language == "zh" else f"{first} per {_singular(second)}".strip()


def deadline(date: str, language: str) -> str:
    """Return a deadline as a phrase: "by 2027", "到2027年"; nothing for one that is no date."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", date):
        return ""
    return f"到{day(date, 'zh')}" if language == "zh" else f"by {day(date, 'en')}"


def day(date: str, language: str) -> str:
    """Return an ISO date in words, as precise as it is: "15 September 2025", "2025年9月15日"."""
    parts = [int(p) for p in date[:10].split("-")]
    if language == "zh":
        return "".join(f"{p}{name}" for p, name in zip(parts, "年月日", strict=False))
    names = [
        str(parts[0]),
        *([MONTHS[parts[1] - 1]] if len(parts) > 1 else []),
        *(str(p) for p in parts[2:]),
    ]
    return " ".join(reversed(names))


def listing(names: list[str], language: str) -> str:
    """Return names as one phrase."""
    if language == "zh":
        return "、".join(names)
    separator = "; " if any("," in n or " and " in n for n in names) else ", "
    return separator.join(names)


def _electric(value: Decimal, name: str) -> tuple[str, str]:
    """Return power and energy in the multiples that English writes: 20 GW, 120 billion kWh."""
    if name == "kW":
        for size, multiple in ((Decimal(10) ** 6, "GW"), (Decimal(10) ** 3, "MW")):
            if value >= size:
                return plain(value / size), multiple
    return number(value, "en"), name


def _singular(name: str) -> str:
    words = {
        "metres": "metre",
        "litres": "litre",
        "percentage points": "percentage point",
        "hectares": "hectare",
    }
    return words.get(name, name[:-1] if name.endswith("s") and name != "times" else name)


def in_script(text: str, asked: str) -> str:
    """Return words of a source in the script of the question: Traditional only where it is so itself."""
    return text if to_simplified(asked) != asked else to_simplified(text)


def source_name(document: Document, asked: str, language: str) -> str:
    """Return a name for a source that the asker can read and that holds no number."""
    name = document.publisher or ""
    if language == "en" and _HAN.search(name):
        from pypinyin import lazy_pinyin

        name = " ".join(syllable.capitalize() for syllable in lazy_pinyin(name))
    for one in (name, document.title or ""):
        if one and bool(_HAN.search(one)) == (language == "zh") and not any(c.isdigit() for c in one):
            return in_script(one, asked)
    return "另一份文件" if language == "zh" else "another document"
