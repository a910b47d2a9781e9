"""Reading which policies a document names, and how much it is about each."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.records import Role
from corpus.text import Span
from ingest.script import simplify, to_simplified
from kb.organisations import place_of, places
from kb.organisations.places import romanise
from kb.plans.names import form_of, is_name, period_of, topic
from kb.records import PlanMention
from kb.works import identified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.records import Document

# How much each way of naming a policy says that the document is about it.
OFFICIAL, IN_TITLE, NAMED, AGAIN, IN_PASSING = 10.0, 5.0, 2.0, 0.5, 1.0

_BOOK = re.compile(r"《([^《》\n]{2,90})》")
_QUOTED = re.compile(r"[\"“]([A-Z0-9][^\"“”\n]{8,200})[\"”]")
# A name in running English: "the Zhejiang Action Plan for Promoting …", capitals but for little words.
_CAPITALS = re.compile(
    r"\b[A-Z0-9][\w'’&–-]*"
    r"(?:[ ](?:[A-Z0-9(][\w'’&–()-]*|of|on|for|to|in|and|a|an|at|by|the|with|from|through))*"
    r"[ ](?:[A-Z][\w'’&–()-]*|\(\d{4}[–-]\d{4}\))"
)
# "has issued an action plan to promote the development of … industry"
_PASSING = re.compile(
    r"\b(?:an?|the|its|new)\s+((?:\w+\s)?(?:action|implementation|work|development)\s+plan\s+"
    r"(?:to|for|on|aimed at)\s+(?:(?!\sby\s20|\s(?:that|which)\s)[^.,;:\[\n]){10,120})",
    re.IGNORECASE,
)
# "…办公室关于印发某市行动方案的通知": the plan that a notice issues, where no book marks say so.
_ISSUED = re.compile(r"^[^《》]{0,80}?(?:关于)?(?:印发|发布|公布)(?P<name>[^《》]{4,}?)的(?:通知|公告)$")
# Words that open a sentence and stand before a name in it: "During the 14th Five-Year Plan".
_OPENING = re.compile(
    r"(?:(?:A|An|And|As|At|By|Both|But|During|For|From|In|It|Its|Of|On|Our|Since|The|This|These|To|Under|While|With|Within)\s+)"
    r"(?:(?:the|an?|its|this)\s+)?"
)
_HEAD_CHARS = 400  # a name this early in a document is what the document is about
_SUFFIXES = ("", "省", "市", "自治区", "区", "县")
_PLACE_CHARS = 600
_CONTEXT_CHARS = 1500


@dataclass(frozen=True, slots=True)
class Naming:
    """One occurrence of a name: where (None in a title outside the text), in which words, how telling."""

    span: Span | None
    name: str
    language: str
    weight: float


def read_mentions(document: Document) -> tuple[PlanMention, ...]:
    """Return the policies that `document` names, the one it is most about first."""
    text, way = simplify(document.text) if document.script == "Hant" else (document.text, None)
    place = place_of_document(document)
    words = place_words(place) if place else frozenset()
    found: dict[tuple[str, str], list[Naming]] = defaultdict(list)
    for naming in (*_in_title(document, text), *_in_text(document, text)):
        about = topic(naming.name, naming.language, words | _own_words(naming.name, place))
        if about:
            span = way.back(naming.span) if way and naming.span else naming.span
            found[naming.language, about].append(replace(naming, span=span))
    mentions = [_mention(document, about, namings, place) for (_, about), namings in found.items()]
    named = identified("mention", document, mentions, lambda m: f"{m.language} {m.name}")
    return tuple(sorted(named, key=lambda m: m.rank))


def _mention(document: Document, about: str, namings: list[Naming], place: str | None) -> PlanMention:
    """Add up what all occurrences of one name say."""
    main, *others = sorted(namings, key=lambda n: -n.weight)
    span = next((n.span for n in namings if n.span), None)
    early = IN_PASSING if span is None or span.start < _HEAD_CHARS else 0.0
    return PlanMention(
        document=document.id,
        name=main.name,
        topic=about,
        language=main.language,
        place=place_of(main.name, _context(document)) or place,
        period=next((period for n in (main, *others) if (period := period_of(n.name))), None),
        weight=main.weight + early + AGAIN * (len(namings) - 1),
        official=main.weight == OFFICIAL,
        quote=document.quote(span) if span else None,
    )


def place_words(place: str) -> frozenset[str]:
    """Return the words that name a place in either language, in lower case."""
    known = places().get(place)
    latin = " ".join(known.romanised) if known else place
    forms = (place + suffix for suffix in _SUFFIXES)
    return frozenset({*forms, *latin.lower().split()})


def _own_words(name: str, place: str | None) -> frozenset[str]:
    """Return how a Chinese name begins with a place outside the table, which goes by its reading."""
    if place is None or place in places() or name.isascii():
        return frozenset()
    return frozenset(
        name[:size] + suffix for size in (2, 3, 4) if romanise(name[:size]) == place for suffix in _SUFFIXES
    )


def place_of_document(document: Document) -> str | None:
    """Return the place that a document's own words put it in: its title first, then its opening."""
    context = _context(document)
    opening = document.text[:_PLACE_CHARS]
    if document.number:  # "Shi Jian Fa [2026] No. 5" is not of Ji'an
        opening = opening.replace(document.number, " ")
    return place_of(document.title or "", context) or place_of(opening, context)


