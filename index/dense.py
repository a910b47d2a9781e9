"""Matching by meaning: the passages' vectors, kept in the store and searched exactly with NumPy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.scored import Scored

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from index.encoder import Vectors
    from index.scored import Numbers

BATCH = 4_096  # vectors read at once
HALF_PRECISION = 0.01  # as near to 1 a length is after it was rounded


def write(db: Connection, numbers: Sequence[int], vectors: Vectors) -> None:
    """Keep the vectors of passages, in half precision."""
    rows = zip(numbers, (row.tobytes() for row in vectors.astype("<f2")), strict=True)
    db.executemany("insert into vectors values (?, ?)", rows)


def cosines(db: Connection, query: Vectors, numbers: Sequence[int]) -> list[float]:
    """Return the cosine of each of these passages, which must be held."""
    marks = ",".join("?" * len(numbers))
    held = dict(db.execute(f"select number, vector from vectors where number in ({marks})", numbers))
    found: list[float] = (_rows([held[number] for number in numbers]) @ query).tolist()
    return found


def _rows(blobs: Sequence[bytes]) -> Vectors:
    """Return vectors as they were kept."""
    return np.frombuffer(b"".join(blobs), dtype="<f2").reshape(len(blobs), -1).astype(np.float32)


class Matrix:
    """The vectors of all passages in memory, brought up to date from the store before each search.

    `removals` is as in `index.roll.Roll`.
    """

    def __init__(self, db: Connection) -> None:
        self.db = db
        self.removals = -1
        self._clear()

    def _clear(self) -> None:
        self.numbers: Numbers = np.empty(0, dtype=np.int64)
        self.rows: Vectors = np.empty((0, 0), dtype=np.float32)

    def refresh(self, removals: int) -> None:
        """Read what was added since the last time, or everything where something was removed."""
        if removals != self.removals:
            self._clear()
            self.removals = removals
        last = int(self.numbers[-1]) if len(self.numbers) else 0
        size, count = self.db.execute(
            "select max(length(vector)) / 2, count(*) from vectors where number > ?", (last,)
        ).fetchone()
        if count:
            self._append(last, size, count)

    def _append(self, last: int, size: int, count: int) -> None:
        """Read so many vectors after the `last` known one, in stretches, lest all bytes lie twice."""
        end = len(self.numbers)
        numbers = np.concatenate((self.numbers, np.empty(count, dtype=np.int64)))
        rows = np.empty((end + count, size), dtype=np.float32)
        if end:
            rows[:end] = self.rows
        new = self.db.execute(
            "select number, vector from vectors where number > ? order by number limit ?", (last, count)
        )
        while part := new.fetchmany(BATCH):
            start, end = end, end + len(part)
            numbers[start:end] = [number for number, _ in part]
            rows[start:end] = _rows([vector for _, vector in part])
        self.numbers, self.rows = numbers[:end], rows[:end]

    def compare(self, query: Vectors) -> Scored:
        """Return the cosine of every passage with a query."""
        return Scored(self.numbers, self.rows @ query if len(self.numbers) else np.empty(0, np.float32))

    def unreachable(self) -> list[int]:
        """Return the passages whose vector is no direction, so that no query can find them."""
        lengths = np.linalg.norm(self.rows, axis=1) if len(self.numbers) else np.empty(0)
        broken = ~(np.abs(lengths - 1.0) < HALF_PRECISION)
        found: list[int] = self.numbers[broken].tolist()
        return found
