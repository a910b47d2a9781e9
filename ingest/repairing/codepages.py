"""Encodings that bytes are read in by mistake, and the way back from what they show to the bytes.

Browsers and databases show a byte even where the encoding has no character for it, so the way back is
wider than Python's codecs: the undefined bytes of Windows-1252 stand as C1 controls, byte 80 of GBK as €.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

HOLE: Final = b"\xff"
"""Stands for a byte that a replacement character took the place of; no encoding here uses FF."""
FOREIGN: Final = b"\n"
"""Stands for a character that the encoding cannot show; text is taken line by line, so no newline is real."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """The bytes behind a line, with the character that each of them stands in."""

    data: bytes
    starts: tuple[int, ...] = field(repr=False)
    """For each byte, and the end, the character that begins there; -1 inside a character."""


@dataclass(frozen=True, eq=False)
class Codepage:
    """An encoding that text was read in by mistake.

    Args:
        name: as it appears in the kind of an edit.
        codecs: Python's names for it; readers differ in what they replace, the first knows most.
        extra: what is shown for bytes that none of Python's codecs knows.
        wide: whether it has characters of two bytes.

    """

    name: str
    codecs: tuple[str, ...]
    extra: Mapping[str, bytes]
    wide: bool

    def encode(self, line: str) -> Bytes:
        """Return the bytes that this line was shown for."""
        pieces = [self.behind(character) for character in line]
        if not self.wide:
            return Bytes(b"".join(pieces), tuple(range(len(line) + 1)))
        starts: list[int] = []
        for at, piece in enumerate(pieces):
            starts += (at, *(-1,) * (len(piece) - 1))
        return Bytes(b"".join(pieces), (*starts, len(line)))

    @cache  # noqa: B019  (the few code pages live as long as the program)
    def behind(self, character: str) -> bytes:
        """Return the bytes behind one character."""
        if character == "\ufffd":
            return HOLE
        if character in self.extra:
            return self.extra[character]
        for codec in self.codecs:
            try:
                return character.encode(codec)
            except UnicodeEncodeError:
                continue
        return FOREIGN

    def shows(self, data: bytes) -> str:
        """Return what a reader that replaces the unreadable shows for some bytes."""
        return data.decode(self.codecs[0], "replace")

    def reads(self, data: bytes) -> bool:
        """Whether every reader has one character for these bytes."""
        return all("\ufffd" not in data.decode(reader, "replace") for reader in self.codecs)

    def may_show(self, data: bytes, shown: str) -> bool:
        """Whether some reader shows these bytes so."""
        return any(data.decode(reader, "replace") == shown for reader in self.codecs)

    def characters(self, leads: range, trails: range) -> str:
        """Return the characters whose two bytes, or only one, lie in these ranges."""
        found: list[str] = []
        for lead in leads:
            single = bytes([lead]).decode(self.codecs[0], "ignore")
            found += single or [bytes([lead, trail]).decode(self.codecs[0], "ignore") for trail in trails]
        return "".join(c for c in found if len(c) == 1)


def _controls(codec: str) -> dict[str, bytes]:
    """Return the C1 controls that stand for themselves, or for what a codec leaves undefined."""
    own = {chr(n): bytes([n]) for n in range(0x80, 0xA0)}
    return {c: b for c, b in own.items() if codec == "cp1252" or b.decode(codec, "ignore") in ("", c)}


_ROW_13: Final = {
    shown: bytes([0x87, trail]) for shown, trail in zip("≒≡⊥∠", b"\x90\x91\x96\x97", strict=True)
}
"""Signs that Shift-JIS has twice, and of whose bytes only these can be part of Chinese in UTF-8."""


def _twice(codec: str) -> dict[str, bytes]:
    """Return two holes for each character that an encoding has twice."""
    pairs = (bytes([lead, trail]) for lead in range(0x81, 0xFD) for trail in range(0x40, 0xFD))
    known = Counter(pair.decode(codec, "replace") for pair in pairs)
    return {c: HOLE * 2 for c, times in known.items() if times > 1 and len(c) == 1 and c != "\ufffd"}


def _narrow(name: str) -> Codepage:
    """Return an encoding of one byte a character, as the web reads it."""
    return Codepage(name, (name,), _controls(name), wide=False)


LATIN: Final = _narrow("cp1252")
"""Windows-1252 as the web reads it; its C1 controls make it hold Latin-1 too."""
NARROW: Final = (
    LATIN,
    *map(_narrow, ("iso8859-15", "cp1250", "iso8859-2", "cp1254", "cp1257", "cp1258", "mac-roman")),
    *map(_narrow, ("cp437", "cp850", "cp852", "cp1251", "koi8-r", "cp1253", "cp874")),
)
"""What the pages, consoles and archives of Western, Central European, Turkish, Baltic, Vietnamese, Russian,
Greek and Thai systems are read in; the likeliest first, for the first of equals is taken."""
GBK: Final = Codepage("gbk", ("gb18030", "gbk"), {"€": b"\x80"}, wide=True)
"""GBK as browsers read it; GB 18030 has the same two-byte characters, and those of the private area."""
BIG5: Final = Codepage("big5", ("big5hkscs",), {}, wide=True)
BIG5_WINDOWS: Final = Codepage("big5", ("big5", "cp950", "big5hkscs"), {"／": b"\xa1\xfe"}, wide=True)
"""Big5 without the Hong Kong characters: it has kana and circled numbers in their place."""
SHIFT_JIS: Final = Codepage("shift_jis", ("cp932", "shift_jis"), _ROW_13, wide=True)
SHIFT_JIS_DOUBTED: Final = Codepage("shift_jis", ("cp932",), _twice("cp932"), wide=True)
"""Windows' Shift-JIS, where it cannot be told which of two pairs of bytes a character was shown for."""
EUC_JP: Final = Codepage("euc-jp", ("euc_jp",), {}, wide=True)
EUC_KR: Final = Codepage("euc-kr", ("cp949",), {}, wide=True)
