"""The matrix of a plan's figures and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kb import KnowledgeBase
from tests.shared import SHARED, needs_shared

if TYPE_CHECKING:
    from collections.abc import Iterator


def cells(found: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the value of each row, with each document's cell."""
    for row in found["rows"]:
        for document, cell in row["cells"].items():
            yield row["value"], document, cell


def test_every_row_has_a_cell_for_every_source(samples: KnowledgeBase) -> None:
    found = samples.compare()
    assert found["rows"]
    assert all(list(row["cells"]) == found["sources"] for row in found["rows"])


def test_only_the_wrong_report_conflicts(samples: KnowledgeBase) -> None:
    names = {d["id"]: d["source"] for d in samples.documents()["documents"]}
    wrong = [(v, names[d]) for v, d, cell in cells(samples.compare()) if cell["verdict"] == "conflicting"]
    assert wrong == [
        ("more than 500 by 2027", "report-wrong.zh.txt"),
        ("at most 3 weeks", "report-wrong.zh.txt"),
    ]


def test_a_cell_that_differs_carries_a_reason_and_both_quotes(samples: KnowledgeBase) -> None:
    found = samples.compare(language="zh")
    for _, document, cell in cells(found):
        if cell["verdict"] not in ("same", "missing"):
            assert cell["reason"].endswith("。")
            assert document in {q["document"] for q in cell["quotes"]}
            assert len({q["document"] for q in cell["quotes"]}) == 2
        for quote in cell["quotes"]:
            assert samples.held[quote["document"]].text[quote["start"] : quote["end"]] == quote["text"]


def test_a_repost_inherits_from_its_origin(samples: KnowledgeBase) -> None:
    found = samples.compare()
    names = {d["id"]: d["source"] for d in samples.documents()["documents"]}
    reposts = {d for d, origin in found["origins"].items() if origin["role"] == "repost"}
    assert "repost.zh.txt" in {names[d] for d in reposts}
    told = [c for _, d, c in cells(found) if d in reposts and c["figure"] and names[d] == "repost.zh.txt"]
    assert told
    assert {names[c["inherits"]] for c in told} == {"news.zh.html"}


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    with KnowledgeBase(tmp_path_factory.mktemp("seeds")) as base:
        list(base.add([SHARED / "seeds"]))
        yield base.compare()


@needs_shared
def test_seven_sources_stand_against_their_plan(seeds: dict[str, Any]) -> None:
    assert len(seeds["sources"]) == 7
    assert [o["role"] for o in seeds["origins"].values()].count("official") == 1
    assert [o["role"] for o in seeds["origins"].values()].count("repost") == 1


@needs_shared
def test_what_differs_in_the_seeds_is_found_and_nothing_else(seeds: dict[str, Any]) -> None:
    found = [(value, cell["verdict"], len(cell["figures"])) for value, _, cell in cells(seeds)]
    grave = sorted(f for f in found if f[1] not in ("same", "missing", "rounded", "weaker", "stronger"))
    assert grave == [
        ("at most 3 weeks", "conflicting", 2),
        ("more than 10 billion yuan by 2027", "different subject", 1),
        ("more than 10 billion yuan by 2027", "different unit", 1),
    ]
