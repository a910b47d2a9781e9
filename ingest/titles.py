"""The title of an HTML page: the line that says best what <title> and the page's own data say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.article import ASIDE
from ingest.furniture import furniture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.records import Evidence
    from ingest.lines import Line

STATED = ("articletitle", "og:title", "twitter:title", "title", "dc.title", "headline", "<title>")
TITLED = re.compile(r"(?:^| )(?:\w*[-_])?(?:title|headline|bt|biaoti|tit)(?:[-_]\w*)?(?: |$)", re.IGNORECASE)
# Between a title and the names of column and site: "题目_要闻_某市人民政府", "Title | Site", "题目-某网".
SEAM = re.compile(r"\s*[_|｜]\s*|\s+[-–—]{1,2}\s+|-(?=[㐀-鿿]{2,14}$)|--+|—{2,}|\s*[»›]\s*")
FITTING = 0.6
RANKED = 2.5  # what the rank of a heading weighs that no stated title knows
MAX_TITLE = 200


def stated_title(meta: Mapping[str, Evidence]) -> Evidence | None:
    """Return what the page calls its title, in the order of trust."""
    return next((meta[name] for name in STATED if name in meta), None)


def find_title(lines: Sequence[Line], meta: Mapping[str, Evidence]) -> Line | None:
    """Return the line of the page that is its title, or None where none fits."""
    stated = [without_site(meta[name].value)[0] for name in STATED if name in meta]
    best = max(lines, key=lambda line: _score(line, stated), default=None)
    return best if best and _score(best, stated) > 0 else None


def _score(line: Line, stated: Sequence[str]) -> float:
    """Return how much the line shares with a stated title, if that is most of the shorter of the two."""
    assert line.place
    if not 2 < len(line.text) <= MAX_TITLE or line.place.linked > 0.5 or (line.is_prose and not line.is_open):
        return 0
    if furniture(line.view):
        return 0
    own = line.place.names.rpartition("/")[2]
    rank = (
        0
        if ASIDE.search(line.place.names)
        else {"h1": 3, "h2": 2, "h3": 1}.get(line.place.tag, 0) or 2 * bool(TITLED.search(own))
    )
    scores = [_overlap(line.text, title) for title in stated]
    return max(
        [rank + score for score in scores if score] or [RANKED * rank if len(line.text) > 5 else rank / 10]
    )


def _overlap(line: str, title: str) -> float:
    ours, theirs = _pairs(line), _pairs(title)
    shared = len(ours & theirs)
    return (
        shared * shared / len(ours) if shared >= FITTING * min(len(ours), len(theirs)) and shared > 2 else 0
    )


def _pairs(text: str) -> set[str]:
    bare = re.sub(r"\s+", "", text)
    return {bare[i : i + 2] for i in range(len(bare) - 1)} or {bare}


def without_site(title: str) -> tuple[str, str | None]:
    """Return the longest piece of a page's <title>, and the last one if that names the site."""
    pieces = [piece.strip() for piece in SEAM.split(title) if piece.strip()]
    if len(pieces) < 2:
        return title.strip(), None
    longest = max(pieces, key=len)
    return longest, pieces[-1] if pieces[-1] != longest else None
