"""How well a piece of evidence answers a question: what it covers, and what stands against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kb.answering.words import LITTLE, weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kb.answering.material import Material
    from kb.answering.question import Question

# What a match counts by where it is found: in the words themselves, around them, in the titles above.
OWN, AROUND, SECTION, TITLE, PASSAGE = 1.0, 0.9, 0.85, 0.75, 0.6

# How much of a question evidence must cover, and how surely each telling word; with how many words one may be
# missing, and what must be covered then. Fitted on the questions of tests/cases that are not held back.
ENOUGH, WEAKEST = 0.55, 0.2
LOOSELY = 0.45  # the same for a question that has only words of every plan

MANY, PLENTY = 4, 0.6
SURELY = 0.8
CLOSE, FOUND = 0.35, 0.25  # what closeness and the search's own order count beside coverage


@dataclass(frozen=True, slots=True)
class Cover:
    """What of a question is covered.

    Args:
        share: weighted share of the words that are found, `own` of those in the evidence's own words.
        weakest: how surely the weakest telling word is found.
        words: the same for every word; `own_words` in the evidence itself, `near_words` in or right above it.
        rank: how well the search found the passage, 1 for the best.

    """

    share: float
    weakest: float
    own: float
    words: NDArray[np.float32]
    own_words: NDArray[np.float32]
    near_words: NDArray[np.float32]
    rank: float

    def reaches(self, question: Question) -> bool:
        """Whether the evidence covers enough of a question to answer it.

        Each telling word must be found. One of many may be missing, but never what is asked for itself.
        """
        telling = [i for i, w in enumerate(question.words) if weight(w) > LITTLE]
        absent = [i for i in telling if self.words[i] < WEAKEST]
        if not absent:
            return self.share >= (ENOUGH if telling else LOOSELY)
        return (
            len(absent) == 1
            and len(telling) >= MANY
            and absent[0] not in question.head
            and self.share >= PLENTY
        )

    @property
    def score(self) -> float:
        """One number for ranking: coverage counts most, then closeness, then the search's own order."""
        return self.share + CLOSE * self.own + FOUND * self.rank


def cover(material: Material, layers: Sequence[tuple[str, float]], rank: float = 0.0) -> Cover:
    """Cover the question with texts from the inside out, each with what a match there counts."""
    asked = material.asked
    best = np.zeros(len(asked.words), dtype=np.float32)
    own, near = best.copy(), best.copy()
    for number, (text, counts) in enumerate(layers):
        if text:
            found = material.covers(text)
            if counts < SECTION:  # a long way from the evidence only what is sure counts
                found = np.where(found < SURELY, 0.0, found)
            found = (found * counts).astype(np.float32)
            best = np.maximum(best, found)
            near = best if counts >= SECTION else near
            if number == 0:
                own = found
    total = float(asked.weights.sum()) or 1.0
    telling = best[asked.weights > LITTLE]
    return Cover(
        share=float(asked.weights @ best) / total,
        weakest=float(telling.min()) if len(telling) else 1.0,
        own=float(asked.weights @ own) / total,
        words=best,
        own_words=own,
        near_words=near,
        rank=rank,
    )
