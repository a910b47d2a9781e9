"""Documents and quotes as JSON columns, and back."""

from __future__ import annotations

import json
from typing import Any

from corpus.records import Block, Document, Evidence, Item, Quote, Role
from corpus.text import Edit, Span, Trail

PLAIN = ("language", "script", "kind", "title", "publisher", "published", "url", "original_url", "number")


def dump_document(document: Document) -> str:
    """Return everything of a document but the columns of its own (id, source, part, text)."""
    body: dict[str, Any] = {name: getattr(document, name) for name in PLAIN}
    body["trail"] = document.trail.dump()
    body["blocks"] = [(block.role, *_pair(block.span)) for block in document.blocks]
    body["outline"] = [
        (i.label, i.ordinal, i.style, i.level, *_pair(i.heading), *_pair(i.span), i.parent)
        for i in document.outline
    ]
    body["evidence"] = {
        name: (e.value, _pair(e.raw), e.span and _pair(e.span)) for name, e in document.evidence.items()
    }
    body["repairs"] = [(e.start, e.end, e.after, e.kind, e.confidence) for e in document.repairs]
    body["lost"] = [_pair(span) for span in document.lost]
    body["pages"] = document.pages
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def load_document(identity: str, source: str, part: int, text: str, column: str) -> Document:
    """Read what `dump_document` wrote."""
    body = json.loads(column)
    return Document(
        id=identity,
        source=source,
        part=part,
        text=text,
        trail=Trail.load(body["trail"]),
        blocks=tuple(Block(Role(role), Span(a, b)) for role, a, b in body["blocks"]),
        outline=tuple(_item(row) for row in body["outline"]),
        evidence={
            name: Evidence(value=value, raw=Span(*raw), span=Span(*span) if span else None)
            for name, (value, raw, span) in body["evidence"].items()
        },
        repairs=tuple(Edit(*row) for row in body["repairs"]),
        lost=tuple(Span(*pair) for pair in body["lost"]),
        pages=tuple(body.get("pages", ())),  # bases made before there were pages have none
        **{name: body[name] for name in PLAIN},
    )


def dump_quotes(quotes: tuple[Quote, ...]) -> str:
    """Return the places and words of quotes."""
    return json.dumps([(q.document, q.start, q.end, q.text) for q in quotes], ensure_ascii=False)


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _item(row: list[Any]) -> Item:
    label, ordinal, style, level, h_start, h_end, start, end, parent = row
    return Item(
        label=label,
        ordinal=ordinal,
        style=style,
        level=level,
        heading=Span(h_start, h_end),
        span=Span(start, end),
        parent=parent,
    )
