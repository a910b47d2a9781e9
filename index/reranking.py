"""A second look at the best of what was found: a cross-encoder reads query and passage together.

It is slow, so that only the head is given to it. Its own scores are on a scale of its own; the passages
change places, and each place keeps the score that the fusion gave it, so that limits fitted to those hold.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.fusion import Found

HEAD = 32  # passages that are read again


class Reranker(Protocol):
    """Anything that says how well passages answer a query, on any scale."""

    name: str

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """Return one number for each text, the higher the better."""
        ...


def reordered(head: Sequence[Found], read_again: Sequence[float]) -> list[Found]:
    """Return the head by what was read again, best first; equals stay as they were."""
    places = sorted((found.score for found in head), reverse=True)
    order = sorted(range(len(head)), key=lambda i: (-read_again[i], -head[i].score, head[i].number))
    return [replace(head[i], given=score) for i, score in zip(order, places, strict=True)]
