import pytest

from kb.products import read_products
from tests.kb.articles import document

PLAN = """一、目标
到2030年建成种业强市。
二、重点产品
1.高端种业装备。加快智能播种机、无人插秧机和田间表型平台等装备的迭代升级，推动生物育种芯片等产品的研发。
2.绿色农药。研发微生物农药、核酸农药等新型产品。
三、重点任务
（一）攻关。突破核心技术。
"""
ENGLISH = """I. Priority Products
1. Ferries. Accelerate the upgrade of products such as electric ferries, pilot boats and hydrogen tugs.
2. Sensors. Promote the research and development of tide gauges. Support equipment including wave buoys.
II. Key Tasks
(1) Dredging. Dredge channels.
"""


def test_the_classes_under_the_heading_of_products_are_read_and_nothing_else() -> None:
    assert [(p.number, p.name) for p in read_products(document(PLAN))] == [
        (1, "高端种业装备"),
        (2, "绿色农药"),
    ]


def test_the_products_of_a_class_are_those_it_enumerates() -> None:
    seeds, pesticides = read_products(document(PLAN))
    assert seeds.items == ("智能播种机", "无人插秧机", "田间表型平台", "生物育种芯片")
    assert pesticides.items == ("微生物农药", "核酸农药")


def test_english_classes_are_read_alike() -> None:
    ferries, sensors = read_products(document(ENGLISH, "en"))
    assert ferries.items == ("electric ferries", "pilot boats", "hydrogen tugs")
    assert sensors.items == ("tide gauges", "wave buoys")


def test_a_heading_without_a_number_announces_products_too() -> None:
    text = "重点发展领域\n1.船用电池。研发固态电池、钠电池等产品。\n2.船用电机。开发永磁电机。\n"
    assert [p.name for p in read_products(document(text))] == ["船用电池", "船用电机"]


@pytest.mark.parametrize("text", ["一、任务\n（一）造船。研发新船。", "无编号的文字。", ""])
def test_what_is_no_list_of_products_has_none(text: str) -> None:
    assert read_products(document(text)) == ()


def test_short_lists_behind_a_verb_and_bare_lists_are_read() -> None:
    english = (
        "II. Priority Areas\n1. Marine drugs: focus on algae vaccines, marine antibiotics and peptides.\n"
    )
    assert read_products(document(english, "en"))[0].items == (
        "algae vaccines",
        "marine antibiotics",
        "peptides",
    )
    chinese = "一、重点产品\n1. 激光器：光纤激光器、超快激光器\n2. 材料。发展光刻胶、偏光片和靶材。\n"
    assert [p.items for p in read_products(document(chinese))] == [
        ("光纤激光器", "超快激光器"),
        ("光刻胶", "偏光片", "靶材"),
    ]


def test_a_long_sentence_is_no_list_of_names() -> None:
    text = "Key Products\n1. Kits. Develop tests for newly found markers and monitors that need no needle."
    assert read_products(document(text, "en"))[0].items == ()


def test_points_under_an_announcing_line_are_classes_in_their_order() -> None:
    text = "专栏 核心产品清单\n● 激光器：光纤激光器、超快激光器\n● 光模块：硅光芯片、连接器\n其他：另行通知。"
    found = read_products(document(text))
    assert [(p.number, p.name) for p in found] == [(1, "激光器"), (2, "光模块")]
    assert [p.quote.text for p in found] == text.replace("● ", "").splitlines()[1:3]
