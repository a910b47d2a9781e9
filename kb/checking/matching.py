"""How surely a claim and a document's figure are on one subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.checking.stated import Stated
    from kb.likeness import Likeness
    from kb.terms import Terms

# What the parts of a match weigh: a logistic regression on one half of tests/cases/claims.jsonl, rounded.
FORTH, BACK, TOPIC, CONTEXT = 0.22, 0.3, 0.25, 0.23
REST = 0.5  # a word of the claim's sentence outside its subject, against one of the subject
IN_SENTENCE, IN_TITLES = 0.85, 0.6  # what a word is worth outside the figure's own clause


@dataclass(frozen=True, slots=True)
class Match:
    """A document's figure beside a claim, each part 0 to 1.

    Args:
        said: the figure.
        forth: how many of the claim's words the figure's document has near it.
        back: how many words of the figure's subject the claim has.
        topic: cosine of the two subjects.
        context: cosine of the two sentences.

    """

    said: Stated
    forth: float
    back: float
    topic: float
    context: float

    @property
    def score(self) -> float:
        """All of it in one number."""
        return FORTH * self.forth + BACK * self.back + TOPIC * self.topic + CONTEXT * self.context


def matches(claim: Stated, candidates: Sequence[Stated], terms: Terms, likeness: Likeness) -> list[Match]:
    """Return the candidates as matches, the best first."""
    every = (claim, *candidates)
    terms.learn(t for s in every for t in (s.topic, s.clause, s.rest, s.context, *s.around))
    likeness.learn(t for s in every for t in (s.topic, s.context))
    found = [
        Match(
            said=said,
            forth=_forth(claim, said, terms),
            back=_back(claim, said, terms),
            topic=max(0.0, likeness.cosine(claim.topic, said.topic)),
            context=max(0.0, likeness.cosine(claim.context, said.context)),
        )
        for said in candidates
    ]
    return sorted(found, key=lambda m: (-m.score, m.said.subject, m.said.span))


def _forth(claim: Stated, said: Stated, terms: Terms) -> float:
    """Return how much of the claim's subject, and less of its sentence, the figure's document has."""
    given = [(said.topic, 1.0), (said.clause, 1.0), (said.context, IN_SENTENCE)]
    given += [(title, IN_TITLES) for title in said.around]
    row = terms.matches(claim.topic, given) + terms.matches(claim.rest, given)
    inside = [term.weight for term in terms.bag(claim.topic).terms]
    return _share(row, inside + [term.weight * REST for term in terms.bag(claim.rest).terms])


def _back(claim: Stated, said: Stated, terms: Terms) -> float:
    """Return how much of the figure's own subject the claim names."""
    row = terms.matches(said.topic, [(claim.topic, 1.0), (claim.context, 1.0)])
    return _share(row, [term.weight for term in terms.bag(said.topic).terms])


def _share(row: Sequence[float], weights: Sequence[float]) -> float:
    total = sum(weights)
    return sum(w * m for w, m in zip(weights, row, strict=True)) / total if total else 0.0
