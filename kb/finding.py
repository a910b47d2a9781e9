"""Finding records: one by its id, or those that fit a query in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from corpus.errors import NotFound
from kb import shapes
from kb.likeness import Likeness
from kb.witness import suggest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.records import Document
    from kb.holdings import Holdings
    from kb.records import Bilingual, Organisation, Target, Task

T = TypeVar("T")

FITS = 0.45  # a record less alike than this to the query is not shown


def show(base: Holdings, identity: str, *, text: bool, raw: bool, repairs: bool) -> shapes.Json:
    """Return the record of any kind with this id; raises NotFound."""
    if identity in base.held:
        return _document(base, base.held[identity], text=text, raw=raw, repairs=repairs)
    if stated := base.figures_by_id.get(identity):
        return {**shapes.figure(stated[0]), "quotes": [shapes.quote(f.quote) for f in stated]}
    for plan in base.knowledge.plans:
        if plan.id == identity:
            return {**shapes.plan_head(plan), **shapes.plan(plan)}
    if shape := _canonical(base, identity):
        return shape
    parts = [d for d in base.held.values() if shapes.source_id(d.source) == identity]
    if parts:
        name = base.store.source(parts[0].source).name
        return {"id": identity, "source": name, "documents": [d.id for d in parts]}
    raise NotFound(f"nothing is held under {identity}")


def _canonical(base: Holdings, identity: str) -> shapes.Json | None:
    """Return the canonical record with this id, or None."""
    known = base.knowledge
    found = (
        *(shapes.target(t) for t in known.targets if t.id == identity),
        *(shapes.task(t) for t in known.tasks if t.id == identity),
        *(shapes.organisation(o) for o in known.organisations if o.id == identity),
    )
    return found[0] if found else None


def _document(base: Holdings, document: Document, *, text: bool, raw: bool, repairs: bool) -> shapes.Json:
    """Return a document, with its text, its source as read, and what repair changed, as asked."""
    shape = base.describe(document)
    source = base.store.source(document.source)
    if text:
        shape["text"] = document.text
    if raw:
        shape["raw"] = source.text
        shape["encoding"] = {"name": source.encoding, "evidence": source.evidence}
    if repairs:
        shape["edits"] = [
            {
                "start": e.start,
                "end": e.end,
                "before": source.text[e.start : e.end],
                "after": e.after,
                "kind": e.kind,
                "confidence": e.confidence,
            }
            for e in document.repairs
        ]
        shape["lost"] = [shapes.quote(document.quote(span)) for span in document.lost]
        shape["suggestions"] = [
            {
                "start": s.place.start,
                "end": s.place.end,
                "text": s.text,
                "source": base.store.source(s.witness).name,
                "quote": shapes.quote(s.quote),
            }
            for s in suggest(document, base.held.values())
        ]
    return shape


def targets(base: Holdings, query: str | None) -> Sequence[Target]:
    """Return the targets that fit a query, best first; all without one."""
    return _fitting(base, base.knowledge.targets, query, lambda t: _names(t.label))


def tasks(base: Holdings, query: str | None) -> Sequence[Task]:
    """Return the tasks that fit a query, best first; all without one."""
    return _fitting(base, base.knowledge.tasks, query, lambda t: _names(t.title))


def organisations(base: Holdings, query: str | None) -> Sequence[Organisation]:
    """Return the bodies that fit a query, best first; all without one."""
    return _fitting(base, base.knowledge.organisations, query, lambda o: [*_names(o.name), *o.aliases])


def _names(name: Bilingual) -> list[str]:
    return [text for text in (name.zh, name.en) if text]


def _fitting(
    base: Holdings, records: Sequence[T], query: str | None, names: Callable[[T], list[str]]
) -> Sequence[T]:
    """Return the records one of whose names is like the query or holds it, best first."""
    if not query:
        return records
    likeness = Likeness(base.shipped)
    likeness.learn([query, *(name for record in records for name in names(record))])
    scored = []
    for i, record in enumerate(records):
        score = max(
            (1.0 if query.lower() in name.lower() else likeness.alike(query, name) for name in names(record)),
            default=0.0,
        )
        if score >= FITS:
            scored.append((-score, i))
    return [records[i] for _, i in sorted(scored)]


def search(base: Holdings, query: str, limit: int) -> shapes.Json:
    """Return the passages that fit a query best."""
    hits = []
    for hit in base.index.search(query, limit):
        document = base.held[hit.passage.document]
        hits.append(
            {
                "score": round(hit.score, 4),
                "quote": shapes.quote(document.quote(hit.passage.span)),
                "document": document.id,
                "section": hit.passage.section,
            }
        )
    return {"hits": hits}
