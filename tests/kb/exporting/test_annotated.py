"""The description of the CSV fits the CSV."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import Any

from kb.exporting import render
from kb.exporting.linked import URN

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
