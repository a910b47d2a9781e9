"""What changed between two texts, and who said what first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from corpus.errors import NotFound
from kb import KnowledgeBase
from kb.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OLD = """云海市港口发展行动方案（2022—2025年）

一、主要目标
到2025年，集装箱吞吐量达到2000万标准箱，岸电覆盖80%的泊位，船舶平均通关时间压缩至36小时以内。
培育航运龙头企业5家，新建冷链仓库12座。
"""
NEW = """云海市港口发展行动方案（2025—2028年）

一、主要目标
到2028年，集装箱吞吐量达到2500万标准箱，岸电覆盖95%的泊位，船舶平均通关时间压缩至30小时以内。
培育航运龙头企业5家以上，建成智慧码头3个。
"""
NEWS = """云海市发布港口发展行动方案
发布时间：{date}　来源：云海日报

近日，《云海市港口发展行动方案》发布。到2028年，集装箱吞吐量达到{boxes}万标准箱，岸电覆盖95%的泊位，船舶平均通关时间压缩至30小时以内。
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    folder = tmp_path_factory.mktemp("editions")
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    (folder / "new.txt").write_text(NEW, encoding="utf-8")
    with KnowledgeBase(folder / "home") as opened:
        list(opened.add([folder / "old.txt", folder / "new.txt"]))
        yield opened


def editions(base: KnowledgeBase) -> tuple[str, str]:
    """Return the ids of the older and the newer plan."""
    by_title = {p["title"]["zh"]: p["id"] for p in base.plans()["plans"]}
    return by_title[OLD.partition("\n")[0]], by_title[NEW.partition("\n")[0]]


def changes(found: dict[str, Any]) -> dict[str, list[str]]:
    """Return in which ways each target changed, by its subject."""
    return {(row["to"] or row["from"])["subject"]: row["change"] for row in found["changes"]}


def test_two_editions_of_a_plan_are_told_apart_target_by_target(base: KnowledgeBase) -> None:
    found = base.diff(*editions(base))
    assert changes(found) == {
        "集装箱吞吐量": ["raised", "moved"],
        "岸电覆盖": ["raised", "moved"],
        "船舶平均通关时间": ["lowered", "moved"],
        "航运龙头企业": ["stricter", "moved"],
        "智慧码头": ["added"],
        "冷链仓库": ["dropped"],
    }
    assert found["unchanged"] == []


def test_a_change_carries_both_quotes(base: KnowledgeBase) -> None:
    for row in base.diff(*editions(base))["changes"]:
        sides = [row[side] for side in ("from", "to") if row[side]]
        assert len(sides) == (1 if row["change"][0] in ("added", "dropped") else 2)
        for side in sides:
            quote = side["quote"]
            assert base.held[quote["document"]].text[quote["start"] : quote["end"]] == quote["text"]


def test_the_other_way_round_everything_is_the_opposite(base: KnowledgeBase) -> None:
    older, newer = editions(base)
    opposite = {"raised": "lowered", "lowered": "raised", "stricter": "looser", "moved": "moved"}
    opposite |= {"added": "dropped", "dropped": "added"}
    forth, back = changes(base.diff(older, newer)), changes(base.diff(newer, older))
    assert {subject: [opposite[c] for c in row] for subject, row in forth.items()} == back


def test_documents_are_compared_as_plans_are(base: KnowledgeBase) -> None:
    plans = editions(base)
    documents = [next(iter(base.plan(p).documents)) for p in plans]
    assert changes(base.diff(*documents)) == changes(base.diff(*plans))


def test_what_is_joined_already_is_one_target_whatever_its_words(samples: KnowledgeBase) -> None:
    names = {d["source"]: d["id"] for d in samples.documents()["documents"]}
    found = samples.diff(names["plan.zh.txt"], names["report-wrong.zh.txt"])
    numbers = [
        (row["from"]["value"], row["to"]["value"]) for row in found["changes"] if row["from"] and row["to"]
    ]
    assert sorted(pair for pair in numbers if len(set(pair)) == 2) == [("3", "5"), ("500", "300")]
    assert not [row for row in found["changes"] if row["change"] == ["added"]]


