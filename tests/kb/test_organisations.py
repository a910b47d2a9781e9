import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from kb.organisations import Mention, meant, mentions, name_key, place_of, places, resolve

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases/organisations.jsonl").read_text("utf-8").splitlines()
]


def keys(case: dict[str, Any]) -> set[str | None]:
    return {
        name_key(name, language, case["locality"]) for language in ("zh", "en") for name in case[language]
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: str((case["zh"] + case["en"])[0]))
def test_all_names_of_one_body_have_one_key(case: dict[str, Any]) -> None:
    assert len(keys(case)) == 1


def test_different_bodies_have_different_keys() -> None:
    found = [keys(case) for case in CASES]
    assert len(set().union(*found)) == len(found)


def test_bodies_of_different_cities_never_merge() -> None:
    assert name_key("市科委", "zh", "上海") != name_key("市科委", "zh", "重庆")
    assert name_key("Municipal Health Commission", "en", "深圳") != name_key("市卫健委", "zh", "广州")


def test_a_national_body_is_not_the_citys() -> None:
    assert name_key("国家药监局", "zh", "上海") != name_key("市药监局", "zh", "上海")
    assert name_key("Ministry of Commerce", "en", "上海") != name_key("Commission of Commerce", "en", "上海")


def test_in_a_plan_of_a_province_the_cities_bodies_are_not_the_provinces() -> None:
    assert name_key("市科技局", "zh", "江苏") != name_key("省科技厅", "zh", "江苏")


def test_the_partys_office_is_not_the_governments_bureau() -> None:
    assert name_key("市委金融办", "zh", "上海") != name_key("市金融监管局", "zh", "上海")


def test_local_bodies_of_documents_without_a_place_stay_apart() -> None:
    one = Mention("市科技局", "zh", "doc-1")
    other = Mention("市科技局", "zh", "doc-2")
    bodies = resolve([one, other])
    assert bodies.of(one) != bodies.of(other)


def test_the_order_of_arrival_changes_nothing() -> None:
    mentions = [
        Mention("市科委", "zh", "doc-1", "上海"),
        Mention("Municipal Commission of Science and Technology", "en", "doc-2", "上海"),
        Mention("上海市科学技术委员会", "zh", "doc-3", "上海"),
        Mention("市财政局", "zh", "doc-1", "上海"),
    ]
    assert len({resolve(order).organisations for order in permutations(mentions)}) == 1


def test_a_body_is_named_by_its_fullest_names_and_keeps_the_others() -> None:
    bodies = resolve(
        [
            Mention("市科委", "zh", "doc-1", "上海"),
            Mention("上海市科学技术委员会", "zh", "doc-1", "上海"),
            Mention("Municipal Commission of Science and Technology", "en", "doc-2", "上海"),
        ]
    )
    (body,) = bodies.organisations
    assert body.name.zh == "上海市科学技术委员会"
    assert body.name.en == "Municipal Commission of Science and Technology"
    assert body.aliases == ("市科委",)


def test_a_twin_list_tells_which_unknown_names_are_one_body() -> None:
    zh = [Mention("市财政局", "zh", "doc-1", "宁波"), Mention("甬江科创区指挥部", "zh", "doc-1", "宁波")]
    en = [
        Mention("Municipal Finance Bureau", "en", "doc-2", "宁波"),
        Mention("Yong River Science District Headquarters", "en", "doc-2", "宁波"),
    ]
    bodies = resolve([*zh, *en], [(zh, en)])
    assert bodies.of(zh[1]) == bodies.of(en[1])
    assert len(bodies.organisations) == 2


def test_twin_lists_that_contradict_each_other_join_nothing() -> None:
    one, two = (Mention(name, "zh", "doc-1", "宁波") for name in ("甬江指挥部", "姚江指挥部"))
    other = Mention("River Headquarters", "en", "doc-2", "宁波")
    bodies = resolve([one, two, other], [([one], [other]), ([two], [other])])
    assert len(bodies.organisations) == 3


def test_twin_lists_of_different_length_join_nothing() -> None:
    one, two = (Mention(name, "zh", "doc-1", "宁波") for name in ("甬江指挥部", "姚江指挥部"))
    other = Mention("River Headquarters", "en", "doc-2", "宁波")
    assert len(resolve([one, two, other], [([one, two], [other])]).organisations) == 3


