"""What is held by document is read when it is asked for, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kb import KnowledgeBase
from kb.by_document import ByDocument, ByKey

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HELD = {"a": (1, 2), "b": (), "c": (3,)}
CITIES = ("杭州", "宁波", "温州", "绍兴")


def test_a_document_is_read_when_it_is_asked_for_and_once() -> None:
    read: list[str] = []

    def reading(document: str) -> tuple[int, ...] | None:
        read.append(document)
        return HELD[document] or None

    held = ByDocument(reading, HELD.keys())
    assert read == []
    assert held["c"] == held["c"] == (3,)
    assert read == ["c"]
    assert dict(held) == {"a": (1, 2), "c": (3,)}
    assert sorted(read) == ["a", "b", "c"]


def test_what_has_nothing_is_not_there() -> None:
    held = ByDocument(lambda d: HELD.get(d) or None, HELD.keys())
    assert "b" not in held
    assert held.get("b", ()) == ()
    assert held.get("elsewhere") is None
    assert len(held) == 2


def test_by_key_finds_within_a_document() -> None:
    named = ByKey(lambda d: {n: f"{d}{n}" for n in HELD.get(d, ())}, HELD.keys())
    assert named["a", 2] == "a2"
    assert named.get(("a", 3)) is None
    assert named.get(("elsewhere", 1)) is None
    assert list(named.items()) == [(("a", 1), "a1"), (("a", 2), "a2"), (("c", 3), "c3")]
    assert len(named) == 3


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = tmp_path_factory.mktemp("texts")
    for n, city in enumerate(CITIES):
        plan = f"{city}市氢能产业行动方案（2025—2027年）\n\n一、主要目标\n到2027年，建成加氢站{n + 31}座。\n"
        (texts / f"{n}.txt").write_text(plan, encoding="utf-8")
    folder = tmp_path_factory.mktemp("home")
    with KnowledgeBase(folder) as base:
        list(base.add([texts]))
    return folder


@pytest.fixture
def read(home: Path) -> Iterator[tuple[KnowledgeBase, list[str]]]:
    """A base just opened, and the statements that it has run."""
    statements: list[str] = []
    with KnowledgeBase(home) as base:
        base.store.db.set_trace_callback(statements.append)
        yield base, statements


def test_a_claim_on_one_city_reads_the_figures_of_its_documents_only(
    read: tuple[KnowledgeBase, list[str]],
) -> None:
    base, statements = read
    (claim,) = base.check("到2027年，宁波市建成加氢站32座。")["claims"]
    assert claim["verdict"] == "supported"
    ours = {d.id for d in base.held.values() if "宁波" in d.text}
    asked = {d for d in base.held for s in statements if "from records" in s and d in s}
    assert asked == ours
    assert "index" not in vars(base)  # nor is it opened: nothing is searched for


def test_only_what_an_answer_needs_of_what_is_joined_is_read(read: tuple[KnowledgeBase, list[str]]) -> None:
    base, statements = read
    assert base.ask("到2027年，绍兴市要建成多少座加氢站？")["figures"]
    joined = [s for s in statements if "left join joined" in s]
    whole = [s for s in joined if "joined_in" not in s]
    assert any("'targets'" in s for s in joined)
    assert not any("'targets'" in s or "'tasks'" in s for s in whole)


def test_documents_are_known_before_they_are_read(read: tuple[KnowledgeBase, list[str]]) -> None:
    base, statements = read
    assert len(base.held) == len(CITIES)
    assert next(iter(base.held)) in base.held
    assert "doc-none" not in base.held
    assert base.held.get("doc-none") is None
    assert not any("select * from documents" in s for s in statements)
