"""Two versions of one work in one home: the newer revises the older, and nothing of either is lost."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import jsonschema
import pytest

from corpus.errors import NotFound
from corpus.records import Link, LinkKind, make_id
from kb import KnowledgeBase
from kb.copies import find_copies, standing
from kb.exporting import FORMATS, load_schema, render
from kb.versions import find_versions, superseding
from tests.kb.documents import read_one
from tests.kb.test_works import ADDED, PARAGRAPHS, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus.records import Document


def edition(hour: int, *paragraphs: str) -> str:
    return "\n".join((TITLE, f"澜州市人民政府　2026-01-15 {hour:02}:00", "", *paragraphs)) + "\n"


OLD = edition(9, *PARAGRAPHS)
NEW = edition(16, *(p.replace("45万吨", "48万吨") for p in PARAGRAPHS[:-1]))
NEWS = (
    f"澜州发布海洋牧场方案\n2026-01-16　来源：澜州日报\n\n近日，澜州市印发《{TITLE}》。"
    "到2028年，全市将新建深远海养殖平台12座，水产品年产量达到45万吨。\n"
)


def documents(*texts: str) -> list[Document]:
    return [read_one(text, f"{i}.txt") for i, text in enumerate(texts)]


def pairs(links: tuple[Link, ...]) -> list[tuple[str, str]]:
    return [(k.child, k.parent) for k in links]


def test_the_later_version_revises_the_earlier_one() -> None:
    old, new = documents(OLD, NEW)
    for order in ((old, new), (new, old)):
        (link,) = find_versions(order)
        assert (link.child, link.parent, link.kind) == (new.id, old.id, LinkKind.REVISION_OF)
        assert 0.5 < link.score < 1
        assert "later" in link.reason
        assert find_copies(order, (), (), (link,)) == ()


def test_of_three_versions_each_revises_the_one_before_it() -> None:
    old, new = documents(OLD, NEW)
    (last,) = documents(edition(20, ADDED, *PARAGRAPHS[1:]))
    links = find_versions((last, old, new))
    assert set(pairs(links)) == {(new.id, old.id), (last.id, new.id)}
    assert superseding(links) == {old.id: last.id, new.id: last.id}


def test_without_a_time_the_longer_text_is_taken_for_newer_and_it_is_said() -> None:
    short, long = documents(OLD.replace(" 09:00", ""), OLD.replace(" 09:00", "") + ADDED + "\n")
    (link,) = find_versions((long, short))
    assert (link.child, link.parent) == (long.id, short.id)
    assert "no date" in link.reason


def test_what_changed_at_one_address_is_revised_whatever_its_day() -> None:
    old, new = documents(OLD, NEW.replace("2026-01-15", "2026-02-01"))
    assert find_versions((old, new)) == ()
    address = "https://www.example.gov.cn/a.html"
    assert pairs(find_versions([replace(d, url=address) for d in (old, new)])) == [(new.id, old.id)]


def test_equal_words_other_works_and_reposts_are_no_revisions() -> None:
    old, same = documents(OLD, OLD + "\n")
    assert old.id != same.id
    assert find_versions((old, same)) == ()
    other = replace(documents(NEW)[0], title="澜州市渔业补贴办法")
    repost = replace(documents(NEW)[0], kind="repost")
    unlike = documents(edition(18, "会议定于下周在市政务中心召开，请各单位派员参加。" * 3))
    assert find_versions((old, other, repost, *unlike)) == ()


def test_a_title_alone_makes_versions_of_official_texts_and_not_of_reports() -> None:
    bare = [text.replace("澜州市人民政府　2026-01-15", "") for text in (OLD, NEW)]
    plans = [replace(d, published=None, publisher=None, kind="plan") for d in documents(*bare)]
    assert len(find_versions(plans)) == 1
    assert find_versions([replace(d, kind="news") for d in plans]) == ()


def test_what_the_publisher_says_of_the_order_goes_before_what_is_computed() -> None:
    computed = Link(child="b", parent="a", kind=LinkKind.REVISION_OF, by="work", score=0.9)
    told = replace(computed, child="a", parent="b", by="publisher", score=1.0)
    assert standing([computed, told]) == [told]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    with KnowledgeBase(filled(tmp_path_factory.mktemp("versions"), ("old", "new", "news"))) as opened:
        yield opened


def filled(folder: Path, order: tuple[str, ...]) -> Path:
    """Return a home to which the texts were added one by one in this order."""
    for name, text in {"old": OLD, "new": NEW, "news": NEWS}.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    with KnowledgeBase(folder / "home") as opened:
        for name in order:
            list(opened.add([folder / f"{name}.txt"]))
    return folder / "home"


def names(base: KnowledgeBase) -> dict[str, str]:
    return {d["source"].removesuffix(".txt"): d["id"] for d in base.documents()["documents"]}


def test_nothing_of_either_version_is_lost(base: KnowledgeBase) -> None:
    ids = names(base)
    read = {name: {f["id"] for f in base.figures(document=ids[name])["figures"]} for name in ("old", "new")}
    assert len(read["old"] & read["new"]) > 10
    assert len(read["new"] - read["old"]) == 1
    assert len(base.figures()["figures"]) == sum(len(base.readings.figures[d]) for d in ids.values())
    stated = [s.key for t in base.knowledge.targets for s in t.statements]
    assert sorted(stated) == sorted(base.figure_by_key)
    assert len({t.id for t in base.knowledge.targets}) == len(base.knowledge.targets)
    assert len({t.id for t in base.knowledge.tasks}) == len(base.knowledge.tasks) == 3
    assert base.verify()["ok"]


def test_a_figure_of_both_is_shown_with_both_quotes(base: KnowledgeBase) -> None:
    ids = names(base)
    (figure,) = [f for f in base.readings.figures[ids["old"]] if f.unit_text.endswith("座") and f.value == 12]
    shown = base.show(figure.id)
    assert {quote["document"] for quote in shown["quotes"]} == {ids["old"], ids["new"]}


def test_every_form_holds_both_versions(base: KnowledgeBase) -> None:
    plan = base.export()
    jsonschema.validate(plan, load_schema())
    for form in FORMATS:
        assert render(plan, form)
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(render(plan, "sqlite"))
        assert db.execute("select count(*) from figures").fetchone() == (len(plan["figures"]),)
    nodes = [node["@id"] for node in json.loads(render(plan, "jsonld"))["@graph"]]
    assert len(nodes) == len(set(nodes))
    (revision,) = [p for d in plan["documents"] for p in d["parents"] if p["kind"] == "revision_of"]
    assert revision["id"] == names(base)["old"]


def test_the_order_of_arrival_changes_nothing(base: KnowledgeBase, tmp_path: Path) -> None:
    with KnowledgeBase(filled(tmp_path, ("news", "new", "old"))) as other:
        assert {**other.export(), "generated": ""} == {**base.export(), "generated": ""}


def test_the_newest_version_has_authority_and_the_older_is_no_witness(base: KnowledgeBase) -> None:
    ids = names(base)
    found = base.compare()
    assert found["authority"]["document"] == ids["new"]
    assert found["origins"][ids["old"]]["role"] == "superseded"
    assert found["origins"][ids["old"]]["parent"] == ids["new"]
    cells = [row["cells"][ids["old"]] for row in found["rows"]]
    assert all(c["inherits"] == ids["new"] for c in cells if c["verdict"] != "missing")
    (target,) = [t for t in base.knowledge.targets if t.unit == "t"]
    assert target.value == 480000
    assert target.authority == ids["new"]
    disagreeing = [d for row in base.export()["disagreements"] for d in row["documents"]]
    assert ids["news"] in disagreeing
    assert ids["old"] not in disagreeing


def test_an_answer_counts_versions_as_one_source(base: KnowledgeBase) -> None:
    ids = names(base)
    told = base.ask("到2028年要新建多少座深远海养殖平台？")
    assert told["agreement"] == {"same": 2, "differs": []}
    assert {c["document"] for c in told["citations"]} == {ids["new"], ids["news"]}
    told = base.ask("到2028年水产品年产量要达到多少万吨？")
    assert "：48万吨" in told["answer"]
    assert "日报为45万吨" in told["answer"]
    assert [d["document"] for d in told["agreement"]["differs"]] == [ids["news"]]


def test_diff_knows_what_a_document_revises(base: KnowledgeBase) -> None:
    ids = names(base)
    found = base.diff(ids["new"])
    assert found == base.diff(ids["old"], ids["new"])
    changes = {(row["to"] or row["from"])["subject"]: row["change"] for row in found["changes"]}
    assert changes.pop("水产品年产量") == ["raised"]
    assert set(map(tuple, changes.values())) == {("dropped",)}
    with pytest.raises(NotFound, match="no older version"):
        base.diff(ids["old"])


def test_a_person_can_take_the_link_back(tmp_path: Path) -> None:
    with KnowledgeBase(filled(tmp_path, ("old", "new"))) as base:
        (link,) = [k for links in base.parents.values() for k in links]
        identity = make_id("link", link.child, link.parent, link.kind.value)
        base.judge([identity], accepted=False)
        assert LinkKind.REVISION_OF not in {k.kind for links in base.parents.values() for k in links}
        assert base.newest == {}
        base.judge([identity], accepted=None)
        assert base.newest == {link.parent: link.child}


def test_what_a_person_says_of_a_statement_holds_in_every_version(tmp_path: Path) -> None:
    with KnowledgeBase(filled(tmp_path, ("old", "new"))) as base:
        ids = names(base)
        figure = base.readings.figures[ids["new"]][0]
        base.judge([figure.id], accepted=False)
        assert not base.figures_by_id.get(figure.id)
        assert len(base.readings.figures[ids["old"]]) > 10


def test_where_the_newest_is_forgotten_the_one_before_it_has_authority(tmp_path: Path) -> None:
    with KnowledgeBase(filled(tmp_path, ("old", "new", "news"))) as base:
        ids = names(base)
        known = {s.figure for t in base.knowledge.targets for s in t.statements if s.document == ids["old"]}
        base.forget(ids["new"])
        assert base.newest == {}
        assert base.compare()["authority"]["document"] == ids["old"]
        (target,) = [t for t in base.knowledge.targets if t.unit == "t"]
        assert (int(target.value), target.authority) == (450000, ids["old"])
        assert {
            s.figure for t in base.knowledge.targets for s in t.statements if s.document == ids["old"]
        } == known
