"""What was joined, kept record by record and read by document."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from corpus.errors import NotFound, Outdated
from kb import KnowledgeBase
from kb.keeping import MARK, Kept
from tests.kb.joined import joined

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.records import Link
    from kb.knowledge import Knowledge

PLAN = """{city}市氢能产业行动方案（2025—2027年）

一、主要目标
到2027年，建成加氢站{count}座，示范车辆{more}辆。
"""


def write(folder: Path, city: str, count: int) -> Path:
    path = folder / f"{city}.txt"
    path.write_text(PLAN.format(city=city, count=count, more=100 * count), encoding="utf-8")
    return path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with KnowledgeBase(tmp_path / "home") as base:
        list(base.add([write(tmp_path, "杭州", 31), write(tmp_path, "宁波", 32)]))
    return tmp_path / "home"


def is_kept(base: KnowledgeBase) -> bool:
    return isinstance(base.knowledge.targets, Kept)


def test_what_is_kept_is_what_was_joined(home: Path) -> None:
    with KnowledgeBase(home) as base:
        assert is_kept(base)
        before = joined(base)
        base.store.set_meta(MARK, "")
        assert joined(base) == before
        assert is_kept(base)
        assert joined(base) == before
        assert len(before.targets) == 4


def test_the_records_of_a_document_are_the_same_kept_or_in_memory(home: Path) -> None:
    with KnowledgeBase(home) as base:
        whole, known = joined(base), base.knowledge
        for document in base.held:
            assert list(known.targets.of(document)) == list(whole.targets.of(document))
            assert known.plans_of(document) == whole.plans_of(document) != ()
        assert list(known.targets.of("doc-none")) == list(whole.targets.of("doc-none")) == []


def test_a_record_is_one_object_however_it_is_reached(home: Path) -> None:
    with KnowledgeBase(home) as base:
        document = next(iter(base.held))
        first = base.knowledge.targets.of(document)[0]
        assert any(first is target for target in base.knowledge.targets)
        assert base.knowledge.targets.of(document)[0] is first


def test_what_others_have_joined_since_is_never_taken_for_what_was_read(home: Path, tmp_path: Path) -> None:
    with KnowledgeBase(home) as base, KnowledgeBase(home) as other:
        before = base.knowledge
        list(other.add([write(tmp_path, "温州", 33)]))
        with pytest.raises(Outdated, match="joined anew"):
            before.targets.every()
        assert len(base.knowledge.plans) == 3


def test_a_reading_that_began_before_is_not_disturbed(home: Path, tmp_path: Path) -> None:
    with KnowledgeBase(home) as base, KnowledgeBase(home) as other:
        with base.moment():
            list(other.add([write(tmp_path, "温州", 33)]))
            assert len(base.knowledge.targets) == 4
            assert len(base.figure_by_key) == 4
            assert len(base.held) == 2
        assert len(base.knowledge.targets) == 6


def test_garbage_is_looked_for_again_after_an_answer_whatever_came_of_it(home: Path) -> None:
    with KnowledgeBase(home) as base:
        with base.moment():
            assert not gc.isenabled()
        assert gc.isenabled()
        with pytest.raises(NotFound), base.moment():
            base.plan("plan-none")
        assert gc.isenabled()
        gc.disable()
        try:
            with base.moment():
                pass
            assert not gc.isenabled()
        finally:
            gc.enable()


def test_what_was_joined_of_the_past_is_not_kept(home: Path, tmp_path: Path) -> None:
    class Overtaken(KnowledgeBase):
        """A base that another process adds to while it joins."""

        def _join(self, before: Knowledge | None) -> tuple[Knowledge, tuple[Link, ...]]:
            found, links = super()._join(before)
            if len(found.plans) == 2:
                list(other.add([write(tmp_path, "温州", 33)]))
            return found, links

    with KnowledgeBase(home) as other, Overtaken(home) as base:
        other.store.set_meta(MARK, "")
        assert len(base.knowledge.plans) == 2
        assert is_kept(other)
        assert len(base.knowledge.plans) == len(other.knowledge.plans) == 3


def test_nothing_joined_is_left_when_a_document_goes(home: Path) -> None:
    with KnowledgeBase(home) as base:
        gone, stays = base.held
        base.forget(gone)
        rows = base.store.db.execute("select distinct document from joined_in").fetchall()
        assert rows in ([], [(stays,)])
