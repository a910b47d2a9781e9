"""The exported plan as flat tables, for spreadsheets and databases. Ids lead from one table to the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

Export = dict[str, Any]
Cell = str | int | None

NUMBERS = frozenset({"value", "value_max"})  # decimal strings, which readers may take as numbers
PLACES = frozenset({"start", "end"})

_COLUMNS = {
    "about": "name text",
    "targets": "id label_zh label_en bound value value_max unit deadline kind authority sources",
    "statements": "target document figure verdict",
    "figures": "id document text start end bound value value_max unit unit_text subject deadline baseline"
    " change kind of language",
    "tasks": "id number section_number section_title_zh section_title_en title_zh title_en"
    " text_zh text_en figures",
    "responsible": "task organisation role",
    "organisations": "id name_zh name_en aliases",
    "products": "number name_zh name_en items",
    "documents": "id source title publisher published language script kind number url original_url",
    "disagreements": "target documents detail",
}
# What tells the rows of a table apart: versions of one work state a figure under one id.
KEYS = {
    **dict.fromkeys(("targets", "tasks", "organisations", "documents"), ("id",)),
    "figures": ("document", "id"),
}
COLUMNS = {name: tuple(columns.split()) for name, columns in _COLUMNS.items()}


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a name, its columns and as many cells in each row."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(export: Export) -> tuple[Table, ...]:
    """Return the whole plan as tables."""
    records = {name: export[name] for name in COLUMNS if name in export} | {
        "about": _about(export),
        "targets": [{**t, "sources": sources(t)} for t in export["targets"]],
        "statements": [{"target": t["id"], **s} for t in export["targets"] for s in t["statements"]],
        "figures": [{**f, **f["quote"]} for f in export["figures"]],
        "responsible": [{"task": t["id"], **r} for t in export["tasks"] for r in t["responsible"]],
    }
    return tuple(_table(name, records[name]) for name in COLUMNS)


def sources(target: dict[str, Any]) -> list[str]:
    """Return the documents that state a target, each once."""
    return list(dict.fromkeys(s["document"] for s in target["statements"]))


def _about(export: Export) -> list[dict[str, Cell]]:
    facts = {name: export[name] for name in ("schema", "generated", "as_of", "fingerprint")}
    plan = {f"plan_{name}": value for name, value in _flat(export["plan"]).items()}
    return [{"name": name, "text": text} for name, text in (facts | plan).items()]


def _table(name: str, records: Iterable[dict[str, Any]]) -> Table:
    flat = [_flat(record) for record in records]
    columns = COLUMNS[name]
    return Table(name, columns, tuple(tuple(row.get(column) for column in columns) for row in flat))


def _flat(record: dict[str, Any], prefix: str = "") -> dict[str, Cell]:
    """Join the names of nested fields by underscores and the items of lists by spaces or bars."""
    row: dict[str, Cell] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            row |= _flat(value, f"{prefix}{name}_")
        elif isinstance(value, list):
            row[prefix + name] = _list(value)
        else:
            row[prefix + name] = value
    return row


def _list(values: list[Any]) -> str:
    """Write a list in one cell: ids by spaces, names, which may have spaces, by bars."""
    texts = [str(value) for value in values]
    return (" | " if any(" " in text for text in texts) else " ").join(texts)
