"""Who copies or translates whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from corpus.records import Link, LinkKind
from kb import KnowledgeBase
from kb.copies import find_copies, standing
from tests.kb.articles import document

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.records import Document

STORY = "".join(
    f"第{i}段，{what}的情况由记者在现场查看，相关负责人介绍了{where}的安排和下一步打算。"
    for i, (what, where) in enumerate(
        [
            ("港口", "装卸"),
            ("铁路", "编组"),
            ("仓库", "冷链"),
            ("航道", "疏浚"),
            ("通关", "查验"),
            ("岸电", "供电"),
        ]
    )
)
OTHER = "本周天气晴朗，气温回升，市民纷纷走出家门，公园里樱花盛开，湖边游人如织，交警部门提醒错峰出行。" * 2


def held(name: str, text: str, published: str | None = None, kind: str = "news") -> Document:
    return replace(document(text, kind=kind), id=name, published=published)


def links(*documents: Document) -> set[tuple[str, str, LinkKind]]:
    return {(k.child, k.parent, k.kind) for k in find_copies(documents, (), ())}


def test_a_copy_is_linked_to_what_was_published_first() -> None:
    found = links(held("late", STORY, "2025-03-02"), held("early", STORY, "2025-03-01"))
    assert found == {("late", "early", LinkKind.REPOST_OF)}


def test_the_official_text_is_the_origin_whatever_its_date() -> None:
    found = links(held("early", STORY, "2025-03-01"), held("plan", STORY, "2025-03-05", kind="plan"))
    assert found == {("early", "plan", LinkKind.REPOST_OF)}


def test_a_page_that_holds_the_story_and_more_is_a_copy() -> None:
    page = "首页 新闻 登录" + STORY + "版权所有 请勿转载"
    assert links(held("a", STORY, "2025-03-01"), held("b", page, "2025-03-02")) == {
        ("b", "a", LinkKind.REPOST_OF)
    }


def test_a_copy_in_the_other_script_is_a_copy() -> None:
    from ingest.script import to_traditional

    found = links(held("a", STORY, "2025-03-01"), held("b", to_traditional(STORY), "2025-03-02"))
    assert found == {("b", "a", LinkKind.REPOST_OF)}


def test_other_stories_and_short_texts_are_no_copies() -> None:
    assert (
        links(held("a", STORY), held("b", OTHER), held("c", "上海发布方案"), held("d", "上海发布方案"))
        == set()
    )


def test_every_copy_has_one_origin_in_any_order_of_arrival() -> None:
    many = [held(f"d{i}", STORY + "尾" * i, f"2025-03-0{i + 1}") for i in range(4)]
    assert links(*many) == links(*reversed(many)) == {(f"d{i}", "d0", LinkKind.REPOST_OF) for i in (1, 2, 3)}


def judged(by: str, *, holds: bool) -> Link:
    return Link(child="b", parent="a", kind=LinkKind.REPOST_OF, by=by, score=1.0, holds=holds)


def test_a_persons_no_outweighs_what_was_computed() -> None:
    assert standing([judged("shingles", holds=True)])
    assert standing([judged("shingles", holds=True), judged("anna", holds=False)]) == []


def test_the_sample_repost_and_translation_show_as_parents(samples: KnowledgeBase) -> None:
    documents = {d["source"]: d for d in samples.documents()["documents"]}
    (repost,) = [p for p in documents["repost.zh.txt"]["parents"] if p["kind"] == "repost_of"]
    assert repost["id"] == documents["news.zh.html"]["id"]
    (translation,) = [p for p in documents["plan.en.txt"]["parents"] if p["kind"] == "translation_of"]
    assert translation["id"] == documents["plan.zh.txt"]["id"]


def test_a_link_taken_back_stays_taken_back(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(
            f"港口见闻\n2025-03-0{'ab'.index(name) + 1}\n{STORY}\n", "utf-8"
        )
    with KnowledgeBase(tmp_path / "home") as base:
        list(base.add([tmp_path / "a.txt", tmp_path / "b.txt"]))
        ((link,),) = base.parents.values()
        with base.store.transaction():
            base.store.put_link(replace(link, by="anna", holds=False))
        assert base.parents == {}
        (tmp_path / "c.txt").write_text(f"天气\n{OTHER}\n", "utf-8")
        list(base.add([tmp_path / "c.txt"]))
        assert base.parents == {}


@pytest.mark.parametrize("kind", [LinkKind.REPOST_OF, LinkKind.TRANSLATION_OF])
def test_links_say_why(samples: KnowledgeBase, kind: LinkKind) -> None:
    found = [k for links in samples.parents.values() for k in links if k.kind is kind]
    assert found
    assert all(k.reason and 0 < k.score <= 1 for k in found)
