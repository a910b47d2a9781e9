"""UTF-8 that was read in another encoding: å›½ or 鍥� for 国.

UTF-8 says of every byte whether it begins a character or goes on with one, so its traces prove themselves:
hardly any text in another encoding has that shape. What a reader replaced or dropped leaves a hole; where
only one byte explains the hole it is filled, else the character is lost and stands as U+FFFD.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from ingest.frequent import FREQUENT, IDEOGRAPH
from ingest.repairing.aligning import Unit, aligned
from ingest.repairing.codepages import (
    BIG5,
    BIG5_WINDOWS,
    EUC_JP,
    EUC_KR,
    FOREIGN,
    GBK,
    HOLE,
    LATIN,
    NARROW,
    SHIFT_JIS,
    Bytes,
    Codepage,
)
from ingest.repairing.filling import Slot, chosen
from ingest.repairing.fluency import LOST
from ingest.repairing.halves import is_simple
from ingest.repairing.holes import of_utf8
from ingest.repairing.lines import alarmed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.text import Edit

CODEPAGES: Final = (*NARROW, GBK, BIG5, BIG5_WINDOWS, SHIFT_JIS, EUC_KR, EUC_JP)

GAPPY: Final = (BIG5, BIG5_WINDOWS, EUC_KR, EUC_JP)
"""Encodings that have no characters for most of the bytes of Chinese in UTF-8."""

TOKEN: Final = re.compile(
    rb"""
      (?P<whole>  [\xe0-\xef][\x80-\xbf]{2} | [\xf0-\xf4][\x80-\xbf]{3} )
    | (?P<narrow> [\xc2-\xdf][\x80-\xbf] )
    | (?P<spaced> [\xe3-\xe9\xef] (?: [\x80-\xbf]\x20 | \x20[\x80-\xbf] ) )
    | (?P<torn>   [\xe0-\xef] (?: [\x80-\xbf][\xff?]? | [\xff?][\x80-\xbf\xff?]? )
                | \xff [\x80-\xbf]{0,2}
                | [\xe0-\xef]
                | [\x80-\xbf]{1,2} )
    | (?P<ascii>  [\t\x20-\x7e] )
    | (?P<other>  [\x00-\xff] )
    """,
    re.VERBOSE,
)
"""The bytes of a line: characters of UTF-8, what is left of them, ASCII, and bytes UTF-8 never has.

