"""From bytes to documents: the way of a source on one screen.

    bytes → decode → characters               `ingest.decoding`
          or, of files that are no text, their words line by line    `ingest.formats`
          → broken lines joined               `ingest.wrapping`
          → text brought out of scripts       `ingest.scripts`
          → markup or marks removed           `ingest.markup`, `ingest.plain`
          → repair                            `ingest.repairing`
          → lines, page by page → articles    `ingest.pages`, `ingest.article`, `ingest.splitting`
          → documents: furniture left out, metadata, language, kind, outline    `ingest.documents`

Every step is edits, so the trail of each document leads from its text back to the decoded source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.records import Document, Evidence, Source
from corpus.text import Span, Trail, apply
from ingest.article import choose
from ingest.decoding import decode
from ingest.documents import Draft, document
from ingest.formats import read_file
from ingest.formats.tables import read_table
from ingest.lines import Place, join_titles, read_lines
from ingest.markup import Page, read_html
from ingest.pages import by_page, starts
from ingest.plain import is_html, read_plain
from ingest.repairing import Repaired, repair
from ingest.scripts import reveal
from ingest.splitting import Part, split
from ingest.tags import parse
from ingest.titles import find_title, stated_title
from ingest.wrapping import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus.text import TextMap
    from ingest.decoding import Decoded

LARGEST = 32 << 20  # bytes; the longest plans have one hundredth of this, a larger file is a data dump


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of one source: its documents, and how often each kind of repair was made in it."""

    source: Source
    documents: tuple[Document, ...]
    repairs: Mapping[str, int]


def read(data: bytes, name: str, *, url: str | None = None, declared: str | None = None) -> Reading:
    """Read one source; a dump of several articles gives several documents.

    `url` is where it was fetched, `declared` the charset that its server named.

    Raises:
        SourceError: there is nothing in it that can be read; the message says why.
        MissingExtra: the reader of its format is not installed.

    """
    if not data.strip():
        raise UnreadableFile(f"{name} is empty")
    if len(data) > LARGEST:
        raise UnreadableFile(
            f"{name} is too large: {len(data) >> 20} MB", hint=f"up to {LARGEST >> 20} MB are taken"
        )
    decoded, page, text, trail = lay_out(data, declared)
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
    draft = Draft(source, page, repaired, trail.then(repaired.way), repaired_meta(page, repaired))
    documents = tuple(each for each in documents_of(draft) if each.text)
    if not documents:
        raise UnreadableFile(f"{name} holds no article text")
    return Reading(source, documents, Counter(edit.kind for edit in repaired.edits))


def documents_of(draft: Draft) -> Iterator[Document]:
    """Yield a document for each article of a source."""
    parts = articles(draft) if draft.text.strip() else ()
    for number in range(len(parts)):
        yield document(draft, parts, number)


def repaired_meta(page: Page, repaired: Repaired) -> Mapping[str, Evidence]:
    """Return what the page says of itself, repaired as one text where the page had to be."""
    if not repaired.edits or not page.meta:
        return page.meta
    values = repair("\n".join(evidence.value for evidence in page.meta.values())).text.split("\n")
    if len(values) != len(page.meta):
        return page.meta
    pairs = zip(page.meta.items(), values, strict=True)
    return {name: replace(evidence, value=value) for (name, evidence), value in pairs}


def lay_out(data: bytes, declared: str | None) -> tuple[Decoded, Page, str, Trail]:
    """Return the characters of a source, the page that it is, its lines as text, and the way back."""
    if file := read_file(data):
        decoded, page = file
        shown, first = apply(decoded.text, ())
    else:
        decoded = decode(data, declared)
        page, shown, first = read_text(decoded.text)
    text, second = apply(shown, page.edits)
    return decoded, page, text, Trail((first, second))


def read_text(source: str) -> tuple[Page, str, TextMap]:
    """Return the page that a text is, and the text with what scripts show and without broken lines."""
    if is_html(source):
        tree = parse(source)
        edits = reveal(source, tree)
        shown, first = apply(source, edits)
        page = read_html(shown, parse(shown) if edits else tree)
        return replace(page, pages=starts(shown)), shown, first
    if table := read_table(source):
        return table, *apply(source, ())
    shown, first = apply(source, unwrap(source))
    return read_plain(shown), shown, first


def articles(draft: Draft) -> tuple[Part, ...]:
    """Return the articles of a source as lines of its repaired text."""
    begins = [place.start for place in draft.page.places]
    shown = Trail(draft.trail.maps[1:])

    def place(at: int) -> Place | None:
        if not begins:
            return None
        raw = shown.back(Span(at, at + 1)).start
        return draft.page.places[max(bisect_right(begins, raw) - 1, 0)]

    lines = join_titles(read_lines(draft.text, place))
    if not begins:
        return split(lines)
    body = [line for page in by_page(lines, draft.page.pages) for line in choose(page, draft.page.parents)]
    parts = split(body)
    if len(parts) > 1:
        return parts
    title = find_title(lines, draft.meta)
    if title is None and (parts[0].byline or not stated_title(draft.meta)):
        title = parts[0].title
    inside = {line.span.start for line in (*body, *([title] if title else ()))}
    return (
        Part(
            tuple(line for line in lines if line.span.start not in inside),
            title,
            None,
            tuple(line for line in body if line is not title),
        ),
    )
