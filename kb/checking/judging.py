"""From the figures on a claim's subject to one judgement with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.checking.rules import Finding, Judgement, examine
from kb.joining.agreement import same_value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kb.checking.matching import Match
    from kb.checking.stated import Stated

# Thresholds on `Match.score`, fitted like its weights. An uncommon number that agrees is an anchor and needs
# fewer words; a number that differs is against the claim only where the subject is beyond doubt.
AGREES = 0.62
AGREES_UNCOMMON = 0.5
DIFFERS = 0.7
RELATED = 0.58
MARGIN = 0.12  # a figure this much further off than the nearest is on another subject
UNCOMMON_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Ruling:
    """The judgement on one claim: the finding, and the figures that show it, the deciding one first."""

    finding: Finding
    evidence: tuple[Stated, ...]


def judge(claim: Stated, found: Sequence[Match], authority: Callable[[Stated], Stated]) -> Ruling:
    """Return what the figures say of a claim; `found` is sorted, the best match first.

    Only the figures that are about as near as the nearest are heard. One that agrees supports the claim,
    unless the plan itself, its authority, says otherwise.
    """
    heard = [(m, examine(claim, m.said)) for m in found]
    heard = [(m, f) for m, f in heard if f.judgement is not Judgement.NOT_FOUND]
    if not heard:
        return Ruling(Finding(Judgement.NOT_FOUND, "nothing_held"), ())
    best = heard[0][0].score
    near = [(m, f) for m, f in heard if m.score >= best - MARGIN]
    for match, finding in near:
        if finding.judgement is Judgement.SUPPORTED and match.score >= _enough(claim):
            return _supported(claim, match, finding, near, authority)
    match, finding = near[0]
    if match.score >= DIFFERS:
        return Ruling(finding, _alike(finding, near))
    if match.score >= RELATED:
        return Ruling(Finding(Judgement.UNSURE, "subject_in_doubt"), (match.said,))
    return Ruling(Finding(Judgement.NOT_FOUND, "nothing_held"), ())


def _enough(claim: Stated) -> float:
    """Return how good a match must be for an equal number to support the claim."""
    digits = len(claim.figure.value.normalize().as_tuple().digits)
    return AGREES_UNCOMMON if digits >= UNCOMMON_DIGITS else AGREES


def _supported(
    claim: Stated,
    match: Match,
    finding: Finding,
    near: Sequence[tuple[Match, Finding]],
    authority: Callable[[Stated], Stated],
) -> Ruling:
    """Ask the authority before a report is believed."""
    chief = authority(match.said)
    if chief is not match.said and not same_value(chief.figure, match.said.figure):
        against = examine(claim, chief)
        if against.judgement is Judgement.CONTRADICTED:
            return Ruling(Finding(Judgement.CONTRADICTED, against.rule, "authority"), (chief, match.said))
    return Ruling(finding, (match.said, *(s for s in _alike(finding, near) if s is not match.said)))


def _alike(finding: Finding, near: Sequence[tuple[Match, Finding]]) -> tuple[Stated, ...]:
    """Return the figures that gave the same judgement, best first."""
    return tuple(m.said for m, f in near if f.judgement is finding.judgement)
