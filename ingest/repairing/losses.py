"""What no repair brings back: places where a decoder put a replacement for bytes it could not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from corpus.text import Span
from ingest.frequent import IDEOGRAPH

if TYPE_CHECKING:
    from collections.abc import Iterator

LOST: Final = re.compile(
    rf"""
      \ufffd+ (?: [^\x00-\x7f\n\ufffd{IDEOGRAPH}\u3000-\u303f\uff00-\uffef]{{1,3}} \ufffd+ )*
    | 锟 [{IDEOGRAPH}\uff01-\uff5e]{{0,2}} (?: [锟斤拷] [{IDEOGRAPH}\uff01-\uff5e]{{0,2}}? )* [斤拷]
    | (?<=[{IDEOGRAPH}]) \?{{2,}} (?=[{IDEOGRAPH}])
    | \?{{4,}}
    """,
    re.VERBOSE,
)
"""U+FFFD and the strays between them; U+FFFD that was read as GBK (锟斤拷); rows of question marks."""


def lost_places(text: str) -> Iterator[Span]:
    """Yield the places of a text that could not be restored."""
    for match in LOST.finditer(text):
        yield Span(match.start(), match.end())
