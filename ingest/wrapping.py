"""Lines broken at a fixed width are joined again, so that a sentence is one line.

Text copied from a printed page or a mail breaks in the middle of sentences. Whether a text is of that
kind is decided for the whole of it: nearly all lines that end without a stop are as long as the longest.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from corpus.text import Edit
from ingest.splitting import NUMBERED

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = re.compile(r"[^\n]*\S")
OLD_END = re.compile(r"[\r\u2028\u2029]+")
WIDEST = 130  # columns; what is longer is not broken by hand
FULL = 0.82  # of the widest line: a line of this width was broken, not ended
FEWEST = 4
SAMPLE = 2_000  # lines that are enough to tell
ENDED = re.compile(r"[。！？!?；;.…:：][”’\"')）】\]]*$")
LATIN_END = re.compile(r"[A-Za-z0-9,;:)\"'%-]$")
LATIN_START = re.compile(r"\s*[A-Za-z0-9(\"'$]")
INDENTED = re.compile(r"(?:　{1,4}| {4,}|\t)\S")


def unwrap(text: str) -> Iterator[Edit]:
    """Yield the edits that join the lines of a hard-wrapped text, or that part those of an old Mac's."""
    if "\n" not in text:
        yield from (Edit(*end.span(), "\n", "space") for end in OLD_END.finditer(text))
    lines = list(LINE.finditer(text))
    widest = _wrap_width([line[0] for line in lines[:SAMPLE]])
    if not widest:
        return
    for line, following in pairwise(lines):
        gap = text[line.end() : following.start()]
        if gap.count("\n") == 1 and _goes_on(line[0], following[0], widest):
            start = following.start() + len(following[0]) - len(following[0].lstrip(" 　\t"))
            latin = LATIN_END.search(line[0]) and LATIN_START.match(following[0])
            yield Edit(line.end(), start, " " if latin else "", "wrap")


def _wrap_width(lines: list[str]) -> int:
    """Return the width at which `lines` are broken, 0 where they are not."""
    widths = [_width(line) for line in lines]
    widest = max(widths, default=0)
    open_ones = [width for line, width in zip(lines, widths, strict=True) if not ENDED.search(line)]
    if len(open_ones) < FEWEST or not 40 <= widest <= WIDEST:
        return 0
    full = sum(width >= FULL * widest for width in open_ones)
    return widest if full >= 0.6 * len(open_ones) else 0


def _goes_on(line: str, following: str, widest: int) -> bool:
    """Whether a sentence of `line` goes on in the one that follows."""
    return (
        _width(line) >= FULL * widest
        and not NUMBERED.match(following.lstrip())
        and not INDENTED.match(following)
        and not following.lstrip().startswith(("#", ">", "|"))
    )


def _width(line: str) -> int:
    """Return how many columns a line takes: a Chinese character takes two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)
