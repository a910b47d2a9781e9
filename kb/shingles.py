"""A text as the hashes of its five-word stretches, by which copies and versions are measured.

Words are Chinese characters, Latin words and numbers of the simplified view.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from ingest.script import to_simplified

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Shingles = NDArray[np.uint64]

WIDTH = 5

_TOKEN = re.compile(r"[a-z]+|\d+|[\u3400-\u9fff]")


def tokens(text: str) -> list[str]:
    """Return the words of a text."""
    return _TOKEN.findall(to_simplified(text).lower())


def shingles(text: str) -> Shingles:
    """Return the hashes of every five neighbouring words of a text, sorted, each once."""
    words = [crc32(token.encode()) for token in tokens(text)]
    if len(words) < WIDTH:
        return np.zeros(0, np.uint64)
    row = np.array(words, np.uint64)
    mixed = np.zeros(len(row) - WIDTH + 1, np.uint64)
    for i in range(WIDTH):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + row[i : len(row) - WIDTH + 1 + i]
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    return np.unique(mixed ^ (mixed >> np.uint64(32)))