def test_a_text_has_not_changed_from_itself(base: KnowledgeBase) -> None:
    older, _ = editions(base)
    found = base.diff(older, older)
    assert found["changes"] == []
    assert [row["from"] for row in found["unchanged"]] == [row["to"] for row in found["unchanged"]]


def test_editions_in_two_languages_are_compared(tmp_path: Path) -> None:
    english = (
        "Yunhai Action Plan for Ports (2025-2028)\n\nI. Targets\n"
        "By 2028, container throughput will reach 25 million TEU, shore power will cover 95% of the berths, "
        "and average customs clearance time of ships will be cut to within 30 hours.\n"
    )
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(english, encoding="utf-8")
    with KnowledgeBase(tmp_path / "home") as base:
        list(base.add([tmp_path / "old.txt", tmp_path / "new.txt"]))
        ids = {d["language"]: d["id"] for d in base.documents()["documents"]}
        found = base.diff(ids["zh"], ids["en"])
        pairs = {row["to"]["unit"]: row["change"] for row in found["changes"] if row["to"] and row["from"]}
        assert pairs == {"TEU": ["raised", "moved"], "%": ["raised", "moved"], "hour": ["lowered", "moved"]}


def test_what_is_not_held_cannot_be_compared(base: KnowledgeBase) -> None:
    with pytest.raises(NotFound, match="plan-none"):
        base.diff("plan-none", editions(base)[0])


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    folder = tmp_path_factory.mktemp("press")
    (folder / "plan.txt").write_text(NEW, encoding="utf-8")
    for date, boxes in (("2025-03-02", 2500), ("2025-03-04", 2900), ("2025-03-05", 2900)):
        (folder / f"{date}.txt").write_text(NEWS.format(date=date, boxes=boxes), encoding="utf-8")
    with KnowledgeBase(folder / "home") as opened:
        list(opened.add([folder]))
        yield opened


def test_a_timeline_says_what_came_first_and_when_a_different_number_appeared(press: KnowledgeBase) -> None:
    found = press.timeline("集装箱吞吐量")
    assert found["first"]["published"] == "2025-03-02"
    assert found["first_different"]["published"] == "2025-03-04"
    assert found["first_different"]["words"].startswith("29 million")
    told = [(s["published"], s["verdict"]) for s in found["said"]]
    assert told == [
        ("2025-03-02", "same"),
        ("2025-03-04", "differs"),
        ("2025-03-05", "differs"),
        (None, None),  # the plan has no date: it cannot be said to have been the first
    ]


def test_a_target_everybody_agrees_on_has_no_different_number(press: KnowledgeBase) -> None:
    identity = press.timeline("岸电覆盖")["target"]["id"]
    assert press.timeline(identity)["first_different"] is None


def test_a_target_that_is_not_there_is_named(press: KnowledgeBase) -> None:
    with pytest.raises(NotFound, match="target-none"):
        press.timeline("target-none")


def test_the_commands_print_json_and_tables(base: KnowledgeBase, samples: KnowledgeBase) -> None:
    def run(home: Path, *args: str) -> str:
        result = CliRunner().invoke(main, ["--home", str(home), *args])
        assert result.exit_code == 0, result.stderr
        return result.stdout

    older, newer = editions(base)
    assert json.loads(run(base.home.folder, "diff", older, newer, "--json")) == base.diff(older, newer)
    assert "raised" in run(base.home.folder, "diff", older, newer)
    target = samples.knowledge.targets[0].id
    printed = run(samples.home.folder, "timeline", target, "--json")
    assert json.loads(printed) == samples.timeline(target)
    assert "first" in run(samples.home.folder, "timeline", target)
