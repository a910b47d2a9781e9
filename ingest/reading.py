"""From bytes to documents: the way of a source on one screen.

    bytes → decode → characters               `ingest.decoding`
          → broken lines joined               `ingest.wrapping`
          → text brought out of scripts       `ingest.scripts`
          → markup or marks removed           `ingest.markup`, `ingest.plain`
          → repair                            `ingest.repairing`
          → lines → articles                  `ingest.article`, `ingest.splitting`
          → furniture left out                `ingest.selecting`
          → metadata, language, kind, outline

Every step is edits, so the trail of each document leads from its text back to the decoded source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.records import Block, Document, Evidence, Source, make_id
from corpus.text import Edit, Span, Trail, apply
from ingest.article import choose
from ingest.decoding import decode
from ingest.kinds import block_role, kind_of
from ingest.language import identify
from ingest.lines import Place, join_titles, read_lines
from ingest.markup import Page, read_html
from ingest.metadata import describe
from ingest.outline import outline
from ingest.plain import is_html, read_plain
from ingest.repairing import Repaired, repair
from ingest.scripts import reveal
from ingest.selecting import select
from ingest.splitting import Part, split
from ingest.tags import parse
from ingest.titles import find_title, stated_title
from ingest.wrapping import unwrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ingest.metadata import Fact

LARGEST = 32 << 20  # bytes; the longest plans have one hundredth of this


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of one source: its documents, and how often each kind of repair was made in it."""

    source: Source
    documents: tuple[Document, ...]
    repairs: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A source on its way: its page, the repaired text, and the trail so far."""

    source: Source
    page: Page
    repaired: Repaired
    trail: Trail

    @property
    def text(self) -> str:
        """The repaired text."""
        return self.repaired.text


def read(data: bytes, name: str, *, url: str | None = None) -> Reading:
    """Read one source; a dump of several articles gives several documents.

    Raises:
        SourceError: there is nothing in it that can be read; the message says why.

    """
    if not data.strip():
        raise UnreadableFile(f"{name} is empty")
    if len(data) > LARGEST:
        raise UnreadableFile(
            f"{name} is too large: {len(data) >> 20} MB", hint=f"up to {LARGEST >> 20} MB are taken"
        )
    decoded = decode(data)
    page, text, trail = lay_out(decoded.text)
    source = Source(
        sha256=sha256(data).hexdigest(),
        name=name,
        text=decoded.text,
        encoding=decoded.encoding,
        evidence=decoded.evidence,
        reader=page.reader,
        url=url,
    )
    repaired = repair(text)
    draft = Draft(source, page, repaired, trail.then(repaired.way))
    parts = articles(draft)
    if not any(line.is_prose or len(line.text) > 8 for part in parts for line in part.body):
        raise UnreadableFile(f"{name} holds no article text")
    documents = tuple(document(draft, parts, number) for number in range(len(parts)))
    return Reading(source, documents, Counter(edit.kind for edit in repaired.edits))


def lay_out(source: str) -> tuple[Page, str, Trail]:
    """Return the page that a source is, its lines as text, and the way back from them."""
    if is_html(source):
        tree = parse(source)
        edits = reveal(source, tree)
        shown, first = apply(source, edits)
        page = read_html(shown, parse(shown) if edits else tree)
    else:
        shown, first = apply(source, unwrap(source))
        page = read_plain(shown)
    text, second = apply(shown, page.edits)
    return page, text, Trail((first, second))


def articles(draft: Draft) -> tuple[Part, ...]:
    """Return the articles of a source as lines of its repaired text."""
    starts = [place.start for place in draft.page.places]

    def place(at: int) -> Place | None:
        if not starts:
            return None
        raw = Trail(draft.trail.maps[1:]).back(Span(at, at + 1)).start
        return draft.page.places[max(bisect_right(starts, raw) - 1, 0)]

    lines = join_titles(read_lines(draft.text, place))
    if not starts:
        return split(lines)
    body = choose(lines, draft.page.parents)
    parts = split(body)
    if len(parts) > 1:
        return parts
    title = find_title(lines, draft.page.meta) or (None if stated_title(draft.page.meta) else parts[0].title)
    inside = set(body)
    return (
        Part(
            tuple(n for n in lines if n not in inside and n != title),
            title,
            None,
            tuple(n for n in body if n != title),
        ),
    )


def document(draft: Draft, parts: Sequence[Part], number: int) -> Document:
    """Make the document of one part: choose its lines, and tell what it is."""
    part = parts[number]
    chosen = select(draft.text, parts, number, framed=bool(draft.page.places))
    text, way = apply(draft.text, chosen.edits)
    trail = draft.trail.then(way)
    language, script = identify(text)
    facts = describe(part, draft.page.meta)

    def value(field: str) -> str | None:
        return facts[field].value if field in facts else None

    items = outline(text, language)
    lines = tuple((line, span) for line in chosen.kept if (span := way.forth(line.span)))
    return Document(
        id=make_id("doc", draft.source.sha256, number),
        source=draft.source.sha256,
        part=number,
        text=text,
        trail=trail,
        language=language,
        script=script,
        kind=kind_of(part, facts, items, text),
        url=draft.source.url,
        title=value("title"),
        publisher=value("publisher"),
        published=value("published"),
        original_url=value("original_url"),
        number=value("number"),
        blocks=tuple(Block(block_role(line, part, items, span), span) for line, span in lines),
        outline=items,
        evidence={field: evidence(draft.trail, way.forth, fact) for field, fact in facts.items()},
        repairs=tuple(repairs_of(draft, chosen.territory)),
        lost=tuple(place for span in draft.repaired.lost if (place := way.forth(span))),
    )


def evidence(trail: Trail, forth: Callable[[Span], Span | None], fact: Fact) -> Evidence:
    """Return where a fact was read: in the source, and in the document's text if it is still there."""
    if fact.span is None:
        assert fact.raw
        return Evidence(value=fact.value, raw=fact.raw)
    return Evidence(value=fact.value, raw=trail.back(fact.span), span=forth(fact.span))


def repairs_of(draft: Draft, territory: Span) -> Iterator[Edit]:
    """Yield what repair changed in a stretch of the repaired text, in coordinates of the decoded source."""
    before = Trail(draft.trail.maps[:-1])
    for edit in draft.repaired.edits:
        at = draft.repaired.way.forth(Span(edit.start, edit.end))
        if at is None or territory.overlaps(at):
            raw = before.back(Span(edit.start, edit.end))
            yield replace(edit, start=raw.start, end=raw.end)