`spaced` is a character whose byte A0, a no-break space, may have become a plain one.
"""

ANY_IDEOGRAPH: Final = re.compile(f"[{IDEOGRAPH}]")
EASTERN: Final = re.compile(f"[“”‘’—…·{IDEOGRAPH}\u3000-\u30ff\uff00-\uffef]")
"""What stands in correct Chinese or Japanese text beside misread text."""
CHINESE_LEADS: Final = frozenset(b"\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xef")
TYPOGRAPHIC: Final = frozenset("–—‘’“”•…€™№→①②③④⑤⑥⑦⑧⑨⑩")
SYMBOLS: Final = frozenset(
    {*range(0x80, 0xC0)} - {0x84, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x8B, 0x9B, 0xAB, 0xBB}
)
"""Second bytes that no text in a Latin script shows right behind a capital letter with an accent."""


def misread_utf8(text: str) -> Iterator[Edit]:
    """Undo UTF-8 that was read in another encoding, wherever in a text it stands."""
    # most text has none of the characters that the first bytes look like in most code pages
    may_be = {True: ANY_IDEOGRAPH.search(text), False: _narrow_leads().search(text)}
    codepages = [codepage for codepage in CODEPAGES if may_be[codepage.wide]]
    for line, offset in alarmed_lines(text, *map(_alarm, codepages)):
        yield from _best(line, offset)


@cache
def _narrow_leads() -> re.Pattern[str]:
    """Return what the first byte of a Chinese or accented character looks like in a narrow encoding."""
    leads = bytes(range(0xE2, 0xF0))
    shown = "".join(codepage.shows(leads) for codepage in CODEPAGES if not codepage.wide)
    return re.compile(f"[\u00c2-\u00c9{re.escape(shown)}]")


@cache
def _alarm(codepage: Codepage) -> re.Pattern[str]:
    """Return what a Chinese character in UTF-8 and the beginning of the next look like in an encoding."""
    lead, follow = range(0xE2, 0xF0), range(0x80, 0xC0)
    if codepage.wide:
        first = re.escape(codepage.characters(lead, follow))
        second = re.escape(codepage.characters(follow, lead))
        third = re.escape(codepage.characters(follow, follow))
        single = re.escape(codepage.characters(follow, range(0)) + "€\ufffd?")
        return re.compile(f"[{first}](?:[{single}]|[{second}][{third}{single}])")
    begins = "".join(map(codepage.shows, (bytes([n]) for n in lead)))
    goes_on = re.escape("".join(sorted({*codepage.shows(bytes(follow)), *codepage.extra, "\ufffd"})))
    narrow = f"|[\u00c2-\u00c9][{goes_on}]" if codepage is LATIN else ""
    return re.compile(f"[{begins}][{goes_on}]{{2}}{narrow}")


def _best(line: str, offset: int) -> list[Edit]:
    """Return the edits of the encoding that explains most of a line."""
    codepages = [codepage for codepage in CODEPAGES if _alarm(codepage).search(line)]
    tries = [list(_undo(line, offset, codepage)) for codepage in codepages]
    return max(filter(None, tries), key=_explained, default=[])


def _explained(edits: list[Edit]) -> int:
    """Return how much some edits explain: the frequent characters; what they lose counts against them."""
    made = "".join(edit.after for edit in edits)
    return len(made) + 2 * sum(c in FREQUENT for c in made) - 4 * made.count("\ufffd")


def _undo(line: str, offset: int, codepage: Codepage) -> Iterator[Edit]:
    """Yield the edits that undo one encoding in a line."""
    shown = codepage.encode(line)
    if not codepage.wide and _is_mostly_stray(shown.data, line):
        return
    for run in _runs(shown.data, wide=codepage.wide):
        tokens = _trimmed(run, shown, wide=codepage.wide)
        if not tokens or not _convincing(tokens, codepage):
            continue
        units = _units(line, shown, tokens, codepage)
        yield from aligned(line, offset, shown, units, f"mojibake:utf8>{codepage.name}")


def _is_mostly_stray(data: bytes, line: str) -> bool:
    """Whether much of a line has no place in UTF-8, as where GBK was misread, or not in this encoding."""
    kinds = Counter(map(_standing, TOKEN.finditer(data.replace(FOREIGN, b" "))))
    foreign = data.count(FOREIGN) - len(EASTERN.findall(line))
    return 2 * (kinds["other"] + max(0, foreign)) > kinds["whole"] + kinds["narrow"]


def _standing(token: re.Match[bytes]) -> str | None:
    """Return the kind of a token; a byte that goes on with a character where none began has no place."""
    headless = token.lastgroup == "torn" and 0x80 <= token[0][0] < 0xC0
    return "other" if headless else token.lastgroup


def _runs(data: bytes, *, wide: bool) -> Iterator[list[re.Match[bytes]]]:
    """Yield stretches without bytes that UTF-8 cannot have, parted too where strange tokens pile up.

    Bytes of correct text beside the misread one look torn, or like characters of two bytes.
    """
    run: list[re.Match[bytes]] = []
    strange = 0
    for token in TOKEN.finditer(data):
        kind = token.lastgroup
        if kind == "whole":
            strange = 0
        elif not _may_go_on(token):
            strange += 1
        if kind == "other" or (wide and strange > 2):
            yield run
            run, strange = [], 0
        else:
            run.append(token)
    yield run


def _trimmed(run: list[re.Match[bytes]], shown: Bytes, *, wide: bool) -> list[re.Match[bytes]]:
    """Return the tokens from the first whole character to the last, with the torn ones near to them."""
    whole, broken = (("whole",), ("torn",)) if wide else (("whole", "narrow"), ("torn", "spaced"))
    at = [i for i, token in enumerate(run) if token.lastgroup in whole]
    if not at:
        return []
    first, last = at[0], at[-1]
    for i in range(first - 1, -1, -1):
        if not _may_go_on(run[i]):
            break
        first = i if run[i].lastgroup in broken else first
    for i in range(last + 1, len(run)):
        if not _may_go_on(run[i]):
            break
        last = i if run[i].lastgroup in broken else last
    while last + 1 < len(run) and shown.starts[run[last].end()] < 0:
        last += 1
    return run[first : last + 1]


def _may_go_on(token: re.Match[bytes]) -> bool:
    """Whether misread Chinese may go on behind this: ASCII, or a torn character that begins like it."""
    torn = token.lastgroup == "torn" and (token[0][0] in CHINESE_LEADS or HOLE in token[0])
    return torn or token.lastgroup in ("ascii", "spaced")


def _convincing(tokens: list[re.Match[bytes]], codepage: Codepage) -> bool:
    """Whether these bytes are UTF-8 beyond doubt: mostly whole, and made of frequent characters."""
    whole = [t[0].decode("utf-8", "replace") for t in tokens if t.lastgroup == "whole"]
    narrow = [t[0].decode() for t in tokens if t.lastgroup == "narrow"]
    torn = sum(t.lastgroup == "torn" for t in tokens)
    if codepage is LATIN and len(narrow) > len(whole):
        return 7 * torn <= len(narrow) and _is_western(tokens)
    if codepage is not LATIN:
        torn += len(narrow)
    frequent = sum(c in FREQUENT or c in TYPOGRAPHIC for c in whole)
    bearable = 8 if codepage in GAPPY else 1
    if torn > bearable * len(whole) or frequent < 0.6 * len(whole):
        return False
    return len(whole) >= (1 if codepage is LATIN else 2 if bearable == 1 else 3)


def _is_western(tokens: list[re.Match[bytes]]) -> bool:
    """Whether characters of two bytes are accented letters, or text that was misread twice.

    A single Ã with a closing quotation mark behind it may be Portuguese, so a symbol has to follow.
    """
    narrow = [t[0] for t in tokens if t.lastgroup == "narrow"]
    return len(narrow) >= 3 or any(n[1] in SYMBOLS and n[0] < 0xC6 for n in narrow)


def _units(line: str, shown: Bytes, tokens: list[re.Match[bytes]], codepage: Codepage) -> Iterator[Unit]:
    """Yield what each token was meant to be."""
    slots: list[Slot] = []
    for token in tokens:
        possible: Slot = (token[0].decode("utf-8", "replace"),)
        if token.lastgroup == "spaced":
            possible = (_unspaced(token[0], codepage),)
        elif token.lastgroup == "torn":
            possible = of_utf8(line, shown, token.start(), token.end(), codepage) or (LOST,)
        slots.append(possible)
    for token, meant in zip(tokens, chosen(slots), strict=True):
        yield token.start(), token.end(), meant


def _unspaced(data: bytes, codepage: Codepage) -> str:
    """Return the character whose no-break space became a plain one, if it is a usual one; else it is lost."""
    meant = data.replace(b" ", b"\xa0").decode("utf-8", "replace")
    if not codepage.wide and (is_simple(meant) or meant.encode("big5", "ignore")):
        return meant
    return "\ufffd " if data.endswith(b" ") else "\ufffd"
