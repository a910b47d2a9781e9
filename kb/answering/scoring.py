"""How well a piece of evidence answers a question: what it covers, and what stands against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kb.answering.forms import Kind
from kb.answering.words import LITTLE, weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kb.answering.material import Material
    from kb.answering.question import Question

# What a match counts by where it is found: in the words themselves, around them, in the titles above.
OWN, AROUND, SECTION, TITLE, PASSAGE = 1.0, 0.9, 0.85, 0.75, 0.6

# What makes evidence enough, beside the share of the question it covers: a logistic regression on the
# questions of tests/cases, of tests/gold and of sets written by others, its weights divided by that of the
# share and rounded. Any one set left out, the others give a limit that holds for it, too. For a number it
# is another one than for a sentence: it is wrong or right.
HEAD, ENOUGH = 0.5, 1.25
RARE, NAMED, SPECIFIC, MOST, NEAR, WEAKEST, ENOUGH_NUMBER = 1.1, 0.45, 0.17, 6, 0.5, 0.4, 2.13
FOUND_AT = 0.2  # how surely a word must be found so as not to be absent
LEAST = 0.4  # share of a question, below which no sentence answers it
LOOSELY = 0.45  # the share that is enough for a question that has only words of every plan

SURELY = 0.8
MISPLACED = -0.4  # what it counts that one place speaks where the whole country is meant
CLOSE, FOUND = 0.35, 0.25  # what closeness and the search's own order count beside coverage


@dataclass(frozen=True, slots=True)
class Cover:
    """What of a question is covered.

    Args:
        share: weighted share of the words that are found, `own` of those in the evidence's own words.
        rare: the same share with each word weighted by its rarity, too; `rare_own` in its own words.
        weakest: how surely the weakest telling word is found.
        words: the same for every word; `own_words` in the evidence itself, `near_words` in or right above it.
        named: how surely what is asked for is named by the evidence itself, and not only around it.
        rank: how well the search found the passage, 1 for the best.
        near: the cosine of what the question is about and the evidence's own words.

    """

    share: float
    weakest: float
    own: float
    rare: float
    rare_own: float
    words: NDArray[np.float32]
    own_words: NDArray[np.float32]
    near_words: NDArray[np.float32]
    rank: float
    named: float = 1.0
    near: float = 0.0

    def reaches(self, question: Question) -> bool:
        """Whether the evidence covers enough of a question to answer it.

        What counts is the share of its words that is covered, of seldom ones above all, and how surely the
        thing asked for itself is named in or above the evidence.
        """
        telling = [i for i, w in enumerate(question.words) if weight(w) > LITTLE]
        if not telling:
            return self.share >= LOOSELY
        if question.kind in (Kind.QUANTITY, Kind.COMPARE) or (
            question.kind is Kind.TRUTH and question.asserted
        ):
            return self._reaches_number(telling)
        asked = [float(self.near_words[i]) for i in telling if i in question.head]
        head = sum(asked) / len(asked) if asked else 1.0
        if asked and asked[-1] < FOUND_AT:  # of "device exports" the exports
            head = 0.0
        return self.share >= LEAST and self.share + self.rare + HEAD * head >= ENOUGH

    def _reaches_number(self, telling: Sequence[int]) -> bool:
        """Whether a figure answers: what covers the seldom words of a question is what it is about.

        One whose own words name all that the question tells answers it, be these words in every passage.
        """
        if self.named >= 1 and min(float(self.own_words[i]) for i in telling) >= SURELY:
            return True
        covered = self.share + RARE * self.rare + WEAKEST * self.weakest + NAMED * self.named
        return covered + SPECIFIC * min(len(telling), MOST) + NEAR * self.near >= ENOUGH_NUMBER

    @property
    def score(self) -> float:
        """One number for ranking: coverage counts most, then closeness, then the search's own order."""
        return self.share + CLOSE * self.own + FOUND * self.rank

    @property
    def telling(self) -> float:
        """The same with seldom words counting more: of the tasks on drones the one on crop protection."""
        return self.score + self.rare


def rare_share(material: Material, text: str) -> float:
    """Return the share of the question's words that a text has, each weighted by its rarity, too."""
    return float(material.seldom @ material.covers(text))


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
        rare=float(material.seldom @ best),
        rare_own=float(material.seldom @ own),
        words=best,
        own_words=own,
        near_words=near,
        rank=rank,
    )
