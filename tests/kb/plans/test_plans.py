"""Documents are grouped by the policy they are about; places, periods and forms keep policies apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from index import load_encoder
from kb.figures import read_figures
from kb.likeness import Likeness
from kb.plans import group_plans, read_mentions
from tests.ingest.cases import cases, label
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


HANGZHOU_NOTICE = """杭州市人民政府办公厅关于印发杭州市养老服务体系建设行动计划的通知
杭政办发〔2025〕9号
2025年5月30日

各区、县（市）人民政府：
《杭州市养老服务体系建设行动计划（2025—2027年）》已经市政府同意，现印发给你们。

一、主要目标
到2027年，全市新增护理型床位超8000张，建成社区食堂300家，培训护理员12000人。
"""


def test_a_notice_without_book_marks_is_the_plan_that_it_issues(likeness: Likeness) -> None:
    main = read_mentions(read_one(HANGZHOU_NOTICE))[0]
    assert (main.name, main.period) == ("杭州市养老服务体系建设行动计划", "2025/2027")
    assert main.quote
    assert main.quote.text == main.name
    assert plans(likeness, HANGZHOU_NOTICE, HANGZHOU_EN, HANGZHOU_NEWS) == [[0, 1, 2]]


CIRCULAR = """Circular on Carrying Out the "Safe Lifts" Inspection Campaign
State Administration for Market Regulation
Shi Jian Fa [2026] No. 5
January 14, 2026

Article 1. By the end of 2028, no fewer than 3.2 million lifts shall be inspected nationwide.
Article 2. The campaign covers 640 cities; 85 percent of the faults shall be mended within 15 days.
"""
CIRCULAR_NEWS = """“放心电梯”三年查一遍
质量观察报　2026年2月1日　第3版　记者 白帆

全国将用三年时间开展电梯排查，到2028年底排查电梯不少于320万台，覆盖640个城市，85%的故障在15天内修好。
"""


def test_a_circular_is_a_plan_that_reports_of_the_same_figures_join(likeness: Likeness) -> None:
    assert plans(likeness, CIRCULAR, CIRCULAR_NEWS) == [[0, 1]]


def test_a_report_with_other_figures_does_not_join_a_circular(likeness: Likeness) -> None:
    other = CIRCULAR_NEWS.replace("320万", "90万").replace("640", "75").replace("85%", "40%")
    assert plans(likeness, CIRCULAR, other) == [[0]]


DESCRIBED = """More beds for the old of {place}
Delta Courier, June 3, 2025

{place} has issued an action plan to help families look after the old. It adds over 8,000 nursing beds,
opens 300 canteens and trains 12,000 care workers.
"""


def test_a_plan_told_of_without_its_name_joins_by_its_figures_and_place(likeness: Likeness) -> None:
    assert plans(likeness, HANGZHOU, DESCRIBED.format(place="Hangzhou")) == [[0, 1]]
    assert plans(likeness, HANGZHOU, DESCRIBED.format(place="Ningbo")) == [[0], [1]]


def test_words_before_a_name_and_the_last_five_years_are_no_plan() -> None:
    text = """Lishui grows more tea
Delta Courier, June 3, 2025

During the 14th Five-Year Plan Period, output grew by 6 percent a year in Lishui.
Under the Tea Industry Action Plan of Lishui City, it is to double by 2030.
"""
    assert [m.name for m in read_mentions(read_one(text))] == ["Tea Industry Action Plan of Lishui City"]


@pytest.mark.parametrize("case", [c for c in cases("heads") if "plan" in c["want"]], ids=label)
def test_the_head_of_a_document_says_which_plan_it_is_about(case: dict[str, Any]) -> None:
    main = read_mentions(read_one(case["text"]))[0]
    assert main.name == case["want"]["plan"]
    assert main.period == case["want"].get("period", main.period)


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
