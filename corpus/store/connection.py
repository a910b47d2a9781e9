"""Opening a database that is ours, and no other."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from corpus.errors import ForeignDatabase

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x706B6221  # "pkb!", see https://www.sqlite.org/pragma.html#pragma_application_id
BUSY_SECONDS = 60.0


def connect(path: Path) -> sqlite3.Connection:
    """Open or create the store's database in autocommit mode.

    Raises ForeignDatabase where the file is no database or belongs to another program.
    """
    fresh = not path.exists() or path.stat().st_size == 0
    try:
        db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise ForeignDatabase(f"{path} cannot be opened ({error})") from error
    try:
        if not fresh:
            _recognise(db, path)
        _prepare(db)
    except sqlite3.DatabaseError as error:
        db.close()
        raise ForeignDatabase(f"{path} is not a database of policykb ({error})") from error
    except ForeignDatabase:
        db.close()
        raise
    return db


def _recognise(db: sqlite3.Connection, path: Path) -> None:
    """Refuse a database that another program made; one without any table is taken over."""
    mark = db.execute("pragma application_id").fetchone()[0]
    tables = db.execute("select count(*) from sqlite_master").fetchone()[0]
    if mark != APPLICATION_ID and tables:
        raise ForeignDatabase(f"{path} is a database, but not one of policykb")


def _prepare(db: sqlite3.Connection) -> None:
    """Set what holds for every connection.

    WAL lets readers go on while one process writes; FULL makes a commit outlive a power cut;
    secure_delete overwrites what is erased.
    """
    for pragma in (
        f"application_id = {APPLICATION_ID}",
        "journal_mode = wal",
        "synchronous = full",
        "foreign_keys = on",
        "secure_delete = on",
    ):
        db.execute(f"pragma {pragma}")
