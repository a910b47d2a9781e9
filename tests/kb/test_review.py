"""A person's word on what is doubtful: listed, kept, respected, and outliving all that is computed."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from corpus.errors import NotFound
from corpus.records import make_id
from kb import KnowledgeBase
from kb.cli import main
from kb.decided import Decided
from kb.reviewing import matters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

PLAN = """云海市港口发展行动方案

为推动港口高质量发展，制定本行动方案。

一、主要目标
到2028年，集装箱吞吐量达到2500万标准箱，岸电覆盖95%的泊位，船舶平均通关时间压缩至30小时以内。

二、保障措施
加强组织领导，落实责任分工。
"""
REPORT = """云海市发布港口发展行动方案

本报讯 近日，《云海市港口发展行动方案》发布。到2028年，集装箱吞吐量达到2500万标准箱，岸电覆盖85%的泊位，\
船舶平均通关时间压缩至30小时以内。
"""
COPY = REPORT.replace("本报讯 ", "") + "欢迎转发，更多消息请关注本站。\n"


def build(home: Path, *texts: str) -> KnowledgeBase:
    base = KnowledgeBase(home)
    for i, text in enumerate(texts):
        path = home.parent / f"{home.name}-{i}.txt"
        path.write_text(text, encoding="utf-8")
        assert [line["status"] for line in base.add([path])] == ["added"]
    return base


@pytest.fixture
def base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    with build(tmp_path / "home", PLAN, REPORT) as opened:
        yield opened


def join(base: KnowledgeBase) -> dict[str, Any]:
    """Return the one doubtful join: 85% of the berths against 95%."""
    (doubt,) = [d for d in base.review()["doubts"] if d["kind"] == "join"]
    return dict(doubt)


def shore_power(base: KnowledgeBase) -> list[tuple[str, int]]:
    """Return each target in percent with how many figures state it."""
    return sorted((t["value"], len(t["statements"])) for t in base.targets()["targets"] if t["unit"] == "%")


def test_what_is_joined_by_text_alone_is_doubtful_with_both_quotes(base: KnowledgeBase) -> None:
    doubt = join(base)
    assert doubt["why"] == "text alone"
    assert len({q["document"] for q in doubt["quotes"]}) == 2
    assert {q["text"][-3:] for q in doubt["quotes"]} == {"95%", "85%"}
    assert [count for _, count in shore_power(base)] == [2]


def test_a_rejected_join_is_not_made_again(base: KnowledgeBase) -> None:
    base.judge([join(base)["id"]], accepted=False)
    assert shore_power(base) == [("85", 1), ("95", 1)]
    assert not [d for d in base.review()["doubts"] if d["kind"] == "join"]
    assert [s["accepted"] for s in base.review()["settled"]] == [False]


def test_an_accepted_join_holds_and_is_doubtful_no_more(base: KnowledgeBase) -> None:
    identity = join(base)["id"]
    base.judge([identity], accepted=True)
    assert [count for _, count in shore_power(base)] == [2]
    assert identity not in {d["id"] for d in base.review()["doubts"]}
    (target,) = [t for t in base.knowledge.targets if t.unit == "%"]
    assert [(s.reason, s.score) for s in target.statements] == [("authority", 1.0), ("person", 1.0)]


def test_a_word_is_taken_back(base: KnowledgeBase) -> None:
    before = base.export()
    doubt = join(base)
    base.judge([doubt["id"]], accepted=False)
    base.judge([doubt["id"]], accepted=None)
    assert join(base) == doubt
    assert base.review()["settled"] == []
    assert {k: v for k, v in base.export().items() if k != "generated"} == {
        k: v for k, v in before.items() if k != "generated"
    }


def test_a_word_outlives_reading_and_indexing_anew(base: KnowledgeBase, tmp_path: Path) -> None:
    base.judge([join(base)["id"]], accepted=False)
    for document in list(base.held):
        base.forget(document)
    base.reindex()
    for name in ("home-1.txt", "home-0.txt"):
        list(base.add([tmp_path / name]))
    assert shore_power(base) == [("85", 1), ("95", 1)]
    assert base.verify() == {"ok": True, "findings": []}


def test_a_rejected_figure_is_read_no_more(base: KnowledgeBase) -> None:
    figure = next(f for f in base.figures()["figures"] if f["unit"] == "hour")
    base.judge([figure["id"]], accepted=False)
    assert figure["id"] not in {f["id"] for f in base.figures()["figures"]}
    assert figure["id"] not in {s["figure"] for t in base.targets()["targets"] for s in t["statements"]}
    base.judge([figure["id"]], accepted=True)
    assert figure["id"] in {f["id"] for f in base.figures()["figures"]}


def test_a_rejected_repost_is_a_source_of_its_own(tmp_path: Path) -> None:
    with build(tmp_path / "home", REPORT, COPY) as base:
        (link,) = [k for k in base.store.links() if k.kind.value == "repost_of"]
        assert base.parents[link.child]
        listed = [m for m in base.review()["doubts"] if m["kind"] == "link"]
        assert listed == []  # nearly all of it stands in the other: there is no doubt
        base.judge([make_id("link", link.child, link.parent, "repost_of")], accepted=False)
        assert link.child not in base.parents
        assert base.describe(base.held[link.child])["parents"] == []


def test_the_list_is_the_same_whatever_came_first(tmp_path: Path) -> None:
    with build(tmp_path / "one", PLAN, REPORT) as one, build(tmp_path / "two", REPORT, PLAN) as two:
        assert one.review() == two.review()


def test_nothing_is_judged_where_one_id_is_unknown(base: KnowledgeBase) -> None:
    with pytest.raises(NotFound, match="join-none"):
        base.judge([join(base)["id"], "join-none"], accepted=True)
    assert base.review()["settled"] == []


def test_the_command_lists_and_judges(base: KnowledgeBase) -> None:
    def run(*args: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(main, ["--home", str(base.home.folder), "review", *args])
        return result.exit_code, result.stdout, result.stderr

    identity = join(base)["id"]
    assert json.loads(run("--json")[1]) == base.review()
    assert identity in run()[1]
    code, printed, _ = run("reject", identity, "--json")
    assert (code, json.loads(printed)["settled"][0]["accepted"]) == (0, False)
    assert "rejected" in run()[1]
    assert run("reopen", identity)[:2] == (0, "")
    assert run("accept", "join-none")[0] == 1


def test_a_no_to_one_outweighs_a_yes_to_another() -> None:
    said = Decided(joined=frozenset({frozenset("ab")}), parted=frozenset({frozenset("ac")}))
    assert said.of("a", ["b", "x"]) is True
    assert said.of("a", ["b", "c"]) is False
    assert said.of("b", ["c"]) is None


CATALOGUE = """云海市渔业发展行动方案
到2028年，渔业产量达到25万吨，出口额达到12亿元，建成渔港30座。

