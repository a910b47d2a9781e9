"""Spreadsheets, databases and columns open in their own readers and lead from table to table by their ids."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from corpus.errors import MissingExtra
from corpus.extras import need
from kb.exporting import render
from kb.exporting.tables import COLUMNS, tables

Export = dict[str, Any]


def test_every_row_has_a_cell_for_every_column(plan: Export) -> None:
    made = tables(plan)
    assert [table.name for table in made] == list(COLUMNS)
    assert all(len(row) == len(table.columns) for table in made for row in table.rows)


def test_no_column_is_empty_for_want_of_its_field(plan: Export) -> None:
    named = {"value_max", "baseline", "of", "number", "url", "original_url"}  # these may well be unknown
    for table in tables(plan):
        for column, cells in zip(table.columns, zip(*table.rows, strict=True), strict=True):
            assert column in named or any(cell is not None for cell in cells), f"{table.name}.{column}"


def test_a_workbook_has_a_sheet_for_each_table_with_numbers_as_numbers(plan: Export, ids: list[str]) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(render(plan, "xlsx")))
    assert book.sheetnames == list(COLUMNS)
    head, *rows = book["targets"].iter_rows(values_only=True)
    assert [row[head.index("id")] for row in rows] == ids
    assert rows[0][head.index("value")] == float(plan["targets"][0]["value"])
    assert plan["fingerprint"] in book.properties.description


def test_a_workbook_runs_no_formula_out_of_a_document(plan: Export) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    first = {**plan["targets"][0], "label": {"zh": '=HYPERLINK("https://example.org")', "en": "=1+1"}}
    book = openpyxl.load_workbook(io.BytesIO(render({**plan, "targets": [first]}, "xlsx")))
    assert {cell.data_type for row in book["targets"] for cell in row} <= {"s", "n"}


def test_a_database_joins_statements_with_their_figures_and_sources(plan: Export, ids: list[str]) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(render(plan, "sqlite"))
        assert [row[0] for row in db.execute("select id from targets order by rowid")] == ids
        [(joined,)] = db.execute(
            "select count(*) from statements s join figures f on f.id = s.figure"
            " join documents d on d.id = s.document join targets t on t.id = s.target"
        )
        assert joined == sum(len(t["statements"]) for t in plan["targets"])
        large = db.execute("select count(*) from figures where value > 1e10").fetchone()
        assert large[0] > 0


def test_a_plan_always_gives_the_same_database(plan: Export) -> None:
    assert render(plan, "sqlite") == render(plan, "sqlite")


def test_columns_open_in_their_readers_and_say_as_of_when(plan: Export, ids: list[str]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    pandas = pytest.importorskip("pandas")
    data = render(plan, "parquet")
    metadata = parquet.read_table(io.BytesIO(data)).schema.metadata
    assert metadata[b"fingerprint"].decode() == plan["fingerprint"]
    frame = pandas.read_parquet(io.BytesIO(data))
    assert list(dict.fromkeys(frame["target"])) == ids
    assert frame["value"].dtype == "float64"
    assert set(frame["document"]) <= {d["id"] for d in plan["documents"]}


def test_what_is_not_installed_is_named_with_the_line_that_installs_it() -> None:
    with pytest.raises(MissingExtra) as caught:
        need("no_such_package", "tables", "XLSX")
    assert "pip install 'policykb[tables]'" in caught.value.line
