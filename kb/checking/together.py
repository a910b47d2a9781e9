"""Figures of one sentence are judged together: a compound claim is as good as its worst part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.checking.judging import RELATED, VERY, Ruling
from kb.checking.rules import Finding, Judgement
from kb.joining.agreement import comparable, same_value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kb.matching.pairing import Match
    from kb.matching.stated import Stated

_OPEN = (Judgement.UNSURE, Judgement.NOT_FOUND)


def depend(claims: Sequence[Stated], rulings: Sequence[Ruling]) -> list[Ruling]:
    """Take back the support of a threshold whose count has none: "50 firms above a billion" is one claim."""
    taken = list(rulings)
    for claim, ruling in zip(claims, rulings, strict=True):
        if ruling.finding.judgement in _OPEN:
            for threshold in claim.thresholds:
                i = next(i for i, other in enumerate(claims) if other.figure is threshold)
                if taken[i].finding.judgement is Judgement.SUPPORTED:
                    taken[i] = Ruling(Finding(Judgement.UNSURE, "subject_in_doubt"), taken[i].evidence)
    return taken


def complete(
    claims: Sequence[Stated],
    rulings: Sequence[Ruling],
    beside: Callable[[Stated], Sequence[Stated]],
    ranked: Callable[[Stated, Sequence[Stated]], Sequence[Match]],
) -> list[Ruling]:
    """Judge what is open in a sentence by the very sentence that shows its other half.

    "Output rose to 87 billion yuan, up 0.3 percent": who says 87 billion says 23.6 percent, too, and though
    0.3 is too far from that to be anybody's slip, it is what the claim has in its place.

    Args:
        claims: what a text claims, in order.
        rulings: the judgement on each by itself.
        beside: returns all figures of the sentence that a held figure stands in.
        ranked: returns held figures as matches of a claim, the best first.

    """
    found = list(rulings)
    for i, claim in enumerate(claims):
        if rulings[i].finding.judgement not in _OPEN:
            continue
        mates = [j for j, other in enumerate(claims) if other.span == claim.span]
        shown = [rulings[j].evidence[0] for j in mates if _shows(claims[j], rulings[j])]
        said = dict.fromkeys(s for held in shown for s in beside(held))
        rest = [s for s in said if _stands_for(s, claim, [claims[j] for j in mates])]
        for match in ranked(claim, rest)[:1]:
            if match.score >= RELATED and match.head and match.topic >= VERY:
                found[i] = Ruling(Finding(Judgement.CONTRADICTED, "same_quantity"), (match.said,))
    return found


def _shows(claim: Stated, ruling: Ruling) -> bool:
    """Whether a part of a sentence is shown; how old or how large a thing must be shows nothing by itself."""
    return ruling.finding.judgement is Judgement.SUPPORTED and claim.figure.of is None


def _stands_for(said: Stated, claim: Stated, mates: Sequence[Stated]) -> bool:
    """Whether a figure may be what a claim should have said: of its kind, and none that the sentence has."""
    return comparable(said.figure.unit, claim.figure.unit) and not any(
        comparable(said.figure.unit, mate.figure.unit) and same_value(said.figure, mate.figure)
        for mate in mates
    )
