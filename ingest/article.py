"""Which element of an HTML page is the article: the one whose lines weigh most."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.furniture import furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.lines import Line

# Names that authors of pages give to what is not the article.
ASIDE = re.compile(
    r"\b(?:nav|aside|footer|header|menu|navi\w*|bread\w*|crumb\w*|foot\w*|copyright|side(?:bar)?|related?|recommend\w*|share\w*|bdshare\w*"
    r"|comments?|pinglun|hot\w*|rank\w*|links?|friend\w*|banner|advert\w*|ads?|pager?|page-nav|pagination|toolbar|tags?|search\w*|login|qrcode|ewm)\b",
    re.IGNORECASE,
)
# Names that Chinese official sites give to the article's text.
BODY = re.compile(
    r"\b(?:TRS_\w+|trs_editor\w*|UCAP-CONTENT|zoom|pages_content|article[-_]?(?:con|content|body|text)\w*|zhengwen|ivs_content|content_?text|news_?content|con_?text"
    r"|mainText|xl_?content|detail[-_]content|rich_media_content|post[-_]content|entry[-_]content|view TRS\w*)\b",
    re.IGNORECASE,
)
LINKED = 0.5


def choose(lines: Sequence[Line], parents: Sequence[int]) -> tuple[Line, ...]:
    """Return the lines of the page's article.

    Prose weighs what it is long, links and furniture weigh against it, and short lines nothing. The sum over an
    element and all inside it is largest for the element that holds the whole article and little else;
    of equal ones the innermost counts.
    """
    sums = [0.0] * len(parents)
    for line in lines:
        assert line.place
        sums[line.place.node] += weight(line)
    for number in range(len(parents) - 1, 0, -1):
        sums[parents[number]] += sums[number]
    best = max(range(len(parents)), key=lambda number: (sums[number], number))
    return tuple(line for line in lines if line.place and _is_inside(line.place.node, best, parents))


def weight(line: Line) -> float:
    """Return what the line says for its element's being the article."""
    assert line.place
    length = len(line.text)
    names = line.place.names.rpartition("/ body")[2]
    if furniture(line.view) or line.place.linked > LINKED:
        return -length
    if ASIDE.search(names):
        return -length if not line.is_prose else -length / 2
    if line.is_prose:
        return length * (1.5 if BODY.search(names) else 1)
    return length / 2 if "\t" in line.text else 0


def _is_inside(node: int, outer: int, parents: Sequence[int]) -> bool:
    """Whether `node` is `outer` or inside it; parents have smaller numbers than their children."""
    while node > outer:
        node = parents[node]
    return node == outer
