"""Checking an article of 3,000 words against 1,000 documents, and comparing 200 sources of one plan."""

from __future__ import annotations

import tempfile
import time
from contextlib import contextmanager
from itertools import accumulate, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from index.lexical import words
from kb import KnowledgeBase
from tests.bench.plans import LANGUAGES, Plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DOCUMENTS = 1_000
SOURCES = 200
WORDS = 3_000
CHECKED, COMPARED = 2.0, 5.0  # seconds that it may take


def fill(home: Path, texts: Iterable[str]) -> None:
    """Add texts as files to a home, and say what that took."""
    folder = home.with_name(f"{home.name}-texts")
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    start = time.perf_counter()
    with KnowledgeBase(home) as base:
        added = sum(len(line["documents"]) for line in base.add([folder]))
        figures = len(base.figure_by_key)
    print(
        f"{added:,} documents, {figures:,} figures, added in {time.perf_counter() - start:.0f} s", flush=True
    )


def article(language: str) -> str:
    """Reports on many plans in a row, as many as 3,000 words hold; every third plan is not held."""
    plans = (Plan(3 * n if n % 3 else 7 * DOCUMENTS + n) for n in range(DOCUMENTS))
    reports = [plan.report(language) for plan in plans]
    count = (lambda text: len(words(text))) if language == "zh" else (lambda text: len(text.split()))
    totals = accumulate(map(count, reports))
    return "\n".join(reports[: 1 + sum(1 for _ in takewhile(lambda total: total < WORDS, totals))])


@contextmanager
def taking(what: str, wanted: float) -> Iterator[None]:
    """Print what the work inside took beside what was wanted, and its processor time."""
    start, worked = time.perf_counter(), time.process_time()
    yield
    taken, work = time.perf_counter() - start, time.process_time() - worked
    share = f"wanted {wanted:.0f} s: {taken / wanted:.2f} of it"
    print(f"  {what:50} {taken:6.2f} s  work {work:5.2f} s  ({share})", flush=True)


def checking(home: Path) -> None:
    """Check an article in either language, first in a base just opened and then once more."""
    fill(home, (Plan(n).text(language) for n in range(DOCUMENTS // 2) for language in LANGUAGES))
    for language in LANGUAGES:
        text = article(language)
        with KnowledgeBase(home) as base:
            for state in ("just opened", "once more"):
                with taking(f"check, {len(text):,} characters of {language}, {state}", CHECKED):
                    claims = base.check(text)["claims"]
            verdicts = [claim["verdict"] for claim in claims]
        told = ", ".join(f"{verdicts.count(v)} {v}" for v in sorted(set(verdicts)))
        print(f"    {len(claims)} claims: {told}")


def comparing(home: Path) -> None:
    """Compare all that is held on one plan: its text in both languages, and what the papers made of it."""
    plan = Plan(1)
    texts = [plan.text(language) for language in LANGUAGES]
    papers = (SOURCES - len(texts)) // 2
    fill(home, [*texts, *(plan.report(language, n) for n in range(papers) for language in LANGUAGES)])
    with KnowledgeBase(home) as base:
        for state in ("just opened", "once more"):
            with taking(f"compare, {state}", COMPARED):
                matrix = base.compare()
    rows, columns = len(matrix["rows"]), len(matrix["sources"])
    print(f"    {rows} targets, {columns} sources, {rows * columns:,} cells")


def main() -> None:
    """Measure both."""
    with tempfile.TemporaryDirectory() as name:
        checking(Path(name) / "many")
        comparing(Path(name) / "one")


if __name__ == "__main__":
    main()
