"""A home of the time when ids were made of bytes: its records get their new ids, judgements go with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.judgements import Judgement
from corpus.records import make_id
from kb import KnowledgeBase
from kb.migrations import ROOM
from tests.kb.joined import joined

REPORTS = Path(__file__).parents[1] / "cases" / "reports"


def aged(base: KnowledgeBase) -> dict[str, str]:
    """Give the figures of a home the ids that they had then; return those by the new ones."""
    rows = base.store.db.execute("select id, document, body from records where kind = 'figure'").fetchall()
    old = {}
    for identity, document, text in rows:
        body = json.loads(text)
        what = (body["value"], body["value_max"] or "", body["unit"], body["bound"])
        old[identity] = make_id("fig", document, *body["number"], *what)
        del body["id"]
        base.store.db.execute(
            "update records set id = ?, body = ? where id = ? and document = ?",
            (old[identity], json.dumps(body), identity, document),
        )
    base.store.db.execute("delete from migrations where room = ?", (ROOM,))
    return old


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with KnowledgeBase(tmp_path) as base:
        list(base.add([REPORTS / "chongqing-ev.zh.txt", REPORTS / "chongqing-ev-news.en.txt"]))
    return tmp_path


def test_an_old_home_is_read_anew_and_knows_the_same(home: Path) -> None:
    with KnowledgeBase(home) as base:
        known, figures = joined(base), dict(base.figure_by_key)
        assert aged(base)
    with KnowledgeBase(home) as base:
        assert base.figure_by_key == figures
        assert joined(base) == known
        assert base.verify()["ok"]


def test_what_a_person_has_said_of_figures_still_holds(home: Path) -> None:
    with KnowledgeBase(home) as base:
        target = next(t for t in base.knowledge.targets if len(t.statements) == 2)
        first, second = (s.figure for s in target.statements)
        gone = base.knowledge.targets[-1].statements[0].figure
        old = aged(base)
        with base.store.transaction():
            for kind, records in (("join", (old[first], old[second])), ("figure", (old[gone],))):
                identity = make_id("join", *sorted(records)) if kind == "join" else records[0]
                said = Judgement(id=identity, kind=kind, records=records, accepted=False, at="2026-01-01")
                base.store.judgements.put(said)
    with KnowledgeBase(home) as base:
        assert gone not in base.figures_by_id
        assert not any({first, second} <= {s.figure for s in t.statements} for t in base.knowledge.targets)
        assert {j.id for j in base.store.judgements} == {gone, make_id("join", *sorted((first, second)))}
