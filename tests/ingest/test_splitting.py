from typing import Any

import pytest

from ingest.lines import read_lines
from ingest.reading import read
from ingest.splitting import could_be_title, split
from tests.ingest.cases import cases, label


@pytest.mark.parametrize("case", cases("split"), ids=label)
def test_a_dump_is_taken_apart_and_an_article_is_not(case: dict[str, Any]) -> None:
    documents = read(case["text"].encode(), "dump.txt").documents
    assert [[d.title, d.publisher, d.published] for d in documents] == case["parts"]


@pytest.mark.parametrize("case", [case for case in cases("split") if "<html>" not in case["text"]], ids=label)
def test_every_line_is_in_one_part_and_one_only(case: dict[str, Any]) -> None:
    lines = read_lines(case["text"], lambda _: None)
    parts = split(lines)
    assert sorted(line.span for part in parts for line in part.lines) == [line.span for line in lines]


@pytest.mark.parametrize(
    ("text", "could"),
    [
        ("某市出台储能产业措施", True),
        ("储能：谁来补？补多少？", True),
        ("City unveils plan for storage", True),
        ("一、总体目标", False),
        ("- 到2028年装机达到120万千瓦", False),
        ("本市将建设三个园区。", False),
        ("Core Insights", False),
        ("某某日报 2025-01-01 10:00", False),
        ("相关新闻", False),
        ("甲", False),
    ],
)
def test_a_title_has_its_form(text: str, could: bool) -> None:
    [line] = read_lines(text, lambda _: None)
    assert could_be_title(line) is could


def test_no_line_among_numbered_items_is_the_title_of_what_stands_before_them() -> None:
    text = "某县乡村行动\n一、修路\n责任单位：县交通运输局、各镇人民政府\n二、架桥\n责任单位：县水务局\n"
    [document] = read(text.encode(), "a.txt").documents
    assert document.title == "某县乡村行动"
    assert document.text == text.strip()
