"""Which lines of an article stay: furniture is deleted by an edit that says why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text import Edit, Span
from ingest.article import INSET
from ingest.bylines import is_fact, read_byline
from ingest.furniture import furniture
from ingest.issuing import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ingest.lines import Line
    from ingest.splitting import Part

LINKED = 0.8
OFFERS = ("tools", "share", "consent", "site")  # of a page to its reader: they open no article
MOST_INSET = 0.3  # of the prose is in boxes, or the names lie
BREAK = re.compile(r"[ \t\r　]*\n[\s　]*")


@dataclass(frozen=True, slots=True)
class Selection:
    """The lines that stay, the edits that delete the others, and the part's own stretch of the text."""

    kept: tuple[Line, ...]
    edits: tuple[Edit, ...]
    territory: Span


def select(text: str, parts: Sequence[Part], number: int, *, framed: bool) -> Selection:
    """Choose what stays of part `number`; on a page the frame (`framed`) holds title and byline, which go."""
    part = parts[number]
    whys = {span.start: why for span, why in _rejected(part, framed=framed)}
    lines = sorted((line for each in parts for line in each.lines), key=lambda line: line.span.start)
    own = {line.span.start for line in part.lines}
    kept = tuple(line for line in lines if line.span.start in own and line.span.start not in whys)
    reasons = {
        line.span.start: whys.get(line.span.start, "part")
        for line in lines
        if line.span.start not in own or line.span.start in whys
    }
    bounds = [min((line.span.start for line in each.lines), default=0) for each in parts]
    start = 0 if number == 0 else bounds[number]
    end = bounds[number + 1] if number + 1 < len(parts) else len(text)
    return Selection(kept, tuple(_edits(text, lines, reasons)), Span(start, end))


def _rejected(part: Part, *, framed: bool) -> Iterator[tuple[Span, str]]:
    """Yield the lines of a part that go, with the reason."""
    for line in part.front:
        if not NUMBER.fullmatch(line.view):
            yield line.span, f"boilerplate:{furniture(line.view, rim=True) or 'frame'}"
    if framed and part.title:
        yield part.title.span, "boilerplate:title"
    if framed and part.byline:
        yield part.byline.span, "boilerplate:byline"
    first, last = _core(part)
    insets = _insets(part)
    listing = False
    for at, line in enumerate(part.body):
        why: str | None = None
        if line.span in insets:
            why = "aside"
        elif first <= at <= last:
            why = None if line.is_prose else furniture(line.view) or _head(line, framed=framed)
        else:
            why = _at_rim(line, framed=framed, head=at < first)
        if why is None and listing and not line.is_prose:
            why = "related"
        listing = at > last and (listing or why == "related")
        if why:
            yield line.span, f"boilerplate:{why}"


def _insets(part: Part) -> set[Span]:
    """Return the lines in boxes that stand in the article and are none of it, where names do not lie."""
    named = [line for line in part.body if line.place and INSET.search(line.place.names)]
    prose, inset = (sum(len(line.text) for line in some if line.is_prose) for some in (part.body, named))
    return set() if inset > MOST_INSET * prose else {line.span for line in named}


def _head(line: Line, *, framed: bool) -> str | None:
    """Return why a line among the text is furniture: a whole byline stands under an abstract."""
    byline = read_byline(line.view) if framed else None
    whole = byline and byline.pure and byline.labelled and byline.date and (byline.source or byline.issuer)
    return "byline" if whole else None


def _core(part: Part) -> tuple[int, int]:
    """Return the positions of the first and last line of text; behind a title, the first sentence is."""
    prose = [at for at, line in enumerate(part.body) if line.is_prose or _is_row(line)]
    text = [at for at in prose if not furniture(part.body[at].view)]
    if not text:
        return 0, len(part.body)
    told = [at for at in prose if furniture(part.body[at].view) not in OFFERS]
    return told[0] if part.title else text[0], text[-1]


def _is_row(line: Line) -> bool:
    """Whether the line is a row of a table on a page."""
    return (
        line.place is not None and "\t" in line.text and line.place.linked < LINKED and not is_fact(line.view)
    )


def _at_rim(line: Line, *, framed: bool, head: bool) -> str | None:
    """Return why a line before or behind the article's text is furniture."""
    if why := furniture(line.view, rim=True):
        return why
    if line.place and line.place.linked > LINKED:
        return "links"
    if line.place and is_fact(line.view):
        return "facts"
    byline = read_byline(line.view) if framed else None
    return "byline" if byline and byline.pure and (head or byline.labelled) else None


def _without_breaks(text: str, line: Line) -> Iterator[Edit]:
    """Yield the edits that make a title of two lines one line."""
    for gap in BREAK.finditer(text, line.span.start, line.span.end):
        between = " " if text[gap.start() - 1].isascii() and text[gap.end()].isascii() else ""
        yield Edit(*gap.span(), between, "space")


def _edits(text: str, lines: Sequence[Line], reasons: Mapping[int, str]) -> Iterator[Edit]:
    """Yield the deletion of each line that has a reason, and one line break between those that stay."""
    at = 0
    begun = False
    for line in lines:
        gap = text[at : line.span.start]
        stays = line.span.start not in reasons
        after = "\n" if begun and stays else ""
        if gap and gap != after:
            yield Edit(at, line.span.start, after, "space")
        if stays:
            yield from _without_breaks(text, line)
        else:
            yield Edit(line.span.start, line.span.end, "", reasons[line.span.start])
        begun = begun or stays
        at = line.span.end
    if at < len(text):
        yield Edit(at, len(text), "", "space")
