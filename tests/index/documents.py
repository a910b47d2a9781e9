"""Documents made for the tests of the index."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from corpus.records import Block, Document, Item, Role, make_id
from corpus.text import Span, Trail
from index import load_encoder
from index.passages import Passage, passages
from index.searching import Index
from index.tables import STEPS


def document(
    text: str,
    *,
    language: str = "zh",
    title: str | None = None,
    blocks: tuple[Block, ...] = (),
    outline: tuple[Item, ...] = (),
) -> Document:
    """A document of this text whose id comes from it."""
    return Document(
        id=make_id("document", text),
        source=make_id("source", text),
        part=0,
        text=text,
        trail=Trail(),
        language=language,
        script="Hans" if language == "zh" else "Latn",
        kind="plan",
        title=title,
        blocks=blocks,
        outline=outline,
    )


def lines(text: str, language: str = "zh") -> Document:
    """A document whose lines are paragraphs."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(Role.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 1
    return document(text, language=language, blocks=tuple(blocks))


def database(path: Path | str = ":memory:") -> sqlite3.Connection:
    """A database with the tables of the index, as the store opens it."""
    db = sqlite3.connect(path, timeout=30, isolation_level=None)
    db.execute("pragma foreign_keys = on")
    if not db.execute("select 1 from sqlite_master where name = 'passages'").fetchone():
        for step in STEPS:
            step(db)
    return db


def put(index: Index, *documents: Document) -> list[Passage]:
    """Write documents in a transaction; the passages that were written."""
    written: list[Passage] = []
    index.db.execute("begin immediate")
    for one in documents:
        made = passages(one)
        index.write(one.id, made)
        written += made
    index.db.execute("commit")
    return written


@contextmanager
def opened(folder: Path) -> Iterator[Index]:
    """An index in a folder."""
    with closing(database(folder / "store.db")) as db:
        yield Index(db, folder / "index", load_encoder())
