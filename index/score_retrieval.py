"""Score retrieval: `python -m index.score_retrieval --questions A.json --passages B.json [--limit N]`.

Two parallel files in SQuAD form, plain or .xz: the questions of the one are asked of the paragraphs of
the other, through the whole of retrieval. The same file twice scores one language alone.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.records import Document, make_id
from corpus.text import Trail
from index.encoder import load_encoder
from index.passages import language_of, passages
from index.searching import Index
from index.tables import STEPS

if TYPE_CHECKING:
    from collections.abc import Sequence

DEPTH = 10  # of nDCG
HITS = 40  # passages looked at: a long paragraph has several


@dataclass(frozen=True, slots=True)
class Reading:
    """A file in SQuAD form: its paragraphs, and each question with its paragraph's place."""

    paragraphs: tuple[str, ...]
    questions: tuple[tuple[str, int], ...]


def main(arguments: Sequence[str] | None = None) -> None:
    """Score from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m index.score_retrieval", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--questions", type=Path, required=True, help="file whose questions are asked")
    parser.add_argument("--passages", type=Path, required=True, help="file whose paragraphs are searched")
    parser.add_argument("--limit", type=int, help="ask the first so many questions only")
    options = parser.parse_args(arguments)
    scores = score(read(options.questions), read(options.passages), options.limit)
    sys.stdout.write(json.dumps(scores) + "\n")


def read(path: Path) -> Reading:
    """Read a file in SQuAD form."""
    content = path.read_bytes()
    articles = json.loads(lzma.decompress(content) if path.suffix == ".xz" else content)["data"]
    paragraphs: list[dict[str, Any]] = [p for article in articles for p in article["paragraphs"]]
    return Reading(
        paragraphs=tuple(p["context"] for p in paragraphs),
        questions=tuple((qa["question"], i) for i, p in enumerate(paragraphs) for qa in p["qas"]),
    )


def score(asked: Reading, held: Reading, limit: int | None = None) -> dict[str, float]:
    """Ask the questions of one file of the paragraphs of the other, which is parallel to it."""
    if len(asked.paragraphs) != len(held.paragraphs):
        raise ValueError("the two files are not parallel: they differ in their number of paragraphs")
    questions = asked.questions[:limit]
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(sqlite3.connect(":memory:", isolation_level=None)) as db,
    ):
        index, places = _indexed(db, Path(folder), held.paragraphs)
        ranks = [_rank(index, places, question, right) for question, right in questions]
    found = [rank for rank in ranks if rank is not None and rank < DEPTH]
    return {
        "accuracy@1": round(sum(rank == 0 for rank in found) / len(questions), 4),
        "ndcg@10": round(sum(1 / math.log2(rank + 2) for rank in found) / len(questions), 4),
        "questions": len(questions),
        "passages": len(held.paragraphs),
    }


def _indexed(db: sqlite3.Connection, folder: Path, paragraphs: Sequence[str]) -> tuple[Index, dict[str, int]]:
    """Return an index of paragraphs, each a document, and the place of each document."""
    for step in STEPS:
        step(db)
    index = Index(db, folder, load_encoder())
    places = {}
    db.execute("begin")
    for place, text in enumerate(paragraphs):
        language = language_of(text, "en")
        document = Document(
            id=make_id("document", place, text),
            source=make_id("source", text),
            part=0,
            text=text,
            trail=Trail(),
            language=language,
            script="Hans" if language == "zh" else "Latn",
            kind="page",
        )
        places[document.id] = place
        index.write(document.id, passages(document))
    db.execute("commit")
    return index, places


def _rank(index: Index, places: dict[str, int], question: str, right: int) -> int | None:
    """Return how many other paragraphs come before the right one, or None where it is not found."""
    hits = index.search(question, HITS)
    ranked = list(dict.fromkeys(places[hit.passage.document] for hit in hits))
    return ranked.index(right) if right in ranked else None


if __name__ == "__main__":
    main()
