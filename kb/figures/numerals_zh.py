"""Chinese numerals: 二十五, 两千, 1.5万亿, 百分之十二 … as exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {char: i for i, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
PLACES = {"十": 10, "百": 100, "千": 1000}
MAGNITUDES = {"万": 10**4, "亿": 10**8}

# 千 opens a unit as often as it closes a number: 两万千瓦 is 20,000 kW.
HANZI = (
    r"(?:[〇零一二两三四五六七八九十百万亿]|千(?![瓦米克卡伏焦帕赫字])){1,24}"
    r"(?:点[零一二三四五六七八九]{1,8})?"
)
ARABIC = (
    r"(?:(?<![A-Za-z0-9.])|(?<=RMB)|(?<=CNY)|(?<=USD)|(?<=EUR)|(?<=HKD))"
    r"\d{1,18}(?!\d)(?:,\d{3}(?!\d))*(?:\.\d+)?"
)
MAGNITUDE = re.compile(r"[十百千]?(?:万亿|万|亿)(?!分)|(?:百|千)(?![瓦米克卡伏焦帕赫分])")
NUMERAL = re.compile(rf"(?P<arabic>{ARABIC})|(?P<hanzi>{HANZI})")


def read_arabic(written: str) -> Decimal:
    """Return the value of digits with or without separators: "12,000.5"."""
    return Decimal(written.replace(",", ""))


def read_hanzi(written: str) -> Decimal | None:
    """Return the value of a numeral in characters, or None where they are no single number (七八, 十四五)."""
    whole, _, fraction = written.partition("点")
    value = _whole(whole)
    if value is None or not fraction:
        return value
    return value + Decimal("0." + "".join(str(DIGITS[char]) for char in fraction))


def magnitude(written: str) -> int:
    """Return what 万, 千万, 万亿 … multiply by; 1 for nothing."""
    factor = 1
    for char in written:
        factor *= PLACES.get(char) or MAGNITUDES[char]
    return factor


def _whole(written: str) -> Decimal | None:
    """Read 一万五千亿 and 一亿五千万: sections below 万, gathered at each 万 and 亿."""
    yi = wan = section = 0
    digit: int | None = None
    for before, char in zip(" " + written, written, strict=False):
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
        elif char in PLACES:
            section += (1 if digit is None or (digit == 0 and before == "零") else digit) * PLACES[char]
            digit = None
        else:
            section += digit or 0
            if char == "万":
                wan += (section or 1) * MAGNITUDES[char]
            else:
                yi += (wan + section or 1) * MAGNITUDES[char]
                wan = 0
            section, digit = 0, None
    return Decimal(yi + wan + section + (digit or 0))
