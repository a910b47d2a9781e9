"""GBK and Big5 that were read as Windows-1252 or as each other: ÖÐÎÄ for 中文, 地瓣 for 國家.

Nearly every pair of bytes is a character in both, so the shape proves nothing. What tells is that one
reading is made of frequent characters and the other is not; short pieces and close calls are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from ingest.frequent import FREQUENT, frequent_share
from ingest.repairing.aligning import aligned
from ingest.repairing.codepages import BIG5, BIG5_WINDOWS, GBK, LATIN, Codepage
from ingest.repairing.lines import alarmed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.text import Edit

HIGH: Final = "".join(
    sorted({*map(chr, range(0x80, 0x100)), *bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")})
)
ACCENTS: Final = re.compile(f"[{HIGH}][@-~]?(?:[{HIGH}][@-~]?){{3}}")
CLEAN_RUN: Final = re.compile(f"[{''.join(sorted(FREQUENT))}]{{4,}}")
"""So many frequent characters in a row are text that nobody garbled."""
GARBLED: Final = 0.4
"""Garbled text has fewer frequent characters than this; real text has 0.8."""
KANA: Final = re.compile("[\u3041-\u30fe]")


@cache
def _rare() -> re.Pattern[str]:
    """Return three characters in a row that are rare in Chinese; built when needed, for the class is long."""
    rare = "".join(c for c in map(chr, range(0x4E00, 0xA000)) if c not in FREQUENT)
    return re.compile(f"[{rare}\ufffd\u3041-\u3129\ue000-\uf8ff]{{3}}")


def _pairs(trails: str) -> re.Pattern[bytes]:
    """Return what tells characters of two bytes from ASCII and from what is torn."""
    pattern = rf"""
          (?P<pair>  [\x81-\xfe][{trails}] )
        | (?P<spaced> [\x81-\xfe]\x20 )
        | (?P<torn>  \xff[{trails}\xff]? | [\x81-\xfe]\xff )
        | (?P<ascii> [\x20-\x7e\t] )
        | (?P<other> [\x00-\xff] )
    """
    return re.compile(pattern.encode(), re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Misreading:
    """A pair of encodings: text in `right` that was read as `wrong`."""

    wrong: Codepage
    right: str
    codec: str
    tokens: re.Pattern[bytes]

    @property
    def kind(self) -> str:
        """The kind of the edits that undo it."""
        return f"mojibake:{self.right}>{self.wrong.name}"


_GBK: Final = ("gbk", "gb18030", _pairs(r"\x40-\x7e\x80-\xfe"))
_BIG5: Final = ("big5", "big5hkscs", _pairs(r"\x40-\x7e\xa1-\xfe"))
IN_LATIN: Final = (Misreading(LATIN, *_GBK), Misreading(LATIN, *_BIG5))
IN_CHINESE: Final = (Misreading(BIG5_WINDOWS, *_GBK), Misreading(BIG5, *_GBK), Misreading(GBK, *_BIG5))


def chinese_in_latin(text: str) -> Iterator[Edit]:
    """Undo GBK and Big5 that were read as Windows-1252, wherever in a text they stand."""
    for line, offset in alarmed_lines(text, ACCENTS):
        yield from _best(line, offset, IN_LATIN)


def chinese_in_chinese(text: str) -> Iterator[Edit]:
    """Undo GBK and Big5 that were read as each other, wherever in a text they stand."""
    for line, offset in alarmed_lines(text, _rare()):
        for piece, at in _suspicious(line):
            yield from _best(piece, offset + at, IN_CHINESE)


def _suspicious(line: str) -> Iterator[tuple[str, int]]:
    """Yield what stands between the stretches of a line that read well, if it reads badly."""
    at = 0
    for match in [*CLEAN_RUN.finditer(line), None]:
        end = match.start() if match else len(line)
        piece = line[at:end]
        if (
            _rare().search(piece)
            and frequent_share(piece) < GARBLED
            and len(KANA.findall(piece)) < len(piece) / 4
        ):
            yield piece, at
        at = match.end() if match else end


def _best(line: str, offset: int, misreadings: tuple[Misreading, ...]) -> Iterator[Edit]:
    """Yield the edits of the misreading that explains most of a line."""
    tries = [list(_undo(line, offset, misreading)) for misreading in misreadings]
    yield from max(tries, key=_worth)


def _worth(edits: list[Edit]) -> int:
    """Return how good the characters are that some edits restore; the frequent ones count most."""
    return sum(2 * (edit.after in FREQUENT) + (edit.after < "\ufffd") for edit in edits)


def _undo(line: str, offset: int, misreading: Misreading) -> Iterator[Edit]:
    """Yield the edits that undo one misreading in a line."""
    shown = misreading.wrong.encode(line)
    for run in _runs(shown.data, misreading):
        units = [(t.start(), t.end(), _meant(t, misreading)) for t in run]
        edits = list(aligned(line, offset, shown, units, misreading.kind))
        before = "".join(line[edit.start - offset : edit.end - offset] for edit in edits)
        if frequent_share(before) < GARBLED and _convincing([edit.after for edit in edits], misreading):
            yield from edits


def _meant(token: re.Match[bytes], misreading: Misreading) -> str:
    """Return the character that two bytes were meant to be, U+FFFD where they are none."""
    if token.lastgroup == "torn":
        return "\ufffd"
    data = token[0].replace(b" ", b"\xa0") if token.lastgroup == "spaced" else token[0]
    try:
        return data.decode(misreading.codec)
    except UnicodeDecodeError:
        return "\ufffd"


def _runs(data: bytes, misreading: Misreading) -> Iterator[list[re.Match[bytes]]]:
    """Yield stretches of pairs of bytes and of ASCII, from the first pair to the last."""
    run: list[re.Match[bytes]] = []
    last = 0
    for token in misreading.tokens.finditer(data):
        if token.lastgroup == "other" or (
            token.lastgroup == "spaced" and not _is_unspaced(token, misreading)
        ):
            yield run[:last]
            run, last = [], 0
        elif run or token.lastgroup != "ascii":
            run.append(token)
            last = len(run) if token.lastgroup != "ascii" else last
    yield run[:last]


def _is_unspaced(token: re.Match[bytes], misreading: Misreading) -> bool:
    """Whether a byte before a space is half a character whose byte A0 became a plain space."""
    return misreading.wrong is LATIN and _meant(token, misreading) in FREQUENT


def _convincing(meant: list[str], misreading: Misreading) -> bool:
    """Whether this is what was meant: nearly all frequent characters, the more so where it is short."""
    characters = [c for c in "".join(meant) if not c.isascii()]
    whole = [c for c in characters if c != "\ufffd"]
    if len(whole) < (3 if misreading.wrong is LATIN else 6) or len(whole) < 0.4 * len(characters):
        return False
    return sum(c in FREQUENT for c in whole) >= (0.75 if len(whole) < 10 else 0.6) * len(whole)
