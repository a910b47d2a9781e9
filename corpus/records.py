"""What the corpus holds: sources, documents, blocks, outlines, quotes and links."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from corpus.text import Edit, Span, Trail

if TYPE_CHECKING:
    from collections.abc import Mapping


SEPARATOR = "\x1f"


def make_id(kind: str, *parts: object) -> str:
    """Return the id that this content has on every machine: the kind, a dash, 16 hexadecimal digits.

    Parts are kept apart by a separator that no text holds, so ("ab", "c") and ("a", "bc") differ.
    """
    content = SEPARATOR.join(map(str, parts))
    return f"{kind}-{sha256(content.encode()).hexdigest()[:16]}"


class Role(StrEnum):
    """What a block is in its document."""

    TITLE = "title"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"


class LinkKind(StrEnum):
    """What one document is to another."""

    PART_OF = "part_of"
    REPOST_OF = "repost_of"
    TRANSLATION_OF = "translation_of"
    REVISION_OF = "revision_of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes as they arrived, and the text they were read as. `sha256` is of the bytes."""

    sha256: str
    name: str
    text: str
    encoding: str
    evidence: str
    reader: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a document with their place: `text` is exactly `document.text[start:end]`.

    `raw` is the same place in the decoded source, reached back through every repair.
    """

    document: str
    text: str
    start: int
    end: int
    raw: Span | None = None
    page: int | None = None

    @property
    def span(self) -> Span:
        """The place in the document's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a piece of metadata was read: always in the source, and in the text if it is still there."""

    value: str
    raw: Span
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, table row … of a document's text."""

    role: Role
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One numbered item of the outline, with a number such as `一、`, `（一）`, `1.`, `(1)` or `I.`.

    Args:
        label: the number as written, without the heading ("（十二）", "III.").
        ordinal: its value (12, 3).
        style: the form of the number: "一、" "（一）" "1." "（1）" "I." "(1)" ….
        level: depth in the tree, 0 for the outermost.
        heading: the item's own title, without the number; ends before the text that runs on behind it.
        span: the whole item from its number to the end of its last child.
        parent: position of the parent in the document's outline, None at the top.

    """

    label: str
    ordinal: int
    style: str
    level: int
    heading: Span
    span: Span
    parent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article: clean text in its own script, with the trail back to the source it was read from.

    Args:
        id: computed from the source's bytes and the place of the part in it.
        source: SHA-256 of the source's bytes.
        part: 0 for the first article of a source, then 1, 2 …
        language: ISO 639-1 ("zh", "en").
        script: ISO 15924 ("Hans", "Hant", "Latn").
        kind: "plan", "news", "digest", "page" …
        published: ISO 8601, as precise as known.
        number: 发文字号 of an official document.
        evidence: for each field of metadata, where it was read.
        repairs: what repair changed, in coordinates of the decoded source, with `after` as it now reads.
        lost: places of the text that could not be restored.
        pages: where in the decoded source each page of paper, or of an article on several pages of the web,
            begins; none for a source of one page.

    """

    id: str
    source: str
    part: int
    text: str
    trail: Trail
    language: str
    script: str
    kind: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    original_url: str | None = None
    number: str | None = None
    blocks: tuple[Block, ...] = ()
    outline: tuple[Item, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    repairs: tuple[Edit, ...] = ()
    lost: tuple[Span, ...] = ()
    pages: tuple[int, ...] = ()

    def quote(self, span: Span) -> Quote:
        """Return the words at `span` as a quote with the way back."""
        raw = self.trail.back(span)
        return Quote(
            document=self.id,
            text=span.cut(self.text),
            start=span.start,
            end=span.end,
            raw=raw,
            page=bisect_right(self.pages, raw.start) or None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Somebody's judgement that `child` is such-and-such of `parent`; it can be taken back (`holds`)."""

    child: str
    parent: str
    kind: LinkKind
    by: str
    score: float
    reason: str = ""
    holds: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What was extracted from one document, ready for the store: the body is plain JSON values."""

    id: str
    kind: str
    document: str
    quotes: tuple[Quote, ...]
    body: Mapping[str, Any]
