"""The exported plan in the forms that people and programs take: JSON, JSON Lines, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Export = dict[str, Any]

# What a spreadsheet would run as a formula, https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS = (
    "id", "label_zh", "label_en", "bound", "value", "value_max", "unit", "deadline", "kind", "authority",
    "sources",
)  # fmt: skip


def as_json(export: Export) -> str:
    """Return the whole plan as one JSON document."""
    return json.dumps(export, ensure_ascii=False, indent=2) + "\n"


def as_jsonl(export: Export) -> str:
    """Return one record a line, each with its type."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(export))


def _rows(export: Export) -> Iterator[dict[str, Any]]:
    head = {key: export[key] for key in ("schema", "generated", "as_of")}
    yield {"type": "plan", **head, **export["plan"]}
    for kind in (
        "targets", "sections", "tasks", "products", "organisations", "figures", "documents", "disagreements"
    ):  # fmt: skip
        for row in export[kind]:
            yield {"type": kind[:-1], **row}


def as_csv(export: Export) -> str:
    """Return the targets as a table for spreadsheets."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for target in export["targets"]:
        cells = {
            **target,
            "label_zh": target["label"]["zh"],
            "label_en": target["label"]["en"],
            "sources": " ".join(dict.fromkeys(s["document"] for s in target["statements"])),
        }
        writer.writerow([_harmless(cells[name]) for name in _COLUMNS])
    return out.getvalue()


def _harmless(cell: Any) -> str:
    """Keep a spreadsheet from running a cell that begins like a formula."""
    text = "" if cell is None else str(cell)
    return "'" + text if text.startswith(_FORMULA) else text


def as_markdown(export: Export) -> str:
    """Return the plan for reading: targets, then tasks with the bodies that answer for them."""
    names = {o["id"]: o["name"] for o in export["organisations"]}
    lines = [
        f"# {_both(export['plan']['title'])}",
        "",
        "| target | value | by | sources |",
        "|---|---|---|---|",
    ]
    for t in export["targets"]:
        high = f"–{t['value_max']}" if t["value_max"] else ""
        bound = "" if t["bound"] == "=" else t["bound"] + " "
        sources = len({s["document"] for s in t["statements"]})
        value = f"{bound}{t['value']}{high} {t['unit']}"
        lines.append(f"| {_cell(_both(t['label']))} | {value} | {t['deadline'] or ''} | {sources} |")
    for section in export["sections"]:
        lines += ["", f"## {section['number']} {_both(section['title'])}", ""]
        for task in (t for t in export["tasks"] if t["id"] in section["tasks"]):
            bodies = "; ".join(_both(names[r["organisation"]]) for r in task["responsible"])
            lines.append(f"{task['number']}. {_both(task['title'])}" + (f" ({bodies})" if bodies else ""))
    return "\n".join(lines) + "\n"


def _both(name: Mapping[str, str | None]) -> str:
    return " / ".join(text for text in (name["zh"], name["en"]) if text)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


FORMATS: dict[str, Callable[[Export], str]] = {
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "md": as_markdown,
}


def render(export: Export, form: str) -> str:
    """Return the plan in one of `FORMATS`; another name is a ValueError."""
    if form not in FORMATS:
        raise ValueError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    return FORMATS[form](export)
