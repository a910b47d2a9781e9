"""One run over a gold folder: a fresh knowledge base of its sources, then every scorer in turn."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

from kb.evaluating.claims import score_claims
from kb.evaluating.figures import score_figures
from kb.evaluating.questions import score_questions
from kb.evaluating.repair import score_repair
from kb.evaluating.retrieval import score_retrieval
from kb.evaluating.tasks import score_tasks
from kb.evaluating.trial import Score, Scorer, Trial

if TYPE_CHECKING:
    from kb.evaluating.gold import Gold

__all__ = ["SCORERS", "Score", "evaluate"]

# Each file of a gold folder with those that score by it.
SCORERS: tuple[tuple[str, Scorer], ...] = (
    ("figures.json", score_figures),
    ("tasks.json", score_tasks),
    ("questions.jsonl", score_questions),
    ("questions.jsonl", score_retrieval),
    ("claims.jsonl", score_claims),
    ("garbled.jsonl", score_repair),
)


def evaluate(gold: Gold) -> Score:
    """Read the sources into a fresh home and score what comes out; raises UnreadableFile for broken gold."""
    from kb.knowledge_base import KnowledgeBase

    with tempfile.TemporaryDirectory(prefix="policykb-eval-") as home, KnowledgeBase(home) as base:
        trial = Trial.of(base, gold.sources)
        scores = [_score(gold, name, scorer, trial) for name, scorer in SCORERS]
    measures = {name: value for score in scores for name, value in score.measures.items()}
    return Score(measures, tuple(miss for score in scores for miss in score.misses))


def _score(gold: Gold, name: str, scorer: Scorer, trial: Trial) -> Score:
    rows = gold.read(name)
    return scorer(trial, rows) if rows else Score({})
