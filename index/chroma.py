"""Chroma as an index over the vectors that the store holds: fast for many, and never the only copy.

Chroma loses vectors when two processes write, and may break for good when one is killed while writing.
So one process writes at a time, under a file lock; a note beside the collection says what it holds and
whether it was left whole; what was not, or lacks a removal, is built anew in another folder, and the
note is swapped. Texts never go in: only numbers, languages and vectors. Where Chroma is missing or
broken, exact search answers in its place.
"""

from __future__ import annotations

import fcntl
import json
import shutil
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from sqlite3 import Connection

    from index.encoder import Vectors

WORTHWHILE = 200_000  # passages; below, reading all vectors and comparing them is faster than opening Chroma
BATCH = 5_000
SETTINGS: Any = {"hnsw": {"space": "cosine", "ef_construction": 128, "ef_search": 128}}
SAME = 1e-3  # a vector in half precision is as near as this to itself


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a collection should hold, or does: all passages up to `last`, after so many removals."""

    encoder: str
    last: int
    count: int
    removals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What stands beside the collections: which folder counts, what it holds, whether it was left whole."""

    folder: str
    whole: bool
    state: State


class Shelf:
    """The folder with the collection; `db` holds the vectors."""

    def __init__(self, folder: Path, db: Connection) -> None:
        self.folder = folder
        self.db = db

    @property
    def note(self) -> Note | None:
        """The note, or None where there is none that can be read."""
        try:
            held = json.loads((self.folder / "current.json").read_text(encoding="utf-8"))
            return Note(folder=held["folder"], whole=held["whole"], state=State(**held["state"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _put(self, note: Note) -> None:
        fresh = self.folder / "current.json.new"
        fresh.write_text(json.dumps(asdict(note)), encoding="utf-8")
        fresh.replace(self.folder / "current.json")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Be the only process that writes."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "writer.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def sync(self, state: Callable[[], State], *, anew: bool = False) -> bool:
        """Bring the collection to what the store holds; False where Chroma is missing or broken.

        `state` is asked again under the lock: another process may have gone on meanwhile. One that is too
        small to be asked is not kept.
        """
        if not self.is_worthwhile(state().count):
            return self._drop()
        note = self.note
        if not anew and note is not None and note.whole and note.state == state():
            return True
        with self._writing():
            with _Forgiving():
                return self._sync(state(), anew=anew)
            return False

    def _sync(self, wanted: State, *, anew: bool) -> bool:
        note = self.note
        usable = (
            not anew
            and note is not None
            and note.whole
            and (note.state.encoder, note.state.removals) == (wanted.encoder, wanted.removals)
            and (self.folder / note.folder).is_dir()
        )
        if not usable or note is None:
            return self._build(wanted)
        if note.state.last >= wanted.last:
            return True
        self._put(replace(note, whole=False))
        self._fill(note.folder, note.state.last, wanted.last)
        self._put(replace(note, state=wanted))
        return True

    def _drop(self) -> bool:
        """Keep no collection: one that is not kept up would hold vectors of what is forgotten."""
        if self.folder.exists() and (self.note or self._collections()):
            with self._writing():
                (self.folder / "current.json").unlink(missing_ok=True)
                for path in self._collections():
                    shutil.rmtree(path, ignore_errors=True)
        return True

    def _build(self, wanted: State) -> bool:
        """Build all in a folder that nobody reads, then let the note name it."""
        number = 1 + max((int(p.name.partition("-")[2]) for p in self._collections()), default=0)
        name = f"vectors-{number}"
        self._fill(name, 0, wanted.last)
        self._put(Note(folder=name, whole=True, state=wanted))
        for path in self._collections():
            if path.name != name:
                shutil.rmtree(path, ignore_errors=True)
        return True

    def _collections(self) -> list[Path]:
        return [p for p in self.folder.glob("vectors-*") if p.name.partition("-")[2].isdigit()]

    def _fill(self, name: str, after: int, last: int) -> None:
        """Put the vectors of the passages after one number, up to another, into a collection."""
        client, collection = _open(self.folder / name)
        try:
            rows = self.db.execute(
                "select number, language, vector from vectors join passages using (number)"
                " where number > ? and number <= ? order by number",
                (after, last),
            )
            while batch := rows.fetchmany(BATCH):
                collection.upsert(
                    ids=[str(number) for number, _, _ in batch],
                    embeddings=np.frombuffer(b"".join(b for _, _, b in batch), "<f2")
                    .reshape(len(batch), -1)
                    .astype(np.float32),
                    metadatas=[{"language": language} for _, language, _ in batch],
                )
        finally:
            client.close()

    def _reading(self, wanted: State) -> Any | None:
        """Return the collection, opened anew when the note has changed; None where it is not up to date."""
        note = self.note
        if note is None or not note.whole or note.state != wanted:
            return None
        opened = _OPENED.get(self.folder)
        if opened is None or opened[0] != note:
            if opened is not None:
                opened[1].close()
            opened = _OPENED[self.folder] = (note, *_open(self.folder / note.folder))
        return opened[2]

    @staticmethod
    def is_worthwhile(count: int) -> bool:
        """Whether asking Chroma is faster than comparing so many passages."""
        return count >= WORTHWHILE

    def search(self, wanted: State, query: Vectors, limit: int, language: str) -> dict[int, float] | None:
        """Return the nearest passages of one language, or None where exact search must answer."""
        note = self.note
        found = None
        with _Forgiving():
            if (collection := self._reading(wanted)) is not None:
                found = collection.query(
                    query_embeddings=[query],
                    n_results=limit,
                    where={"language": language},
                    include=["distances"],
                )
        if found is None or self.note != note:  # while it was asked, it may have been thrown away
            return None
        cosines = (1.0 - distance for distance in found["distances"][0])
        return dict(zip(map(int, found["ids"][0]), cosines, strict=True))

    def unreachable(self, wanted: State) -> list[int] | None:
        """Return the passages that their own vectors do not find; None where Chroma is not in use."""
        with _Forgiving():
            collection = self._reading(wanted)
            if collection is None:
                return None
            lost: list[int] = []
            rows = self.db.execute("select number, vector from vectors order by number")
            while batch := rows.fetchmany(500):
                lost += _not_found(collection, batch)
            return lost
        return [number for (number,) in self.db.execute("select number from vectors order by number")]


def _not_found(collection: Any, batch: Sequence[tuple[int, bytes]]) -> list[int]:
    """Return the numbers that are neither found by their vectors nor hidden by many just like them."""
    vectors = np.frombuffer(b"".join(blob for _, blob in batch), "<f2").reshape(len(batch), -1)
    found = collection.query(query_embeddings=vectors.astype(np.float32), n_results=10, include=["distances"])
    return [
        number
        for (number, _), ids, distances in zip(batch, found["ids"], found["distances"], strict=True)
        if str(number) not in ids and (len(ids) < 10 or distances[-1] > SAME)
    ]


def _open(folder: Path) -> tuple[Any, Any]:
    """Open a collection. Vectors are always passed in, so no model is fetched; nothing is reported."""
    import chromadb
    from chromadb.config import Settings

    client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    collection = client.get_or_create_collection("passages", embedding_function=None, configuration=SETTINGS)
    return client, collection


# What is open for reading, with the note it was opened under, by folder. Chroma shares what is open within a
# process and never looks again at what others write, so all shelves of a process must let go together.
_OPENED: dict[Path, tuple[Note, Any, Any]] = {}


class _Forgiving:
    """Goes on where Chroma breaks, for exact search can answer; a panic of its Rust part is no Exception."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        return isinstance(error, Exception) or type(error).__name__ == "PanicException"
