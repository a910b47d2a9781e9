"""The exported plan satisfies its schema and comes in four forms."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

from corpus.errors import NotFound
from kb import KnowledgeBase
from kb.exporting import FORMATS, render

if TYPE_CHECKING:
    from pathlib import Path


def test_the_schema_is_a_schema(samples: KnowledgeBase) -> None:
    jsonschema.Draft202012Validator.check_schema(samples.schema())


def test_the_export_satisfies_the_schema(samples: KnowledgeBase) -> None:
    jsonschema.validate(samples.export(), samples.schema())


def test_the_export_holds_the_whole_plan(samples: KnowledgeBase) -> None:
    export = samples.export()
    assert len(export["tasks"]) == 20
    assert len(export["sections"]) == 7
    assert len(export["products"]) == 8
    assert all(task["title"]["zh"] and task["title"]["en"] for task in export["tasks"])


def test_every_figure_that_is_named_is_there(samples: KnowledgeBase) -> None:
    export = samples.export()
    known = {figure["id"] for figure in export["figures"]}
    assert {s["figure"] for t in export["targets"] for s in t["statements"]} <= known
    assert {f for t in export["tasks"] for f in t["figures"]} <= known


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_keeps_the_ids_of_targets(samples: KnowledgeBase, form: str) -> None:
    export = samples.export()
    text = render(export, form)
    ids = [target["id"] for target in export["targets"]]
    if form == "json":
        assert [t["id"] for t in json.loads(text)["targets"]] == ids
    elif form == "jsonl":
        rows = [json.loads(line) for line in text.splitlines()]
        assert [row["id"] for row in rows if row["type"] == "target"] == ids
    elif form == "csv":
        assert [row["id"] for row in csv.DictReader(io.StringIO(text))] == ids
    else:
        assert all(
            (t["label"]["zh"] or t["label"]["en"]).replace("|", "\\|") in text for t in export["targets"]
        )


def test_a_cell_that_begins_like_a_formula_is_made_harmless(samples: KnowledgeBase) -> None:
    export = samples.export()
    export["targets"][0]["label"] = {"zh": "=cmd()", "en": "-1+1"}
    row = next(csv.DictReader(io.StringIO(render(export, "csv"))))
    assert (row["label_zh"], row["label_en"]) == ("'=cmd()", "'-1+1")


def test_an_unknown_plan_and_an_empty_home_say_so(samples: KnowledgeBase, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        samples.export("plan-none")
    with KnowledgeBase(tmp_path) as empty, pytest.raises(NotFound, match="no plan"):
        empty.export()
