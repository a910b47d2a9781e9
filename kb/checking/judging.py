"""From the figures on a claim's subject to one judgement with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.checking.rules import Finding, Judgement, examine
from kb.joining.agreement import same_value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kb.matching.pairing import Match
    from kb.matching.stated import Stated

# Thresholds on `Match.score`, fitted like its weights. An uncommon number that agrees is an anchor and needs
# fewer words; a number that differs is against the claim only where the subject is beyond doubt.
AGREES = 0.42
AGREES_UNCOMMON = 0.34
DIFFERS = 0.52
RELATED = 0.48
MARGIN = 0.12  # a figure this much further off than the nearest is on another subject
UNCOMMON_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Ruling:
    """The judgement on one claim: the finding, and the figures that show it, the deciding one first."""

    finding: Finding
    evidence: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """A figure heard on a claim. `report` is what a lesser source has made of it, where that differs."""

    score: float
    said: Stated
    finding: Finding
    report: Stated | None = None


def judge(claim: Stated, found: Sequence[Match], authority: Callable[[Stated], Stated]) -> Ruling:
    """Return what the figures say of a claim; `found` is sorted, the best match first.

    Only figures that are about as near as the nearest are heard, and each report is corrected by what its
    authority says of the same target. One that agrees supports the claim.
    """
    heard = [_witness(claim, match, authority) for match in found if match.score >= found[0].score - MARGIN]
    enough = AGREES_UNCOMMON if _uncommon(claim) else AGREES
    rulings = (
        _first(heard, enough, lambda w: w.finding.judgement is Judgement.SUPPORTED),
        _first(heard, DIFFERS, lambda w: w.finding.judgement is not Judgement.NOT_FOUND),
    )
    if ruling := next(filter(None, rulings), None):
        return ruling
    if heard and heard[0].score >= RELATED and heard[0].finding.judgement is not Judgement.NOT_FOUND:
        return Ruling(Finding(Judgement.UNSURE, "subject_in_doubt"), (heard[0].said,))
    return Ruling(Finding(Judgement.NOT_FOUND, "nothing_held"), ())


def _uncommon(claim: Stated) -> bool:
    """Whether the claim's number is one that few things share: 555.1, not 500."""
    return len(claim.figure.value.normalize().as_tuple().digits) >= UNCOMMON_DIGITS


def _witness(claim: Stated, match: Match, authority: Callable[[Stated], Stated]) -> Witness:
    """Hear a figure, or its authority where that says otherwise."""
    chief = authority(match.said)
    if same_value(chief.figure, match.said.figure):
        return Witness(match.score, match.said, examine(claim, match.said))
    return Witness(match.score, chief, examine(claim, chief), report=match.said)


def _first(heard: Sequence[Witness], least: float, wanted: Callable[[Witness], bool]) -> Ruling | None:
    """Rule as the best witness of the wanted kind does, with all who say the same as evidence."""
    chosen = [w for w in heard if w.score >= least and wanted(w)]
    if not chosen:
        return None
    first = chosen[0]
    alike = [w for w in chosen if w.finding.judgement is first.finding.judgement]
    evidence = [first.said, *([first.report] if first.report else []), *(w.said for w in alike[1:])]
    return Ruling(first.finding, tuple(dict.fromkeys(evidence)))
