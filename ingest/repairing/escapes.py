r"""Characters that were escaped for a machine and then shown to people: &#23545;, \u5bf9.

Code, addresses and texts about markup hold such escapes rightly. So an escape is undone where several stand
for Chinese characters in prose: not in an address, not in quotation marks, not beside markup.
"""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import TYPE_CHECKING, Final

from corpus.text import Edit
from ingest.frequent import FREQUENT, IDEOGRAPH
from ingest.repairing.bytewise import CODE
from ingest.repairing.lines import alarmed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTITY: Final = re.compile(
    r"""
    & (?:amp;)*
    (?: \# (?P<decimal> [0-9]{2,9} )
      | \# [xX] (?P<hex> [0-9a-fA-F]{2,6} )
      | (?P<name> [a-zA-Z]{2,8}[0-9]{0,2} ) (?=;)
    )
    (?P<end> ;? )
    """,
    re.VERBOSE,
)
"""Entities, escaped again or not."""
OF_PROSE: Final = frozenset(
    "nbsp ensp emsp lsquo rsquo ldquo rdquo hellip mdash ndash middot bull times deg permil".split()
)
"""Named entities that any text may need; &lt; may be there to be read."""
OF_MARKUP: Final = frozenset(["lt", "gt", "amp", "quot"])
IN_A_ROW: Final = re.compile(
    r"(?:&(?:amp;)*(?:\#1?[0-9]{2}|\#2[0-9]{2}|\#[xX][0-9a-fA-F]{2}|[a-zA-Z]{2,8}[0-9]{0,2});[^\x00-\x7f]{0,2}){3}"
)
"""Letters and signs in a row as no word has them: misread Chinese that was escaped, &aring;&permil;&sup2;."""
ABOUT_MARKUP: Final = re.compile(
    r"""
    ` | </?[a-zA-Z] | &lt; | &quot; | ["'“‘「（(] & | [&\#\w];["'”’」]
    | (?i:html|xml|entit|unicode|escape) | 实体 | 實體 | 转义 | 轉義 | 编码 | 編碼 | 字符 | 字元
    """,
    re.VERBOSE,
)
SIGN: Final = re.compile("[\u2010-\u27bf]")
"""Punctuation, numbers in circles and signs of mathematics, of which the numbers have four digits."""
BESIDE: Final = re.compile(rf"[A-Za-z{IDEOGRAPH}，。、；：！？》）]")

CODE_UNIT: Final = re.compile(r"(?:\\{1,2}|%)u(?:(?P<hex>[0-9a-fA-F]{4})|\{(?P<braced>[0-9a-fA-F]{4,5})\})")
BRACED: Final = re.compile(r"\\u\{[0-9a-fA-F]{4,5}\}")
MISREAD_UNITS: Final = re.compile(r"(?:[\\%]u00[89a-fA-F][0-9a-fA-F]){4}")
"""Latin letters and signs in a row as no word has them."""


def entities(text: str) -> Iterator[Edit]:
    """Undo entities that stand for characters of prose, or for what Chinese was misread as."""
    for line, offset in alarmed_lines(text, ENTITY):
        if ABOUT_MARKUP.search(line) and not len(IN_A_ROW.findall(line)) > 1:
            continue
        found = [(match, *_entity(match)) for match in ENTITY.finditer(line)]
        chinese = sum(_is_chinese(character) for _, character, _ in found)
        misread = bool(IN_A_ROW.search(line))
        for match, character, end in found:
            if _may_be_undone(match, character, line, among_chinese=chinese > 1, misread=misread):
                certainty = 1.0 if match["end"] else 0.9
                yield Edit(offset + match.start(), offset + end, character, "entity", certainty)


def _may_be_undone(
    match: re.Match[str], character: str, line: str, *, among_chinese: bool, misread: bool
) -> bool:
    """Whether an entity stands in a line where nobody can have meant to show it."""
    if not character or "\x80" <= character < "\xa0":
        return bool(character) and misread
    if match["name"] and match["name"] not in OF_PROSE:
        return misread
    return among_chinese or misread or _is_beside(line, match)


def _entity(match: re.Match[str]) -> tuple[str, int]:
    """Return the character of an entity and where it ends; digits that follow may not be part of it."""
    if match["name"]:
        character = chr(name2codepoint.get(match["name"], 0))
        return "" if match["name"] in OF_MARKUP else character.strip("\0"), match.end()
    if match["hex"]:
        digits = match["hex"] if match["end"] else match["hex"][:4]
        return _character(int(digits, 16)), match.start("hex") + len(digits) + len(match["end"])
    digits = match["decimal"]
    if match["end"]:
        return _character(int(digits)), match.end()
    for length in (5, 4):
        character = _character(int(digits[:length]))
        if _is_chinese(character) or (character and (length == len(digits) or SIGN.match(character))):
            return character, match.start("decimal") + min(length, len(digits))
    return "", match.end()


def _character(number: int) -> str:
    """Return a character that a text may hold by its number, nothing for another."""
    if not 0x20 <= number <= 0x10FFFF or 0xD800 <= number <= 0xDFFF or number == 0xFFFD:
        return ""
    unseen = 0x80 <= number <= 0xA0 or number in (0xAD, 0x3000, 0x2002, 0x2003)
    return chr(number) if unseen or chr(number).isprintable() else ""


def _is_chinese(character: str) -> bool:
    """Whether a character is of Chinese script or punctuation."""
    return character in FREQUENT or bool(
        re.match(f"[{IDEOGRAPH}\u2013-\u2026\u3000-\u303f\uff01-\uffe5]", character)
    )


def _is_beside(line: str, match: re.Match[str]) -> bool:
    """Whether words touch an entity on both sides, or one does on its left, as in a text and not about it."""
    left, right = line[max(match.start() - 1, 0) : match.start()], line[match.end() : match.end() + 1]
    return bool(BESIDE.match(left) and (not right or BESIDE.match(right) or right in " ,."))


def code_units(text: str) -> Iterator[Edit]:
    r"""Undo runs of \uXXXX, \u{XXXX} and %uXXXX for Chinese or what it was misread as, outside of code."""
    if "\\u" not in text and "%u" not in text:  # thrice as fast as the expression
        return
    for line, offset in alarmed_lines(text, CODE_UNIT):
        units = list(CODE_UNIT.finditer(line))
        chinese = sum(_is_chinese(chr(_number(unit))) for unit in units)
        if (chinese < 3 and not MISREAD_UNITS.search(line)) or CODE.search(BRACED.sub("", line)):
            continue
        for unit in units:
            character = _character(_number(unit))
            if character:
                yield Edit(offset + unit.start(), offset + unit.end(), character, "escape:unicode")


def _number(unit: re.Match[str]) -> int:
    """Return the number of an escaped character."""
    return int(unit["hex"] or unit["braced"], 16)
