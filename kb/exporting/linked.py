"""The exported plan as JSON-LD: the same ids as URNs, in the words of schema.org where it has them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kb.exporting.seals import UNSEALED
from kb.exporting.tables import sources

if TYPE_CHECKING:
    from kb.exporting.tables import Export

Node = dict[str, Any]

URN = "urn:policykb:"
TERMS = "https://policykb.org/terms#"
# Everything is written out here, so that no processor has to fetch a context.
CONTEXT = {
    "@vocab": TERMS,
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "value": {"@type": "xsd:decimal"},
    "value_max": {"@type": "xsd:decimal"},
    **{
        name: {"@type": "@id"}
        for name in ("plan", "document", "figure", "target", "authority", "organisation", "statedIn", "of")
    },
}


def as_jsonld(export: Export) -> str:
    """Return the plan, its targets, tasks, figures, bodies and sources as one graph."""
    graph = [
        _plan(export),
        *(_target(export, target) for target in export["targets"]),
        *(_task(export, task) for task in export["tasks"]),
        *map(_figure, export["figures"]),
        *map(_body, export["organisations"]),
        *map(_document, export["documents"]),
    ]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2) + "\n"


def _node(identity: str, sort: str, /, **fields: Any) -> Node:
    """Return a node of the graph, without the fields that are not known."""
    known = {name.replace("__", ":"): value for name, value in fields.items() if value not in (None, [], "")}
    return {"@id": URN + identity, "@type": sort, **known}


def _names(name: dict[str, str | None]) -> list[Node]:
    return [{"@value": text, "@language": language} for language, text in name.items() if text]


def _stated(document: str, figure: str) -> str:
    """Return the name of a figure as one document states it: versions of a work share the figure's id."""
    return f"{document}#{figure}"


def _ids(identities: list[str]) -> list[str]:
    return [URN + identity for identity in identities]


def _plan(export: Export) -> Node:
    plan = export["plan"]
    return _node(
        plan["id"],
        "schema:Legislation",
        schema__name=_names(plan["title"]),
        schema__legislationIdentifier=plan["document_number"],
        schema__legislationPassedBy=plan["issuer"],
        schema__datePublished=plan["issued"],
        as_of=export["as_of"],
        fingerprint=export["fingerprint"],
        seal=UNSEALED,
    )


def _target(export: Export, target: Node) -> Node:
    said = [
        {
            "@type": "Statement",
            "document": URN + s["document"],
            "figure": URN + _stated(s["document"], s["figure"]),
            "verdict": s["verdict"],
        }
        for s in target["statements"]
    ]
    return _node(
        target["id"],
        "Target",
        schema__name=_names(target["label"]),
        plan=URN + export["plan"]["id"],
        authority=URN + target["authority"],
        statedIn=_ids(sources(target)),
        statement=said,
        **{name: target[name] for name in ("bound", "value", "value_max", "unit", "deadline", "kind")},
    )


def _task(export: Export, task: Node) -> Node:
    documents = {quote["document"] for quote in task["quotes"]}
    bodies = [
        {"@type": "Role", "organisation": URN + r["organisation"], "role": r["role"]}
        for r in task["responsible"]
    ]
    return _node(
        task["id"],
        "Task",
        plan=URN + export["plan"]["id"],
        number=task["number"],
        schema__name=_names(task["title"]),
        schema__text=_names(task["text"]),
        responsible=bodies,
        figure=[
            URN + _stated(f["quote"]["document"], f["id"])
            for f in export["figures"]
            if f["id"] in task["figures"] and f["quote"]["document"] in documents
        ],
    )


def _figure(figure: Node) -> Node:
    fields = ("bound", "value", "value_max", "unit", "subject", "deadline", "baseline", "change", "kind")
    return _node(
        _stated(figure["quote"]["document"], figure["id"]),
        "Figure",
        schema__identifier=figure["id"],
        document=URN + figure["quote"]["document"],
        quote=figure["quote"]["text"],
        of=URN + _stated(figure["quote"]["document"], figure["of"]) if figure.get("of") else None,
        **{name: figure[name] for name in fields},
    )


def _body(body: Node) -> Node:
    return _node(
        body["id"],
        "schema:GovernmentOrganization",
        schema__name=_names(body["name"]),
        schema__alternateName=body["aliases"],
    )


def _document(document: Node) -> Node:
    return _node(
        document["id"],
        "schema:CreativeWork",
        schema__name=document["title"],
        schema__publisher=document["publisher"],
        schema__datePublished=document["published"],
        schema__inLanguage=document["language"],
        schema__url=document["url"] or document["original_url"],
    )
