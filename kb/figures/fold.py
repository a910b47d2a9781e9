"""One view of the text for matching: simplified characters, half-width digits and signs, same length.

The view maps one to one, so every position in it is a position in the text and quotes keep their own script.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

WIDTHS = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F) if full != 0xFF0C} | {
    0x3000: 0x20,
    0xA0: 0x20,
    0x202F: 0x20,
}
SIGNS = str.maketrans("﹪−–‒‑﹣～〜∼﹤﹥＜＞「」『』〔〕µㄧ", "%-—--—~~~<><>“”“”[]μ一")


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")


def fold(text: str) -> str:
    """Return the text in simplified characters and half-width signs, character for character."""
    narrow = text.translate(SIGNS).translate(WIDTHS)
    if text.isascii():
        return narrow
    simple: str = _converter().convert(narrow)
    if len(simple) == len(narrow):
        return simple
    return "".join(_char(char) for char in narrow)


@cache
def _char(char: str) -> str:
    simple: str = _converter().convert(char)
    return simple if len(simple) == 1 else char
