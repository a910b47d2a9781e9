"""The tables of the index, in the store's database: what is written with a document is committed with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

ROOM = "index"  # under which the store counts these steps


def m001_passages(db: Connection) -> None:
    """Create passages with their vectors, pieces and words, and the state of the index."""
    for table in (
        # Numbers are never used twice, so a reader that knows all up to n needs only what lies above.
        """create table passages (
             number integer primary key autoincrement, id text not null unique, document text not null,
             start integer not null, "end" integer not null, section text not null,
             language text not null, title text not null, text text not null)""",
        """create index passages_by_document on passages (document)""",
        """create index passages_by_language on passages (language)""",
        """create table vectors (
             number integer primary key references passages on delete cascade, vector blob not null)""",
        """create table pieces (
             number integer primary key references passages on delete cascade,
             pieces blob not null, lengths blob not null)""",
        """create virtual table words using fts5 (
             tokens, titles, tokenize = "unicode61 remove_diacritics 0")""",
        """create table index_state (key text primary key, value text not null) without rowid""",
    ):
        db.execute(table)


STEPS: tuple[Callable[[Connection], None], ...] = (m001_passages,)
