"""Comparing across invented plans of several cities, industries and both languages."""

from collections.abc import Iterator
from typing import Any

import pytest

from kb import KnowledgeBase
from kb.answering.guard import held
from tests.answers import holding

PLANS = {
    "quanzhou.zh.txt": """泉州市海洋牧场建设实施方案（2026—2030年）

一、建设目标
到2028年，建成国家级海洋牧场示范区6个，深海养殖网箱达到420口。
到2030年，海洋渔业总产值突破900亿元，水产品加工转化率达到70%以上。
二、保障措施
对新建深海网箱，每口补助25万元。
""",
    "beihai.en.txt": """Beihai Marine Ranching Action Plan

By 2028 the city will have four national demonstration zones for marine ranching and 510 deep-sea net cages.
The output value of the marine fishery is to exceed 60 billion yuan by 2030.
Each new deep-sea net cage receives a grant of 180,000 yuan.
The processing rate of aquatic products should reach 65% by 2030.
""",
    "ministry.en.txt": """Ministry of Agriculture and Rural Affairs: Opinions on Modern Fisheries

The processing rate of aquatic products nationwide will be raised to 68% by 2030.
""",
    "guiyang.zh.txt": """贵阳市全民阅读促进计划

到2027年，全市建成社区书房260个，公共图书馆年流通量达到900万人次。
2024年，全市建有社区书房148个。
图书馆开放时间每周不少于63小时，书房开放时间每周不少于48小时。
""",
    "kunming.zh.txt": """昆明市书香城市建设行动方案

到2027年，建成社区书房310个，每万人拥有公共图书馆面积不低于180平方米。
""",
    "rail.en.txt": """Rail freight in two cities

Lanzhou aims for 1,400 China-Europe trains by 2027. Its customs clearance time is to be within 6 hours.
Urumqi aims for 1,900 China-Europe trains by 2027. Its customs clearance time is to be within 4 hours.
Lanzhou will also build 25 cold-chain warehouses by 2027.
""",
    "hydrogen.zh.txt": """鄂尔多斯市氢能产业发展行动方案

到2027年，全市建成加氢站不少于90座，绿氢年产能达到40万吨。
到2030年，建成加氢站160座，绿氢年产能达到100万吨。
截至2025年，全市已建成加氢站38座。
出租车更新800辆，公交车更新1200辆。
""",
    "hydrogen.en.txt": """Weifang Hydrogen Action Plan

By the end of 2027 Weifang aims for about 80 hydrogen refuelling stations.
Subsidies: wheat growers get 45 yuan per mu, maize growers get 30 yuan per mu.
""",
    "childcare.zh.txt": """两市托育服务目标

台州提出，到2027年每千人口托位数达到5.2个；湖州提出，到2027年每千人口托位数达到5.5个。
""",
}


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    with holding(tmp_path_factory.mktemp("compared"), PLANS) as base:
        yield base


def ask(plans: KnowledgeBase, question: str, language: str | None = None) -> dict[str, Any]:
    answer = plans.ask(question, language)
    if answer["answered"]:
        assert held(answer["answer"], [c["quote"]["text"] for c in answer["citations"]])
    return answer


PLACES = [
    ("Which city plans more deep-sea net cages by 2028, Quanzhou or Beihai?",
     "Beihai (higher): 510 by 2028; Quanzhou: 420 by 2028 [1][2]."),
    ("泉州和北海，到2028年哪个城市的深海网箱更多？",
     "北海（更高）：510（到2028年）；泉州：420口（到2028年）[1][2]。"),
    ("Which city will have fewer national marine ranching demonstration zones by 2028, Beihai or Quanzhou?",
     "Beihai (lower): 4 by 2028; Quanzhou: 6 by 2028 [1][2]."),
    ("Whose marine fishery output is to be larger by 2030, Beihai's or Quanzhou's?",
     ("Quanzhou (higher): more than 90 billion yuan by 2030; "
      "Beihai: more than 60 billion yuan by 2030 [1][2].")),
    ("到2027年，贵阳和昆明谁的社区书房更多？",
     "昆明（更高）：310个（到2027年）；贵阳：260个（到2027年）[1][2]。"),
    ("台州和湖州哪个城市的托位数目标更高？", "湖州（更高）：5.5个（到2027年）；台州：5.2个（到2027年）[1]。"),
    ("Compare the China-Europe train targets of Urumqi and Lanzhou.",
     "Urumqi (higher): 1,900 by 2027; Lanzhou: 1,400 by 2027 [1][2]."),
    ("Which city aims for the shorter customs clearance time, Lanzhou or Urumqi?",
     "Urumqi (lower): within 4 hours; Lanzhou: within 6 hours [1][2]."),
    ("How many community reading rooms do Guiyang and Kunming plan by 2027?",
     "Guiyang: 260 by 2027; Kunming: 310 by 2027 [1][2]."),
    ("贵阳和昆明到2027年的社区书房目标分别是多少？",
     "贵阳：260个（到2027年）；昆明：310个（到2027年）[1][2]。"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "said"), PLACES)
