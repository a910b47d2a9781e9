"""A person's judgements: one for each thing, beside everything else, in stores of any age."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.judgements import Judgement
from corpus.store import Store, connect, migrate
from corpus.store.migrations import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def judgement(identity: str, *, accepted: bool = True) -> Judgement:
    records = ("fig-1", "fig-2")
    return Judgement(
        id=identity, kind="join", records=records, accepted=accepted, at="2026-01-02T03:04:05+00:00"
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "kb.sqlite3")
    yield opened
    opened.close()


def test_judgements_come_back_as_they_were_kept_by_id(store: Store) -> None:
    with store.transaction():
        store.judgements.put(judgement("join-b"))
        store.judgements.put(judgement("join-a", accepted=False))
    assert list(store.judgements) == [judgement("join-a", accepted=False), judgement("join-b")]


def test_the_later_word_replaces_the_earlier_and_can_be_withdrawn(store: Store) -> None:
    with store.transaction():
        store.judgements.put(judgement("join-a"))
        store.judgements.put(judgement("join-a", accepted=False))
    assert list(store.judgements) == [judgement("join-a", accepted=False)]
    with store.transaction():
        store.judgements.withdraw("join-a")
        store.judgements.withdraw("join-never")
    assert list(store.judgements) == []


def test_a_store_from_before_there_were_judgements_gets_their_table(tmp_path: Path) -> None:
    db = connect(tmp_path / "old.sqlite3")
    migrate(db, "corpus", STEPS[:1])
    db.close()
    store = Store(tmp_path / "old.sqlite3")
    assert list(store.judgements) == []
    store.close()
