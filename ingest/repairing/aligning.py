"""Edits as fine as two divisions of the same bytes allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ingest.repairing.codepages import Bytes

Unit = tuple[int, int, str]
"""From byte, to byte, and the character that these bytes were meant to be."""


def aligned(line: str, offset: int, shown: Bytes, units: Iterable[Unit], kind: str) -> Iterator[Edit]:
    """Yield the edits that turn what was shown for some bytes into what was meant.

    `units` follow each other without a gap. An edit spans as many of them as it takes for both divisions to
    meet: three characters of GBK for two of UTF-8. What lies before the first border they share, or behind
    the last, stays as it is.
    """
    start, meant = -1, ""
    for first, last, character in units:
        if start < 0:
            start, meant = shown.starts[first], ""
        meant += character
        end = shown.starts[last]
        if start >= 0 and end >= 0:
            if meant != line[start:end]:
                yield Edit(offset + start, offset + end, meant, kind)
            start = -1
