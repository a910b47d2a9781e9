"""Asking in one process over 100,000 passages: every document read, joined and held as a user would have it.

`python -m tests.bench.bench_ask 10000` takes fewer passages, `… FOLDER` a home that was filled before.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from kb import KnowledgeBase
from tests.bench.plans import LANGUAGES, Plan, questions

PASSAGES = 100_000
OF_A_PLAN = 25.5  # passages that a plan of ours is cut into
ASKED = 200
WANTED = 50.0  # milliseconds for half of the questions, on two cores


def fill(home: Path, size: int) -> None:
    """Add so many plans as files that about so many passages are held, and join what they say."""
    folder = home.with_name("plans")
    folder.mkdir()
    for number in range(round(size / OF_A_PLAN / len(LANGUAGES))):
        for language in LANGUAGES:
            (folder / f"{number:05}.{language}.txt").write_text(Plan(number).text(language), encoding="utf-8")
    start = time.perf_counter()
    with KnowledgeBase(home) as base:
        added = sum(len(line["documents"]) for line in base.add([folder]))
    print(f"{added:,} documents added and joined in {time.perf_counter() - start:,.0f} s", flush=True)


def ask(home: Path) -> None:
    """Ask questions on plans spread over all; print how long answers take and how many are right."""
    start = time.perf_counter()
    with KnowledgeBase(home) as base:
        plans = len(base.held) // len(LANGUAGES)
        base.ask(questions(plans, 1)[0][1])
        print(f"{base.index.count():,} passages; first answer after {time.perf_counter() - start:.1f} s")
        times, work, answered, right = [], [], 0, 0
        for plan, question in questions(plans, ASKED):
            start, worked = time.perf_counter(), time.process_time()
            answer = base.ask(question)
            times.append(1000 * (time.perf_counter() - start))
            work.append(1000 * (time.process_time() - worked))
            answered += answer["answered"]
            said = (answer["answer"] or "").replace(",", "")
            right += any(
                str(goal.value) in said
                for goal in plan.goals
                if goal.thing.zh in question or goal.thing.en in question
            )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    median, slowest = np.percentile(times, [50, 99]).tolist()
    print(
        f"ask   p50 {median:.1f} ms (wanted {WANTED:.0f})   p99 {slowest:.1f}   work {np.median(work):.1f} ms"
    )
    print(f"      answered {answered} of {ASKED}, right {right}   memory {memory:,.0f} MB")


def main(given: str) -> None:
    """Fill a home and ask, or ask the one that is given."""
    if Path(given).is_dir():
        ask(Path(given))
        return
    with tempfile.TemporaryDirectory() as name:
        fill(Path(name) / "home", int(given))
        ask(Path(name) / "home")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(PASSAGES))
