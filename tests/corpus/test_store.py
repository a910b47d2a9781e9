"""The store refuses what does not fit, keeps whole transactions, and forgets without a trace."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from corpus.errors import ForeignDatabase, NotFound, QuoteDoesNotFit
from corpus.journal import Level
from corpus.records import (
    Block,
    Document,
    Evidence,
    Item,
    Link,
    LinkKind,
    Quote,
    Record,
    Role,
    Source,
    make_id,
)
from corpus.store import Store, migrate
from corpus.text import Edit, Span, Trail, apply

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RAW = "标题\n到２０２７年新增１００家。"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "kb.sqlite3")
    yield opened
    opened.close()


def source(digest: str = "ab" * 32, name: str = "a.txt") -> Source:
    return Source(sha256=digest, name=name, text=RAW, encoding="utf-8", evidence="valid", reader="plain")


def document(digest: str = "ab" * 32, part: int = 0) -> Document:
    edits = [Edit(4, 8, "2027", "width"), Edit(11, 14, "100", "width")]
    text, way = apply(RAW, edits)
    return Document(
        id=make_id("doc", digest, part),
        source=digest,
        part=part,
        text=text,
        trail=Trail((way,)),
        language="zh",
        script="Hans",
        kind="plan",
        title="标题",
        published="2025-09",
        blocks=(Block(Role.TITLE, Span(0, 2)), Block(Role.PARAGRAPH, Span(3, len(text)))),
        outline=(
            Item(label="一、", ordinal=1, style="一、", level=0, heading=Span(0, 2), span=Span(0, 5)),
            Item(label="1.", ordinal=1, style="1.", level=1, heading=Span(3, 4), span=Span(3, 5), parent=0),
        ),
        evidence={"title": Evidence(value="标题", raw=Span(0, 2), span=Span(0, 2))},
        repairs=tuple(edits),
        lost=(Span(0, 1),),
    )


def keep(store: Store, *documents: Document) -> None:
    with store.transaction():
        for each in documents:
            store.put_source(source(each.source), 10)
            store.put_document(each)


def record(each: Document, span: Span, identity: str = "fig-1") -> Record:
    return Record(id=identity, kind="figure", document=each.id, quotes=(each.quote(span),), body={"n": 1})


def test_a_document_comes_back_as_it_was_kept(store: Store) -> None:
    keep(store, document())
    assert list(store.documents()) == [document()]
    assert store.document(document().id) == document()


def test_a_source_is_called_by_the_first_of_its_names(store: Store) -> None:
    keep(store, document())
    with store.transaction():
        store.put_name("ab" * 32, "A-first.txt")
    assert store.source("ab" * 32).name == "A-first.txt"
    assert store.names("ab" * 32) == ("A-first.txt", "a.txt")


def test_a_record_with_fitting_quotes_is_kept(store: Store) -> None:
    keep(store, document())
    with store.transaction():
        store.put_records(document(), [record(document(), Span(3, 8))])
    assert list(store.bodies("figure")) == ['{"n":1}']
    assert list(store.misfits()) == []


def test_a_quote_that_does_not_fit_is_refused_and_nothing_of_the_transaction_stays(store: Store) -> None:
    keep(store, document())
    before = store.generation
    wrong = Quote(document=document().id, text="另外的话", start=0, end=4)
    bad = Record(id="fig-2", kind="figure", document=document().id, quotes=(wrong,), body={})
    with pytest.raises(QuoteDoesNotFit), store.transaction():
        store.put_records(document(), [record(document(), Span(3, 8)), bad])
    assert list(store.bodies("figure")) == []
    assert store.generation == before


def test_a_quote_of_another_document_is_refused(store: Store) -> None:
    keep(store, document())
    other = Quote(document="doc-other", text="标题", start=0, end=2)
    bad = Record(id="fig-3", kind="figure", document=document().id, quotes=(other,), body={})
    with pytest.raises(QuoteDoesNotFit), store.transaction():
        store.put_records(document(), [bad])


def test_a_text_changed_behind_our_back_is_a_misfit(store: Store) -> None:
    keep(store, document())
    with store.transaction():
        store.put_records(document(), [record(document(), Span(3, 8))])
    store.db.execute("update documents set text = 'x' || text")
    assert len(list(store.misfits())) == 1


def test_forgetting_the_last_part_takes_records_links_and_source_along(store: Store) -> None:
    first, second = document(), document(part=1)
    keep(store, first, second)
    with store.transaction():
        store.put_records(first, [record(first, Span(3, 8))])
        store.put_link(Link(child=first.id, parent=second.id, kind=LinkKind.REPOST_OF, by="test", score=1.0))
    with store.transaction():
        assert store.forget(first.id) is None
    assert list(store.bodies("figure")) == []
    assert list(store.links()) == []
    with store.transaction():
        assert store.forget(second.id) == first.source
    with pytest.raises(NotFound):
        store.source(first.source)


def test_what_is_forgotten_is_in_no_file(store: Store, tmp_path: Path) -> None:
    keep(store, document())
    with store.transaction():
        store.forget(document().id)
    store.compact()
    for path in tmp_path.iterdir():
        assert "新增".encode() not in path.read_bytes()


def test_the_same_maker_can_take_a_link_back(store: Store) -> None:
    first, second = document(), document(part=1)
    keep(store, first, second)
    for holds in (True, False):
        with store.transaction():
            store.put_link(
                Link(child=first.id, parent=second.id, kind=LinkKind.REPOST_OF, by="a", score=1, holds=holds)
            )
    assert [link.holds for link in store.links()] == [False]


def test_what_a_maker_judged_before_gives_way(store: Store) -> None:
    first, second = document(), document(part=1)
    keep(store, first, second)
    links = [
        Link(child=one.id, parent=other.id, kind=LinkKind.REPOST_OF, by=maker, score=1.0)
        for maker in ("a", "b")
        for one, other in ((first, second), (second, first))
    ]
    with store.transaction():
        store.replace_links(("a", "b"), links)
    with store.transaction():
        store.replace_links(("a",), links[:1])
    assert sorted(store.links(), key=lambda k: k.by) == [links[0], *sorted(links[2:], key=lambda k: k.child)]


def test_what_is_derived_is_no_generation(store: Store) -> None:
    keep(store, document())
    before = store.generation
    with store.transaction(derived=True):
        store.set_meta("sum", "1")
    assert (store.meta("sum"), store.generation) == ("1", before)
    with store.transaction():
        store.set_meta("sum", "2")
    assert (store.meta("sum"), store.generation) == ("2", before + 1)


def test_the_ids_of_documents_come_in_the_order_of_the_documents(store: Store) -> None:
    keep(store, document("cd" * 32), document("ab" * 32, part=1), document("ab" * 32))
    assert list(store.document_ids()) == [d.id for d in store.documents()]
    assert [d.part for d in store.documents()] == [0, 1, 0]


def test_only_a_snapshot_is_a_reading(store: Store) -> None:
    seen = [store.reading]
    with store.snapshot():
        seen.append(store.reading)
    with store.transaction(), store.snapshot():
        seen.append(store.reading)
    assert seen == [False, True, False]


def test_titles_texts_and_publishers_are_had_without_the_rest(store: Store) -> None:
    first, second = document(), replace(document(part=1), title=None, publisher="某日报")
    keep(store, first, second)
    assert set(store.heads()) == {(first.id, "标题", first.text), (second.id, "", second.text)}
    assert store.publishers() == {second.id: "某日报"}


def test_what_is_written_meanwhile_is_not_seen_in_a_snapshot(store: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "kb.sqlite3")
    with store.snapshot():
        assert list(store.document_ids()) == []
        keep(other, document())
        with store.snapshot():
            assert list(store.document_ids()) == []
        assert list(store.document_ids()) == []
    assert list(store.document_ids()) == [document().id]
    other.close()


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    other = sqlite3.connect(path)
    other.execute("create table theirs (x)")
    other.commit()
    other.close()
    with pytest.raises(ForeignDatabase, match="not one of policykb"):
        Store(path)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.sqlite3"
    path.write_text("this is not a database, however long it may be " * 100)
    with pytest.raises(ForeignDatabase, match="not a database"):
        Store(path)


def test_opening_again_finds_everything(tmp_path: Path) -> None:
    path = tmp_path / "kb.sqlite3"
    first = Store(path)
    keep(first, document())
    first.close()
    second = Store(path)
    assert second.document(document().id) == document()
    second.close()


def test_a_failed_migration_leaves_nothing_and_can_be_tried_again() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)

    def fails(db: sqlite3.Connection) -> None:
        db.execute("create table half (x)")
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        migrate(db, "room", (fails,))
    assert not db.execute("select 1 from sqlite_master where name = 'half'").fetchone()

    def works(db: sqlite3.Connection) -> None:
        db.execute("create table whole (x)")

    migrate(db, "room", (works,))
    migrate(db, "room", (fails,))  # step 1 is done: it does not run again
    db.close()


def test_the_journal_keeps_rows_in_order(store: Store) -> None:
    store.journal.write(Level.SKIPPED, "a.pdf", "no text layer", pages=12)
    store.journal.write(Level.NOTED, "b.txt", "fine")
    assert [(e.level, e.source, dict(e.facts)) for e in store.journal.entries()] == [
        (Level.SKIPPED, "a.pdf", {"pages": 12}),
        (Level.NOTED, "b.txt", {}),
    ]
