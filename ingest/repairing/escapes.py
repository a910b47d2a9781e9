r"""Characters that were escaped for a machine and then shown to people: &#23545;, %E5%AF%B9, \u5bf9.

Code, addresses and texts about markup hold such escapes rightly. So an escape is undone where several stand
for Chinese characters in prose: not in an address, not in quotation marks, not beside markup.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from corpus.text import Edit
from ingest.frequent import FREQUENT, IDEOGRAPH, frequent_share
from ingest.repairing.aligning import aligned
from ingest.repairing.codepages import Bytes
from ingest.repairing.lines import alarmed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTITY: Final = re.compile(
    r"""
    & (?:amp;)*
    (?: \# (?P<decimal> [0-9]{2,9} )
      | \# [xX] (?P<hex> [0-9a-fA-F]{2,6} )
      | (?P<name> nbsp | ensp | emsp | [lr][ds]quo | hellip | [mn]dash | middot | bull
        | times | deg | permil ) (?=;)
    )
    (?P<end> ;? )
    """,
    re.VERBOSE,
)
"""Entities, escaped again or not; of the named only those of prose: &lt; may be there to be read."""
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

ESCAPED_BYTE: Final = re.compile("%(?:25)?[89A-Fa-f][0-9A-Fa-f]%")
ESCAPED_AGAIN: Final = re.compile("%25(?=[0-9A-Fa-f]{2})")
WORD: Final = re.compile(r"(?:%[0-9A-Fa-f]{2}|%(?![0-9A-Fa-f]{2})|[!-$&-~])+")
BYTE: Final = re.compile(r"%[0-9A-Fa-f]{2}|[!-~]")
ADDRESS: Final = re.compile(r"""://|^[./]|www\.|[\w-]\.[a-z]{2,4}/|[?&#][\w.-]*=|["'`<>{}=;\\]""")
"""An address, or code: what is percent-encoded there is meant to be."""

CODE_UNIT: Final = re.compile(r"(?:\\{1,2}|%)u(?P<hex>[0-9a-fA-F]{4})")
CODE: Final = re.compile(r"""["'`{}<>=;]|\b(?:def|var|let|import|print|return)\b""")


def entities(text: str) -> Iterator[Edit]:
    """Undo entities that stand for characters of prose."""
    for line, offset in alarmed_lines(text, ENTITY):
        if ABOUT_MARKUP.search(line):
            continue
        found = [(match, *_entity(match)) for match in ENTITY.finditer(line)]
        chinese = sum(_is_chinese(character) for _, character, _ in found)
        for match, character, end in found:
            if character and (chinese > 1 or _is_beside(line, match)):
                yield Edit(
                    offset + match.start(), offset + end, character, "entity", 1.0 if match["end"] else 0.9
                )


def _entity(match: re.Match[str]) -> tuple[str, int]:
    """Return the character of an entity and where it ends; digits that follow may not be part of it."""
    if match["name"]:
        return html.unescape(f"&{match['name']};"), match.end()
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
    """Return a printable character by its number, nothing for another."""
    if not 0x20 <= number <= 0x10FFFF or 0xD800 <= number <= 0xDFFF or number == 0xFFFD:
        return ""
    return chr(number) if chr(number).isprintable() or number in (0xA0, 0x3000, 0x2002, 0x2003) else ""


def _is_chinese(character: str) -> bool:
    """Whether a character is of Chinese script or punctuation."""
    return character in FREQUENT or bool(
        re.match(f"[{IDEOGRAPH}\u2013-\u2026\u3000-\u303f\uff01-\uffe5]", character)
    )


def _is_beside(line: str, match: re.Match[str]) -> bool:
    """Whether words touch an entity on both sides, or one does on its left, as in a text and not about it."""
    left, right = line[: match.start()][-1:], line[match.end() :][:1]
    return bool(BESIDE.match(left) and (not right or BESIDE.match(right) or right in " ,."))


def percent_escapes(text: str) -> Iterator[Edit]:
    """Undo Chinese that was percent-encoded outside of any address."""
    for line, offset in alarmed_lines(text, ESCAPED_BYTE):
        for word in WORD.finditer(line):
            if ESCAPED_BYTE.search(word[0]) and not ADDRESS.search(word[0]):
                again = word[0].count("%25") == word[0].count("%")
                yield from (_once_less if again else _unquoted)(word[0], offset + word.start())


def _once_less(word: str, offset: int) -> Iterator[Edit]:
    """Yield the edits that undo the second of two percent-encodings, if Chinese lies beneath both."""
    if any(True for _ in _unquoted(ESCAPED_AGAIN.sub("%", word), 0)):
        for percent in ESCAPED_AGAIN.finditer(word):
            yield Edit(offset + percent.start(), offset + percent.end(), "%", "escape:percent")


def _unquoted(word: str, offset: int) -> Iterator[Edit]:
    """Yield the edits that decode one percent-encoded word, if Chinese comes out."""
    marks = list(BYTE.finditer(word))
    data = bytes(int(m[0][1:], 16) if len(m[0]) == 3 else ord(m[0]) for m in marks)
    for codec in ("utf-8", "gb18030"):
        try:
            decoded = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if len(re.findall(f"[{IDEOGRAPH}]", decoded)) > 1 and frequent_share(decoded) > 0.6:
            shown = Bytes(data, (*(m.start() for m in marks), len(word)))
            kind = "escape:percent" if codec == "utf-8" else "escape:percent-gbk"
            yield from aligned(word, offset, shown, _units(decoded, codec), kind)
            return


def _units(decoded: str, codec: str) -> Iterator[tuple[int, int, str]]:
    """Yield each character with the place of its bytes."""
    at = 0
    for character in decoded:
        end = at + len(character.encode(codec))
        yield at, end, character
        at = end


def code_units(text: str) -> Iterator[Edit]:
    r"""Undo runs of \uXXXX and %uXXXX for Chinese characters, outside of code."""
    if "\\u" not in text and "%u" not in text:  # thrice as fast as the expression
        return
    for line, offset in alarmed_lines(text, CODE_UNIT):
        units = list(CODE_UNIT.finditer(line))
        chinese = sum(_is_chinese(chr(int(unit["hex"], 16))) for unit in units)
        if chinese < 3 or CODE.search(line):
            continue
        for unit in units:
            character = _character(int(unit["hex"], 16))
            if character:
                yield Edit(offset + unit.start(), offset + unit.end(), character, "escape:unicode")
