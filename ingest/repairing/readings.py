"""The readings of a Chinese character, and whether what stands in a bracket is one of them."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache
from typing import Final

from ingest.repairing.codepages import FOREIGN, LATIN

VOWELS: Final = "üāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿêɑ"
LETTERS: Final = f"a-zɡăĕĭŏŭ{VOWELS}"
"""The inside of a character class for toned pinyin; some pages write ɡ for g, ɑ for a, and ă for ǎ."""

HOLE: Final = re.compile("[?\ufffd]")
_LOOKALIKES: Final = str.maketrans("ɡɑăĕĭŏŭ", "gaǎěǐǒǔ")
_DOUBLED_BYTES: Final = re.compile("\u00a8[\u00a1-\u00bf]")
"""A toned vowel whose GBK bytes were read as Latin-1: è is A8 A8."""


@cache
def readings(character: str) -> frozenset[str]:
    """Return every reading of a character, with its tone and without."""
    from pypinyin import Style, pinyin  # it takes a third of a second

    toned = pinyin(character, style=Style.TONE, heteronym=True, errors="ignore")
    return frozenset(toned[0]) if toned else frozenset()


@cache
def toneless(reading: str) -> str:
    """Return a reading without its tone mark; ü stays."""
    letters = unicodedata.normalize("NFD", reading)
    return unicodedata.normalize(
        "NFC", "".join(c for c in letters if not "\u0300" <= c <= "\u0304" and c != "\u030c")
    )


@cache
def reading_of(character: str, bracket: str) -> str | None:
    """Return the reading of `character` that `bracket` holds, damaged or not; None if it holds none of them.

    >>> reading_of("業", "yè"), reading_of("業", "y?"), reading_of("業", "ye"), reading_of("業", "hǎo")
    ('yè', 'yè', 'yè', None)
    """
    written = plain(bracket)
    known = sorted(readings(character))
    for forms in (_exact, _without_tone, _damaged):
        for reading in known:
            if written in forms(reading):
                return reading
    if not HOLE.search(written) or not re.search("[a-z]", written):
        return None
    pattern = re.compile(HOLE.sub(".", written))
    return next((reading for reading in known if pattern.fullmatch(reading)), None)


@cache
def plain(bracket: str) -> str:
    """Return what a bracket was meant to hold: entities, combining marks and misread vowels are put right."""
    written = unicodedata.normalize("NFC", html.unescape(html.unescape(bracket)).strip()).translate(
        _LOOKALIKES
    )
    written = _DOUBLED_BYTES.sub(_vowel, written)
    data = b"".join(map(LATIN.behind, written))
    try:
        return written if FOREIGN in data else data.decode("utf-8")
    except UnicodeDecodeError:
        return written


def _exact(reading: str) -> frozenset[str]:
    """Return a reading as it is."""
    return frozenset({reading})


@cache
def _without_tone(reading: str) -> frozenset[str]:
    """Return the ways to write a reading without its tone: ü may be u or v."""
    bare = toneless(reading)
    return frozenset({bare, bare.replace("ü", "u"), bare.replace("ü", "v")})


@cache
def _damaged(reading: str) -> frozenset[str]:
    """Return a reading with a number for its tone, and with its vowel dropped."""
    numbered = {form + tone for form in _without_tone(reading) for tone in "12345"}
    return frozenset(numbered | {re.sub("[^a-z]", "", reading)}) - {""}


def is_toned(written: str, reading: str) -> bool:
    """Whether a bracket gives a reading with its tone, or something in the place of one."""
    return plain(written) not in _without_tone(reading)


def _vowel(match: re.Match[str]) -> str:
    """Return the vowel whose two GBK bytes were read as two Latin-1 characters."""
    return match[0].encode("latin-1").decode("gbk", "replace")
