"""Reading which policies a document names, and how much it is about each."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from corpus.records import Role
from corpus.text import Span
from ingest.script import simplify
from kb.organisations import place_of
from kb.plans.names import form_of, period_of, topic
from kb.records import PlanMention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.records import Document

# How much each way of naming a policy says that the document is about it.
OFFICIAL, IN_TITLE, NAMED, AGAIN, IN_PASSING = 10.0, 5.0, 2.0, 0.5, 1.0

_BOOK = re.compile(r"《([^《》\n]{2,90})》")
_QUOTED = re.compile(r"[\"“]([A-Z0-9][^\"“”\n]{8,200})[\"”]")
# A name in running English: "the Zhejiang Action Plan for Promoting …", capitals but for little words.
_CAPITALS = re.compile(
    r"\b[A-Z0-9][\w'’&–-]*(?:[ ](?:[A-Z0-9(][\w'’&–()-]*|of|on|for|to|in|and|the|with|from|through))*"
    r"[ ](?:[A-Z][\w'’&–()-]*|\(\d{4}[–-]\d{4}\))"
)
# "has issued an action plan to promote the development of … industry"
_PASSING = re.compile(
    r"\b(?:an?|the|its|new)\s+((?:\w+\s)?(?:action|implementation|work|development)\s+plan\s+"
    r"(?:to|for|on|aimed at)\s+[^.,;:\n]{10,120})",
    re.IGNORECASE,
)
_HEAD_CHARS = 400  # a name this early in a document is what the document is about
_PLACE_CHARS = 600


def read_mentions(document: Document) -> tuple[PlanMention, ...]:
    """Return the policies that `document` names, the one it is most about first."""
    text, way = simplify(document.text) if document.script == "Hant" else (document.text, None)
    place = _place(document, text)
    found: dict[tuple[str, str], list[tuple[Span, float]]] = defaultdict(list)
    names: dict[tuple[str, str], str] = {}
    for span, name, language, weight in _names(document, text):
        key = (language, topic(name, language))
        names.setdefault(key, name)
        found[key].append((way.back(span) if way else span, weight))
    mentions = [
        _mention(document, names[key], key[0], places, place) for key, places in found.items() if key[1]
    ]
    return tuple(sorted(mentions, key=lambda m: (-m.weight, m.quote.start)))


def _mention(
    document: Document, name: str, language: str, places: list[tuple[Span, float]], place: str | None
) -> PlanMention:
    """Add up what all occurrences of one name say."""
    first, weight = max(places, key=lambda p: p[1])
    early = IN_PASSING if first.start < _HEAD_CHARS else 0.0
    return PlanMention(
        name=name,
        topic=topic(name, language),
        language=language,
        place=place_of(name) or place,
        period=period_of(name),
        weight=weight + early + AGAIN * (len(places) - 1),
        official=any(w == OFFICIAL for _, w in places),
        quote=document.quote(first),
    )


def _place(document: Document, text: str) -> str | None:
    """Return the place that a document's own words put it in: title first, then its opening."""
    title = next((b.span.cut(document.text) for b in document.blocks if b.role is Role.TITLE), document.title)
    return place_of(title or "") or place_of(text[:_PLACE_CHARS])


def _names(document: Document, text: str) -> Iterator[tuple[Span, str, str, float]]:
    """Yield every name of a policy: where, the name, its language and how much that occurrence weighs."""
    titles = [b.span for b in document.blocks if b.role is Role.TITLE]
    taken: list[Span] = []
    for span, name, language in _candidates(text):
        in_title = any(t.overlaps(span) for t in titles)
        yield span, name, language, (IN_TITLE if in_title else NAMED)
        taken.append(span)
    official = document.kind == "plan"
    for title in titles:
        name = title.cut(text) if title.end <= len(text) else ""
        if not any(t.overlaps(title) for t in taken) and form_of(name, document.language):
            yield title, name.strip(), document.language, (OFFICIAL if official else IN_TITLE)
    if official and titles and taken and titles[0].overlaps(taken[0]):
        inner = taken[0]
        yield inner, inner.cut(text).strip("《》"), document.language, OFFICIAL
    if document.language == "en":
        for match in _PASSING.finditer(text):
            span = Span(*match.span(1))
            if not any(t.overlaps(span) for t in taken):
                yield span, match[1], "en", IN_PASSING


def _candidates(text: str) -> Iterator[tuple[Span, str, str]]:
    """Yield names between book marks, in quotation marks, or written with capitals."""
    for match in _BOOK.finditer(text):
        if form_of(match[1], "zh"):
            yield Span(*match.span()), match[1], "zh"
    quoted = [Span(*m.span(1)) for m in _QUOTED.finditer(text) if form_of(m[1], "en")]
    for span in quoted:
        yield span, span.cut(text), "en"
    for match in _CAPITALS.finditer(text):
        span = Span(*match.span())
        if form_of(match[0], "en") and not any(q.overlaps(span) for q in quoted) and len(match[0]) > 20:
            yield span, match[0], "en"
