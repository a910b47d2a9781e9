from pathlib import Path

from kb import KnowledgeBase
from kb.answering import ask
from kb.answering.bodies import _DUTY, bodies_in


def test_the_bodies_of_a_sentence_are_named() -> None:
    assert bodies_in("由市水务局会同市城管局负责") == ["市水务局", "市城管局"]
    assert bodies_in("The Energy Bureau leads, with the Maritime Safety Administration.") == [
        "Energy Bureau",
        "Maritime Safety Administration",
    ]


def test_roles_are_told_apart(base: KnowledgeBase) -> None:
    answer = ask(base, "谁牵头建设低空起降设施？")["answer"]
    assert "牵头单位：市交通运输局" in answer
    assert "配合单位：市规划和自然资源局" in answer


def test_the_bodies_and_the_task_are_both_cited(base: KnowledgeBase) -> None:
    quotes = [c["quote"]["text"] for c in ask(base, "Who leads on speeding up clearance?")["citations"]]
    assert any("Tianjin Customs" in q for q in quotes)
    assert any("Speeding up clearance" in q for q in quotes)


def test_a_sentence_answers_where_no_task_does(base: KnowledgeBase) -> None:
    answer = ask(base, "Who is responsible for grid connection of offshore wind?")
    assert "Energy Bureau" in answer["answer"]
    assert "Development and Reform" not in answer["answer"]


def test_a_duty_that_nobody_has_is_refused(base: KnowledgeBase) -> None:
    assert not ask(base, "哪个部门负责管理游艇会？")["answered"]


def test_a_body_that_is_to_act_has_a_duty() -> None:
    assert _DUTY.search("The National Rail Administration is charged with opening the market")
    assert _DUTY.search("县水务局应当公布结果")
    assert not _DUTY.search("Prices rose by a tenth")


def test_bodies_by_whom_something_is_done_are_named() -> None:
    assert bodies_in("加工企业的资格由地区发展改革委认定") == ["地区发展改革委"]
    assert bodies_in("Permits are approved by the river basin authorities within 20 days.") == [
        "river basin authorities"
    ]
    assert _DUTY.search("Permits are approved by the river basin authorities")
    assert _DUTY.search("加工企业的资格由地区发展改革委认定")
    assert not _DUTY.search("由南向北贯通全市")


def test_a_sentence_that_only_lists_bodies_answers_with_their_roles(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(
        "Weihai Action Plan for Ropeless Fishing (2026-2028)\n12 March 2026\nI. Port and gear\n"
        "(1) Gear exchange. Swap 20,000 nets for traps. Lead unit: Municipal Bureau of Ocean and Fisheries; "
        "participating units: Weihai Port Group, Municipal Finance Bureau.\n"
        "(2) Quay cameras. Fit cameras on every quay. Lead unit: Municipal Transport Bureau; "
        "participating units: Weihai Port Group.\n",
        "utf-8",
    )
    with KnowledgeBase(tmp_path / "home") as base:
        list(base.add([tmp_path / "plan.txt"]))
        answer = ask(base, "威海渔具更换由谁牵头？")
    assert answer["answer"].startswith("牵头单位：Municipal Bureau of Ocean and Fisheries；配合单位：")
    assert any("Gear exchange" in c["quote"]["text"] for c in answer["citations"])
