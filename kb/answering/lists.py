"""Lists in a text: the sentence that announces one, and its items, each where it stands."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.answering.citing import sentences_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.records import Document

MOST = 40  # items; what is longer is no list of conditions
# Ways to mark an item: all items of a list are marked in one of them.
_MARKS = tuple(
    re.compile(rf"[ \t　]*(?:{mark})[ \t　]*(?=\S)")
    for mark in (
        r"[（(][一二三四五六七八九十]{1,3}[)）]",
        r"[一二三四五六七八九十]{1,3}[、.．]",
        r"[（(]\d{1,2}[)）]",
        r"\d{1,2}(?:[、．)）]|\.(?!\d))",
        r"[①-⑳]",
        r"[（(][a-z]{1,4}[)）]|[a-z][.)）]",
        r"[-–—•·●○■□◆◇▪▲★➢*]",
        r"[一二三四五六七八九十]是|第[一二三四五六七八九十][是,，、]",
    )
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ANNOUNCES = re.compile(r"[:：]\s*$")
_OVER = re.compile(r"[。.!！?？;；)）]\s*$")
_GOES_ON = re.compile(r"(?:[;；,，]|[;,]\s(?:and|or))\s*$")


def items_of(document: Document, lead: Span) -> tuple[Span, ...]:
    """Return the items of the list that a sentence or a heading announces, none where it announces none."""
    text = document.text
    line_end = _line_at(text, lead.end - 1).end
    if text[lead.end : line_end].strip():
        return tuple(_inline(document, lead, line_end)) if _ANNOUNCES.search(lead.cut(text)) else ()
    return () if _OVER.search(lead.cut(text)) else tuple(_below(text, lead, line_end))


def lead_of(document: Document, item: Span) -> Span | None:
    """Return the sentence or the heading that announces the list in which a place stands as an item."""
    text = document.text
    line = _line_at(text, item.start)
    before = [s for s in sentences_in(document, line) if s.end <= item.start]
    for sentence in reversed(before):
        if any(i.overlaps(item) for i in items_of(document, sentence)):
            return sentence
    at = line
    for _ in range(MOST):
        if at.start == 0:
            return None
        at = _line_at(text, at.start - 1)
        lead = next(reversed([*sentences_in(document, at)]), None) if at.cut(text).strip() else None
        if lead and any(i.overlaps(item) for i in items_of(document, lead)):
            return lead
    return None


def _inline(document: Document, lead: Span, line_end: int) -> Iterator[Span]:
    """Yield the items that stand behind a colon in one line: marked alike, or parted by semicolons."""
    text = document.text
    mark, before = None, lead.cut(text)
    for sentence in sentences_in(document, Span(lead.end, line_end)):
        own = _mark(text, sentence.start)
        if not (_ANNOUNCES.search(before) or _GOES_ON.search(before) or (own is not None and own == mark)):
            return
        mark, before = own, sentence.cut(text)
        yield sentence


def _below(text: str, lead: Span, at: int) -> Iterator[Span]:
    """Yield the lines below a lead that are items of its list, and items of theirs.

    They are marked alike, or, where a colon announces them, end in semicolons.
    """
    own, before = _mark(text, _line_at(text, lead.start).start), lead.cut(text)
    marks: set[int | None] = set()
    for line in islice(_LINE.finditer(text, at), MOST):
        mark, told = _mark(text, line.start()), _ANNOUNCES.search(before)
        begins = mark != own if mark is not None else told and _GOES_ON.search(line[0])
        goes_on = mark in marks if mark is not None else marks == {None} and _GOES_ON.search(before)
        if not (begins if not marks else goes_on or told):
            return
        marks.add(mark)
        before = line[0].rstrip()
        yield Span(line.start(), line.start() + len(before))


def _mark(text: str, at: int) -> int | None:
    """Return the way in which the line or sentence at a place is marked as an item, None where it is not."""
    return next((number for number, mark in enumerate(_MARKS) if mark.match(text, at)), None)


def _line_at(text: str, at: int) -> Span:
    end = text.find("\n", at)
    return Span(text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text))
