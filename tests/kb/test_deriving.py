"""Joining anew: what is taken over is what a fresh joining gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index import load_encoder
from kb import KnowledgeBase
from kb.deriving import derive
from kb.knowledge import Records
from kb.likeness import Likeness
from tests.kb.joined import joined

RELEASES = Path(__file__).parents[1] / "cases" / "reports"


@pytest.fixture(scope="module")
def encoder() -> Likeness:
    return Likeness(load_encoder())


def test_taking_over_gives_what_joining_anew_gives(tmp_path: Path, encoder: Likeness) -> None:
    with KnowledgeBase(tmp_path / "home") as base:
        list(base.add([RELEASES / "sichuan-hydrogen-news.en.txt", RELEASES / "beijing-ai.en.txt"]))
        before = joined(base)
        list(base.add([RELEASES / "hefei-low-altitude.zh.txt"]))
        documents = tuple(base.held.values())
        fresh = derive(documents, base.readings, encoder)
        assert derive(documents, base.readings, encoder, before) == fresh == base.knowledge


def test_a_plan_with_other_documents_is_joined_anew(tmp_path: Path, encoder: Likeness) -> None:
    with KnowledgeBase(tmp_path / "home") as base:
        list(base.add([RELEASES / "chongqing-ev.zh.txt"]))
        before = joined(base)
        list(base.add([RELEASES / "chongqing-ev-news.en.txt"]))
        (plan,) = base.knowledge.plans
        assert len(plan.documents) == 2
        assert any(len(t.statements) == 2 for t in base.knowledge.targets)
        assert derive(tuple(base.held.values()), base.readings, encoder, before) == base.knowledge


def test_plans_of_one_name_are_not_taken_over(tmp_path: Path, encoder: Likeness) -> None:
    with KnowledgeBase(tmp_path / "home") as base:
        list(base.add([RELEASES / "beijing-ai.en.txt"]))
        known = base.knowledge
        doubled = replace(known, plans=Records([*known.plans] * 2), targets=Records([*known.targets] * 2))
        assert derive(tuple(base.held.values()), base.readings, encoder, doubled) == known