def test_the_figure_of_each_place_is_told_and_which_is_more(
    plans: KnowledgeBase, question: str, said: str
) -> None:
    assert ask(plans, question)["answer"] == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Does Beihai give a larger grant for each net cage than Quanzhou?", "No. Beihai: 180,000 yuan;"),
        ("泉州对每口新建深海网箱的补助比北海高吗？", "是。泉州：25万元；北海：18万元"),
        ("Will Guiyang have fewer community reading rooms than Kunming by 2027?", "Yes. Guiyang: 260"),
        ("北海的水产品加工转化率目标是否高于全国？", "不是。北海：65%（到2030年）；全国：68%（到2030年）"),
        ("Is Beihai's target for the processing rate of aquatic products higher than the ministry's?",
         "No. Beihai: 65% by 2030; Nationwide: 68%"),
        ("Do Guiyang and Kunming have the same target for community reading rooms?", "No. Guiyang: 260"),
    ],
)  # fmt: skip
def test_what_is_claimed_of_two_places_is_confirmed_or_denied(
    plans: KnowledgeBase, question: str, said: str
) -> None:
    assert ask(plans, question)["answer"].startswith(said)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("与2024年相比，贵阳2027年的社区书房目标多多少？", ("260个", "148个")),
        ("How many more community reading rooms does Guiyang want in 2027 than it had in 2024?",
         ("260", "148")),
        ("鄂尔多斯到2030年的加氢站比2025年多几座？", ("160座", "38座")),
        ("Compare the number of hydrogen stations in Ordos now with the 2030 target.", ("160", "38")),
        ("鄂尔多斯2027年和2030年的绿氢产能目标分别是多少？", ("40万吨", "100万吨")),
    ],
)  # fmt: skip
def test_the_figures_of_two_times_are_told_and_no_difference_is_reckoned(
    plans: KnowledgeBase, question: str, values: tuple[str, str]
) -> None:
    answer = ask(plans, question)["answer"]
    assert all(value in answer for value in values)
    assert "112" not in answer
    assert "122" not in answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("鄂尔多斯公交车和出租车哪个更新得更多？", "鄂尔多斯公交车（更高）：1200辆；出租车：800辆"),
        ("Which subsidy per mu is higher in Weifang, wheat or maize?",
         "Wheat (higher): 45 yuan per mu; maize: 30"),
        ("潍坊的小麦补贴比玉米补贴高吗？", "是。小麦补贴：45元/亩；玉米补贴：30元/亩"),
        ("贵阳的图书馆和书房，哪个每周开放时间更长？", "图书馆（更高）：不少于63小时；书房：不少于48小时"),
    ],
)  # fmt: skip
def test_two_things_of_one_place_are_told_apart(plans: KnowledgeBase, question: str, said: str) -> None:
    assert ask(plans, question)["answer"].startswith(said)


def test_bounds_that_leave_it_open_are_owned_up_to(plans: KnowledgeBase) -> None:
    earlier = ask(plans, "鄂尔多斯2030年的加氢站目标比2027年高吗？")["answer"]
    assert earlier.startswith("按所写数字，是。")
    surely = ask(plans, "Does Ordos plan more hydrogen stations than Weifang by 2027?")["answer"]
    assert surely == "Yes. Ordos: at least 90 by 2027; Weifang: about 80 by 2027 [1][2]."


def test_both_sides_are_cited_first(plans: KnowledgeBase) -> None:
    answer = ask(plans, "Which city plans more deep-sea net cages by 2028, Quanzhou or Beihai?")
    assert {c["title"].split()[0][:2] for c in answer["citations"][:2]} == {"泉州", "Be"}
    assert len(answer["figures"]) == 2


def test_the_answer_can_be_had_in_the_other_language(plans: KnowledgeBase) -> None:
    answer = ask(plans, "Which city plans more deep-sea net cages by 2028, Quanzhou or Beihai?", "zh")
    assert "更高" in answer["answer"]
    assert "420口" in answer["answer"]


@pytest.mark.parametrize(
    "question",
    [
        "Does Kunming plan more cold-chain warehouses than Lanzhou?",
        "Which city plans more cold-chain warehouses, Lanzhou or Urumqi?",
        "贵阳和昆明哪个城市的公共图书馆流通量目标更高？",
        "泉州和北海哪个城市的人工鱼礁投放量更大？",
        "Is Lanzhou's target for airports higher than Urumqi's?",
        "Which has more deep-sea net cages, Beihai or Zhanjiang?",
        "台州和杭州哪个城市的托位数目标更高？",
        "昆明2027年的社区书房比2024年多多少？",
        "Does Ordos plan more hydrogen stations in 2035 than in 2027?",
        "Will Ordos replace more trucks or more trams?",
    ],
)
def test_where_one_side_is_not_known_nothing_is_said(plans: KnowledgeBase, question: str) -> None:
    assert not ask(plans, question)["answered"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many deep-sea net cages does Beihai want by 2028?", "510"),
        ("Does Beihai want more than 510 deep-sea net cages by 2028?", "510"),
        ("Do the sources agree on the number of deep-sea net cages in Quanzhou?", "420"),
    ],
)
def test_what_compares_nothing_is_answered_as_ever(plans: KnowledgeBase, question: str, said: str) -> None:
    answer = ask(plans, question)["answer"]
    assert said in answer
    assert "higher" not in answer
