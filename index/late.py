"""Matching piece by piece: late interaction over the static model's piece vectors.

A passage is kept as the numbers of its pieces, sentence by sentence. For each piece of the query the
nearest piece of the passage is found; the mean of those cosines, rare pieces weighing more, is the score.
The same pieces give the cosine of the best single sentence.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from index.encoder import unit
from index.passages import sentences
from index.stopwords import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    import numpy.typing as npt

    from index.encoder import Pieces, StaticEncoder, Vectors

BORDER = 0xFFFF  # between sentences; no vocabulary of ours is that large
RARITY_POWER = 1.5
HAD = 0.4
SMOOTHED = 0.7  # added to the number of passages that have a piece, so that none is no division by zero
STOPPED = 0.3  # what a piece that only makes a question weighs of what its rarity says


class Kept(NamedTuple):
    """What is kept of a passage: its pieces, a border before each part, and the length of each part's vector.

    The parts are the titles, then sentence by sentence. With the lengths known, the cosine of a part
    needs no vector of it, only one number a piece.
    """

    pieces: bytes
    lengths: bytes


class Match(NamedTuple):
    """How well each candidate fits: piece by piece, and by its best sentence."""

    late: Vectors
    sentence: Vectors


class LateMatcher:
    """Reads and matches the pieces of passages."""

    def __init__(self, encoder: StaticEncoder) -> None:
        self.encoder = encoder

    def keep(self, titles: Sequence[str], texts: Sequence[str]) -> list[Kept]:
        """Return what is kept of passages."""
        parts: list[str] = []
        counts: list[int] = []
        for title, text in zip(titles, texts, strict=True):
            own = [span.cut(text) for span in sentences(text)]
            parts += (title, *own)
            counts.append(1 + len(own))
        pieces = self.encoder.pieces(parts)
        lengths = np.linalg.norm(self.encoder.sums(pieces), axis=1).astype("<f4")
        marked = [np.concatenate((BORDERS, part)).astype("<u2") for part in pieces]
        ends = np.cumsum(counts).tolist()
        return [
            Kept(np.concatenate(marked[start:end]).tobytes(), lengths[start:end].tobytes())
            for start, end in zip((0, *ends[:-1]), ends, strict=True)
        ]

    def match(self, query: str, held: Sequence[Kept]) -> Match:
        """Match a query with passages."""
        asked = self.encoder.pieces([query])[0]
        if not len(asked) or not held:
            zeros = np.zeros(len(held), dtype=np.float32)
            return Match(zeros, zeros)
        pieces = np.frombuffer(b"".join(kept.pieces for kept in held), dtype="<u2")
        starts = np.cumsum([0, *(len(kept.pieces) // 2 for kept in held[:-1])])
        present = np.zeros(BORDER + 1, dtype=bool)
        present[pieces] = True
        known = np.flatnonzero(present).astype(np.uint16)
        at = np.cumsum(present) - 1
        rows = self.encoder.rows(np.where(known == BORDER, 0, known).astype(np.uint16))
        rows[known == BORDER] = 0.0
        places = at[pieces]
        return Match(self._late(asked, unit(rows), places, starts), self._sentence(asked, rows, places, held))

    def _late(
        self, asked: Pieces, units: Vectors, places: npt.NDArray[np.int64], starts: npt.NDArray[np.int64]
    ) -> Vectors:
        """Return the weighted mean over the query's pieces of the best cosine in each passage."""
        near = np.clip(self.encoder.units(asked) @ units.T, 0.0, None)
        best = np.maximum.reduceat(near[:, places], starts, axis=1)
        weights = self.weights(asked) * seldom(best)
        scores: Vectors = weights @ best / weights.sum()
        return scores

    def _sentence(
        self, asked: Pieces, rows: Vectors, places: npt.NDArray[np.int64], held: Sequence[Kept]
    ) -> Vectors:
        """Return the cosine of the best part of each passage."""
        query = self.encoder.pool([asked])[0]
        is_border: npt.NDArray[np.bool_] = np.abs(rows).max(axis=1) == 0
        borders = np.flatnonzero(is_border[places])
        lengths = np.frombuffer(b"".join(kept.lengths for kept in held), dtype="<f4")
        cosines = np.add.reduceat((rows @ query)[places], borders) / np.maximum(lengths, 1e-6)
        parts = np.cumsum([0, *(len(kept.lengths) // 4 for kept in held[:-1])])
        best: Vectors = np.maximum.reduceat(cosines, parts)
        return best

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


def seldom(best: Vectors) -> Vectors:
    """Return how few of the passages have each piece of a query, by its best cosine in each: 1 for none.

    All passages of a plan for medical devices say "medical devices", under whose title they stand: which
    of them is meant is told by the other pieces. A passage has a piece by degrees, from a cosine of `HAD` on.
    """
    return idf(np.clip((best - HAD) / (1.0 - HAD), 0.0, 1.0).sum(axis=1), best.shape[1])


def idf(having: Vectors, count: int) -> Vectors:
    """Return the inverse document frequency (Spärck Jones 1972) of what so many of `count` passages have.

    It is 1 for what none of them has.
    """
    most = np.log((count + 1) / SMOOTHED)
    return np.asarray(np.log((count + 1) / (having + SMOOTHED)) / most, dtype=np.float32)


BORDERS = np.array([BORDER], dtype=np.uint16)


def write(db: Connection, numbers: Sequence[int], held: Sequence[Kept]) -> None:
    """Keep the pieces of passages."""
    rows = ((number, *kept) for number, kept in zip(numbers, held, strict=True))
    db.executemany("insert into pieces values (?, ?, ?)", rows)


def read(db: Connection, numbers: Sequence[int]) -> list[Kept]:
    """Return the pieces of these passages, in this order; they must be held."""
    marks = ",".join("?" * len(numbers))
    rows = db.execute(f"select * from pieces where number in ({marks})", numbers)
    found = {number: Kept(pieces, lengths) for number, pieces, lengths in rows}
    return [found[number] for number in numbers]
