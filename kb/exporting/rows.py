"""The exported plan for programs: JSON, JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

from kb.exporting.seals import UNSEALED
from kb.exporting.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.exporting.tables import Cell, Export

# What a spreadsheet would run as a formula, https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"(?!-?\d+(?:\.\d+)?$)[=+\-@\t\r].", re.DOTALL)
_KINDS = (
    "targets", "sections", "tasks", "products", "organisations", "figures", "documents", "disagreements",
)  # fmt: skip


def as_json(export: Export) -> str:
    """Return the whole plan as one JSON document."""
    return json.dumps(export, ensure_ascii=False, indent=2) + "\n"


def as_jsonl(export: Export) -> str:
    """Return one record a line, each with its type."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in _typed(export))


def _typed(export: Export) -> Iterator[dict[str, Any]]:
    head = {key: export[key] for key in ("schema", "generated", "as_of", "fingerprint")}
    yield {"type": "plan", **head, "seal": UNSEALED, **export["plan"]}
    for kind in _KINDS:
        for row in export[kind]:
            yield {"type": kind[:-1], **row}


def as_csv(export: Export) -> str:
    """Return the targets as a table for spreadsheets."""
    [table] = (t for t in tables(export) if t.name == "targets")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([harmless(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def harmless(cell: Cell) -> str:
    """Keep a spreadsheet from running a cell that begins like a formula; a number or a lone sign is none."""
    text = "" if cell is None else str(cell)
    return "'" + text if _FORMULA.match(text) else text
