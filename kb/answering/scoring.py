"""How well a piece of evidence answers a question: what it covers, and what stands against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kb.answering.words import LITTLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kb.answering.material import Material

# What a match counts by where it is found: in the words themselves, around them, in the titles above.
OWN, AROUND, SECTION, TITLE = 1.0, 0.9, 0.85, 0.75


@dataclass(frozen=True, slots=True)
class Cover:
    """What of a question is covered: the weighted share, the weakest telling word, the share in the words themselves."""

    share: float
    weakest: float
    own: float
    words: NDArray[np.float32]

    @property
    def score(self) -> float:
        """One number for ranking: coverage counts most, closeness breaks ties."""
        return self.share + 0.35 * self.own


def cover(material: Material, layers: Sequence[tuple[str, float]]) -> Cover:
    """Cover the question with texts from the inside out, each with what a match there counts."""
    asked = material.asked
    best = np.zeros(len(asked.words), dtype=np.float32)
    own = np.zeros(len(asked.words), dtype=np.float32)
    for number, (text, counts) in enumerate(layers):
        if text:
            found = material.matcher.cover(asked, material.matcher.scope(text)) * counts
            best = np.maximum(best, found)
            if number == 0:
                own = found
    total = float(asked.weights.sum()) or 1.0
    telling = best[asked.weights > LITTLE]
    return Cover(
        share=float(asked.weights @ best) / total,
        weakest=float(telling.min()) if len(telling) else 1.0,
        own=float(asked.weights @ own) / total,
        words=best,
    )
