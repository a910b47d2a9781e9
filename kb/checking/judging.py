"""From the figures on a claim's subject to one judgement with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.checking.rules import Finding, Judgement, examine, reported, starting
from kb.joining.agreement import same_value
from kb.records import FigureKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kb.matching.pairing import Match
    from kb.matching.stated import Stated

# Thresholds on `Match.score`, fitted like its weights. An uncommon number that agrees is an anchor and needs
# fewer words; a number that differs is against the claim only where the subject is beyond doubt.
AGREES = 0.44
AGREES_UNCOMMON = 0.36
AGREES_RARE = 0.25  # … and next to none where it has four digits and more
AGREES_ALONE = 0.3  # … where nothing held is nearer, and the thing itself is named
DIFFERS = 0.53
# The same where the thing itself is not named near the figure: two languages may only have been translated.
DIFFERS_APART, DIFFERS_UNNAMED = 0.565, 0.75
RELATED = 0.53
WILD = 0.8  # the same for a number that no slip explains
MARGIN = 0.12  # a figure this much further off than the nearest is on another subject
AHEAD, FAR_AHEAD = 0.055, 0.1  # a figure so much nearer than the one that agrees casts doubt on it
NEARLY = 0.02  # so little behind the nearest of all is as near …
SAME_BUT_FOR_WORDS = 0.7  # … and from here on a word that only one of them has is only another word
VERY, CLOSER = 0.9, 0.05  # cosine of a subject in the same words, and how much that of others falls behind
UNCOMMON_DIGITS = 3
_SHARES = frozenset({"%", "pp", "times"})
_COUNTS = frozenset({"count", "person"})
_TIMES = frozenset({"same_period", "same_deadline"})


@dataclass(frozen=True, slots=True)
class Ruling:
    """The judgement on one claim: the finding, and the figures that show it, the deciding one first."""

    finding: Finding
    evidence: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """A figure heard on a claim. `report` is what a lesser source has made of it, where that differs."""

    match: Match
    said: Stated
    finding: Finding
    report: Stated | None = None

    @property
    def score(self) -> float:
        """How surely it is on the claim's subject."""
        return self.match.score

    @property
    def head(self) -> bool:
        """Whether it names the thing itself that the claim counts."""
        return self.match.head

    @property
    def bears(self) -> bool:
        """Whether it is of the claim's kind of unit and of its time."""
        return self.comes_near and self.finding.rule != "same_period"

    @property
    def comes_near(self) -> bool:
        """Whether an error could make the claim of it: the kind of unit and the order of magnitude agree."""
        return self.finding.rule not in ("other_unit", "same_order")

    @property
    def doubts(self) -> bool:
        """Whether it leaves the claim open."""
        return self.finding.judgement is Judgement.UNSURE

    @property
    def against(self) -> bool:
        """Whether the claim is wrong if this figure is what it speaks of."""
        return self.finding.judgement is Judgement.CONTRADICTED or self.finding.rule == "same_order"


def judge(claim: Stated, found: Sequence[Match], authority: Callable[[Stated], Stated]) -> Ruling:
    """Return what the figures say of a claim; `found` is sorted, the best match first.

    Only figures that are about as near as the nearest are heard, and each report is corrected by what its
    authority says of the same target. One that agrees supports the claim, unless the claim's subject fits
    another figure better.
    """
    witnesses = [_witness(claim, match, authority) for match in found]
    near = [w for w in witnesses if w.comes_near]
    bar = max((w.score for w in near if w.bears), default=0.0) - MARGIN
    heard = [w for w in near if w.score >= bar]
    enough = _enough(claim, witnesses)
    equal = [w for w in heard if w.score >= enough and same_value(claim.figure, w.said.figure)]
    outgrown = next((new for old in equal for new in witnesses if _outgrown(claim, old, new)), None)
    if outgrown:
        return Ruling(outgrown.finding, (outgrown.said,))
    good = [w for w in heard if w.finding.judgement is Judgement.SUPPORTED and w.score >= enough]
    if good:
        witness = next((w for w in good if not w.match.contrast), good[0])
        return _contested(claim, witness, witnesses) or _ruling(witness, heard)
    telling = [w for w in heard if w.finding.judgement is not Judgement.NOT_FOUND]
    telling = [w for w in telling if w.score >= _sure(claim, w)]
    if telling:
        # The right number of another time is open only as long as nobody gives that of the claim's time.
        timely = [w for w in telling if w.finding.rule not in _TIMES] if telling[0].doubts else []
        return _ruling((timely or telling)[0], heard)
    wild = next((w for w in witnesses if w.finding.rule == "same_order" and w.head and w.score >= WILD), None)
    if wild:
        return Ruling(Finding(Judgement.CONTRADICTED, "same_quantity"), (wild.said,))
    if heard and heard[0].score >= RELATED:
        nearest = heard[0]
        doubt = Finding(Judgement.UNSURE, "subject_in_doubt")
        if nearest.finding.judgement is Judgement.NOT_FOUND:
            doubt = nearest.finding
        elif not nearest.head:
            doubt = Finding(Judgement.NOT_FOUND, "same_subject")
        return Ruling(doubt, (nearest.said,))
    return Ruling(Finding(Judgement.NOT_FOUND, "nothing_held"), ())


def _enough(claim: Stated, witnesses: Sequence[Witness]) -> float:
    """Return how well the subject must fit before an equal number supports a claim."""
    if _uncommon(claim):
        return AGREES_RARE if len(_digits(claim)) > UNCOMMON_DIGITS else AGREES_UNCOMMON
    first = next(iter(witnesses), None)
    alone = first and first.head and len(_digits(claim)) > 1 and same_value(claim.figure, first.said.figure)
    return AGREES_ALONE if alone else AGREES


