"""The exported plan as Parquet: one row for each statement of a target, with its figure and its source."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from corpus.extras import need
from kb.exporting.seals import UNSEALED
from kb.exporting.tables import NUMBERS, PLACES, Table, tables

if TYPE_CHECKING:
    from kb.exporting.tables import Export


def as_parquet(export: Export) -> bytes:
    """Return all statements joined with what they are about; the file's metadata say as of when."""
    pyarrow = need("pyarrow", "tables", "Parquet")
    parquet = need("pyarrow.parquet", "tables", "Parquet")
    kinds = {**dict.fromkeys(NUMBERS, pyarrow.float64()), **dict.fromkeys(PLACES, pyarrow.int64())}
    rows = _joined({table.name: table for table in tables(export)})
    names = list(rows[0]) if rows else []
    facts = {name: str(export[name]) for name in ("schema", "as_of", "fingerprint")}
    schema = pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in names], metadata=facts)
    for row in rows:
        row.update({name: float(row[name]) for name in NUMBERS if row[name] is not None})
    out = io.BytesIO()
    with parquet.ParquetWriter(out, schema) as writer:
        writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))
        writer.add_key_value_metadata({"seal": UNSEALED})  # in the schema it would be packed
    return out.getvalue()


def _joined(by_name: dict[str, Table]) -> list[dict[str, Any]]:
    """Return a row for each statement: its own fields, those of its figure, names of target and source."""
    figures = {(row["document"], row["id"]): row for row in _dicts(by_name["figures"])}
    targets = {row["id"]: row for row in _dicts(by_name["targets"])}
    documents = {row["id"]: row for row in _dicts(by_name["documents"])}
    rows = []
    for statement in _dicts(by_name["statements"]):
        target, document = targets[statement["target"]], documents[statement["document"]]
        said = figures[statement["document"], statement["figure"]]
        figure = {name: cell for name, cell in said.items() if name != "id"}
        labels = {name: target[name] for name in ("label_zh", "label_en")}
        source = {name: document[name] for name in ("title", "publisher", "published")}
        rows.append({**statement, **labels, **figure, **source})
    return rows


def _dicts(table: Table) -> list[dict[str, Any]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]