def _context(document: Document) -> str:
    """Return what may tell cities of one name apart: who publishes, and how the document begins."""
    return f"{document.publisher or ''}\n{document.title or ''}\n{document.text[:_CONTEXT_CHARS]}"


def _in_title(document: Document, text: str) -> Iterator[Naming]:
    """Yield the name that a document's title is or holds; of an official text, it is the plan's own."""
    span = next((b.span for b in document.blocks if b.role is Role.TITLE), None)
    title = span.cut(text) if span and span.end <= len(text) else to_simplified(document.title or "")
    # A page that is called like a policy and reports nothing is the policy, however short.
    weight = OFFICIAL if document.kind in ("plan", "page") else IN_TITLE
    whole = is_name(title, document.language)
    inner = next(_marked(title), None) or (None if whole else next(_candidates(title), None))
    if inner:
        where, name, language = inner
        yield Naming(where.shift(span.start) if span else None, name, language, weight)
    elif whole:
        yield _whole(title, span, document.language, weight)


def _whole(title: str, span: Span | None, language: str, weight: float) -> Naming:
    """Return the policy that a title names as a whole, or as what a notice issues."""
    issued = _ISSUED.match(title)
    if issued and form_of(issued["name"], "zh"):
        where = Span(*issued.span("name")).shift(span.start) if span else None
        return Naming(where, issued["name"], language, weight)
    return Naming(span, title.strip().removesuffix("的通知"), language, weight)


def _in_text(document: Document, text: str) -> Iterator[Naming]:
    """Yield the names of policies in the text, and what an English digest calls one in passing."""
    taken = []
    for span, name, language in _candidates(text):
        taken.append(span)
        yield Naming(span, name, language, NAMED)
    if document.language == "en":
        for match in _PASSING.finditer(text):
            span = Span(*match.span(1))
            if not any(t.overlaps(span) for t in taken):
                yield Naming(span, match[1].strip(), "en", IN_PASSING)


def _candidates(text: str) -> Iterator[tuple[Span, str, str]]:
    """Yield names between book marks, in quotation marks, or written with capitals."""
    marked = list(_marked(text))
    yield from marked
    for match in _CAPITALS.finditer(text):
        opening = _OPENING.match(match[0])
        span = Span(match.start() + (opening.end() if opening else 0), match.end())
        name = span.cut(text)
        if form_of(name, "en") and not any(m.overlaps(span) for m, _, _ in marked) and len(name) > 20:
            yield span, name, "en"


def _marked(text: str) -> Iterator[tuple[Span, str, str]]:
    """Yield names that the writer has marked as such: between book marks or in quotation marks."""
    for match in _BOOK.finditer(text):
        if form_of(match[1], "zh"):
            yield Span(*match.span()), match[1], "zh"
    for match in _QUOTED.finditer(text):
        if form_of(match[1], "en"):
            yield Span(*match.span(1)), match[1].rstrip(" ,."), "en"
