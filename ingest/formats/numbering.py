"""The automatic numbers of Word: counted as Word counts them, written as it writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ingest.formats.archives import Element

DEEPEST: Final = 9  # levels of a list
LONGEST_PATTERN: Final = 60  # characters; a number of nine levels has half of them
DIGITS: Final = "零一二三四五六七八九"
CAPITAL_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
PLACE: Final = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; `pattern` has %1 for the number of the outermost level."""

    start: int
    form: str
    pattern: str
    spaced: bool
    restart: int | None = None
    legal: bool = False


@dataclass(frozen=True, slots=True)
class List:
    """A list of a document: its scheme, which lists share, and its levels."""

    scheme: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """Counts the items of every list of a document."""

    def __init__(self, root: Element | None) -> None:
        self.lists = _lists(root) if root else {}
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[str] = set()

    def label(self, number: str, level: int) -> str:
        """Count one item of a list and return its number as written, empty where it has none."""
        found = self.lists.get(number)
        if found is None or level not in found.levels:
            return ""
        counts = self.counts.setdefault(found.scheme, {})
        if number not in self.begun:  # a list that starts anew, though others of its scheme came before
            self.begun.add(number)
            for depth, start in found.starts.items():
                counts[depth] = start - 1
        shape = found.levels[level]
        counts[level] = counts.get(level, shape.start - 1) + 1
        for deeper in range(level + 1, DEEPEST):
            limit = found.levels[deeper].restart if deeper in found.levels else None
            if limit is None or level < limit:
                counts.pop(deeper, None)
        return _written(found, counts, shape)


def _written(found: List, counts: Mapping[int, int], shape: Level) -> str:
    """Return the number of an item with those of the levels above it that its pattern names."""
    if shape.form == "bullet":
        return "• "

    def value(place: re.Match[str]) -> str:
        depth = int(place[1]) - 1
        level = found.levels.get(depth, shape)
        form = "decimal" if shape.legal else level.form
        return numeral(counts.get(depth, level.start), form)

    text = PLACE.sub(value, shape.pattern)
    return text + " " if text and shape.spaced and text[-1].isascii() else text


def numeral(value: int, form: str) -> str:
    """Write a number in one of Word's forms; a form that is not known is written in digits."""
    if form == "none":
        return ""
    writer = FORMS.get(form)
    return writer(value) if writer and value > 0 else str(value)


def chinese(value: int, digits: str = DIGITS, units: str = "十百千") -> str:
    """Write 1 to 9999 as 一, 十二, 一百零三."""
    if not 0 < value < 10_000:
        return str(value)
    text = ""
    for place, digit in zip(range(len(str(value)) - 1, -1, -1), map(int, str(value)), strict=True):
        unit = units[place - 1] if place else ""
        text += digits[digit] + unit if digit else digits[0]
    text = re.sub(f"{digits[0]}+", digits[0], text).rstrip(digits[0])
    return text[1:] if text.startswith(digits[1] + units[0]) and digits == DIGITS else text


def _positional(value: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(value))


def _roman(value: int) -> str:
    text = ""
    for worth, letters in ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text


def _letters(value: int) -> str:
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _ringed(value: int) -> str:
    return chr(0x2460 + value - 1) if value <= 20 else str(value)


FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": lambda n: str(n).translate({48 + d: 0xFF10 + d for d in range(10)}),
    "decimalEnclosedCircle": _ringed,
    "decimalEnclosedCircleChinese": _ringed,
    "decimalEnclosedParen": lambda n: chr(0x2474 + n - 1) if n <= 20 else f"({n})",
    "decimalEnclosedFullstop": lambda n: chr(0x2488 + n - 1) if n <= 20 else f"{n}.",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": _positional,
    "chineseLegalSimplified": lambda n: chinese(n, CAPITAL_DIGITS, "拾佰仟"),
    "ideographTraditional": lambda n: STEMS[(n - 1) % 10],
    "ideographZodiac": lambda n: BRANCHES[(n - 1) % 12],
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda n: _letters(n).lower(),
}


def _lists(root: Element) -> dict[str, List]:
    """Read the lists that a document defines."""
    schemes = {
        scheme.get("abstractNumId"): {
            depth: level for item in scheme.each("lvl") for depth, level in [_level(item)]
        }
        for scheme in root.each("abstractNum")
    }
    lists = {}
    for number in root.each("num"):
        scheme = _value(number, "abstractNumId")
        levels = dict(schemes.get(scheme, {}))
        starts = {}
        for override in number.each("lvlOverride"):
            depth = _count(override.get("ilvl"), 0)
            if level := override.first("lvl"):
                levels[depth] = _level(level)[1]
            if start := _value(override, "startOverride"):
                starts[depth] = _count(start, 1)
        lists[number.get("numId") or ""] = List(scheme or "", levels, starts)
    return lists


def _level(item: Element) -> tuple[int, Level]:
    restart = _value(item, "lvlRestart")
    return _count(item.get("ilvl"), 0), Level(
        start=_count(_value(item, "start"), 1),
        form=_value(item, "numFmt") or "decimal",
        pattern=(_value(item, "lvlText") or "")[:LONGEST_PATTERN],
        spaced=_value(item, "suff") != "nothing",
        restart=_count(restart, 0) if restart else None,
        legal=item.first("isLgl") is not None,
    )


def _value(element: Element, name: str) -> str | None:
    """Return the value of a child."""
    child = element.first(name)
    return child.get("val") if child else None


def _count(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise
