"""Numbers and ranks of both languages as the same words: 1.5亿 is 150 million, 三类 is Class III."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGNITUDES = {
    "千": 10**3,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
    "thousand": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
TENS = {"十": 10, "百": 100, "千": 1000}
WORDS = {
    word: i
    for i, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
RANKS = {"类": "class", "级": "grade", "期": "phase", "批": "batch", "章": "chapter", "条": "article"}
RANKS_EN = {
    "class": "class",
    "category": "class",
    "grade": "grade",
    "level": "grade",
    "tier": "grade",
    "phase": "phase",
    "batch": "batch",
    "chapter": "chapter",
    "article": "article",
}

NUMBER = re.compile(
    r"(?P<digits>\d[\d,]*(?:\.\d+)?)\s*"
    r"(?P<magnitude>万亿|千亿|百亿|十亿|千万|百万|十万|[亿万千](?![瓦米克])|(?:thousand|million|billion|trillion|bn|mn)\b)?"
)
NUMERAL = re.compile(
    r"(?:百分之)?(?P<numeral>[零〇一二三四五六七八九十百千两]{1,9})(?P<magnitude>万亿|[万亿])?"
)
NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(WORDS)})\b")
RANK = re.compile(
    r"(?:第)?(?P<number>[一二三四五六七八九十]{1,3}|\d{1,3}|[ivxⅰ-ⅹ]{1,4})\s?(?P<kind>[类级期批章条])"
)
RANK_EN = re.compile(rf"\b(?P<kind>{'|'.join(RANKS_EN)})[ -](?P<number>\d{{1,3}}|[ivx]{{1,4}})\b")


def number_tokens(text: str) -> Iterator[str]:
    """Yield a word for each number and each rank of a text that is simplified and in lower case."""
    for found in NUMBER.finditer(text):
        value = Decimal(found["digits"].replace(",", "").rstrip("."))
        yield number_token(value * MAGNITUDES.get(found["magnitude"] or "", 1))
    for found in NUMERAL.finditer(text):
        if (count := numeral(found["numeral"])) is not None:
            yield number_token(Decimal(count * MAGNITUDES.get(found["magnitude"] or "", 1)))
    for found in NUMBER_WORD.finditer(text):
        yield number_token(Decimal(WORDS[found[0]]))
    for found in RANK.finditer(text):
        if rank := ordinal(found["number"]):
            yield f"{RANKS[found['kind']]}{rank}"
    for found in RANK_EN.finditer(text):
        if rank := ordinal(found["number"]):
            yield f"{RANKS_EN[found['kind']]}{rank}"


def number_token(value: Decimal) -> str:
    """Return the word for a number: its digits, a point written as "d" ("n13d7")."""
    plain = f"{value:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "n" + plain.replace(".", "d")


def numeral(text: str) -> int | None:
    """Return the value of a Chinese numeral below 10,000, or of digits in a row (二〇二七); None for 十百."""
    if not any(c in TENS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    total, digit = 0, 0
    last = 10_000
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
            continue
        scale = TENS[character]
        if scale >= last:
            return None
        total += (digit or 1) * scale
        digit, last = 0, scale
    return total + digit


def ordinal(text: str) -> int | None:
    """Return the value of a rank's number in any script, or None where it is none."""
    if text.isascii() and text.isdigit():
        return int(text)
    if text[0] in DIGITS or text[0] in TENS:
        return numeral(text)
    return ROMAN.get(text)