def test_bodies_of_known_but_different_fields_are_never_joined() -> None:
    one = Mention("市财政局", "zh", "doc-1", "宁波")
    other = Mention("Municipal Health Commission", "en", "doc-2", "宁波")
    assert len(resolve([one, other], [([one], [other])]).organisations) == 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("上海市促进生物制造发展行动方案", "上海"),
        ("江苏省苏州市关于推进船舶工业的意见", "苏州"),
        ("Action Plan of Shenzhen Municipality for Drones", "深圳"),
        ("国务院关于印发规划的通知", "国家"),
        ("Ministry of Finance issues rules", "国家"),
        ("義烏市推進市場採購", "义乌"),
        ("临江市推动绿色船舶发展", "Linjiang"),
        ("Linjiang City issues a plan", "Linjiang"),
        ("吉林省吉林市冰雪产业规划", "吉林市"),
        ("本市加快城市更新", None),
        ("The City shall plan", None),
        ("浙江大学召开会议", None),
        ("日照时间充足", None),
    ],
)
def test_the_place_of_a_title(text: str, place: str | None) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize(
    ("title", "context", "place"),
    [
        ("Suzhou Plan for Silk", "", "Suzhou"),  # 苏州 or 宿州: nothing tells
        ("Suzhou Plan for Silk", "the city in Anhui", "宿州"),
        ("Suzhou Plan for Silk", "江苏省苏州市", "苏州"),
        ("Suzhou Plan for Silk", "Suzhou, Anhui, will buy from Jiangsu", "宿州"),
        ("Yichun City Plan for Forests", "Heilongjiang's Yichun and its guests from Jiangxi", "伊春"),
        ("Suzhou Plan for Silk", None, "苏州"),
        ("Hefei Plan for Silk", "", "合肥"),
    ],
)
def test_cities_of_one_name_are_told_apart_by_what_is_said_around(
    title: str, context: str | None, place: str
) -> None:
    assert place_of(title, context) == place


def test_a_name_that_is_open_stands_for_all_its_cities() -> None:
    assert meant("Fuzhou") == {"福州", "抚州"}
    assert meant("福州") == {"福州"}
    assert name_key("Fuzhou Finance Bureau", "en", "抚州") == name_key("市财政局", "zh", "抚州")
    assert name_key("Fuzhou Finance Bureau", "en", None) != name_key("福州市财政局", "zh", None)


def test_a_general_administration_is_the_countrys() -> None:
    assert name_key("海关总署", "zh", "上海") == name_key("General Administration of Customs", "en", "上海")
    assert name_key("海关总署", "zh", "上海") != name_key("上海海关", "zh", "上海")


def test_every_city_lies_in_a_province_of_the_table() -> None:
    table = places()
    assert len(table) > 350
    assert all(not p.province or p.province in table for p in table.values())


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("市总工会", "Municipal Federation of Trade Unions"),
        ("市妇联", "Municipal Women's Federation"),
        ("团市委", "Municipal Committee of the Communist Youth League"),
        ("共青团北京市委", "Beijing Municipal Committee of the Communist Youth League"),
        ("市残联", "Municipal Disabled Persons' Federation"),
        ("市工商联", "Municipal Federation of Industry and Commerce"),
        ("市民政局", "Civil Affairs Bureau"),
        ("市政务服务局", "Municipal Administrative Services Bureau"),
        ("市文物局", "Municipal Cultural Heritage Bureau"),
        ("朝阳区人民政府", "Chaoyang District People's Government"),
        ("长宁区政府", "Changning District Government"),
        ("各区人民政府", "the people's governments of all districts"),
        ("中央宣传部", "Publicity Department of the CPC Central Committee"),
        ("中国证监会", "China Securities Regulatory Commission"),
        ("全国工商联", "All-China Federation of Industry and Commerce"),
        ("中国科学院", "Chinese Academy of Sciences"),
        ("市消防救援总队", "Municipal Fire and Rescue Corps"),
        ("中共北京市委金融委员会办公室", "Financial Office of the CPC Beijing Municipal Committee"),
    ],
)
def test_bodies_of_all_kinds_have_one_key_in_both_languages(zh: str, en: str) -> None:
    assert name_key(zh, "zh", "北京") == name_key(en, "en", "北京")


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("北京经济技术开发区管理委员会", "经开区管委会"),
        ("共青团北京市委员会", "团市委"),
        ("市财政局", "市财政部门"),
        ("中共北京市委宣传部", "市委宣传部"),
    ],
)
def test_full_and_short_names_have_one_key(full: str, short: str) -> None:
    assert name_key(full, "zh", "北京") == name_key(short, "zh", "北京")


def test_a_centre_is_not_the_bureau_of_its_field() -> None:
    assert name_key("Municipal Big Data Center", "en", "北京") != name_key(
        "Municipal Data Bureau", "en", "北京"
    )
    assert name_key("市政集团", "zh", "北京") != name_key("市政府", "zh", "北京")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("珠海和芜湖，哪个更多", ["珠海", "芜湖"]),
        ("江苏省南通市的目标", ["南通"]),
        ("云岩区\t41\n花溪区\t29", ["Yunyan", "Huaxi"]),
        ("Does Nantong want more than Yibin?", ["南通", "宜宾"]),
    ],
)
def test_all_places_of_a_text_are_mentioned_in_order(text: str, found: list[str]) -> None:
    assert [name for name, _, _ in mentions(text)] == found
    assert all(0 <= start < end <= len(text) for _, start, end in mentions(text))
