"""What a person has decided of what was computed: kept beside it, by ids made of content.

A judgement names records by their ids only. It stays when they go and holds again when the same content
comes back, whatever was read, joined or indexed anew in between.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from sqlite3 import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's yes or no.

    Args:
        id: of what is judged.
        kind: what that is: "join", "figure", "link".
        records: the ids of what it is made of.
        accepted: whether it holds.
        at: when that was said, ISO 8601.

    """

    id: str
    kind: str
    records: tuple[str, ...]
    accepted: bool
    at: str


class Judgements:
    """All judgements of one store. To write is the caller's transaction."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def put(self, judgement: Judgement) -> None:
        """Keep a judgement in place of an earlier one on the same."""
        j = judgement
        self.db.execute(
            "insert or replace into judgements values (?, ?, ?, ?, ?)",
            (j.id, j.kind, json.dumps(j.records), j.accepted, j.at),
        )

    def withdraw(self, identity: str) -> None:
        """Take a judgement back, as if it had never been."""
        self.db.execute("delete from judgements where id = ?", (identity,))

    def __iter__(self) -> Iterator[Judgement]:
        """Yield all judgements in the order of their ids."""
        rows = self.db.execute("select id, kind, records, accepted, at from judgements order by id")
        for identity, kind, records, accepted, at in rows:
            yield Judgement(
                id=identity, kind=kind, records=tuple(json.loads(records)), accepted=bool(accepted), at=at
            )
