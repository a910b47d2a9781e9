"""How surely a claim and a document's figure are on one subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.checking.stated import Stated
    from kb.likeness import Likeness
    from kb.terms import Terms

# What each part of a match weighs; fitted on one half of tests/cases/claims.jsonl, measured on the other.
SUBJECT, SENTENCE, BACK, VECTOR = 0.45, 0.2, 0.2, 0.15


@dataclass(frozen=True, slots=True)
class Match:
    """A document's figure beside a claim, with how much of either's words the other holds, each 0 to 1."""

    said: Stated
    subject: float
    sentence: float
    back: float
    vector: float

    @property
    def score(self) -> float:
        """All of it in one number."""
        return (
            SUBJECT * self.subject
            + SENTENCE * self.sentence
            + BACK * self.back
            + VECTOR * self.vector
        )


def matches(claim: Stated, candidates: Sequence[Stated], terms: Terms, likeness: Likeness) -> list[Match]:
    """Return the candidates as matches, the best first."""
    terms.learn(t for s in (claim, *candidates) for t in (s.subject, s.clause, s.sentence, *s.around))
    likeness.learn(s.subject for s in (claim, *candidates))
    found = [_match(claim, said, terms, likeness) for said in candidates]
    return sorted(found, key=lambda m: (-m.score, m.said.figure.subject, m.said.span))


def _match(claim: Stated, said: Stated, terms: Terms, likeness: Likeness) -> Match:
    return Match(
        said=said,
        subject=terms.cover(claim.subject, (said.subject, said.clause)),
        sentence=terms.cover(claim.sentence, (said.sentence, *said.around)),
        back=terms.cover(said.subject, (claim.sentence,)),
        vector=max(0.0, likeness.cosine(claim.subject, said.subject)),
    )
