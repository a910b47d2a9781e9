"""Reading and writing documents, their records and the links between them."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpus.errors import NotFound, QuoteDoesNotFit
from corpus.journal import Journal
from corpus.judgements import Judgements
from corpus.records import Document, Link, LinkKind, Quote, Record, Source
from corpus.store.codec import dump_document, dump_quotes, load_document
from corpus.store.connection import connect
from corpus.store.migrations import STEPS, migrate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path


class Store:
    """One knowledge base on disk. Writers take turns; readers see whole transactions only."""

    def __init__(self, path: Path) -> None:
        self.db = connect(path)
        migrate(self.db, "corpus", STEPS)
        self.reading = False  # whether the transaction under way only reads
        self.journal = Journal(self.db)
        self.judgements = Judgements(self.db)

    def close(self) -> None:
        """Let the database go."""
        self.db.close()

    @contextmanager
    def transaction(self, *, derived: bool = False) -> Iterator[None]:
        """Everything inside is kept together, or nothing of it.

        Counts as one generation, unless what is written is `derived` from what is held and no change of it.
        """
        self.db.execute("begin immediate")
        try:
            yield
            if not derived:
                self.db.execute(
                    "insert into meta values ('generation', '1') "
                    "on conflict (key) do update set value = cast(value as integer) + 1"
                )
            self.db.execute("commit")
        except BaseException:
            self.db.execute("rollback")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read everything inside as it is at one moment, whatever other processes write meanwhile."""
        if self.db.in_transaction:  # its moment is the one
            yield
            return
        self.db.execute("begin")
        self.reading = True
        try:
            yield
        finally:
            self.reading = False
            self.db.execute("commit")

    @property
    def generation(self) -> int:
        """How many transactions have changed this store."""
        return int(self.meta("generation") or 0)

    def meta(self, key: str) -> str | None:
        """Return a setting or a cached fact of the store."""
        row = self.db.execute("select value from meta where key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def set_meta(self, key: str, value: str) -> None:
        """Keep a setting or a cached fact."""
        self.db.execute("insert or replace into meta values (?, ?)", (key, value))

    # Sources

    def put_source(self, source: Source, size: int) -> None:
        """Keep a source and the name it came under; `size` in bytes."""
        s = source
        self.db.execute(
            "insert or ignore into sources values (?, ?, ?, ?, ?, ?, ?)",
            (s.sha256, size, s.text, s.encoding, s.evidence, s.reader, s.url),
        )
        self.put_name(s.sha256, s.name)

    def put_name(self, sha256: str, name: str) -> None:
        """Note one more name under which the same bytes arrived."""
        self.db.execute("insert or ignore into names values (?, ?)", (sha256, name))

    def put_url(self, sha256: str, url: str | None) -> None:
        """Note one more address of the same bytes; the first in alphabetical order stands for all."""
        if url is None:
            return
        self.db.execute(
            "update sources set url = min(coalesce(url, ?), ?) where sha256 = ?", (url, url, sha256)
        )
        self.db.execute(
            "update documents set body = json_set(body, '$.url', (select url from sources where sha256 = ?)) "
            "where source = ?",
            (sha256, sha256),
        )

    def latest_at(self, url: str) -> str | None:
        """Return the digest of what came last from an address."""
        query = "select sha256 from sources where url = ? order by rowid desc limit 1"
        row = self.db.execute(query, (url,)).fetchone()
        return str(row[0]) if row else None

    def names(self, sha256: str) -> tuple[str, ...]:
        """Return every name under which these bytes arrived, in alphabetical order."""
        rows = self.db.execute("select name from names where sha256 = ? order by name", (sha256,))
        return tuple(name for (name,) in rows)

    def source(self, sha256: str) -> Source:
        """Return a source under the first of its names in alphabetical order; raises NotFound."""
        row = self.db.execute(
            "select text, encoding, evidence, reader, url, (select min(name) from names n where "
            "n.sha256 = s.sha256) from sources s where sha256 = ?",
            (sha256,),
        ).fetchone()
        if row is None:
            raise NotFound(f"no source {sha256}")
        text, encoding, evidence, reader, url, name = row
        return Source(
            sha256=sha256, name=name, text=text, encoding=encoding, evidence=evidence, reader=reader, url=url
        )

    def source_names(self) -> dict[str, str]:
        """Return the first name of every source by its digest."""
        return dict(self.db.execute("select sha256, min(name) from names group by sha256"))

    def part_count(self, sha256: str) -> int:
        """Return how many documents came out of a source."""
        query = "select count(*) from documents where source = ?"
        return int(self.db.execute(query, (sha256,)).fetchone()[0])

    def compact(self) -> None:
        """Rewrite the file without what was erased, so that no byte of it is left in pages or log."""
        self.db.execute("vacuum")
        self.db.execute("pragma wal_checkpoint(truncate)")

    # Documents

    def put_document(self, document: Document) -> None:
        """Keep a document; its source must be there."""
        d = document
        self.db.execute(
            "insert into documents values (?, ?, ?, ?, ?)", (d.id, d.source, d.part, d.text, dump_document(d))
        )

    def document(self, identity: str) -> Document:
        """Return one document; raises NotFound."""
        row = self.db.execute("select * from documents where id = ?", (identity,)).fetchone()
        if row is None:
            raise NotFound(f"no document {identity}")
        return load_document(*row)

    def documents(self, source: str | None = None) -> Iterator[Document]:
        """Yield all documents, or those of one source, ordered by source and part."""
        where, values = (" where source = ?", (source,)) if source else ("", ())
        for row in self.db.execute(f"select * from documents{where} order by source, part", values):
            yield load_document(*row)

    def document_ids(self) -> Iterator[str]:
        """Yield the ids of all documents in the same order."""
        for (identity,) in self.db.execute("select id from documents order by source, part"):
            yield identity

    def heads(self) -> Iterator[tuple[str, str, str]]:
        """Yield the id, the title ("" where it has none) and the text of every document."""
        yield from self.db.execute(
            "select id, coalesce(json_extract(body, '$.title'), ''), text from documents"
        )

    def publishers(self) -> dict[str, str]:
        """Return the publisher of every document that names one, by the document's id."""
        named = "select id, json_extract(body, '$.publisher') as publisher from documents"
        return dict(self.db.execute(f"{named} where publisher > ''"))

    def forget(self, identity: str) -> str | None:
        """Erase a document and all that came from it; return its source's digest if that went with it."""
        source = self.document(identity).source
        self.db.execute("delete from documents where id = ?", (identity,))
        if self.db.execute("select 1 from documents where source = ?", (source,)).fetchone():
            return None
        self.db.execute("delete from sources where sha256 = ?", (source,))
        return source

    # Records

    def put_records(self, document: Document, records: Iterable[Record]) -> None:
        """Keep what was extracted from `document`; a quote that does not fit is refused."""
        rows = []
        for record in records:
            for quote in record.quotes:
                self._prove(document, quote)
            body = json.dumps(record.body, ensure_ascii=False, separators=(",", ":"))
            rows.append((record.id, document.id, record.kind, dump_quotes(record.quotes), body))
        self.db.executemany("insert or replace into records values (?, ?, ?, ?, ?)", rows)

    @staticmethod
    def _prove(document: Document, quote: Quote) -> None:
        """Refuse a quote whose words are not the document's at its place."""
        if quote.document != document.id or document.text[quote.start : quote.end] != quote.text:
            raise QuoteDoesNotFit(f"{document.id}[{quote.start}:{quote.end}] is not {quote.text[:40]!r}")

    def bodies(self, kind: str, document: str | None = None) -> Iterator[str]:
        """Yield the JSON of all records of a kind, ordered by document and id."""
        where, values = (" and document = ?", (kind, document)) if document else ("", (kind,))
        query = f"select body from records where kind = ?{where} order by document, id"
        for (body,) in self.db.execute(query, values):
            yield body

    def misfits(self) -> Iterator[str]:
        """Yield a line for every record whose quotes no longer fit; there should be none."""
        rows = self.db.execute(
            "select r.id, r.quotes, d.text from records r join documents d on d.id = r.document"
        )
        for identity, quotes, text in rows:
            for document, start, end, words in json.loads(quotes):
                if text[start:end] != words:
                    yield f"{identity} quotes {words[:40]!r}, but {document}[{start}:{end}] holds other words"

    # Links

    def put_link(self, link: Link) -> None:
        """Keep a judgement; the same maker's later word on the same pair replaces the earlier."""
        k = link
        self.db.execute(
            "insert or replace into links values (?, ?, ?, ?, ?, ?, ?)",
            (k.child, k.parent, k.kind, k.by, k.score, k.reason, k.holds),
        )

    def replace_links(self, makers: Collection[str], links: Iterable[Link]) -> None:
        """Put the judgements of `makers` in place of all that they judged before."""
        self.db.executemany("delete from links where maker = ?", ((maker,) for maker in makers))
        for link in links:
            self.put_link(link)

    def links(self) -> Iterator[Link]:
        """Yield all judgements, ordered by child, parent, kind and maker."""
        for child, parent, kind, by, score, reason, holds in self.db.execute("select * from links"):
            yield Link(
                child=child,
                parent=parent,
                kind=LinkKind(kind),
                by=by,
                score=score,
                reason=reason,
                holds=bool(holds),
            )
