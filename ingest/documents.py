"""A document from the lines of one article: what stays of them, what they say, what kind of text it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.records import Block, Document, Evidence, Source, make_id
from corpus.text import Edit, Span, Trail, apply
from ingest.kinds import block_role, kind_of
from ingest.language import identify
from ingest.metadata import describe
from ingest.outline import outline
from ingest.selecting import select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ingest.markup import Page
    from ingest.metadata import Fact
    from ingest.repairing import Repaired
    from ingest.splitting import Part


@dataclass(frozen=True, slots=True)
class Draft:
    """A source on its way: its page, the repaired text, the trail so far, what the page says of itself."""

    source: Source
    page: Page
    repaired: Repaired
    trail: Trail

    meta: Mapping[str, Evidence]

    @property
    def text(self) -> str:
        """The repaired text."""
        return self.repaired.text


def document(draft: Draft, parts: Sequence[Part], number: int) -> Document:
    """Make the document of one part: choose its lines, and tell what it is."""
    part = parts[number]
    chosen = select(draft.text, parts, number, framed=bool(draft.page.places))
    text, way = apply(draft.text, chosen.edits)
    trail = draft.trail.then(way)
    language, script = identify(text)
    facts = describe(part, draft.meta)

    def value(field: str) -> str | None:
        return facts[field].value if field in facts else None

    items = outline(text, language)
    headings = {item.span.start: item.heading.end for item in items}
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
        url=draft.source.url or value("url"),
        title=value("title"),
        publisher=value("publisher"),
        published=value("published"),
        original_url=value("original_url"),
        number=value("number"),
        blocks=tuple(Block(block_role(line, part, headings, span), span) for line, span in lines),
        outline=items,
        evidence={field: evidence(draft, way.forth, fact) for field, fact in facts.items()},
        repairs=tuple(repairs_of(draft, chosen.territory)),
        lost=tuple(place for span in draft.repaired.lost if (place := way.forth(span))),
        pages=tuple(pages_of(draft)),
    )


def evidence(draft: Draft, forth: Callable[[Span], Span | None], fact: Fact) -> Evidence:
    """Return where a fact was read: in the source, and in the document's text if it is still there."""
    if fact.span is None:
        assert fact.raw
        return Evidence(value=fact.value, raw=draft.trail.maps[0].back(fact.raw))
    return Evidence(value=fact.value, raw=draft.trail.back(fact.span), span=forth(fact.span))


def pages_of(draft: Draft) -> Iterator[int]:
    """Yield where in the decoded source each page begins; an empty last one begins where the source ends."""
    way = draft.trail.maps[0]
    for at in draft.page.pages:
        yield way.back(Span(at, at + 1)).start if at < way.new_length else way.raw_length


def repairs_of(draft: Draft, territory: Span) -> Iterator[Edit]:
    """Yield what repair changed in a stretch of the repaired text, in coordinates of the decoded source."""
    before = Trail(draft.trail.maps[:-1])
    for edit, start in zip(sorted(draft.repaired.edits), draft.repaired.way.new_starts, strict=True):
        if territory.start <= start < territory.end:
            raw = before.back(Span(edit.start, edit.end))
            yield replace(edit, start=raw.start, end=raw.end)
