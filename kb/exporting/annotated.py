"""CSV on the Web: what the columns of the exported CSV are, for programs; ids are those of the JSON-LD."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kb.exporting.linked import TERMS, URN
from kb.exporting.seals import stamp
from kb.exporting.tables import COLUMNS, NUMBERS

if TYPE_CHECKING:
    from kb.exporting.tables import Export

ABOUT = "plan.csv"  # the table that is described lies beside its description
LANGUAGES = ("zh", "en")


def as_csvw(export: Export) -> str:
    """Return the description of `plan.csv`, the plan as CSV."""
    shape = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": ABOUT,
        "dc:title": [
            {"@value": text, "@language": tag} for tag, text in export["plan"]["title"].items() if text
        ],
        "dc:date": export["as_of"],
        "dc:identifier": export["fingerprint"],
        "rdfs:comment": stamp(export),
        "tableSchema": {
            "aboutUrl": URN + "{id}",
            "primaryKey": "id",
            "columns": [_column(name) for name in COLUMNS["targets"]],
        },
    }
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def _column(name: str) -> dict[str, Any]:
    column: dict[str, Any] = {"name": name, "titles": name, "propertyUrl": TERMS + name}
    language = name.rpartition("_")[2]
    if name == "id":
        return {**column, "required": True}
    if name in NUMBERS:
        return {**column, "datatype": "decimal"}
    if name == "sources":
        return {**column, "separator": " "}
    if name == "authority":
        return {**column, "valueUrl": URN + "{authority}"}
    if language in LANGUAGES:
        return {**column, "propertyUrl": "https://schema.org/name", "lang": language}
    return column
