"""Whether characters make words, which ordinary text does and characters thrown together do not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from ingest.frequent import IDEOGRAPH

if TYPE_CHECKING:
    from opencc import OpenCC

LOST: Final = "\ufffd"
_COUNTED: Final = re.compile(f"[{LOST}{IDEOGRAPH}]")


def worded_share(text: str) -> float:
    """Return the share of a text's Chinese characters that stand in words of two and more, 0 without any.

    Policy texts have 0.6 to 1, frequent characters in any order 0.07, and seldom 0.3. A single character
    beside a lost one counts for nothing, since its word may be lost.
    """
    from rjieba import cut  # it takes an eighth of a second

    words = [word for word in cut(simplified(text), hmm=False) if _COUNTED.match(word)]
    beside_lost = {at + step for at, word in enumerate(words) if word == LOST for step in (-1, 1)}
    known = [w for at, w in enumerate(words) if w != LOST and (len(w) > 1 or at not in beside_lost)]
    characters = sum(map(len, known))
    return sum(len(word) for word in known if len(word) > 1) / characters if characters else 0.0


def is_word(text: str) -> bool:
    """Whether the dictionary has this word, in simplified or traditional characters."""
    from rjieba import has_word

    return bool(has_word(simplified(text)))


def simplified(text: str) -> str:
    """Return a text in simplified characters, as the dictionary has them; one for each of its own."""
    simple: str = _converter().convert(text)
    return simple


@cache
def _converter() -> OpenCC:
    """Return the converter from traditional to simplified characters, loaded once."""
    from opencc import OpenCC

    return OpenCC("t2s")
