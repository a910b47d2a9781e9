"""Search and answers are kept to a part of what is held, as if the rest were not there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from corpus.errors import NotFound
from kb import KnowledgeBase, Within
from kb.cli import main
from kb.narrowing import Part, is_day

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAN = "{city}市养老服务行动计划\n发布时间：{day}\n\n一、主要目标\n到2027年，全市新增护理型床位超{beds}张。\n"
REPORT = (
    "Yunzhou cares for its old\nPublished: 2025-06-20\n\nThe Yunzhou City elderly care action plan is out."
    " By 2027 Yunzhou is to add more than 8,000 nursing beds.\n"
)
QUESTION = "到2027年要新增多少张护理型床位？"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    folder = tmp_path_factory.mktemp("plans")
    texts = {
        "yunzhou.txt": PLAN.format(city="云州", day="2025-05-12", beds=8000),
        "hailing.txt": PLAN.format(city="海陵", day="2024-03-01", beds=600),
        "report.txt": REPORT,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    with KnowledgeBase(folder / "home") as opened:
        list(opened.add([folder / name for name in texts]))
        yield opened


def document(base: KnowledgeBase, name: str) -> str:
    return next(str(d["id"]) for d in base.documents()["documents"] if d["source"] == name)


def found(base: KnowledgeBase, within: Within) -> set[str]:
    names = {d["id"]: d["source"].removesuffix(".txt") for d in base.documents()["documents"]}
    return {names[hit["document"]] for hit in base.search("护理型床位 nursing beds", 20, within)["hits"]}


@pytest.mark.parametrize(
    ("within", "names"),
    [
        (Within(), {"yunzhou", "hailing", "report"}),
        (Within(language="zh"), {"yunzhou", "hailing"}),
        (Within(language="en"), {"report"}),
        (Within(language="fr"), set()),
        (Within(since="2025"), {"yunzhou", "report"}),
        (Within(since="2025-05-13"), {"report"}),
        (Within(until="2025-05"), {"yunzhou", "hailing"}),
        (Within(since="2024-03-01", until="2024-03-01"), {"hailing"}),
        (Within(since="2025", language="zh"), {"yunzhou"}),
        (Within(kind="weather report"), set()),
    ],
)
def test_a_search_is_kept_within_its_limits(base: KnowledgeBase, within: Within, names: set[str]) -> None:
    assert found(base, within) == names


def test_kinds_are_those_of_the_documents(base: KnowledgeBase) -> None:
    kinds = {d["source"].removesuffix(".txt"): d["kind"] for d in base.documents()["documents"]}
    for kind in set(kinds.values()):
        assert found(base, Within(kind=kind)) == {name for name, k in kinds.items() if k == kind}


def test_an_answer_is_made_of_the_part_alone(base: KnowledgeBase) -> None:
    for name, beds in (("yunzhou.txt", "8000"), ("hailing.txt", "600")):
        one = document(base, name)
        answer = base.ask(QUESTION, within=Within(document=one))
        assert answer["answered"]
        assert beds in answer["answer"]
        assert {citation["document"] for citation in answer["citations"]} == {one}
        assert answer["searched"]["documents"] == 1
        assert 0 < answer["searched"]["passages"] < base.index.count()


def test_the_documents_of_a_plan_are_a_part(base: KnowledgeBase) -> None:
    for plan in base.plans()["plans"]:
        hits = base.search("床位", within=Within(plan=plan["id"]))["hits"]
        assert {hit["document"] for hit in hits} <= set(plan["documents"])
        assert hits


def test_where_nothing_is_within_the_limits_the_answer_is_a_refusal(base: KnowledgeBase) -> None:
    answer = base.ask(QUESTION, within=Within(until="2019"))
    assert not answer["answered"]
    assert answer["searched"] == {"passages": 0, "documents": 0}
    assert answer["nearest"] == []


def test_records_of_a_part_name_no_other_document(base: KnowledgeBase) -> None:
    within = Within(language="zh")
    part = Part(base, within)
    own = set(part.held)
    assert 0 < len(own) < len(base.held)
    known = part.knowledge
    assert {d for plan in known.plans for d in plan.documents} <= own
    assert {s.document for target in known.targets for s in target.statements} <= own
    assert {f.quote.document for f in part.figure_by_key.values()} <= own
    assert {k.parent for links in part.parents.values() for k in links} <= own
    assert known.targets


@pytest.mark.parametrize("within", [Within(plan="plan-x"), Within(document="doc-x")])
def test_an_id_that_nothing_is_held_under_is_told(base: KnowledgeBase, within: Within) -> None:
    with pytest.raises(NotFound):
        base.search("床位", within=within)


@pytest.mark.parametrize("day", ["2025", "2025-09", "2025-09-11", "2024-02-29"])
def test_days_months_and_years_are_days(day: str) -> None:
    assert is_day(day)
    assert Within(since=day, until=day)


@pytest.mark.parametrize("day", ["", "25", "2025/9", "2025-13", "2025-02-30", "9 September", "2025-09-11T08"])
def test_other_words_are_none(day: str) -> None:
    assert not is_day(day)
    with pytest.raises(ValueError, match="no date"):
        Within(until=day)


@pytest.mark.parametrize(
    ("published", "meant"),
    [
        ("2025", True),
        ("2025-09", True),
        ("2025-09-11", True),
        ("2025-08", False),
        ("2026", False),
        (None, False),
    ],
)
def test_dates_are_compared_as_far_as_both_are_precise(published: str | None, meant: bool) -> None:
    assert Within(since="2025-09-10", until="2025-09")._dated(published) == meant


def command(base: KnowledgeBase, *args: str) -> tuple[int, Any]:
    result = CliRunner().invoke(main, ["--home", str(base.home.folder), *args, "--json"])
    return result.exit_code, json.loads(result.stdout) if result.stdout else result.stderr


def test_the_command_line_has_the_same_limits(base: KnowledgeBase) -> None:
    limits = ("--from", "2025", "--to", "2025-12-31", "--language", "zh", "--kind", "plan")
    code, told = command(base, "search", "床位", *limits)
    assert code == 0
    assert told == base.search(
        "床位", within=Within(since="2025", until="2025-12-31", language="zh", kind="plan")
    )
    code, told = command(base, "ask", QUESTION, "--document", document(base, "hailing.txt"), "--lang", "en")
    assert (code, told["answered"], told["language"]) == (0, True, "en")
    assert "600" in told["answer"]


def test_wrong_usage_and_unknown_ids_have_their_exit_status(base: KnowledgeBase) -> None:
    code, line = command(base, "ask", QUESTION, "--from", "yesterday")
    assert code == 2
    assert "2025-09-11" in line
    code, line = command(base, "search", "床位", "--plan", "plan-x")
    assert code == 1
    assert line.startswith("policykb: no plan plan-x")
