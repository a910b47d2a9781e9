import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.outline import outline
from tests.shared import SHARED, needs_shared

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases/outline.jsonl").read_text("utf-8").splitlines()
]
PIECES = st.sampled_from(
    [
        "一、",
        "二、",
        "（一）",
        "（二）",
        "1.",
        "2.",
        "(1)",
        "I.",
        "## ",
        "第一条",
        "甲",
        "text ",
        "。",
        ". ",
        "\n",
    ]
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["label"]))
def test_the_outline_of_a_text_is_read(case: dict[str, Any]) -> None:
    text = case["text"]
    items = outline(text, case["language"])
    assert [f"{i.level} {i.label} {i.heading.cut(text)}" for i in items] == case["items"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["label"]))
def test_a_parent_holds_its_children_and_stands_one_level_higher(case: dict[str, Any]) -> None:
    items = outline(case["text"], case["language"])
    for item in items:
        assert item.span.cut(case["text"]).lstrip("# ").startswith(item.label.strip("#"))
        if item.parent is None:
            assert item.level == 0
        else:
            parent = items[item.parent]
            assert parent.span.holds(item.span)
            assert parent.level == item.level - 1


def test_what_stands_behind_the_last_item_is_not_its_own() -> None:
    text = "1. Dredge the port. It silts up.\n2. Light the port. It is dark.\nThe plan is reviewed each year."
    assert outline(text, "en")[-1].span.cut(text).endswith("It is dark.")


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["zh", "en"]))
def test_any_text_has_an_outline_whose_spans_fit(text: str, language: str) -> None:
    items = outline(text, language)
    for item in items:
        assert item.heading.cut(text)
        assert item.span.holds(item.heading)
        assert item.parent is None or items[item.parent].span.holds(item.span)


@needs_shared
def test_the_official_plan_has_seven_sections_and_twenty_tasks() -> None:
    text = (SHARED / "seeds/003_official_english.txt").read_text("utf-8")
    items = outline(text, "en")
    tasks = [i for i in items if i.style == "(1)"]
    assert [i.ordinal for i in tasks] == list(range(1, 21))
    sections = [items[i.parent].ordinal for i in tasks if i.parent is not None]
    assert sections == [1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7]
