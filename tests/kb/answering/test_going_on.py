"""Sentences that take up the one before, papers of places, amounts for one of something, in two papers."""

from collections.abc import Iterator

import pytest

from corpus.text import Span
from kb import KnowledgeBase
from kb.answering.citing import gone_on, taken_up
from kb.answering.question import understand
from tests.answers import holding
from tests.kb.documents import read_one

LIGHTS = """宁波市航标改造行动方案（2026—2028年）

发布日期：2026-03-05　来源：宁波市人民政府网

一、主要目标
到2028年，全市改造灯塔60座，改造灯浮400个。截至2025年底，在用虚拟航标站12座。

二、重点任务
1.改造灯塔。在象山港建设灯塔学校，在镇海区建设备件库。起草组先后到大连、青岛两市学习考察，征求意见30天。（责任单位：市港航管理局）
2.鼓励更新。更换灯浮的，每个补助2万元；渔民参加培训的，每人补助300元。停灯的，须提前24小时公告。（责任单位：市财政局）
"""
KEEPERS = """Port paper on keepers
Eastern Harbour Weekly | 2026-04-02

Ningbo will train young keepers under a scheme. Each is given a lamp, a boat and a room for two years.
The city has 3.5 keepers for every lighthouse. That figure should rise to 4.5 by 2028.
One hundred and twenty (120) bell buoys will be hung out by 2028.
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    texts = {"lights.txt": LIGHTS, "keepers.txt": KEEPERS}
    with holding(tmp_path_factory.mktemp("going"), texts) as base:
        yield base


def test_a_sentence_goes_on_from_the_one_before() -> None:
    held = read_one("Ten makers were picked. Each got a lamp. They work in towns. The port is old.\n")
    first = held.text.index("Ten")
    second = Span(held.text.index("Each"), held.text.index(" They"))
    assert taken_up(held, second).strip() == "Ten makers were picked."
    assert taken_up(held, Span(first, second.start - 1)) == ""
    whole = gone_on(held, Span(first, second.start - 1), 420).cut(held.text)
    assert whole.endswith("They work in towns.")
    assert gone_on(held, Span(first, second.start - 1), 45).cut(held.text).endswith("got a lamp.")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How are young keepers in Ningbo supported?", "a lamp, a boat"),
        ("How many keepers for every lighthouse is Ningbo to have by 2028?", "4.5"),
        ("How many bell buoys will Ningbo hang out by 2028?", "120"),
        ("宁波的灯塔学校建在哪里？", "象山港"),
        ("在宁波更换灯浮，每个补助多少钱？", "2万元"),
        ("宁波的渔民参加培训，每位能拿多少补助？", "300元"),
        ("How many hours ahead must it be announced in Ningbo that a light is put out?", "24 hours"),
    ],
)
def test_what_is_asked_for_is_told(papers: KnowledgeBase, question: str, said: str) -> None:
    assert said in (papers.ask(question)["answer"] or "")


@pytest.mark.parametrize(
    "question",
    [
        "青岛市航标改造行动方案的主要目标是什么？",
        "宁波对每艘渔船补助多少钱？",
        "What fine does Ningbo set for lights that are put out without notice?",
        "What value of lamp exports does Ningbo want to reach by 2028?",
        "How large is the site of Ningbo's lighthouse school?",
    ],
)
def test_what_is_only_near_is_refused(papers: KnowledgeBase, question: str) -> None:
    assert not papers.ask(question)["answered"]


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("What value of exports is wanted?", {"money"}),
        ("What market share should the makers reach?", {"share", "times"}),
        ("收入要达到2024年的几倍？", {"times"}),
        ("最多几个小时放行？", {"time"}),
        ("What was the average age of the boats?", {"time"}),
        ("按售价的多少给予补贴？", {"share", "times"}),
    ],
)
def test_the_words_of_a_question_demand_units(question: str, units: set[str]) -> None:
    assert understand(question).units == units


def test_an_act_within_a_time_is_not_what_is_asked_for() -> None:
    assert understand("接到报修后，多长时间内要赶到现场？").head == frozenset()


def test_of_two_questions_the_first_makes_demands() -> None:
    asked = understand("What subsidy is given to buyers of cages, and what is the limit per project?")
    assert "per project" not in asked.first


def test_a_place_that_is_a_word_is_known_where_its_plans_are_held() -> None:
    assert understand("三明要建几个海外仓？", None, {"三明"}).place == "三明"
    assert understand("三明要建几个海外仓？").place is None
