"""The readings of a Chinese character, and whether what stands in a bracket is one of them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

VOWELS: Final = "üāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿêɑ"
LETTERS: Final = f"a-zɡ{VOWELS}"
"""The inside of a character class for toned pinyin; some pages write ɡ for g and ɑ for a."""

_LOOKALIKES: Final = str.maketrans("ɡɑ", "ga")
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
    known = sorted(readings(character))
    written = _DOUBLED_BYTES.sub(_vowel, bracket.strip().translate(_LOOKALIKES))
    if written in known:
        return written
    for reading in known:
        if written in (
            toneless(reading),
            toneless(reading).replace("ü", "u"),
            toneless(reading).replace("ü", "v"),
        ):
            return reading
    pattern = (
        re.compile(re.sub("[?\ufffd]", ".", re.escape(written).replace(r"\?", "?")))
        if _is_holed(written)
        else None
    )
    fits = [reading for reading in known if pattern and pattern.fullmatch(reading)]
    return fits[0] if fits else None


def is_toned(written: str) -> bool:
    """Whether a bracket holds a tone mark, or something in the place of one."""
    return not written.isascii()


def _is_holed(written: str) -> bool:
    """Whether one or two characters of a reading were lost, and something is left of it."""
    return bool(re.search("[?\ufffd]", written)) and bool(re.search("[a-z]", written))


def _vowel(match: re.Match[str]) -> str:
    """Return the vowel whose two GBK bytes were read as two Latin-1 characters."""
    return match[0].encode("latin-1").decode("gbk", "replace")
