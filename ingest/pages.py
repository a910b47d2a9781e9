"""Sources of several pages of the web: between them stands a comment that names the page that begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import takewhile
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.lines import Line

SEAM = re.compile(r"<!-- page \d{1,3}: [^<>\s]{1,2000} -->\n")


def joined(pages: Sequence[tuple[str, bytes]]) -> bytes:
    """Return the bytes of pages, given with their addresses, as one source."""
    marks = (f"\n<!-- page {n}: {quote(url, ':/?&=#%~,;@')} -->\n" for n, (url, _) in enumerate(pages, 1))
    marked = [mark.encode("ascii") + data for mark, (_, data) in zip(marks, pages, strict=True)]
    return pages[0][1] + b"".join(marked[1:])


def starts(source: str) -> tuple[int, ...]:
    """Return where each page begins in a source that was joined of several, nothing for any other."""
    seams = [seam.end() for seam in SEAM.finditer(source)]
    return (0, *seams) if seams else ()


def by_page(lines: Sequence[Line], pages: Sequence[int]) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each page of the web, or all of them where the source is one page.

    What stands above the text of the first page is not said again: its title and byline stand on each.
    """
    said: set[str] = set()
    for page in range(max(1, len(pages))):
        own = [
            line for line in lines if line.place and bisect_right(pages, line.place.start) in (0, page + 1)
        ]
        head = set(takewhile(lambda line: not line.is_prose, own))
        yield tuple(line for line in own if line not in head or line.view not in said)
        said |= {line.view for line in head}
