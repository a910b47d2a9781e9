"""Joining figures into targets, across documents and languages."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from index import load_encoder
from ingest.language import identify
from kb.figures import read_figures
from kb.joining.targets import Judge, join_targets
from kb.matching import Matcher, Statements
from kb.records import Bilingual, Plan, Verdict
from tests.kb.articles import document
from tests.kb.documents import read_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.records import Document
    from kb.records import Target

CASES = Path(__file__).parents[2] / "cases" / "joins.jsonl"
PAIRS = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]


def bare(text: str, name: str) -> Document:
    """Return a document that holds these words and nothing else."""
    return replace(document(text, identify(text)[0]), id=name)


@pytest.mark.parametrize("case", PAIRS, ids=lambda c: f"{c['a']}|{c['b']}")
def test_two_figures_are_one_target_or_two(case: dict[str, Any]) -> None:
    documents = [bare(case[side], side) for side in "ab"]
    held = {d.id: d for d in documents}
    figures = {d.id: read_figures(d) for d in documents}
    one, two = (read[0] for read in figures.values())
    score, reason = Judge(Statements(held, figures), Matcher(load_encoder())).pair(one, two)
    assert bool(score) is case["same"]
    assert bool(reason) is case["same"]


OFFICIAL = (
    "某省港口发展行动方案\n"
    "到2026年，集装箱吞吐量达到2500万标准箱，岸电覆盖95%的泊位。\n通关时间压缩至30小时以内。\n"
)
REPORT = (
    "Port plan published\n"
    "By 2026 the ports are to handle 25 million TEU of containers, with shore power at 85% of the berths.\n"
    "Customs clearance takes no more than 30 hours.\n"
)


def joined(texts: Sequence[str]) -> tuple[list[Document], tuple[Target, ...]]:
    """Return the documents of texts and the targets joined over them, the first text being the authority."""
    documents = [read_one(text, f"{i}.txt") for i, text in enumerate(texts)]
    plan = Plan(
        id="plan-test",
        title=Bilingual(zh="方案"),
        place=None,
        issuer=None,
        document_number=None,
        issued=None,
        period=None,
        documents=tuple(d.id for d in documents),
        official=(documents[0].id,),
    )
    figures = {d.id: read_figures(d) for d in documents}
    statements = Statements({d.id: d for d in documents}, figures)
    return documents, join_targets(plan, figures, statements, Matcher(load_encoder()))


def test_targets_join_across_languages_and_keep_what_differs() -> None:
    (official, report), targets = joined([OFFICIAL, REPORT])
    told = {t.unit: {s.document: s.verdict for s in t.statements} for t in targets}
    assert told["TEU"] == {official.id: Verdict.SAME, report.id: Verdict.SAME}
    assert told["hour"] == {official.id: Verdict.SAME, report.id: Verdict.SAME}
    assert told["%"][report.id] is Verdict.DIFFERS
    assert all(t.authority == official.id for t in targets)


def test_every_join_has_a_score_and_a_reason() -> None:
    _, targets = joined([OFFICIAL, REPORT])
    statements = [s for t in targets for s in t.statements]
    assert all(0 < s.score <= 1 and s.reason in ("authority", "value", "text") for s in statements)


def test_a_document_that_does_not_state_a_target_is_missing_from_it() -> None:
    (official, report), targets = joined([OFFICIAL, "Port news\nThe ports handle 25 million TEU by 2026.\n"])
    hours = next(t for t in targets if t.unit == "hour")
    assert hours.missing == (report.id,)
    assert official.id not in hours.missing


def test_two_values_side_by_side_both_stand_against_the_authority() -> None:
    text = "Review news\nEthics review takes 5 days for one centre and 10 days for several centres.\n"
    _, targets = joined(["审查方案\n伦理审查时间压缩至3周以内。\n", text])
    target = targets[0]
    assert [s.verdict for s in target.statements] == [Verdict.SAME, Verdict.DIFFERS, Verdict.DIFFERS]


def test_what_has_been_reached_is_no_wrong_report_of_what_is_wanted() -> None:
    text = "Port news\nShore power covered 61% of the berths at the end of last year.\n"
    (_, report), targets = joined([OFFICIAL, text])
    assert all(len(t.statements) == 1 for t in targets if t.unit == "%")
    assert [t.authority for t in targets if t.value == 61] == [report.id]
