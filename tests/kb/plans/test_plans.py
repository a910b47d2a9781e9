"""Documents are grouped by the policy they are about; places, periods and forms keep policies apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index import load_encoder
from kb.figures import read_figures
from kb.likeness import Likeness
from kb.plans import group_plans, read_mentions
from tests.kb.documents import read_one

if TYPE_CHECKING:
    from kb.records import Plan

HANGZHOU = """杭州市养老服务体系建设行动计划（2025—2027年）

一、主要目标
到2027年，全市新增护理型床位超8000张，建成社区食堂300家，培训护理员12000人。
"""
HANGZHOU_NEWS = """杭州养老再添床位
来源：样例日报 2025-06-02

《杭州市养老服务体系建设行动计划（2025—2027年）》近日公布。到2027年，杭州新增护理型床位超8000张，建成社区食堂300家。
"""
HANGZHOU_EN = """Hangzhou Action Plan for Building the Elderly Care Service System (2025-2027)

I. Main Objectives
By 2027, the city will add over 8,000 nursing beds, open 300 community canteens and train 12,000 care workers.
"""
NINGBO = HANGZHOU.replace("杭州", "宁波")
HANGZHOU_EARLIER = HANGZHOU.replace("2025—2027", "2021—2023").replace("2027", "2023")
HANGZHOU_RULES = HANGZHOU.replace("行动计划（2025—2027年）", "实施细则")


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    return Likeness(load_encoder())


def plans(likeness: Likeness, *texts: str) -> list[list[int]]:
    """Return which texts stand together, by their position."""
    documents = [read_one(text) for text in texts]
    mentions = {d.id: read_mentions(d) for d in documents}
    figures = {d.id: read_figures(d) for d in documents}
    positions = {d.id: i for i, d in enumerate(documents)}
    found: tuple[Plan, ...] = group_plans(documents, mentions, figures, likeness)
    assert found == group_plans(documents[::-1], mentions, figures, likeness)
    return sorted(sorted(positions[d] for d in plan.documents) for plan in found)


def test_the_official_text_a_report_and_the_english_version_are_one_plan(likeness: Likeness) -> None:
    assert plans(likeness, HANGZHOU, HANGZHOU_NEWS, HANGZHOU_EN) == [[0, 1, 2]]


@pytest.mark.parametrize("other", [NINGBO, HANGZHOU_EARLIER, HANGZHOU_RULES])
def test_another_city_period_or_form_is_another_plan(likeness: Likeness, other: str) -> None:
    assert plans(likeness, HANGZHOU, HANGZHOU_NEWS, other) == [[0, 1], [2]]


REPORT = """杭州：三年后养老床位更多

按照规划，到2027年，新增护理型床位8000张，社区食堂300家，护理员12000人。
"""


def test_a_report_without_the_name_joins_by_its_figures_and_place(likeness: Likeness) -> None:
    assert plans(likeness, HANGZHOU, REPORT) == [[0, 1]]


def test_a_report_with_the_figures_of_another_place_stays_outside(likeness: Likeness) -> None:
    assert plans(likeness, HANGZHOU, REPORT.replace("杭州", "宁波")) == [[0]]


def test_the_main_mention_is_the_plan_the_document_is() -> None:
    main = read_mentions(read_one(HANGZHOU))[0]
    assert (main.official, main.place, main.period) == (True, "杭州", "2025/2027")
    assert main.topic == "养老服务体系"


def test_a_plan_has_names_in_both_languages(likeness: Likeness) -> None:
    documents = [read_one(HANGZHOU), read_one(HANGZHOU_EN)]
    (plan,) = group_plans(
        documents,
        {d.id: read_mentions(d) for d in documents},
        {d.id: read_figures(d) for d in documents},
        likeness,
    )
    assert plan.title.zh == "杭州市养老服务体系建设行动计划（2025—2027年）"
    assert plan.title.en
    assert plan.title.en.startswith("Hangzhou Action Plan")
    assert plan.documents[0] == documents[0].id


def test_a_document_that_lists_tasks_founds_a_plan_whatever_its_title(likeness: Likeness) -> None:
    document = read_one(
        "关于养老工作的安排\n\n一、增加床位（责任单位：市民政局）\n二、培训护理员（责任单位：市人社局）\n"
    )
    assert group_plans([document], {}, {}, likeness) == ()
    (plan,) = group_plans([document], {}, {}, likeness, founders=[document.id])
    assert plan.title.zh == document.title


def test_the_whole_title_is_the_name_though_little_words_stand_in_it() -> None:
    title = "Implementation Plan of Tianjin Municipality for Building a World-Class Smart and Green Port"
    (main, *_) = read_mentions(
        read_one(title + "\n\nI. Objectives\nBy 2027, the port will handle 26 million boxes.\n")
    )
    assert (main.name, main.place) == (title, "天津")
    assert "port" in main.topic


def test_a_translation_without_a_plans_name_lends_its_heading(likeness: Likeness) -> None:
    heading = "Hangzhou: More Beds, Canteens and Care Workers"
    tasks = "\nII. Key Tasks\n1. Build canteens. Open 300 canteens.\n2. Train more. Train 12,000 workers.\n"
    translation = HANGZHOU_EN.replace(HANGZHOU_EN.splitlines()[0], heading) + tasks
    documents = [read_one(HANGZHOU), read_one(translation)]
    mentions = {d.id: read_mentions(d) for d in documents}
    figures = {d.id: read_figures(d) for d in documents}
    (plan,) = group_plans(documents, mentions, figures, likeness, founders={documents[1].id})
    assert plan.title.zh == HANGZHOU.splitlines()[0]
    assert plan.title.en == heading
