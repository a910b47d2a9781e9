"""The description of the CSV fits the CSV."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from kb.exporting import render
from kb.exporting.linked import URN
from kb.exporting.tables import sources

if TYPE_CHECKING:
    from pathlib import Path

Export = dict[str, Any]


def test_the_description_names_the_columns_of_the_table_in_their_order(plan: Export) -> None:
    head, *rows = csv.reader(io.StringIO(render(plan, "csv").decode()))
    described = json.loads(render(plan, "csvw"))["tableSchema"]["columns"]
    assert [column["titles"] for column in described] == head
    for column, cells in zip(described, zip(*rows, strict=True), strict=True):
        if column.get("datatype") == "decimal":
            assert all(Decimal(cell) for cell in cells if cell)
        if column.get("required"):
            assert all(cells)


def test_the_rows_are_about_the_nodes_of_the_graph(plan: Export, ids: list[str]) -> None:
    shape = json.loads(render(plan, "csvw"))["tableSchema"]
    nodes = {node["@id"] for node in json.loads(render(plan, "jsonld"))["@graph"]}
    assert {shape["aboutUrl"].replace("{id}", identity) for identity in ids} <= nodes
    assert shape["aboutUrl"].startswith(URN)


def opened(plan: Export, folder: Path, shape: Export) -> Any:
    """Return the table with a description, opened by a reader of CSV on the Web."""
    csvw = pytest.importorskip("csvw")
    (folder / "plan.csv").write_bytes(render(plan, "csv"))
    (folder / "plan.csv-metadata.json").write_text(json.dumps(shape), "utf-8")
    paths = [str(folder / name) for name in ("plan.csv", "plan.csv-metadata.json")]
    return csvw.CSVW(paths[0], md_url=paths[1], validate=True)


def test_its_own_reader_opens_the_table_and_gives_back_ids_and_values(
    plan: Export, ids: list[str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    table = opened(plan, tmp_path, json.loads(render(plan, "csvw")))
    assert (table.is_valid, table.warnings) == (True, [])
    rows = list(table.tables[0])
    assert [row["id"] for row in rows] == ids
    assert [row["value"] for row in rows] == [Decimal(t["value"]) for t in plan["targets"]]
    assert [row["sources"] for row in rows] == [sources(t) for t in plan["targets"]]
    assert caplog.records == []


def test_its_own_reader_says_where_a_description_does_not_fit(plan: Export, tmp_path: Path) -> None:
    shape = json.loads(render(plan, "csvw"))
    shape["tableSchema"]["columns"][3]["datatype"] = "decimal"  # the column of bounds
    table = opened(plan, tmp_path, shape).tables[0]
    with pytest.raises(ValueError, match="bound: invalid lexical value"):
        list(table)