def _sure(claim: Stated, witness: Witness) -> float:
    """Return how well the subject must fit before a figure speaks against a claim."""
    if same_value(claim.figure, witness.said.figure):
        return AGREES  # only the time or the bound differs
    if witness.head or _slipped(claim, witness.said, witness.match):
        return DIFFERS
    across = claim.figure.language != witness.said.figure.language
    return DIFFERS_APART if across else DIFFERS_UNNAMED


def _contested(claim: Stated, witness: Witness, witnesses: Sequence[Witness]) -> Ruling | None:
    """Doubt a support where the claim's subject is that of another figure in the same language.

    "Cargo of 800 million tonnes" must not support a claim on containers, which have a figure of their own.
    """
    nearest = witness.score >= max(SAME_BUT_FOR_WORDS, witnesses[0].score - NEARLY)
    if witness.match.contrast and not nearest:
        return Ruling(Finding(Judgement.UNSURE, "subject_in_doubt"), (witness.said,))
    language = witness.said.figure.language
    owner = next((w for w in witnesses if _owned(claim, witness, w)), None)
    if owner:
        return _against(claim, owner, witness)
    if _uncommon(claim) and claim.figure.language != language:
        return None  # across languages an uncommon number is surer than the words
    for rival in witnesses:
        ahead = rival.score - witness.score
        if ahead <= AHEAD or not rival.head or rival.finding.judgement is Judgement.SUPPORTED:
            continue
        if rival.finding.rule == "same_period":
            continue
        if rival.said.figure.language != language or not _owns(claim, rival, ahead):
            continue
        if rival.finding.judgement is Judgement.CONTRADICTED and ahead > FAR_AHEAD:
            return Ruling(rival.finding, (rival.said, witness.said))
        return Ruling(Finding(Judgement.UNSURE, "subject_in_doubt"), (rival.said, witness.said))
    return None


def _owned(claim: Stated, witness: Witness, rival: Witness) -> bool:
    """Whether another figure has the claim's very words for its subject, where its witness has others.

    How old somebody must be is no figure of its own: "people aged 80" are no rivals of "people aged 60".
    """
    very = rival.match.topic >= max(VERY, witness.match.topic + CLOSER) and rival.head
    spoken = rival.said.figure.language == claim.figure.language
    return very and spoken and rival.against and claim.figure.unit != "year"


def _against(claim: Stated, owner: Witness, witness: Witness) -> Ruling:
    """Rule by the figure that has the claim's subject, unless the two may be of different times."""
    if reported(owner.said) != reported(witness.said) and reported(claim) != reported(witness.said):
        return Ruling(Finding(Judgement.UNSURE, "subject_in_doubt"), (owner.said, witness.said))
    return Ruling(Finding(Judgement.CONTRADICTED, "same_quantity"), (owner.said, witness.said))


def _outgrown(claim: Stated, witness: Witness, rival: Witness) -> bool:
    """Whether the claim takes the level that a target starts from, 68 of "from 68 to 85", for the target."""
    old, new = witness.said, rival.said
    promised = (
        not starting(claim)
        and claim.figure.kind is FigureKind.TARGET
        and new.figure.kind is FigureKind.TARGET
    )
    together = (old.document, old.span, old.subject) == (new.document, new.span, new.subject)
    risen = reported(old) and rival.finding.judgement is Judgement.CONTRADICTED
    return promised and together and risen


def _owns(claim: Stated, rival: Witness, ahead: float) -> bool:
    """Whether a figure may be what the claim's subject means; a rate shares its subject with its level."""
    if rival.comes_near:
        return True
    shares = {claim.figure.unit, rival.said.figure.unit} & _SHARES
    return not shares and ahead > FAR_AHEAD


def _slipped(claim: Stated, said: Stated, match: Match) -> bool:
    """Whether the claim has a figure's digits with another magnitude or unit: 12,000 of 1,200, 20 hours."""
    one, two = _digits(claim), _digits(said)
    return one == two and (claim.figure.unit not in _COUNTS or (len(one) > 1 and not match.contrast))


def _uncommon(claim: Stated) -> bool:
    """Whether the claim's number is one that few things share: 555.1, not 500."""
    return len(_digits(claim)) >= UNCOMMON_DIGITS


def _digits(stated: Stated) -> tuple[int, ...]:
    return stated.figure.value.normalize().as_tuple().digits


def _witness(claim: Stated, match: Match, authority: Callable[[Stated], Stated]) -> Witness:
    """Hear a figure, or its authority where that says otherwise."""
    chief = authority(match.said)
    report = None if same_value(chief.figure, match.said.figure) else match.said
    said = chief if report else match.said
    finding = examine(claim, said)
    named = match.head and not match.contrast
    apart = claim.figure.unit in _COUNTS and not named and not _slipped(claim, said, match)
    if apart and finding.judgement is Judgement.CONTRADICTED:
        finding = Finding(Judgement.NOT_FOUND, "same_subject")  # one gene bank says nothing of five parks
    return Witness(match, said, finding, report)


def _ruling(first: Witness, heard: Sequence[Witness]) -> Ruling:
    """Rule as one witness does, with all who say the same as evidence."""
    alike = [w.said for w in heard if w.finding.judgement is first.finding.judgement]
    evidence = [first.said, *([first.report] if first.report else []), *alike]
    return Ruling(first.finding, tuple(dict.fromkeys(evidence)))
