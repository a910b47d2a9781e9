"""Honest ways to garble a text, the same that happen to pages: for tests, and for garbled samples.

Each function does what some program did by mistake: it works on the bytes, and shows what a reader of that
time showed for what it could not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


def reading_table(characters: Iterable[str]) -> dict[str, str]:
    """Return the table of a converter: the first reading of each traditional character."""
    from pypinyin import Style, pinyin

    traditional = sorted(
        {c for c in characters if c.isalpha() and not _encodes(c, "gb2312") and _encodes(c, "gbk")}
    )
    return {c: pinyin(c, style=Style.TONE)[0][0] for c in traditional}


def _encodes(character: str, codec: str) -> bool:
    return bool(character.encode(codec, "ignore"))


def annotate(text: str, table: Mapping[str, str], shown: Callable[[bytes], str]) -> str:
    """Put a reading behind the characters of the table, byte by byte in GBK, across their borders.

    `shown` is how a reader shows the bytes that are no characters any more.
    """
    data = text.encode("gbk")
    for character, reading in table.items():
        pair = character.encode("gbk")
        data = data.replace(pair, pair + f"({reading})".encode("gbk"))
    return shown(data)


def swallowed(data: bytes) -> str:
    """Show GBK as old readers do: a byte that begins no character becomes ?, the byte behind it goes."""
    shown: list[str] = []
    at = 0
    while at < len(data):
        width = 1 if data[at] < 0x80 else 2
        character = data[at : at + width].decode("gbk", "replace")
        shown.append("?" if "\ufffd" in character else character)
        at += width
    return "".join(shown)


def replaced(data: bytes) -> str:
    """Show GBK as new readers do: a byte that begins no character becomes U+FFFD."""
    return data.decode("gbk", "replace")


def dropped(data: bytes) -> str:
    """Show GBK as careless readers do: a byte that begins no character vanishes."""
    return data.decode("gbk", "ignore")


def misread(text: str, meant: str, taken: str, errors: str = "web") -> str:
    """Read text that is encoded in one way in another; on the web an undefined byte stands for itself."""
    data = text.encode(meant)
    if errors != "web":
        return data.decode(taken, errors)
    return "".join(bytes([byte]).decode(taken, "ignore") or chr(byte) for byte in data)
