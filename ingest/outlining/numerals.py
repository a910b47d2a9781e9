"""The numerals that number sections: Chinese, formal Chinese, Arabic, Roman, circled, English words."""

from __future__ import annotations

import re
import unicodedata

FORMAL = "壹貳贰參叁肆伍陸陆柒捌玖拾"
CHINESE = "〇零一二三四五六七八九十百两兩廿" + FORMAL
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_DIGITS |= {c: i for i, c in enumerate("壹贰叁肆伍陆柒捌玖", start=1)} | {"貳": 2, "參": 3, "陸": 6}
_TENS = {"十": 10, "拾": 10, "百": 100}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_ROMAN_SHAPE = re.compile(r"(?=.)(XL|X{0,3})(IX|IV|V?I{0,3})")
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def chinese(text: str) -> int | None:
    """Return the value of a Chinese numeral below 1000 ("二十三", "廿一", "一〇五"), or None."""
    total = digit = 0
    if len(text) > 1 and not any(c in _TENS or c == "廿" for c in text):  # 一〇五 is read digit by digit
        return int("".join(str(_DIGITS[c]) for c in text)) if all(c in _DIGITS for c in text) else None
    for c in text:
        if c in _TENS:
            total += (digit or 1) * _TENS[c]
            digit = 0
        elif c == "廿":
            total += 20
        elif c in _DIGITS:
            digit = _DIGITS[c]
        else:
            return None
    return total + digit


def roman(text: str) -> int | None:
    """Return the value of a Roman numeral below 50 in its regular form, None where it is none."""
    text = unicodedata.normalize("NFKC", text).upper()
    if not _ROMAN_SHAPE.fullmatch(text):
        return None
    values = [_ROMAN[c] for c in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def value(text: str) -> int | None:
    """Return the value of a numeral in whatever form it is written; letters are not numerals here."""
    if text.isdecimal():
        return int(text)
    if text.lower() in WORDS:
        return WORDS.index(text.lower()) + 1
    if text[0] in CHINESE:
        return chinese(text)
    if len(text) == 1 and unicodedata.category(text) == "No":  # ① ⑴ ⒈ ㈠
        return value(unicodedata.normalize("NFKC", text).strip("()."))
    return roman(text)
