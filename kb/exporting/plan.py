"""The exported plan: everything that is known of one policy, with the quotes that show it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from corpus.records import LinkKind
from kb import shapes
from kb.exporting.proof import fingerprint
from kb.records import Verdict, plain

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kb.knowledge import Knowledge
    from kb.records import Figure, Key, Plan, Target

SCHEMA_ID = "https://policykb.org/schema/plan-1.json"


def load_schema() -> dict[str, Any]:
    """Return the JSON Schema that every exported plan satisfies."""
    text = files("kb.exporting").joinpath("schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def export_plan(
    plan: Plan,
    knowledge: Knowledge,
    figures: Mapping[Key, Figure],
    documents: Sequence[shapes.Json],
) -> shapes.Json:
    """Return the plan as published; `documents` are its own, in shape, and `figures` all by key.

    The same knowledge gives the same content, apart from `generated`.
    """
    targets = [t for t in knowledge.targets if t.plan == plan.id]
    tasks = [t for t in knowledge.tasks if t.plan == plan.id]
    named = {r.organisation for t in tasks for r in t.responsible}
    export = {
        "schema": SCHEMA_ID,
        "generated": datetime.now(UTC).isoformat(timespec="seconds"),
        "as_of": max((d["published"] for d in documents if d["published"]), default=None),
        "plan": shapes.plan_head(plan),
        "targets": [shapes.target(t) for t in targets],
        "sections": _sections(tasks),
        "tasks": [shapes.task(t) for t in tasks],
        "products": [shapes.product(p) for p in knowledge.products if p.plan == plan.id],
        "organisations": [shapes.organisation(o) for o in knowledge.organisations if o.id in named],
        "figures": [
            shapes.figure(f) for d in plan.documents for f in figures.values() if f.quote.document == d
        ],
        "documents": list(documents),
        "disagreements": disagreements(targets, figures, _superseded(documents)),
    }
    return {**export, "fingerprint": fingerprint(export)}


def _sections(tasks: Sequence[Any]) -> list[shapes.Json]:
    """Return the sections that tasks stand under, once each, in order."""
    seen: dict[str, shapes.Json] = {}
    for task in tasks:
        section = shapes.task(task)["section"]
        known = seen.setdefault(section["number"], {**section, "tasks": []})
        known["tasks"].append(task.id)
    return list(seen.values())


def _superseded(documents: Sequence[shapes.Json]) -> set[str]:
    """Return the documents of which others are newer versions."""
    return {p["id"] for d in documents for p in d["parents"] if p["kind"] == LinkKind.REVISION_OF.value}


def disagreements(
    targets: Sequence[Target], figures: Mapping[Key, Figure], superseded: Collection[str] = ()
) -> list[shapes.Json]:
    """Return every target that a source states with another value than the authority does.

    What a superseded version said is no disagreement: it was changed.
    """
    found = []
    for target in targets:
        told = (s for s in target.statements if s.document not in superseded)
        differing = [s for s in told if s.verdict is Verdict.DIFFERS]
        if not differing:
            continue
        label = target.label.zh or target.label.en or target.id
        said = "; ".join(f"{s.document}: {_written(figures[s.key])}" for s in differing)
        found.append(
            {
                "target": target.id,
                "documents": [target.authority, *dict.fromkeys(s.document for s in differing)],
                "detail": f"{label}: {target.authority}: {_value(target)}; {said}",
            }
        )
    return found


def _value(record: Target | Figure) -> str:
    """Write a figure as its value with bound and unit."""
    high = f"–{plain(record.value_max)}" if record.value_max is not None else ""
    bound = "" if record.bound.value == "=" else record.bound.value
    return f"{bound}{plain(record.value)}{high} {record.unit}"


def _written(figure: Figure) -> str:
    return f"{_value(figure)} (“{figure.quote.text}”)"
