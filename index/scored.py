"""Scores of many passages at once, and the best of those that are allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.encoder import Vectors

Numbers: TypeAlias = npt.NDArray[np.int64]
Mask: TypeAlias = npt.NDArray[np.bool_]  # by the number of a passage: whether it is allowed


@dataclass(frozen=True, slots=True)
class Scored:
    """The numbers of passages, ascending, and the score of each."""

    numbers: Numbers
    scores: Vectors

    def best(self, allowed: Mask, limit: int) -> dict[int, float]:
        """Return the best of those that are allowed: number → score, best first, equals by their numbers."""
        among = np.flatnonzero(allowed[self.numbers])
        scores = self.scores[among]
        if limit < len(among):
            chosen = np.argpartition(-scores, limit)[:limit]
            among, scores = among[chosen], scores[chosen]
        order = np.lexsort((among, -scores))
        return dict(zip(self.numbers[among[order]].tolist(), scores[order].tolist(), strict=True))

    def of(self, numbers: Sequence[int]) -> list[float]:
        """Return the score of each of these passages, 0 for one that has none."""
        if not len(self.numbers):
            return [0.0] * len(numbers)
        places = np.minimum(np.searchsorted(self.numbers, numbers), len(self.numbers) - 1)
        found: list[float] = np.where(self.numbers[places] == numbers, self.scores[places], 0.0).tolist()
        return found
