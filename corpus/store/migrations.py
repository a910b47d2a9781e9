"""Numbered steps that bring a database of any age up to date, each room's steps counted on their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from sqlite3 import Connection

Migration = Callable[[Connection], None]


def migrate(db: Connection, room: str, steps: Sequence[Migration]) -> None:
    """Carry out the steps of `room` that this database has not seen, each in a transaction of its own."""
    db.execute("create table if not exists migrations (room text primary key, number integer not null)")
    if _number(db, room) >= len(steps):
        return
    for number, step in enumerate(steps, start=1):
        db.execute("begin immediate")
        try:
            # Asked again inside the transaction: another process may have been first.
            if _number(db, room) < number:
                step(db)
                db.execute("insert or replace into migrations values (?, ?)", (room, number))
            db.execute("commit")
        except BaseException:
            db.execute("rollback")
            raise


def _number(db: Connection, room: str) -> int:
    row = db.execute("select number from migrations where room = ?", (room,)).fetchone()
    return int(row[0]) if row else 0


def m001_corpus(db: Connection) -> None:
    """Create sources, documents, records, links and the journal."""
    for table in (
        """create table meta (key text primary key, value text not null) without rowid""",
        """create table sources (
             sha256 text primary key, size integer not null, text text not null, encoding text not null,
             evidence text not null, reader text not null, url text)""",
        # The same bytes may arrive under several names.
        """create table names (
             sha256 text not null references sources on delete cascade, name text not null,
             primary key (sha256, name)) without rowid""",
        """create table documents (
             id text primary key, source text not null references sources on delete cascade,
             part integer not null, text text not null, body text not null)""",
        """create table records (
             id text not null, document text not null references documents on delete cascade,
             kind text not null, quotes text not null, body text not null,
             primary key (document, kind, id)) without rowid""",
        """create table links (
             child text not null references documents on delete cascade,
             parent text not null references documents on delete cascade,
             kind text not null, maker text not null, score real not null, reason text not null,
             holds integer not null, primary key (child, parent, kind, maker)) without rowid""",
        """create table journal (
             id integer primary key, at text not null, level text not null, source text not null,
             message text not null, facts text not null)""",
        """create index documents_by_source on documents (source)""",
    ):
        db.execute(table)


def m002_judgements(db: Connection) -> None:
    """Create what a person has decided; it refers to nothing, so that it outlives what it is about."""
    db.execute(
        """create table judgements (
             id text primary key, kind text not null, records text not null, accepted integer not null,
             at text not null) without rowid"""
    )


def m003_addresses(db: Connection) -> None:
    """Find what came last from an address without looking through all sources."""
    db.execute("create index sources_by_url on sources (url)")


STEPS: tuple[Migration, ...] = (m001_corpus, m002_judgements, m003_addresses)
