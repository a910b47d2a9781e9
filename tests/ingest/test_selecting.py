from typing import Any

import pytest

from corpus.text import Span
from ingest.reading import read
from tests.ingest.cases import cases, label


@pytest.mark.parametrize("case", cases("boilerplate"), ids=label)
def test_furniture_goes_and_text_stays(case: dict[str, Any]) -> None:
    [document] = read(case["text"].encode(), "page.txt").documents
    assert document.text.split("\n") == case["kept"]


@pytest.mark.parametrize("case", cases("boilerplate"), ids=label)
def test_what_was_left_out_stays_known_by_the_trail(case: dict[str, Any]) -> None:
    text = case["text"]
    [document] = read(text.encode(), "page.txt").documents
    at = 0
    for line in text.split("\n"):
        there = document.trail.forth(Span(at, at + len(line)))
        assert (there.cut(document.text) if there else None) == (line if line in case["kept"] else None)
        at += len(line) + 1
