"""Numbered lists are joined as wholes where they are one list, else entry by entry, with score and reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index import load_encoder
from kb.decided import UNDECIDED, Decided
from kb.joining.lists import Entry, Rule, join_lists
from kb.likeness import Likeness
from kb.tasks import read_tasks
from tests.kb.documents import read_one

if TYPE_CHECKING:
    from kb.records import TaskReading

HARBOUR = (
    "建设深水码头 疏浚进港航道 扩建集装箱堆场 改造装卸设备 推广岸电使用 治理船舶污水 培训引航员 升级调度系统"
    " 开通远洋航线 发展冷藏运输 建设海铁联运站 简化通关手续 设立航运基金 引进船舶管理公司 完善航运保险"
    " 加强海上搜救 建造公务船艇 规划邮轮母港 开发航运指数 举办航海节庆"
).split()
HARBOUR_EN = """Building deep-water quays
Dredging the approach channel
Enlarging the container yard
Renewing the cargo handling equipment
Spreading the use of shore power
Treating sewage from ships
Training pilots
Upgrading the dispatch system
Opening ocean routes
Developing refrigerated transport
Building a sea-rail station
Simplifying customs formalities
Setting up a shipping fund
Attracting ship management companies
Improving marine insurance
Strengthening search and rescue at sea
Building official vessels
Planning a cruise home port
Developing a shipping index
Holding sailing festivals""".splitlines()
# Other tasks of the same harbour, numbered alike.
YEARLY = (
    "修订港口条例 公布收费目录 检查危险货物 清理闲置泊位 更新消防器材 核定作业能力 编制统计年报 评选文明班组"
    " 开展安全演练 调整理货规程 建立信用档案 规范拖轮服务 完善港区绿化 修缮职工宿舍 增设医疗站点 优化公交接驳"
    " 改进信访工作 普及法律知识 保护历史建筑 宣传劳动模范"
).split()


def reading(titles: list[str], document: str) -> tuple[TaskReading, ...]:
    """Return the tasks of a list with these titles, as they are read from a text."""
    chinese = titles[0][0] > "z"
    end, by = ("。", "（责任单位：市港口局）") if chinese else (". ", " (Responsible unit: Port Bureau)")
    text = "".join(f"{n}. {title}{end}{by}\n" for n, title in enumerate(titles, start=1))
    tasks = read_tasks(replace(read_one(f"{document}\n{text}"), id=document))
    assert [task.title for task in tasks] == titles
    return tasks


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    return Likeness(load_encoder())


def joined(
    likeness: Likeness, *lists: tuple[TaskReading, ...], decided: Decided = UNDECIDED
) -> list[Entry[TaskReading]]:
    rule: Rule[TaskReading] = Rule(lambda task: task.title, likeness, decided)
    return join_lists(lists, rule)


def titles(entries: list[Entry[TaskReading]]) -> list[list[str]]:
    return [[r.title for r in entry.readings] for entry in entries]


def test_a_list_and_its_translation_are_joined_as_wholes(likeness: Likeness) -> None:
    entries = joined(likeness, reading(HARBOUR, "plan"), reading(HARBOUR_EN, "translation"))
    assert titles(entries) == [list(pair) for pair in zip(HARBOUR, HARBOUR_EN, strict=True)]
    assert {j.reason for entry in entries for j in entry.joins} == {"list"}
    assert all(0.2 < j.score < 1 for entry in entries for j in entry.joins)


def test_two_long_lists_of_equal_numbers_and_unlike_titles_stay_two(likeness: Likeness) -> None:
    entries = joined(likeness, reading(HARBOUR, "plan"), reading(YEARLY, "yearly list"))
    assert titles(entries) == [[title] for title in (*HARBOUR, *YEARLY)]


def test_of_a_list_that_was_half_replaced_only_the_kept_half_is_joined(likeness: Likeness) -> None:
    later = [*HARBOUR[:10], *YEARLY[10:]]
    entries = joined(likeness, reading(HARBOUR, "plan"), reading(later, "later list"))
    assert titles(entries)[:10] == [[title, title] for title in HARBOUR[:10]]
    assert titles(entries)[10:] == [[title] for title in (*HARBOUR[10:], *YEARLY[10:])]


def test_tasks_in_another_order_are_joined_by_their_titles(likeness: Likeness) -> None:
    entries = joined(likeness, reading(HARBOUR, "plan"), reading(HARBOUR[::-1], "digest"))
    assert titles(entries) == [[title, title] for title in HARBOUR]
    assert {j.reason for entry in entries for j in entry.joins} == {"title"}


def test_a_few_tasks_of_a_translation_are_joined_by_number_and_title(likeness: Likeness) -> None:
    some = reading(HARBOUR_EN, "digest")[7:12]
    entries = joined(likeness, reading(HARBOUR, "plan"), some)
    expected = [list(pair) for pair in zip(HARBOUR[7:12], HARBOUR_EN[7:12], strict=True)]
    assert titles(entries)[7:12] == expected
    assert len(entries) == len(HARBOUR)
    assert {j.reason for entry in entries for j in entry.joins} == {"number", "title"}


def test_a_person_parts_and_joins_what_the_lists_do_not(likeness: Likeness) -> None:
    plan, translation = reading(HARBOUR, "plan"), reading(HARBOUR_EN, "translation")
    said = Decided(
        parted=frozenset({frozenset((plan[0].id, translation[0].id))}),
        joined=frozenset({frozenset((plan[1].id, translation[2].id))}),
    )
    entries = joined(likeness, plan, translation, decided=said)
    assert titles(entries)[:3] == [[HARBOUR[0]], [HARBOUR[1], HARBOUR_EN[2]], [HARBOUR[2]]]
    assert [(j.reason, j.score) for j in entries[1].joins] == [("person", 1.0)]
    assert titles(entries)[20:] == [[HARBOUR_EN[0]], [HARBOUR_EN[1]]]


def test_nothing_is_joined_with_nothing(likeness: Likeness) -> None:
    assert joined(likeness) == joined(likeness, (), ()) == []
