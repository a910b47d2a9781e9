"""Sentences as evidence: where the sentence around a place begins and ends, and what cites it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.figures.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.records import Document, Quote

LONGEST = 420  # characters of a citation; longer sentences are cut at their semicolons
# What takes up the sentence before: "Their rate was 10 percent", "That figure should rise", 该基金….
_TAKES_UP = re.compile(
    r"\W*(?:(?:Each|They|It|Its|Their|These|Those|This|Both|Such|That (?:figure|number|share|rate))\b"
    r"|其(?![他它中余次实])|该|它|上述|前述|这|此类|两者|每[个家项座所](?!月))"
)
_CLAUSES = re.compile(r"[^;；]+[;；]?")


def sentence_at(document: Document, span: Span) -> Span:
    """Return the sentence that holds a place, or as many sentences as the place runs over."""
    text = document.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    parts = [Span(s.start + start, s.end + start) for s in _sentences(line, document.language)]
    held = [p for p in parts if p.start < span.end and span.start < p.end]
    if not held:
        return span
    whole = Span(min(held[0].start, span.start), max(held[-1].end, span.end))
    return whole if whole.end - whole.start <= LONGEST else _clauses(text, whole, span)


def taken_up(document: Document, span: Span) -> str:
    """Return the sentence of the same paragraph that one which begins with a pronoun goes on from, if any."""
    if not _TAKES_UP.match(span.cut(document.text)):
        return ""
    start = document.text.rfind("\n", 0, span.start) + 1
    before = document.text[start : span.start]
    parts = _sentences(before, document.language)
    return parts[-1].cut(before) if parts else ""


def gone_on(document: Document, span: Span, limit: int) -> Span:
    """Return a sentence with those of its paragraph that take it up: "… will be picked. Each gets …"."""
    end = document.text.find("\n", span.end)
    behind = document.text[span.end : end if end >= 0 else len(document.text)]
    stop = span.end
    for part in _sentences(behind, document.language):
        if not _TAKES_UP.match(part.cut(behind)) or span.end + part.end - span.start > limit:
            break
        stop = span.end + part.end
    return Span(span.start, stop)


def sentences_in(document: Document, span: Span) -> Iterator[Span]:
    """Yield the sentences of a passage."""
    for part in _sentences(span.cut(document.text), document.language):
        yield Span(part.start + span.start, part.end + span.start)


@lru_cache(2048)  # the figures of a line ask for its sentences again and again
def _sentences(text: str, language: str) -> tuple[Span, ...]:
    return tuple(Span(s.start, s.end) for s in sentences(text, language))


def _clauses(text: str, whole: Span, span: Span) -> Span:
    """Return the clauses between semicolons that hold a place."""
    parts = [Span(m.start() + whole.start, m.end() + whole.start) for m in _CLAUSES.finditer(whole.cut(text))]
    held = [p for p in parts if p.start < span.end and span.start < p.end]
    if not held:
        return span
    start = held[0].start + len(held[0].cut(text)) - len(held[0].cut(text).lstrip())
    return Span(min(start, span.start), max(held[-1].end, span.end))


def cite(document: Document, span: Span) -> Quote:
    """Return the sentence around a place as a quote."""
    return document.quote(sentence_at(document, span))
