"""The exported plan for reading: targets, then tasks with the bodies that answer for them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kb.exporting.seals import stamp
from kb.exporting.tables import sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.exporting.tables import Export

SIGNS = {"=": "", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "≈ "}


def as_markdown(export: Export) -> str:
    """Return the plan as a table of targets and lists of tasks."""
    return "\n".join([*_head(export), *_targets(export), *_tasks(export)]) + "\n"


def _head(export: Export) -> Iterator[str]:
    yield f"# {both(export['plan']['title'])}"
    yield ""
    yield f"From {len(export['documents'])} documents, {stamp(export)}."
    yield ""


def _targets(export: Export) -> Iterator[str]:
    yield from ("| target | value | by | sources |", "|---|---|---|---|")
    for target in export["targets"]:
        cells = (_cell(both(target["label"])), amount(target), target["deadline"] or "", len(sources(target)))
        yield f"| {' | '.join(map(str, cells))} |"


def _tasks(export: Export) -> Iterator[str]:
    names = {o["id"]: both(o["name"]) for o in export["organisations"]}
    tasks = {task["id"]: task for task in export["tasks"]}
    for section in export["sections"]:
        yield from ("", f"## {section['number']} {both(section['title'])}", "")
        for task in (tasks[identity] for identity in section["tasks"]):
            bodies = "; ".join(names[r["organisation"]] for r in task["responsible"])
            yield f"{task['number']}. {both(task['title'])}" + (f" ({bodies})" if bodies else "")


def amount(record: dict[str, Any]) -> str:
    """Write the value of a target or figure with its bound and unit; what is counted stands in its name."""
    numbers = "–".join(f"{Decimal(record[name]):,f}" for name in ("value", "value_max") if record[name])
    unit = "" if record["unit"] == "count" else f" {record['unit']}"
    return f"{SIGNS[record['bound']]}{numbers}{unit}"


def both(name: dict[str, str | None]) -> str:
    """Return a bilingual name in one line."""
    return " / ".join(text for text in (name["zh"], name["en"]) if text)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
