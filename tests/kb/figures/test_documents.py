"""Whole documents: plans, news and digests of many places, with what a careful reader takes from each."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from corpus.records import Document
from corpus.text import Trail
from kb.figures import read_figures
from kb.records import Figure, plain

CASES = Path(__file__).parents[2] / "cases" / "figures_documents.jsonl"
ROWS = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]


def document(row: dict[str, Any]) -> Document:
    return Document(
        id="doc-0000000000000000",
        source="0" * 64,
        part=0,
        text=row["text"],
        trail=Trail(),
        language=row["language"],
        script="Hans" if row["language"] == "zh" else "Latn",
        kind=row["kind"],
        published=row["published"],
    )


def agreement(row: dict[str, Any]) -> Counter[str]:
    """Count what was read as the reader took it; thresholds beyond the reader's own are no fault."""
    read: list[Figure] = list(read_figures(document(row)))
    count: Counter[str] = Counter()
    for wanted in row["figures"]:
        count["wanted"] += 1
        found = next((f for f in read if (plain(f.value), f.unit) == (wanted["value"], wanted["unit"])), None)
        if found is None:
            continue
        read.remove(found)
        count["found"] += 1
        count["bound"] += found.bound == wanted["bound"]
        count["deadline"] += (found.deadline or "")[:4] == (wanted["deadline"] or "")
        count["kind"] += wanted["kind"] in (None, found.kind)
    count["beyond"] = sum(figure.of is None for figure in read)
    return count


def test_documents_are_read_as_a_careful_reader_reads_them() -> None:
    total: Counter[str] = Counter()
    for row in ROWS:
        total += agreement(row)
    assert total["found"] >= 0.98 * total["wanted"]
    assert total["beyond"] <= 0.02 * total["wanted"]
    assert total["bound"] >= 0.98 * total["found"]
    assert total["deadline"] >= 0.97 * total["found"]
    assert total["kind"] >= 0.98 * total["found"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:20])
def test_every_quote_fits_and_every_id_is_its_own(row: dict[str, Any]) -> None:
    figures = read_figures(document(row))
    ids = [figure.id for figure in figures]
    assert len(set(ids)) == len(ids)
    for figure in figures:
        assert figure.quote.text == row["text"][figure.quote.start : figure.quote.end]
        assert figure.quote.start <= figure.number[0] < figure.number[1] <= figure.quote.end
        assert figure.of is None or figure.of in ids


def test_a_title_that_names_its_year_tells_what_this_year_is() -> None:
    text = "2026年某市政府工作报告\n今年粮食产量达到20万吨，2025年产量为18万吨。"
    row = {"text": text, "language": "zh", "kind": "plan", "published": None}
    goal, past = read_figures(document(row))
    assert (goal.deadline, goal.kind) == ("2026", "target")
    assert (past.deadline, past.kind) == (None, "status")


def test_the_same_document_gives_the_same_figures() -> None:
    assert read_figures(document(ROWS[0])) == read_figures(document(ROWS[0]))
