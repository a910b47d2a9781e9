r"""Chinese whose bytes were escaped one by one: %E5%AF%B9, \xe5\xaf\xb9, \345\257\271, =E5=AF=B9.

Addresses, code and texts about encodings hold such escapes rightly. So they are undone in prose only, and
only where the bytes make Chinese words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.text import Edit
from ingest.frequent import IDEOGRAPH, frequent_share
from ingest.repairing.aligning import aligned
from ingest.repairing.codepages import Bytes
from ingest.repairing.fluency import worded_share
from ingest.repairing.lines import alarmed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE: Final = re.compile(r"""["'`{}<>=;]|\b(?:def|var|let|import|print|return)\b""")
ADDRESS: Final = re.compile(r"""://|^[./]|www\.|[\w-]\.[a-z]{2,4}/|[?&#][\w.-]*=|["'`<>{}=;\\]""")
"""An address, or code: what is percent-encoded there is meant to be."""
ABOUT: Final = re.compile(
    r"""["'`<>{}]|(?i:quoted|mime|charset|encod|escape)|编码|編碼|字符|字元|转义|轉義"""
)
"""A text about encodings."""
NOTHING: Final = re.compile("(?!)")
ESCAPED_AGAIN: Final = re.compile("%25(?=[0-9A-Fa-f]{2})")
ANY_IDEOGRAPH: Final = re.compile(f"[{IDEOGRAPH}]")
CODECS: Final = {"utf-8": "", "gb18030": "-gbk", "big5hkscs": "-big5"}
"""What the bytes may be, and what that adds to the kind of the edits."""


@dataclass(frozen=True, slots=True)
class Style:
    """A way to write bytes in ASCII.

    Args:
        name: as it appears in the kind of an edit.
        alarm: a byte beyond ASCII, and what the next one begins with.
        byte: one byte, escaped or plain; in an escaped one the digits are a group.
        base: of the digits.
        rightly: what shows that a line holds such escapes rightly.
        address: the same for a stretch without white space.

    """

    name: str
    alarm: re.Pattern[str]
    byte: re.Pattern[str]
    base: int
    rightly: re.Pattern[str]
    address: re.Pattern[str] = NOTHING

    def value(self, byte: re.Match[str]) -> int:
        """Return the byte that is written somewhere."""
        return int(byte[1], self.base) if byte[1] else ord(byte[0])


PERCENT: Final = Style(
    "percent",
    re.compile("%(?:25)?[89A-Fa-f][0-9A-Fa-f]%"),
    re.compile("%([0-9A-Fa-f]{2})|[!-~]"),
    16,
    NOTHING,
    ADDRESS,
)
STYLES: Final = (
    PERCENT,
    Style(
        "hex", re.compile(r"\\x[89a-fA-F][0-9a-fA-F]\\"), re.compile(r"\\x([0-9a-fA-F]{2})|[!-~]"), 16, CODE
    ),
    Style("octal", re.compile(r"\\[23][0-7]{2}\\"), re.compile(r"\\([0-3][0-7]{2})|[!-~]"), 8, CODE),
    Style("quoted", re.compile("=[89A-F][0-9A-F]="), re.compile("=([0-9A-F]{2})|[!-~]"), 16, ABOUT),
)
SOFT_BREAK: Final = re.compile("=\n")
QUOTED_PAIR: Final = re.compile("=[89A-F][0-9A-F]=[89A-F][0-9A-F]")
STRETCH: Final = re.compile("[!-~]+")


def escaped_bytes(text: str) -> Iterator[Edit]:
    """Undo Chinese of which every byte was escaped."""
    for style in STYLES:
        for line, offset in alarmed_lines(text, style.alarm):
            if style.rightly.search(line):
                continue
            for word in STRETCH.finditer(line):
                if style.alarm.search(word[0]) and not style.address.search(word[0]):
                    again = style is PERCENT and word[0].count("%25") == word[0].count("%")
                    undo = _once_less if again else _unescaped
                    yield from undo(word[0], offset + word.start(), style)


def soft_breaks(text: str) -> Iterator[Edit]:
    """Join the lines that quoted-printable text was cut into, each of them with a last =."""
    for match in SOFT_BREAK.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        if QUOTED_PAIR.search(text, start, match.start()):
            yield Edit(match.start(), match.end(), "", "escape:quoted")


def _once_less(word: str, offset: int, style: Style) -> Iterator[Edit]:
    """Yield the edits that undo the second of two percent-encodings, if Chinese lies beneath both."""
    if any(True for _ in _unescaped(ESCAPED_AGAIN.sub("%", word), 0, style)):
        for percent in ESCAPED_AGAIN.finditer(word):
            yield Edit(offset + percent.start(), offset + percent.end(), "%", f"escape:{style.name}")


def _unescaped(word: str, offset: int, style: Style) -> Iterator[Edit]:
    """Yield the edits that decode one word, if Chinese comes out."""
    marks = list(style.byte.finditer(word))
    data = bytes(map(style.value, marks))
    shown = Bytes(data, (*(m.start() for m in marks), len(word)))
    readings = {codec: text for codec in CODECS if (text := _read(data, codec))}
    codec = max(readings, key=lambda codec: worded_share(readings[codec]), default="")
    if codec:
        yield from aligned(
            word, offset, shown, _units(readings[codec], codec), f"escape:{style.name}{CODECS[codec]}"
        )


def _read(data: bytes, codec: str) -> str:
    """Return what some bytes say in an encoding, nothing if that is no Chinese."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return ""
    return text if len(ANY_IDEOGRAPH.findall(text)) > 1 and frequent_share(text) > 0.6 else ""


def _units(decoded: str, codec: str) -> Iterator[tuple[int, int, str]]:
    """Yield each character with the place of its bytes."""
    at = 0
    for character in decoded:
        end = at + len(character.encode(codec))
        yield at, end, character
        at = end
