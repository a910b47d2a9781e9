"""The exported plan as a SQLite database, one table for each kind of record."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from kb.exporting.seals import UNSEALED
from kb.exporting.tables import KEYS, NUMBERS, PLACES, tables

if TYPE_CHECKING:
    from kb.exporting.tables import Export, Table


def as_sqlite(export: Export) -> bytes:
    """Return the tables as a database file; its table `export` holds the whole plan as JSON, too."""
    with closing(sqlite3.connect(":memory:")) as db:
        for table in tables(export):
            _write(db, table)
        db.execute("create table export (json text)")
        db.execute("insert into export values (?)", [json.dumps(export, ensure_ascii=False)])
        db.execute("insert into about values ('seal', ?)", [UNSEALED])
        db.commit()
        return db.serialize()


def from_sqlite(data: bytes) -> str:
    """Return the plan that such a database holds as JSON; raises ValueError where it holds none."""
    with closing(sqlite3.connect(":memory:")) as db:
        try:
            db.deserialize(data)
            [(text,)] = db.execute("select json from export").fetchall()
        except sqlite3.Error as error:
            raise ValueError(str(error)) from None
        return str(text)


def _write(db: sqlite3.Connection, table: Table) -> None:
    kinds = ((c, "numeric" if c in NUMBERS else "integer" if c in PLACES else "text") for c in table.columns)
    columns = ", ".join(f'"{column}" {kind}' for column, kind in kinds)
    key = f", primary key ({', '.join(KEYS[table.name])})" if table.name in KEYS else ""
    db.execute(f'create table "{table.name}" ({columns}{key})')
    marks = ", ".join("?" * len(table.columns))
    db.executemany(f'insert into "{table.name}" values ({marks})', table.rows)