一、重点产品
1. 深海网箱。研制抗风浪网箱等产品。
2. 冷冻鱼糜。研制即食鱼糜等产品。

二、重点任务
1. 建设渔港。新建渔港三座。（责任单位：市农业农村局、云海渔业服务中心）
2. 育种保种。建设种质库。（责任单位：市科技局）
3. 开拓市场。打响品牌。（责任单位：市商务局）
"""
TRANSLATION = """Yunhai City Action Plan for Developing Fisheries
By 2028, the catch is to reach 250,000 tons and exports 1.2 billion yuan; 30 fishing ports are to be built.

I. Key Products
1. Deep-sea cages. Develop products such as storm-proof cages.
2. Frozen surimi. Develop products such as ready-to-eat surimi.

II. Key Tasks
1. Build fishing ports. Build three ports. (Responsible units: Municipal Bureau of Agriculture
and Rural Affairs, Yunhai Fisheries Service Center)
2. Breed and keep seeds. Build a gene bank. (Responsible unit: Municipal Bureau of Science and Technology)
3. Open up markets. Make the brand known. (Responsible unit: Municipal Bureau of Commerce)
"""


@pytest.fixture
def fishery(tmp_path: Path) -> Iterator[KnowledgeBase]:
    with build(tmp_path / "home", CATALOGUE, TRANSLATION) as opened:
        yield opened


def pairs(base: KnowledgeBase, kind: str) -> dict[str, str]:
    """Return the id of each judgeable pair of a kind by its first quote."""
    return {matter.id: matter.records[0] for matter in matters(base) if matter.kind == kind}


def records(base: KnowledgeBase, kind: str) -> int:
    known = base.knowledge
    kinds: dict[str, Sequence[object]] = {
        "task": known.tasks,
        "product": known.products,
        "organisation": known.organisations,
    }
    return len(kinds[kind])


@pytest.mark.parametrize(("kind", "whole"), [("task", 3), ("product", 2), ("organisation", 4)])
def test_joined_entries_and_names_are_parted_and_joined_again_by_a_word(
    fishery: KnowledgeBase, tmp_path: Path, kind: str, whole: int
) -> None:
    assert records(fishery, kind) == whole
    first, *_ = pairs(fishery, kind)
    fishery.judge([first], accepted=False)
    assert records(fishery, kind) == whole + 1
    for document in list(fishery.held):
        fishery.forget(document)
    for name in ("home-1.txt", "home-0.txt"):
        list(fishery.add([tmp_path / name]))
    assert records(fishery, kind) == whole + 1
    fishery.judge([first], accepted=True)
    assert records(fishery, kind) == whole
    known = fishery.knowledge
    listed = [*(t.joins for t in known.tasks), *(p.joins for p in known.products)]
    joins = chain(*listed, *(o.joins for o in known.organisations))
    assert [j.score for j in joins if j.reason == "person"] == [1.0]


def test_a_body_that_one_list_alone_names_in_both_languages_is_doubtful(fishery: KnowledgeBase) -> None:
    (doubt,) = [d for d in fishery.review()["doubts"] if d["kind"] == "organisation"]
    assert (doubt["why"], doubt["score"]) == ("one list", 0.5)
    assert [q["text"] for q in doubt["quotes"]] == ["云海渔业服务中心", "Yunhai Fisheries Service Center"]
