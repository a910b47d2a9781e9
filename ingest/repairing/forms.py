"""Characters that look right and are not: full-width digits, radicals, compatibility forms, unseen ones.

Chinese punctuation is full-width and stays. So do ①, ㎡ and Ⅲ: people write them. Japanese keeps its
full-width letters, and scripts that need joiners keep them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from corpus.text import Edit
from ingest.frequent import IDEOGRAPH
from ingest.repairing.lines import alarmed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDE_RUN: Final = re.compile(
    r"""
    [０-９Ａ-Ｚａ-ｚ]+
    (?: [．＠＿＆＋－／][０-９Ａ-Ｚａ-ｚ]+ | ，[０-９]{3}(?![０-９]) )*
    (?: ％ | (?<=[０-９]) ． )?
    """,
    re.VERBOSE,
)
"""Full-width letters and digits with what joins them: １，２００, ４．５, ａ＠ｂ．ｃｎ, ５％, １．"""
JAPANESE: Final = re.compile("[\u3041-\u3096\u30a1-\u30fa]")

LOOK_ALIKE: Final = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
"""Radicals and compatibility ideographs, which fonts in PDFs give for the plain characters."""
RADICALS: Final = str.maketrans(
    "⺠⻓⻔⻋⻉⻅⻆⻇⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳⻘⻚⻛⻜⻁⻄⺟⺎⺗⺼",
    "民长门车贝见角辶食马鬼鱼鸟麦黄齐齿龙龟青页风飞虎西母兀心月",
)
"""Radicals that have no compatibility mapping in Unicode, and the characters they look like."""

WINDOWS_MARK: Final = re.compile(
    r"[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f](?<![\x80-\u052f].)(?![\x80-\u052f])"
)
"""A control character that is no mistake in Latin-1 alone; beside others it is a trace of misread Chinese."""

UNSEEN: Final = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b\x0e-\x1f\x7f\ue000-\uf8ff]+"
)
CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
JOINING: Final = re.compile("[\u0600-\u1fff\u2600-\u27bf\u2b00-\u2bff\ufe00-\ufe0f\U0001f000-\U0001faff]")
"""Scripts from Arabic to Mongolian, and emoji, need characters that are not seen."""
NEAR: Final = 16
"""How far from a Chinese character figures and words in ASCII may be and still belong to its text."""
PLAIN: Final = re.compile(f"[{IDEOGRAPH}]")


def windows_marks(text: str) -> Iterator[Edit]:
    """Give quotation marks and dashes of Windows-1252 back that were read as Latin-1 control characters."""
    for match in WINDOWS_MARK.finditer(text):
        plain = match[0].encode("latin-1").decode("cp1252")
        yield Edit(match.start(), match.end(), plain, "mojibake:cp1252>latin1")


def unseen(text: str) -> Iterator[Edit]:
    """Remove zero-width, private-use and control characters that interrupt Chinese text."""
    for match in UNSEEN.finditer(text):
        left, right = (
            text[max(match.start() - NEAR, 0) : match.start()],
            text[match.end() : match.end() + NEAR],
        )
        if not _interrupts(match[0], left, right):
            continue
        for at, character in enumerate(match[0], match.start()):
            yield Edit(at, at + 1, "", _kind(character))


def _interrupts(run: str, left: str, right: str) -> bool:
    """Whether unseen characters stand in Chinese, where nobody needs them; controls nobody needs anywhere."""
    if CONTROLS.search(run):
        return True
    needed = JOINING.match(left[-1:]) or JOINING.match(right)
    return not needed and left != "" and bool(PLAIN.search(left + right))


def _kind(character: str) -> str:
    """Return what an unseen character is called."""
    if "\ue000" <= character <= "\uf8ff":
        return "private-use"
    return "control" if CONTROLS.match(character) else "zero-width"


def look_alikes(text: str) -> Iterator[Edit]:
    """Put the plain character in the place of a radical or a compatibility ideograph, within Chinese text."""
    for line, offset in alarmed_lines(text, LOOK_ALIKE):
        found = list(LOOK_ALIKE.finditer(line))
        beside = [_is_beside_plain(line, match) for match in found]
        is_prose = len(PLAIN.findall(line)) > 4 * beside.count(False)  # a table of radicals is not
        for match, touches in zip(found, beside, strict=True):
            plain = unicodedata.normalize("NFKC", match[0].translate(RADICALS))
            if plain != match[0] and (touches or is_prose):
                kind = "kangxi" if match[0] < "\u3000" else "compatibility"
                yield Edit(offset + match.start(), offset + match.end(), plain, kind)


def _is_beside_plain(line: str, match: re.Match[str]) -> bool:
    """Whether a Chinese character stands right before a match or right behind it."""
    around = line[max(match.start() - 1, 0) : match.start()] + line[match.end() : match.end() + 1]
    return bool(PLAIN.search(around))


def fullwidth(text: str) -> Iterator[Edit]:
    """Make full-width digits and letters plain, with the marks inside them; Chinese punctuation stays."""
    for line, offset in alarmed_lines(text, WIDE_RUN):
        if JAPANESE.search(line) or "锟斤拷" in line:  # lost text may hold any letter by accident
            continue
        for match in WIDE_RUN.finditer(line):
            for at, character in enumerate(match[0], offset + match.start()):
                yield Edit(at, at + 1, unicodedata.normalize("NFKC", character), "width")
