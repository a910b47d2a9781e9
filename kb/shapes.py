"""The published JSON of every record, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.records import make_id
from kb.codec import dump
from kb.records import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.records import Document, Link, Quote
    from kb.figures import Reading
    from kb.records import Figure, Organisation, Plan, Product, Target, Task

Json = dict[str, Any]


def quote(record: Quote) -> Json:
    """Return a quote with its place in the document and in the source as it was read."""
    return {
        "document": record.document,
        "text": record.text,
        "start": record.start,
        "end": record.end,
        "raw": {"start": record.raw.start, "end": record.raw.end} if record.raw else None,
        "page": record.page,
    }


def document(
    record: Document, source: str, plans: Sequence[str], parents: Iterable[Link], parts: int
) -> Json:
    """Return a document; `source` is the name it came under, `parts` how many articles came with it."""
    d = record
    links = [{"id": k.parent, "kind": k.kind.value, "score": k.score} for k in parents if k.holds]
    if parts > 1:
        links.append({"id": source_id(d.source), "kind": "part_of", "score": 1.0})
    return {
        "id": d.id,
        "source": source,
        "url": d.url,
        "original_url": d.original_url,
        "title": d.title,
        "publisher": d.publisher,
        "published": d.published,
        "language": d.language,
        "script": d.script,
        "kind": d.kind,
        "number": d.number,
        "plans": list(plans),
        "parents": links,
        "evidence": {name: _evidence(d, e) for name, e in sorted(d.evidence.items())},
    }


def _evidence(record: Document, evidence: Any) -> Json:
    where = quote(record.quote(evidence.span)) if evidence.span else None
    return {
        "value": evidence.value,
        "raw": {"start": evidence.raw.start, "end": evidence.raw.end},
        "quote": where,
    }


def source_id(sha256: str) -> str:
    """Return the id of a source whose articles are documents."""
    return make_id("source", sha256)


def measured(record: Figure | Reading) -> Json:
    """Return what a figure says, wherever it stands; numbers are decimal strings in base units."""
    return {
        "value": plain(record.value),
        "value_max": None if record.value_max is None else plain(record.value_max),
        "bound": record.bound.value,
        "unit": record.unit,
        "unit_text": record.unit_text,
        "subject": record.subject,
        "deadline": record.deadline,
        "baseline": record.baseline,
        "change": record.change.value,
        "kind": record.kind.value,
        "language": record.language,
    }


def figure(record: Figure) -> Json:
    """Return a figure of a document."""
    qualified = {"of": record.of} if record.of else {}
    return {"id": record.id, "quote": quote(record.quote), **measured(record), **qualified}


def target(record: Target) -> Json:
    """Return a target with how each source states it."""
    t = record
    return {
        "id": t.id,
        "plan": t.plan,
        "label": dump(t.label),
        "value": plain(t.value),
        "value_max": None if t.value_max is None else plain(t.value_max),
        "bound": t.bound.value,
        "unit": t.unit,
        "deadline": t.deadline,
        "kind": t.kind.value,
        "statements": [dump(s) for s in t.statements],
        "missing": list(t.missing),
        "authority": t.authority,
    }


def task(record: Task) -> Json:
    """Return a task with its section and responsible bodies."""
    t = record
    return {
        "id": t.id,
        "plan": t.plan,
        "number": t.number,
        "section": {"number": t.section_number, "title": dump(t.section_title)},
        "title": dump(t.title),
        "text": dump(t.text),
        "responsible": [dump(r) for r in t.responsible],
        "figures": list(t.figures),
        "quotes": [quote(q) for q in t.quotes],
    }


def product(record: Product) -> Json:
    """Return a class of products."""
    return {
        "number": record.number,
        "name": dump(record.name),
        "items": list(record.items),
        "quotes": [quote(q) for q in record.quotes],
    }


def organisation(record: Organisation) -> Json:
    """Return a body with all its names."""
    return {"id": record.id, "name": dump(record.name), "aliases": list(record.aliases)}


def plan(record: Plan) -> Json:
    """Return a policy as the list of plans shows it."""
    return {"id": record.id, "title": dump(record.title), "documents": list(record.documents)}


def plan_head(record: Plan) -> Json:
    """Return a policy as its export begins."""
    return {
        "id": record.id,
        "title": dump(record.title),
        "place": record.place,
        "issuer": record.issuer,
        "document_number": record.document_number,
        "issued": record.issued,
        "period": record.period,
    }


def link_map(links: Iterable[Link]) -> Mapping[str, list[Link]]:
    """Return the judgements about each document that stand, by the document they are about."""
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.child, []).append(link)
    return found
