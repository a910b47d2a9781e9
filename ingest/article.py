"""Which element of an HTML page is the article: the one whose lines weigh most."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from ingest.bylines import is_fact, read_byline
from ingest.furniture import furniture
from ingest.markup import BODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.lines import Line

# Names that authors of pages give to what is not the article, as a whole id or class or as part of one. They
# tell what a box is for, or where on the page it stands, as those of an article's own lines may do too.
PURPOSE = r"""[\w-]{0,30}(?:nav(?:i|bar)?|menu|crumbs?|footer|sidebar|relate[ds]?|recommend|share|comment
    |pinglun|copyright|toolbar|pagination|advert|friendlink|banner|qrcode|hotnews|tuijian|xiangguan|cookie|consent
    |newsletter|subscri(?:be|ption)|signup|popup|modal|paywall|author[-_]?(?:bio|box|card|info)|donat(?:e|ion))
    [\w-]{0,30}
    |aside|bread\w*|hot\w*|rank\w*|ads?|pager|login|ewm"""
POSITION = r"side|header|top|foot|bottom|links?|tags?|search\w*|right"
NAMED = r"(?:^|[ /])(?:{})(?=$|[ /])"
INSET = re.compile(NAMED.format(PURPOSE), re.IGNORECASE | re.VERBOSE)
ASIDE = re.compile(NAMED.format(f"{PURPOSE}|{POSITION}"), re.IGNORECASE | re.VERBOSE)
ENOUGH = 0.1  # of a page's prose is in its article, or the names lied
LINKED = 0.5
HEAVIEST = 60  # of furniture: a long disclaimer must not outweigh the article above it
LARGEST_TEASER = 4  # lines: the title of another article, its beginning, a date, a counter
FEWEST_TEASERS = 3


def choose(lines: Sequence[Line], parents: Sequence[int]) -> tuple[Line, ...]:
    """Return the lines of the page's article.

    Prose weighs what it is long, links and furniture weigh against it, and short lines little or nothing. The
    sum over an element and all inside it is largest for the element that holds the whole article and little
    else; of equal ones the innermost counts.
    """
    prose = sum(len(line.text) for line in lines if line.is_prose)
    chosen = _heaviest(lines, parents, by_name=True)
    if sum(len(line.text) for line in chosen if line.is_prose) < ENOUGH * prose:
        return _heaviest(lines, parents, by_name=False)
    return chosen


def _heaviest(lines: Sequence[Line], parents: Sequence[int], *, by_name: bool) -> tuple[Line, ...]:
    ends = _ends(parents)
    sums = [0.0] * len(parents)
    for line, listed in zip(lines, _listed(lines, parents, ends), strict=True):
        assert line.place
        sums[line.place.node] += -len(line.text) if listed else weight(line, by_name=by_name)
    for number in range(len(parents) - 1, 0, -1):
        sums[parents[number]] += sums[number]
    best = max(range(len(parents)), key=lambda number: (sums[number], number))
    return tuple(line for line in lines if line.place and best <= line.place.node <= ends[best])


def _ends(parents: Sequence[int]) -> list[int]:
    """Return for each element the last one inside it; elements are numbered in the order of the page."""
    ends = list(range(len(parents)))
    for number in range(len(parents) - 1, 0, -1):
        ends[parents[number]] = max(ends[parents[number]], ends[number])
    return ends


def _listed(lines: Sequence[Line], parents: Sequence[int], ends: Sequence[int]) -> list[bool]:
    """Return for each line whether it speaks of other articles.

    Its element has a head like "Related news", and no prose before that; or it is one of many teasers.
    """
    teasers = _teasers(lines, parents)
    listed = []
    start, end, prose = 0, -1, -1
    for line in lines:
        assert line.place
        node = line.place.node
        box = parents[node]
        if not start <= node <= end and furniture(line.view) == "related" and not box <= prose <= ends[box]:
            start, end = box, ends[box]
        listed.append(start <= node <= end or node in teasers or box in teasers)
        prose = node if line.is_prose else prose
    return listed


def _teasers(lines: Sequence[Line], parents: Sequence[int]) -> set[int]:
    """Return the elements that hold a link and a sentence about where it leads, if several stand in a row."""
    held: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        assert line.place
        for box in {line.place.node, parents[line.place.node]}:
            held[box].append(line)
    rows: dict[int, list[int]] = defaultdict(list)
    for box, inside in held.items():
        linked = sum(line.place is not None and line.place.linked > LINKED for line in inside)
        if 0 < linked < len(inside) <= LARGEST_TEASER:
            rows[parents[box]].append(box)
    return {box for row in rows.values() if len(row) >= FEWEST_TEASERS for box in row}


def weight(line: Line, *, by_name: bool) -> float:
    """Return what the line says for its element's being the article; `by_name` heeds ids and classes."""
    assert line.place
    length = len(line.text)
    if furniture(line.view) or is_fact(line.view) or line.place.linked > LINKED:
        return -min(length, HEAVIEST)
    if by_name and ASIDE.search(line.place.names):
        return -length / 2
    if line.is_prose:
        return length * (1.5 if by_name and BODY.search(line.place.names) else 1)
    if "\t" in line.text:
        return length / 2
    byline = read_byline(line.view)
    return 0 if line.place.tag != "p" or (byline and byline.pure) else length / 3
