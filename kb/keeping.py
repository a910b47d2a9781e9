"""What was joined, kept in the store record by record: a question reads only the records that it needs.

A mark says of what and by whom the rows were joined. Rows under another mark are never taken for those that a
reader began with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.errors import Outdated
from kb.codec import dump_json, load_json
from kb.knowledge import Knowledge, R, Records, stand_in
from kb.records import Organisation, Plan, Product, Target, Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from sqlite3 import Connection

    from corpus.store import Migration, Store

MARK = "knowledge"  # under which the store keeps the mark
ROOM = "joined"  # under which the store counts these steps
_KINDS: dict[str, type[Any]] = {
    "plans": Plan,
    "targets": Target,
    "tasks": Task,
    "products": Product,
    "organisations": Organisation,
}
_OURS = (
    "select m.value, j.number, j.body from meta m left join joined j on j.kind = ?{} where m.key = ?"
    " order by j.number"
)
_IN = " and j.number in (select number from joined_in where kind = ? and document = ?)"


def m001_joined(db: Connection) -> None:
    """Create tables for what is joined, which was one long text before; it is joined anew."""
    for table in (
        """create table joined (
             kind text not null, number integer not null, body text not null, primary key (kind, number))
             without rowid""",
        """create table joined_in (
             kind text not null, document text not null, number integer not null,
             primary key (kind, document, number)) without rowid""",
    ):
        db.execute(table)
    db.execute("insert or replace into meta values (?, '')", (MARK,))


STEPS: tuple[Migration, ...] = (m001_joined,)


class Kept(Records[R]):
    """Records that are read from the store when they are asked for; each is one object however it is reached.

    Raises Outdated where others have been joined since.
    """

    def __init__(self, store: Store, mark: str, kind: str, record: type[R]) -> None:
        self._store, self._mark, self._kind, self._record = store, mark, kind, record
        self._known: dict[int, R] = {}
        self._of: dict[str, tuple[R, ...]] = {}
        self._whole: tuple[R, ...] | None = None

    def every(self) -> tuple[R, ...]:
        """Return all of them."""
        if self._whole is None:
            self._whole = self._read("", self._kind)
        return self._whole

    def of(self, document: str) -> Sequence[R]:
        """Return those that a document states or lists, in the same order."""
        if document not in self._of:
            self._of[document] = self._read(_IN, self._kind, self._kind, document)
        return self._of[document]

    def _read(self, where: str, *values: Any) -> tuple[R, ...]:
        rows = self._store.db.execute(_OURS.format(where), (*values, MARK))
        return tuple(self._record_of(number, body) for number, body in self._proved(rows))

    def _proved(self, rows: Iterator[tuple[str, int | None, str]]) -> Iterator[tuple[int, str]]:
        for mark, number, body in rows:
            if mark != self._mark:
                raise Outdated("what was joined has been joined anew by another process")
            if number is not None:
                yield number, body

    def _record_of(self, number: int, body: str) -> R:
        if number not in self._known:
            self._known[number] = load_json(body, self._record)
        return self._known[number]


def kept(store: Store, mark: str) -> Knowledge:
    """Return what is kept under a mark."""
    return Knowledge(**{kind: Kept(store, mark, kind, record) for kind, record in _KINDS.items()})


def keep(store: Store, mark: str, knowledge: Knowledge) -> None:
    """Put what was joined in place of what was kept before, inside the caller's transaction."""
    drop(store)
    for kind in _KINDS:
        records = getattr(knowledge, kind).every()
        bodies = ((kind, number, dump_json(record)) for number, record in enumerate(records))
        store.db.executemany("insert into joined values (?, ?, ?)", bodies)
        places = (
            (kind, document, number) for number, record in enumerate(records) for document in stand_in(record)
        )
        store.db.executemany("insert into joined_in values (?, ?, ?)", places)
    store.set_meta(MARK, mark)


def drop(store: Store) -> None:
    """Forget what was joined, inside the caller's transaction."""
    for table in ("joined", "joined_in"):
        store.db.execute(f"delete from {table}")
    store.set_meta(MARK, "")
