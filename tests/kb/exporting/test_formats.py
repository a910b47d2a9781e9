"""The exported plan satisfies its schema, and every form keeps its ids."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from click.testing import CliRunner

from corpus.errors import NotFound
from kb import KnowledgeBase
from kb.cli import main, taking
from kb.exporting import FORMATS, load_schema, render
from kb.exporting.markdown import amount

if TYPE_CHECKING:
    from pathlib import Path

Export = dict[str, Any]


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(load_schema())


def test_the_export_satisfies_the_schema(plan: Export) -> None:
    jsonschema.validate(plan, load_schema())


def test_the_export_holds_the_whole_plan(plan: Export) -> None:
    assert (len(plan["tasks"]), len(plan["sections"]), len(plan["products"])) == (20, 7, 8)
    assert all(task["title"]["zh"] and task["title"]["en"] for task in plan["tasks"])


def test_every_figure_that_is_named_is_there(plan: Export) -> None:
    known = {figure["id"] for figure in plan["figures"]}
    assert {s["figure"] for t in plan["targets"] for s in t["statements"]} <= known
    assert {f for t in plan["tasks"] for f in t["figures"]} <= known


def test_json_lines_and_csv_keep_the_ids_of_targets(plan: Export, ids: list[str]) -> None:
    assert [t["id"] for t in json.loads(render(plan, "json"))["targets"]] == ids
    rows = [json.loads(line) for line in render(plan, "jsonl").decode().split("\n") if line]
    assert [row["id"] for row in rows if row["type"] == "target"] == ids
    assert [row["id"] for row in csv.DictReader(io.StringIO(render(plan, "csv").decode()))] == ids


def test_pandas_opens_tables_and_lines(plan: Export, ids: list[str]) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.BytesIO(render(plan, "csv")))
    assert list(frame["id"]) == ids
    assert frame["value"].dtype.kind in "if"
    lines = pandas.read_json(io.BytesIO(render(plan, "jsonl")), lines=True)
    assert list(lines[lines["type"] == "target"]["id"]) == ids


def test_markdown_tells_every_target_and_task_in_both_languages(plan: Export) -> None:
    text = render(plan, "md").decode()
    for record in [t["label"] for t in plan["targets"]] + [t["title"] for t in plan["tasks"]]:
        assert all(name.replace("|", "\\|") in text for name in record.values() if name)


@pytest.mark.parametrize(
    ("label", "cell"),
    [
        ("=cmd()", "'=cmd()"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-1+1", "'-1+1"),
        ("-1.5", "-1.5"),
        ("=", "="),
        ("a=b", "a=b"),
    ],
)
def test_a_cell_that_begins_like_a_formula_is_made_harmless(plan: Export, label: str, cell: str) -> None:
    first = {**plan["targets"][0], "label": {"zh": label, "en": None}}
    row = next(csv.DictReader(io.StringIO(render({**plan, "targets": [first]}, "csv").decode())))
    assert row["label_zh"] == cell


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_comes_out_of_the_command_and_of_an_empty_plan(form: str, plan: Export) -> None:
    bare = {name: [] if isinstance(value, list) else value for name, value in plan.items()}
    assert isinstance(render(bare, form), bytes)


def test_the_command_offers_every_form_and_writes_what_is_rendered(
    samples: KnowledgeBase, tmp_path: Path
) -> None:
    assert list(FORMATS) == taking.FORMATS
    out = tmp_path / "plan.sqlite"
    home = ["--home", str(samples.home.folder)]
    told = CliRunner().invoke(main, [*home, "export", "--format", "sqlite", "--output", str(out)])
    assert (told.exit_code, told.stdout) == (0, "")
    assert out.read_bytes().startswith(b"SQLite format 3")
    assert CliRunner().invoke(main, [*home, "export", "--format", "md"]).stdout.startswith("# ")
    told = CliRunner().invoke(main, [*home, "export", "--format", "csv"])
    assert told.stdout.startswith("id,")
    assert "FILE.proof" in told.stderr


def test_an_unknown_form_is_refused(plan: Export) -> None:
    with pytest.raises(ValueError, match="no format"):
        render(plan, "doc")


def test_an_unknown_plan_and_an_empty_home_say_so(samples: KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        samples.export("plan-none")
    with KnowledgeBase(tmp_path) as empty, pytest.raises(NotFound, match="no plan"):
        empty.export()


@pytest.mark.parametrize(
    ("value", "high", "bound", "unit", "written"),
    [
        ("10000000000", None, ">", "CNY", "> 10,000,000,000 CNY"),
        ("66.67", None, "~", "%", "≈ 66.67 %"),
        ("8", "10", "=", "count", "8–10"),
    ],
)
def test_an_amount_is_written_for_people(
    value: str, high: str | None, bound: str, unit: str, written: str
) -> None:
    assert amount({"value": value, "value_max": high, "bound": bound, "unit": unit}) == written
