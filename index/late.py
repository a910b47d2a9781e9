"""Matching piece by piece: late interaction over the static model's piece vectors.

A passage is kept as the numbers of its pieces, sentence by sentence. For each piece of the query the
nearest piece of the passage is found; the mean of those cosines, rare pieces weighing more, is the score.
The same pieces give the cosine of the best single sentence.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from index.passages import sentences
from index.stopwords import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from index.encoder import Pieces, StaticEncoder, Vectors

BORDER = 0xFFFF  # between sentences; no vocabulary of ours is that large
RARITY_POWER = 1.5
STOPPED = 0.3  # what a piece that only makes a question weighs of what its rarity says


class Match(NamedTuple):
    """How well each candidate fits: piece by piece, and by its best sentence."""

    late: Vectors
    sentence: Vectors


class LateMatcher:
    """Reads and matches the pieces of passages."""

    def __init__(self, encoder: StaticEncoder) -> None:
        self.encoder = encoder

    def pieces(self, titles: Sequence[str], texts: Sequence[str]) -> list[bytes]:
        """Return what is kept of each passage: the pieces of its titles, then those of each sentence."""
        parts: list[str] = []
        counts = []
        for title, text in zip(titles, texts, strict=True):
            own = [span.cut(text) for span in sentences(text)]
            parts += (title, *own)
            counts.append(1 + len(own))
        found = iter(self.encoder.pieces(parts))
        border = np.array([BORDER], dtype="<u2")
        return [
            np.concatenate([x for _ in range(count) for x in (next(found), border)])[:-1]
            .astype("<u2")
            .tobytes()
            for count in counts
        ]

    def match(self, query: str, kept: Sequence[bytes]) -> Match:
        """Match a query with the passages whose pieces are given."""
        asked = self.encoder.pieces([query])[0]
        if not len(asked) or not kept:
            zeros = np.zeros(len(kept), dtype=np.float32)
            return Match(zeros, zeros)
        held = [np.frombuffer(blob, dtype="<u2") for blob in kept]
        return Match(self._late(asked, held), self._sentence(asked, held))

    def _late(self, asked: Pieces, held: Sequence[Pieces]) -> Vectors:
        """Return the weighted mean over the query's pieces of the best cosine in each passage."""
        known, places = np.unique(np.concatenate(held), return_inverse=True)
        near = self.encoder.units(asked) @ self.encoder.units(np.where(known == BORDER, 0, known)).T
        near[:, known == BORDER] = 0.0
        np.clip(near, 0.0, None, out=near)
        starts = np.cumsum([0, *(len(pieces) for pieces in held[:-1])])
        best = np.maximum.reduceat(near[:, places], starts, axis=1)
        weights = self.weights(asked)
        scores: Vectors = weights @ best / weights.sum()
        return scores

    def weights(self, asked: Pieces) -> Vectors:
        """Return what each piece of a query counts."""
        stopped = np.where(np.isin(asked, self.stop), STOPPED, 1.0)
        weights: Vectors = (self.encoder.rarity[asked] ** RARITY_POWER * stopped).astype(np.float32)
        return weights

    @cached_property
    def stop(self) -> Pieces:
        """The pieces that are stop words."""
        numbers = (self.encoder.tokenizer.token_to_id(word) for word in STOPWORDS)
        return np.array([n for n in numbers if n is not None], dtype=np.uint16)

    def _sentence(self, asked: Pieces, held: Sequence[Pieces]) -> Vectors:
        """Return the cosine of the best sentence of each passage."""
        query = self.encoder.pool([asked])[0]
        parts, owners = [], []
        for owner, pieces in enumerate(held):
            for part in np.split(pieces, np.flatnonzero(pieces == BORDER)):
                parts.append(part[part != BORDER])
                owners.append(owner)
        cosines = self.encoder.pool(parts) @ query
        best: Vectors = np.full(len(held), -1.0, dtype=np.float32)
        np.maximum.at(best, np.array(owners), cosines)
        return best


def write(db: Connection, numbers: Sequence[int], kept: Sequence[bytes]) -> None:
    """Keep the pieces of passages."""
    db.executemany("insert into pieces values (?, ?)", zip(numbers, kept, strict=True))


def read(db: Connection, numbers: Sequence[int]) -> list[bytes]:
    """Return the pieces of these passages, in this order."""
    marks = ",".join("?" * len(numbers))
    rows = dict(db.execute(f"select number, pieces from pieces where number in ({marks})", numbers))
    return [rows.get(number, b"") for number in numbers]
