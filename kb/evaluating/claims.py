"""Claims: whether sentences are judged as the sources show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kb.evaluating.trial import Score, share

if TYPE_CHECKING:
    from kb.evaluating.trial import Trial

Row = dict[str, Any]
# The verdict on a sentence is the worst on any of its figures; one without figures was not found.
GRAVITY = ("contradicted", "supported", "unsure", "not_found")


def score_claims(trial: Trial, gold: list[Row]) -> Score:
    """Judge every claim; to call a contradicted one supported is the worst error there is."""
    given = [_verdict(trial, row["claim"]) for row in gold]
    pairs = list(zip(gold, given, strict=True))
    worst = sum(row["verdict"] == "contradicted" and verdict == "supported" for row, verdict in pairs)
    measures = {
        "claims.right": share(sum(row["verdict"] == verdict for row, verdict in pairs), len(pairs)),
        "claims.contradicted_called_supported": float(worst),
    }
    missed = [
        f"claims: {verdict} instead of {row['verdict']}: {row['claim']}"
        for row, verdict in pairs
        if verdict != row["verdict"]
    ]
    return Score(measures, tuple(missed))


def _verdict(trial: Trial, claim: str) -> str:
    verdicts = {c["verdict"] for c in trial.base.check(claim)["claims"]}
    return next((v for v in GRAVITY if v in verdicts), "not_found")
