"""The index: passages written with their document, and found in either language.

Everything it knows lies in the store's database and is committed with the document; Chroma is a copy
of the vectors that is brought up to date afterwards and can be thrown away at any time.
"""

from __future__ import annotations

from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus.errors import StaleIndex
from index import dense, late, lexical
from index.chroma import Shelf, State
from index.encoder import StaticEncoder
from index.fusion import Found, shared
from index.passages import Passage
from index.reranking import HEAD, reordered
from index.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path
    from sqlite3 import Connection

    from index.encoder import Encoder, Vectors
    from index.reranking import Reranker
    from index.scored import Scored

CANDIDATES = 100  # of each language and each way of matching …
LARGE, COMMON = 20_000, 0.05  # of so many passages a word that this share has is looked for only if alone
BY_WORDS = 2_000  # … by words out of so many in any language: a year is in every tenth passage
BATCH = 2_000


@dataclass(slots=True)
class Asked:
    """A query with what was computed once for all languages; `cosines` only where all are compared."""

    query: str
    vector: Vectors
    words: Scored
    cosines: Scored | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, and what each way of matching says of it."""

    passage: Passage
    score: float
    dense: float
    lexical: float
    late: float


class Index:
    """All passages of a store, in one database with it."""

    def __init__(
        self,
        db: Connection,
        folder: Path,
        encoder: Encoder,
        reranker: Reranker | None = None,
        reading: Callable[[], bool] = lambda: False,
    ) -> None:
        """Open it; `reading` says whether a transaction under way is one that only reads."""
        self.db = db
        self.encoder = encoder
        self.reranker = reranker
        self.matcher = late.LateMatcher(encoder if isinstance(encoder, StaticEncoder) else StaticEncoder())
        self.matrix = dense.Matrix(db)
        self.roll = Roll(db)
        self.shelf = Shelf(folder, db)
        self.documents: Collection[str] | None = None
        self.languages: Collection[str] | None = None
        self.reading = reading
        self._reading = False

    # Writing, inside the caller's transaction

    def write(self, document_id: str, passages: Sequence[Passage]) -> None:
        """Index the passages of a document; what was held of it before is replaced."""
        self.remove(document_id)
        if not passages:
            return
        self._check_model()
        self._set("encoder", self.encoder.name)
        numbers = [self._insert(passage) for passage in passages]
        titles = [f"{p.title} {p.section}" for p in passages]
        texts = [p.text for p in passages]
        lexical.write(self.db, zip(numbers, texts, titles, strict=True))
        self._encode(numbers, [p.section for p in passages], titles, texts)

    def _insert(self, p: Passage) -> int:
        found = self.db.execute(
            'insert into passages (id, document, start, "end", section, language, title, text)'
            " values (?, ?, ?, ?, ?, ?, ?, ?)",
            (p.id, p.document, p.start, p.end, p.section, p.language, p.title, p.text),
        )
        assert found.lastrowid is not None
        return found.lastrowid

    def _encode(
        self, numbers: Sequence[int], sections: Sequence[str], titles: Sequence[str], texts: Sequence[str]
    ) -> None:
        """Write the vectors and the pieces of passages. The document's title would drown what each says."""
        named = [f"{section} {text}" for section, text in zip(sections, texts, strict=True)]
        dense.write(self.db, numbers, self.encoder.encode(named))
        late.write(self.db, numbers, self.matcher.keep(titles, texts))

    def remove(self, document_id: str) -> None:
        """Take a document's passages out of every table."""
        held = self.db.execute("select number from passages where document = ?", (document_id,))
        numbers = [number for (number,) in held]
        if not numbers:
            return
        lexical.remove(self.db, numbers)
        for table in ("vectors", "pieces", "passages"):
            self.db.executemany(f"delete from {table} where number = ?", ((n,) for n in numbers))
        self._set("removals", str(self._removals + 1))

    # Reading

    def count(self) -> int:
        """Return how many passages there are to be found."""
        with self.snapshot():
            self.roll.refresh(self._removals)
            masks = [mask for _, mask in self.roll.allowed(self.languages, self.documents)]
        return sum(int(np.count_nonzero(mask)) for mask in masks)

    def within(
        self, documents: Collection[str] | None = None, languages: Collection[str] | None = None
    ) -> Index:
        """Return this index for reading in some documents (by their ids) and languages only."""
        part = copy(self)
        part.documents, part.languages = documents, languages
        return part

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """Return the passages that fit a query in any language best, each language with its share."""
        with self.snapshot():
            self._check_model()
            self.roll.refresh(self._removals)
            common = round(COMMON * self.roll.count) if self.roll.count >= LARGE else None
            words = lexical.search(self.db, query, BY_WORDS if self.documents is None else None, common)
            asked = Asked(query, self.encoder.encode_queries([query])[0], words)
            large = self.documents is None and self.shelf.is_worthwhile(self.roll.count)
            state = self._state() if large else None
            found: list[Found] = []
            for language, allowed in self.roll.allowed(self.languages, self.documents):
                near = self.shelf.search(state, asked.vector, CANDIDATES, language) if state else None
                if near is None:
                    near = self._all_cosines(asked).best(allowed, CANDIDATES)
                numbers = dict.fromkeys((*near, *words.best(allowed, CANDIDATES)))
                found += self._match(asked, language, list(numbers))
            if self.reranker:
                found = self._read_again(query, found, self.reranker)
            return self._hits(shared(found, limit))

    def _read_again(self, query: str, found: Sequence[Found], reranker: Reranker) -> list[Found]:
        """Return what was found with the head in the order that the reranker gives it."""
        head = shared(found, HEAD)
        texts = [f"{hit.passage.section}\n{hit.passage.text}".strip() for hit in self._hits(head)]
        moved = {f.number: f for f in reordered(head, reranker.scores(query, texts))}
        return [moved.get(f.number, f) for f in found]

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read everything inside as it is at one moment, whatever other processes write meanwhile."""
        if self._reading or self.reading():
            yield
        elif self.db.in_transaction:
            yield
            self.matrix.removals = self.roll.removals = -1  # what was read may never be committed
        else:
            self.db.execute("begin")
            self._reading = True
            try:
                yield
            finally:
                self._reading = False
                self.db.execute("commit")

    def _all_cosines(self, asked: Asked) -> Scored:
        """Return how near every passage is to a query, computed once for it."""
        if asked.cosines is None:
            self.matrix.refresh(self._removals)
            asked.cosines = self.matrix.compare(asked.vector)
        return asked.cosines

    def _match(self, asked: Asked, language: str, numbers: Sequence[int]) -> list[Found]:
        """Return what each way of matching says of the candidates of one language."""
        if not numbers:
            return []
        match = self.matcher.match(asked.query, late.read(self.db, numbers))
        if asked.cosines:
            cosines = asked.cosines.of(numbers)
        else:
            cosines = dense.cosines(self.db, asked.vector, numbers)
        return [
            Found(number=number, language=language, dense=cosine, sentence=sentence, late=best, lexical=words)
            for number, cosine, sentence, best, words in zip(
                numbers,
                cosines,
                match.sentence.tolist(),
                match.late.tolist(),
                asked.words.of(numbers),
                strict=True,
            )
        ]

    def _hits(self, chosen: Sequence[Found]) -> list[Hit]:
        """Return the passages that were chosen."""
        marks = ",".join("?" * len(chosen))
        rows = self.db.execute(
            'select number, id, document, start, "end", section, language, text, title'
            f" from passages where number in ({marks})",
            [f.number for f in chosen],
        )
        names = ("id", "document", "start", "end", "section", "language", "text", "title")
        held = {number: Passage(**dict(zip(names, row, strict=True))) for number, *row in rows}
        return [Hit(held[f.number], f.score, f.dense, f.lexical, f.late) for f in chosen]

    # Keeping

    def sync(self) -> bool:
        """Bring Chroma up to date with what is committed; False where it is missing or broken."""
        return self.shelf.sync(self._state)

    def verify(self) -> list[str]:
        """Return what is wrong: passages that one way of matching does not know, or cannot reach."""
        findings = [
            finding
            for table, key in (("vectors", "number"), ("pieces", "number"), ("words", "rowid"))
            for finding in self._unlike(table, key)
        ]
        self.matrix.refresh(self._removals)
        names = dict(self.db.execute("select number, id from passages"))
        findings += [f"{names.get(n, n)} is not found by its own vector" for n in self.matrix.unreachable()]
        lost = self.shelf.unreachable(self._state()) or []
        return findings + [f"{names.get(n, n)} is not reachable in Chroma" for n in lost]

    def _unlike(self, table: str, key: str) -> Iterator[str]:
        """Yield where a table and the passages do not hold the same."""
        missing = f"select id from passages where number not in (select {key} from {table}) order by 1"
        yield from (f"{name} is missing from {table}" for (name,) in self.db.execute(missing))
        strays = f"select count(*) from {table} where {key} not in (select number from passages)"
        if count := self.db.execute(strays).fetchone()[0]:
            yield f"{table} holds {count} entries without a passage"

    def rebuild(self) -> None:
        """Compute everything anew from the passages, and Chroma in a new folder."""
        self.db.execute("begin immediate")
        try:
            for table in ("vectors", "pieces", "words"):
                self.db.execute(f"delete from {table}")
            self._set("encoder", self.encoder.name)
            self._set("removals", str(self._removals + 1))
            last = 0
            while rows := self.db.execute(
                "select number, section, title, text from passages where number > ? order by number limit ?",
                (last, BATCH),
            ).fetchall():
                numbers, sections, own, texts = zip(*rows, strict=True)
                titles = [f"{title} {section}" for title, section in zip(own, sections, strict=True)]
                lexical.write(self.db, zip(numbers, texts, titles, strict=True))
                self._encode(numbers, sections, titles, texts)
                last = numbers[-1]
            self.db.execute("commit")
        except BaseException:
            self.db.execute("rollback")
            raise
        self.shelf.sync(self._state, anew=True)

    # State

    def _state(self) -> State:
        """Return what the tables hold now."""
        last, count = self.db.execute("select coalesce(max(number), 0), count(*) from passages").fetchone()
        return State(encoder=self.encoder.name, last=last, count=count, removals=self._removals)

    @property
    def _removals(self) -> int:
        """How often something was removed or computed anew: what readers hold from before is void."""
        return int(self._get("removals", "0"))

    @property
    def stale(self) -> bool:
        """Whether the vectors are of another model."""
        return self._builder != self.encoder.name

    @property
    def _builder(self) -> str:
        """The model that the vectors are of; where there are none it may be any."""
        held = self.db.execute("select 1 from passages limit 1").fetchone()
        return self._get("encoder", self.encoder.name) if held else self.encoder.name

    def _check_model(self) -> None:
        """Raise StaleIndex where the vectors are of another model."""
        if self.stale:
            raise StaleIndex(f"the index was built by {self._builder}, not by {self.encoder.name}")

    def _get(self, key: str, otherwise: str) -> str:
        row = self.db.execute("select value from index_state where key = ?", (key,)).fetchone()
        return str(row[0]) if row else otherwise

    def _set(self, key: str, value: str) -> None:
        self.db.execute("insert or replace into index_state values (?, ?)", (key, value))
