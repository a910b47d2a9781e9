"""Many processes at one home: nothing is lost, and every answer is of one moment."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kb import KnowledgeBase
from tests.bench.plans import Plan

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 3.0
CROWD = 4  # that add, and as many that ask

ADDING = """
import sys, time
from pathlib import Path
from kb import KnowledgeBase
from tests.bench.plans import Plan
home, first, seconds = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
with KnowledgeBase(home) as base:
    until, number = time.monotonic() + seconds, first
    while number == first or time.monotonic() < until:
        path = home.with_name(f"{number}.txt")
        path.write_text(Plan(number).report("zh"), encoding="utf-8")
        for line in base.add([path]):
            assert line["status"] == "added", line
            print(number, line["documents"][0]["id"], flush=True)
        number += 1
"""
ASKING = """
import json, sys, time
from pathlib import Path
from kb import KnowledgeBase
home, question, seconds = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])
with KnowledgeBase(home) as base:
    until, asked = time.monotonic() + seconds, 0
    while not asked or time.monotonic() < until:
        answer = base.ask(question)
        asked += 1
        print(json.dumps(answer), flush=True)
"""
REINDEXING = """
import sys
from kb import KnowledgeBase
with KnowledgeBase(sys.argv[1]) as base:
    print(base.index.count(), flush=True)
    while True:
        base.reindex()
"""


def start(code: str, *given: object) -> subprocess.Popen[str]:
    """A process of its own that works on the home."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, given)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
def test_four_add_and_four_ask_at_once(tmp_path: Path) -> None:
    home, plan = tmp_path / "home", Plan(0)
    (tmp_path / "plan.txt").write_text(plan.text("zh"), encoding="utf-8")
    with KnowledgeBase(home) as base:
        list(base.add([tmp_path / "plan.txt"]))
        sure = plan.goals[0]
    question = f"{plan.city}市到{sure.year}年要{'新增' if sure.more else '建成'}多少{sure.thing.zh}？"
    adding = [start(ADDING, home, 1000 * (n + 1), SECONDS) for n in range(CROWD)]
    asking = [start(ASKING, home, question, SECONDS) for _ in range(CROWD)]
    printed = [process.communicate(timeout=240)[0] for process in (*adding, *asking)]
    assert [process.returncode for process in (*adding, *asking)] == [0] * (2 * CROWD)
    added = dict(line.split() for text in printed[:CROWD] for line in text.splitlines())
    answers = [json.loads(line) for text in printed[CROWD:] for line in text.splitlines()]
    with KnowledgeBase(home) as base:
        assert set(added.values()) < set(base.held)
        assert len(base.held) == len(added) + 1
        assert base.verify() == {"ok": True, "findings": []}
        for number, identity in added.items():
            hits = base.search(Plan(int(number)).report("zh").splitlines()[2], limit=5)["hits"]
            assert identity in {hit["document"] for hit in hits}
        for answer in answers:
            assert answer["answered"]
            assert str(sure.value) in answer["answer"]
            for citation in answer["citations"]:
                quote = citation["quote"]
                assert base.held[quote["document"]].text[quote["start"] : quote["end"]] == quote["text"]
    counts = [answer["searched"]["documents"] for answer in answers]
    assert max(counts) <= len(added) + 1


@pytest.mark.parametrize("seconds", [0.05, 0.3, 0.8])
def test_a_reindexing_that_is_killed_leaves_the_index_as_it_was(tmp_path: Path, seconds: float) -> None:
    home = tmp_path / "home"
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(Plan(number).text("zh"), encoding="utf-8")
    with KnowledgeBase(home) as base:
        list(base.add(sorted(tmp_path.glob("*.txt"))))
        before = base.search("加氢站", limit=5)
    process = start(REINDEXING, home)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    with KnowledgeBase(home) as base:
        assert base.verify() == {"ok": True, "findings": []}
        assert base.search("加氢站", limit=5) == before


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_of_what_is_forgotten_is_left_in_any_file(tmp_path: Path, language: str) -> None:
    home, plan = tmp_path / "home", Plan(7)
    (tmp_path / "kept.txt").write_text(Plan(30).text("en"), encoding="utf-8")
    (tmp_path / "secret.txt").write_text(plan.text(language), encoding="utf-8")
    name = plan.city if language == "zh" else plan.latin
    with KnowledgeBase(home) as base:
        _, (secret,) = (
            line["documents"] for line in base.add([tmp_path / "kept.txt", tmp_path / "secret.txt"])
        )
        assert base.ask(f"{plan.city}市要建成多少{plan.goals[0].thing.zh}？")["searched"]["documents"] == 2
        assert holding(home, name)
        base.forget(secret["id"])
        assert holding(home, name) == []
        assert base.verify() == {"ok": True, "findings": []}
    assert holding(home, name) == []


def holding(home: Path, words: str) -> list[str]:
    """The files of a home that hold these words, as they are, in lower case or as JSON escapes them."""
    forms = {
        words.encode(),
        words.lower().encode(),
        json.dumps(words)[1:-1].encode(),
        words.encode("utf-16-le"),
    }
    return [
        path.name
        for path in sorted(home.rglob("*"))
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


def test_what_others_write_meanwhile_is_not_seen_within_a_moment(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(Plan(number).text("zh"), encoding="utf-8")
    with KnowledgeBase(tmp_path / "home") as base, KnowledgeBase(tmp_path / "home") as other:
        list(base.add([tmp_path / "1.txt"]))
        with base.moment():
            before = (base.index.count(), len(base.held), base.knowledge, base.search("重点任务", limit=5))
            list(other.add([tmp_path / "2.txt"]))
            assert (base.index.count(), len(base.held), base.knowledge) == before[:3]
            assert base.search("重点任务", limit=5) == before[3]
            with base.moment():
                assert len(base.held) == 1
        assert list(base.held) == list(other.held)
        assert base.knowledge == other.knowledge
        assert base.search("重点任务", limit=5) == other.search("重点任务", limit=5) != before[3]
