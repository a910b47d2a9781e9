"""GBK and Big5 that were read as a narrow encoding or as each other: ÖÐÎÄ for 中文, 地瓣 for 國家.

Nearly every pair of bytes is a character in both, so the shape proves nothing. What tells is that one
reading is made of frequent characters and of words and the other is not; close calls are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from ingest.frequent import FREQUENT, frequent_share
from ingest.repairing.aligning import Unit, aligned
from ingest.repairing.codepages import (
    BIG5,
    BIG5_WINDOWS,
    EUC_JP,
    EUC_KR,
    GBK,
    LATIN,
    NARROW,
    SHIFT_JIS_DOUBTED,
    Codepage,
)
from ingest.repairing.dividing import BIG5_TEXT, GBK_TEXT, LONE_COST, LOST, TORN_COST, Charset, Piece, divided
from ingest.repairing.filling import chosen
from ingest.repairing.fluency import is_word, worded_share
from ingest.repairing.holes import of_pair
from ingest.repairing.lines import alarmed_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.text import Edit

CLEAN_RUN: Final = re.compile(f"[{''.join(sorted(FREQUENT))}]{{4,}}")
"""So many frequent characters in a row are text that nobody garbled."""
GARBLED: Final = 0.4
"""Garbled text has fewer frequent characters than this; real text has 0.8."""
FILLED: Final = 0.8
"""The confidence of what only the words around it tell."""
FEW: Final = 10
"""Of fewer characters than these, more must be frequent and in words."""
SHORT: Final = 3
"""So few characters need to be a word, and all that is strange in their line."""
FOREIGN: Final = re.compile("[\uac00-\ud7a3](?:(?<=[\u4e00-\u9fff].)|(?=[\u4e00-\u9fff]))|[\uff61-\uff9f]{3}")
"""A syllable of Hangul that touches a Chinese character, and half-width kana."""
KANA: Final = re.compile("[\u3041-\u30fe]")


@dataclass(frozen=True, slots=True)
class Misreading:
    """A pair of encodings: text in `right` that was read as `wrong`."""

    wrong: Codepage
    right: Charset

    @property
    def kind(self) -> str:
        """The kind of the edits that undo it."""
        return f"mojibake:{self.right.name}>{self.wrong.name}"


IN_NARROW: Final = tuple(Misreading(page, text) for page in NARROW for text in (GBK_TEXT, BIG5_TEXT))
IN_CHINESE: Final = (
    Misreading(BIG5_WINDOWS, GBK_TEXT),
    Misreading(BIG5, GBK_TEXT),
    Misreading(GBK, BIG5_TEXT),
    *(
        Misreading(page, text)
        for page in (EUC_KR, EUC_JP, SHIFT_JIS_DOUBTED)
        for text in (GBK_TEXT, BIG5_TEXT)
    ),
)


def chinese_in_narrow(text: str) -> Iterator[Edit]:
    """Undo GBK and Big5 that were read as a narrow encoding, wherever in a text they stand."""
    for line, offset in alarmed_lines(text, _accents()):
        yield from _best(line, offset, [m for m in IN_NARROW if _alarm(m.wrong).search(line)])


def chinese_in_chinese(text: str) -> Iterator[Edit]:
    """Undo GBK and Big5 that were read as each other, wherever in a text they stand."""
    for line, offset in alarmed_lines(text, _rare(), FOREIGN):
        for piece, at in _suspicious(line):
            yield from _best(piece, offset + at, IN_CHINESE)


@cache
def _accents() -> re.Pattern[str]:
    """Return what two Chinese characters look like in any narrow encoding."""
    return _four("".join(sorted({c for page in NARROW for c in _high(page)})))


@cache
def _alarm(page: Codepage) -> re.Pattern[str]:
    """Return what two Chinese characters look like in a narrow encoding."""
    return _four(_high(page))


def _high(page: Codepage) -> str:
    """Return what the bytes beyond ASCII look like in a narrow encoding."""
    latin = map(chr, range(0x80, 0x100)) if page is LATIN else ()
    return "".join({*latin, *page.extra, *page.shows(bytes(range(0x80, 0x100)))})


def _four(characters: str) -> re.Pattern[str]:
    high = f"[{re.escape(characters)}]"
    return re.compile(f"{high}[@-~]?(?:{high}[@-~]?){{3}}")


@cache
def _rare() -> re.Pattern[str]:
    """Return three characters in a row that are rare in Chinese; built when needed, for the class is long."""
    rare = "".join(c for c in map(chr, range(0x4E00, 0xA000)) if c not in FREQUENT)
    return re.compile(f"[{rare}\ufffd\u3041-\u3129\ue000-\uf8ff]{{3}}")


def _suspicious(line: str) -> Iterator[tuple[str, int]]:
    """Yield what stands between the stretches of a line that read well, if it reads badly."""
    at = 0
    for match in [*CLEAN_RUN.finditer(line), None]:
        end = match.start() if match else len(line)
        piece = line[at:end]
        if (
            (_rare().search(piece) or FOREIGN.search(piece))
            and frequent_share(piece) < GARBLED
            and len(KANA.findall(piece)) < len(piece) / 4
        ):
            yield piece, at
        at = match.end() if match else end


def _best(line: str, offset: int, misreadings: Iterable[Misreading]) -> Iterator[Edit]:
    """Yield the edits of the misreading that explains most of a line."""
    tries = [
        list(_undo(line, offset, misreading, hole))
        for misreading in misreadings
        for hole in ((LONE_COST, TORN_COST) if misreading.wrong.wide and LOST in line else (LONE_COST,))
    ]
    yield from max(filter(None, tries), key=_worth, default=[])


def _worth(edits: list[Edit]) -> float:
    """Return how good the characters are that some edits restore: the frequent ones, and those in words."""
    made = "".join(edit.after for edit in edits)
    whole = len(made) - made.count(LOST)
    return whole + 2 * sum(c in FREQUENT for c in made) + 2 * len(made) * worded_share(made)


def _undo(line: str, offset: int, misreading: Misreading, hole: float) -> Iterator[Edit]:
    """Yield the edits that undo one misreading in a line."""
    shown = misreading.wrong.encode(line)
    for run in _runs(divided(shown.data, misreading.right, hole)):
        if misreading.wrong.wide:
            _doubt(run)
        edits = list(aligned(line, offset, shown, _units(run), misreading.kind))
        before = "".join(line[edit.start - offset : edit.end - offset] for edit in edits)
        if frequent_share(before) >= GARBLED or not _is_frequent(run):
            continue
        whole = _filled(run, shown.data, misreading)
        beside = shown.data[: run[0].start] + shown.data[run[-1].end :]
        if _makes_words(whole, misreading.wrong) and (len(run) > SHORT or beside.isascii()):
            known = {edit.start: edit.after for edit in edits}
            for edit in aligned(line, offset, shown, _units(whole), misreading.kind):
                sure = known.get(edit.start) == edit.after
                yield edit if sure else replace(edit, confidence=FILLED)


def _units(run: Iterable[Piece]) -> Iterator[Unit]:
    """Yield what each piece of a run was meant to be."""
    return ((piece.start, piece.end, piece.meant) for piece in run)


def _filled(run: list[Piece], data: bytes, misreading: Misreading) -> list[Piece]:
    """Return a run with its lost characters filled in where words leave no doubt."""
    slots = [
        (piece.meant != LOST and (piece.meant,))
        or of_pair(
            data[piece.start : piece.end], data[piece.end : piece.end + 1], misreading.wrong, misreading.right
        )
        or (LOST,)
        for piece in run
    ]
    return [replace(piece, meant=meant) for piece, meant in zip(run, chosen(slots), strict=True)]


def _doubt(run: list[Piece]) -> None:
    """Give up the rare characters beside lost ones: there the division may be wrong."""
    for places in (range(1, len(run)), range(len(run) - 2, -1, -1)):
        step = 1 if places.step > 0 else -1
        for at in places:
            if run[at - step].meant == LOST and run[at].meant not in FREQUENT and not run[at].meant.isascii():
                run[at] = replace(run[at], meant=LOST)


def _runs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield stretches of characters and ASCII, from the first Chinese character to the last."""
    run: list[Piece] = []
    last = 0
    for piece in pieces:
        if not piece.meant:
            yield run[:last]
            run, last = [], 0
        elif run or not piece.meant.isascii():
            run.append(piece)
            last = last if piece.meant.isascii() else len(run)
    yield run[:last]


def _is_frequent(run: Sequence[Piece]) -> bool:
    """Whether enough of a run is there, and nearly all of that frequent characters."""
    meant = _beyond_ascii(run)
    whole = meant.replace(LOST, "")
    frequent = sum(c in FREQUENT for c in whole)
    return (
        bool(whole)
        and len(whole) >= 0.4 * len(meant)
        and frequent >= (0.75 if len(whole) < FEW else 0.6) * len(whole)
    )


def _makes_words(run: Sequence[Piece], wrong: Codepage) -> bool:
    """Whether what was meant makes words; the less there is, the more of it has to."""
    meant = _beyond_ascii(run)
    whole = len(meant) - meant.count(LOST)
    if whole <= SHORT:
        alone = len(run) == len(meant) == whole > 1 and not wrong.wide
        return (
            alone
            and FREQUENT.issuperset(meant)
            and (is_word(meant) or (whole > 2 and worded_share(meant) > 0.6))
        )
    return worded_share(meant) >= (0.6 if whole < FEW else 0.4)


def _beyond_ascii(run: Iterable[Piece]) -> str:
    """Return what a run was meant to be, without its ASCII."""
    return "".join(piece.meant for piece in run if not piece.meant.isascii())
