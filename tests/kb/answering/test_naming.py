import pytest

from kb.answering.naming import bodies_named, held_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("方案里哪些任务由市发改委牵头？", ["市发改委"]),
        ("民宿计划里市文化广电和旅游局负责什么", ["市文化广电和旅游局"]),
        ("工作归义乌市教育局牵头", ["义乌市教育局"]),
        ("喀什地区水利局和地区财政局", ["喀什地区水利局", "地区财政局"]),
        ("哈尔滨方案里市发展和改革委员会承担什么", ["市发展和改革委员会"]),
        ("由哈尔滨市道里区政府负责", ["哈尔滨市道里区政府"]),
        ("方案里各区政府负责什么", ["各区政府"]),
        ("公安部、国家卫生健康委参与", ["公安部", "国家卫生健康委"]),
        ("中国人民银行负责什么", ["中国人民银行"]),
        ("干部要到各部门去", []),
        ("What must the provincial health commission do?", ["provincial health commission"]),
        (
            "the Ningbo Market Regulation Bureau and the Ningbo Health Commission",
            ["Ningbo Market Regulation Bureau", "Ningbo Health Commission"],
        ),
        (
            "the Bureau of Culture, Radio, Television and Tourism leads",
            ["Bureau of Culture, Radio, Television and Tourism"],
        ),
        ("What does MIIT lead?", ["MIIT"]),
        ("What is the city in charge of?", []),
        ("The department store opens its office on Monday", []),
    ],
)
def test_the_longest_name_of_each_body_is_found(text: str, names: list[str]) -> None:
    assert [named.name for named in bodies_named(text)] == names


@pytest.mark.parametrize(
    ("asked", "held", "place", "same"),
    [
        ("the Education Bureau", "市教育局", "南宁", True),
        ("市教育局", "Municipal Education Bureau", "南宁", True),
        ("Nanning Education Bureau", "市教育局", "南宁", True),
        ("沈阳市教育局", "市教育局", "南宁", False),
        ("Ministry of Education", "市教育局", "南宁", False),
        ("省教育厅", "市教育局", "南宁", False),
        ("地区水利局", "Water Resources Bureau", "喀什", True),
        ("市财政局", "市教育局", "南宁", False),
    ],
)
def test_a_body_is_itself_by_place_and_field(asked: str, held: str, place: str, same: bool) -> None:
    (named,) = bodies_named(asked)
    assert named.is_body(held, place) is same


def test_names_that_no_table_has_are_found_as_they_are_held() -> None:
    names = ["包头稀土研究院", "市房产局", "Fire and Rescue Detachment", "Grid"]
    assert [n.name for n in held_names("稀土研究院要做哪些工作？", names)] == ["包头稀土研究院"]
    assert [n.name for n in held_names("the fire and rescue detachment", names)] == [
        "Fire and Rescue Detachment"
    ]
    assert [n.name for n in held_names("沈阳方案里房产局负责什么", names)] == ["市房产局"]
    assert not held_names("the power grid of the city", names)
