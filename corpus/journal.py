"""What was skipped, doubted or ignored, as rows that can be asked for, not as lines in a log."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping


class Level(StrEnum):
    """How loud an entry is."""

    SKIPPED = "skipped"
    WARNING = "warning"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the journal; `at` is UTC in ISO 8601."""

    at: str
    level: Level
    source: str
    message: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of one store. A row is kept as soon as `write` returns, unless a transaction is open."""

    db: sqlite3.Connection

    def write(self, level: Level, source: str, message: str, **facts: object) -> None:
        """Add a row."""
        self.db.execute(
            "insert into journal (at, level, source, message, facts) values (?, ?, ?, ?, ?)",
            (
                datetime.now(UTC).isoformat(timespec="seconds"),
                level,
                source,
                message,
                json.dumps(facts, ensure_ascii=False),
            ),
        )

    def entries(self) -> Iterator[Entry]:
        """Yield all rows, oldest first."""
        rows = self.db.execute("select at, level, source, message, facts from journal order by id")
        for at, level, source, message, facts in rows:
            yield Entry(at, Level(level), source, message, json.loads(facts))
