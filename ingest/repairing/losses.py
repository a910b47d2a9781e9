"""What no repair brings back: places where a reader put a replacement for bytes it could not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from corpus.text import Span
from ingest.frequent import IDEOGRAPH

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRAY: Final = rf"[^\x00-\x7f\n\ufffd\xb7\u2010-\u2027{IDEOGRAPH}\u3000-\u303f\uff00-\uffef]"
REPLACED: Final = re.compile(rf"{_STRAY}{{0,3}}\ufffd+(?:{_STRAY}{{1,3}}\ufffd+)*{_STRAY}{{0,3}}")
"""U+FFFD, with the letters of other scripts beside it, which were valid by accident: ���ж�."""
REREAD: Final = re.compile(r"锟[^\x00-\x7f](?:[^\x00-\x7f]{0,2}?(?:锟[^\x00-\x7f]|[斤拷]))*")
"""U+FFFD that was read as GBK: 锟斤拷, and 锟叫癸拷 where letters stood between; 锟 is EF BF, 拷 is BF BD."""
QUESTIONED: Final = re.compile(
    rf"(?<=[{IDEOGRAPH}])\?{{2,}}(?=[{IDEOGRAPH}])|(?<![{IDEOGRAPH}A-Za-z?])\?{{3,}}"
)
"""Rows of question marks where no question is asked: within a sentence, or behind no word."""


def lost_places(text: str) -> Iterator[Span]:
    """Yield the places of a text that could not be restored, in order."""
    found = [match.span() for match in REPLACED.finditer(text)] if "\ufffd" in text else []
    if "锟" in text:
        often = "锟斤拷" in text
        found += [m.span() for m in REREAD.finditer(text) if often or len(re.findall("[锟拷]", m[0])) > 1]
    if "??" in text:
        found += [match.span() for match in QUESTIONED.finditer(text)]
    end = 0
    for start, stop in sorted(found):
        if start >= end:
            yield Span(start, stop)
            end = stop
