"""Numbered steps that bring what was read into a home up to date, see `corpus.store.migrations`."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corpus.records import make_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from sqlite3 import Connection

    from corpus.store import Store
    from corpus.store.migrations import Migration

ROOM = "readings"


def steps(store: Store) -> tuple[Migration, ...]:
    """Return the steps for a store, in order."""

    def m001_statements(_: Connection) -> None:
        """Read all documents anew: records are named by what they state, no more by their place in bytes."""
        renamed: dict[str, str] = {}
        for document in tuple(store.documents()):
            renamed |= _read_anew(store, document.id)
        _follow(store, renamed)

    return (m001_statements,)


def _read_anew(store: Store, identity: str) -> dict[str, str]:
    """Put fresh records in place of a document's; return the new ids of its figures by their old ones."""
    from kb.extraction import extract

    query = "select id, body from records where document = ? and kind = 'figure'"
    before = {key: _place(json.loads(body)) for key, body in store.db.execute(query, (identity,))}
    document = store.document(identity)
    records = tuple(extract(document))
    store.db.execute("delete from records where document = ?", (identity,))
    store.put_records(document, records)
    places = {_place(record.body): record.id for record in records if record.kind == "figure"}
    return {key: places[place] for key, place in before.items() if place in places}


def _place(body: Mapping[str, Any]) -> tuple[object, ...]:
    """Return what tells a figure from the others of its document, whatever it is called."""
    return (*body["number"], *(body[name] for name in ("value", "value_max", "unit", "bound")))


def _follow(store: Store, renamed: Mapping[str, str]) -> None:
    """Let a person's judgements on figures go with them to their new ids."""
    for judgement in tuple(store.judgements):
        records = tuple(renamed.get(record, record) for record in judgement.records)
        if records != judgement.records:
            own = make_id("join", *sorted(records)) if judgement.kind == "join" else records[0]
            store.judgements.withdraw(judgement.id)
            store.judgements.put(replace(judgement, id=own, records=records))
