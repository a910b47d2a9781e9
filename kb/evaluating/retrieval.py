"""Retrieval: how far up the passages stand that hold the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kb.evaluating.evidence import shows, states
from kb.evaluating.trial import Score, share

if TYPE_CHECKING:
    from kb.evaluating.trial import Trial

Row = dict[str, Any]
LIMIT = 10


def score_retrieval(trial: Trial, gold: list[Row]) -> Score:
    """Search for every question that has an answer and take the rank of the first passage that shows it."""
    rows = [row for row in gold if row["answer_docs"]]
    ranks = [_rank(trial, row) for row in rows]
    reciprocal = sum(1 / rank for rank in ranks if rank) / max(1, len(ranks))
    measures = {
        f"retrieval.found@{LIMIT}": share(sum(rank > 0 for rank in ranks), len(ranks)),
        f"retrieval.mrr@{LIMIT}": round(reciprocal, 4),
    }
    missed = (row["question"] for row, rank in zip(rows, ranks, strict=True) if not rank)
    return Score(measures, tuple(f"retrieval: not among the first {LIMIT}: {q}" for q in missed))


def _rank(trial: Trial, row: Row) -> int:
    """Return the rank of the first passage that shows the answer, from 1; 0 is none."""
    hits = trial.base.search(row["question"], LIMIT)["hits"]
    return next((i for i, hit in enumerate(hits, 1) if _answers(trial, row, hit["quote"])), 0)


def _answers(trial: Trial, row: Row, quote: Row) -> bool:
    if row["answer_value"] is None:
        return shows(trial, row, quote)
    there = trial.among(quote["document"], row["answer_docs"])
    return there and states(quote["text"], row["answer_value"])
