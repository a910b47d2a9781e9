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
