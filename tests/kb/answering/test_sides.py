import pytest

from kb.answering.question import understand
from kb.answering.sides import Comparison, compared
from kb.organisations import NATION

SIDES = [
    ("Which city wants more care beds, Nantong by 2027 or Yibin by 2028?", ["Nantong", "Yibin"]),
    ("Does Nantong aim higher than Yibin for care beds?", ["Nantong", "Yibin"]),
    ("Compare the targets of Nantong and Yibin for care beds.", ["Nantong", "Yibin"]),
    ("Between Nantong and Yibin, which plans fewer care beds?", ["Nantong", "Yibin"]),
    ("Is Nantong's target for ferries higher than the ministry's?", ["Nantong", "Nationwide"]),
    ("Which handles more grain, Xiamen port in 2028 or North Bay Port in 2030?",
     ["Xiamen port", "North Bay Port"]),
    ("Does Ordos plan more hydrogen stations in 2030 than in 2027?", ["2030", "2027"]),
    ("Compare the refining rate now with the goal for 2030.", ["now", "2030"]),
    ("Will Ordos replace more taxis or more buses?", ["taxis", "buses"]),
    ("Is the target for buses higher than that for taxis?", ["target for buses", "taxis"]),
    ("合肥与苏州到2027年的产业规模目标哪个大", ["合肥", "苏州"]),
    ("珠海的养老床位目标是否高于芜湖？", ["珠海", "芜湖"]),
    ("南通、宜宾、合肥三市，哪个城市的床位目标最高？", ["南通", "宜宾", "合肥"]),
    ("鄂尔多斯的加氢站目标比工信部的高吗？", ["鄂尔多斯", "全国"]),
    ("与2024年相比，2027年换电站目标多多少？", ["2024年", "2027年"]),
    ("2027年和2030年的绿氢产能目标分别是多少？", ["2027年", "2030年"]),
    ("公交车的更新目标比出租车高吗？", ["公交车的更新目标", "出租车"]),
    ("哪个更新得更多，公交车还是出租车？", ["公交车", "出租车"]),
]  # fmt: skip

NONE = [
    "Does Nantong want more than 300 care beds by 2027?",
    "How many start-ups from Hong Kong work in Nansha?",
    "Do the reports differ on the number of beds in Nantong and Yibin?",
    "How many kilometres of pipe were laid in Jilin between 2021 and 2024?",
    "By how much should energy use fall by 2027, compared with 2023?",
    "Which departments of Nantong answer for care beds?",
    "与2023年相比，到2027年单位能耗要下降多少？",
    "年产值超过100亿元的企业要有多少家？",
    "2024—2027年要建多少座加氢站？",
    "各来源对南通和宜宾床位数的说法是否一致？",
]


def read(text: str) -> Comparison | None:
    return compared(understand(text), frozenset())


@pytest.mark.parametrize(("text", "names"), SIDES)
def test_the_sides_of_a_question_are_named(text: str, names: list[str]) -> None:
    comparison = read(text)
    assert comparison is not None
    assert [side.name for side in comparison.sides] == names


@pytest.mark.parametrize("text", NONE)
def test_a_question_on_one_thing_compares_nothing(text: str) -> None:
    assert read(text) is None


def test_each_side_is_asked_with_its_own_place_and_year() -> None:
    comparison = read("Which city wants more care beds, Nantong by 2027 or Yibin by 2028?")
    assert comparison is not None
    asked = [understand(side.question) for side in comparison.sides]
    assert [(q.place, q.years) for q in asked] == [
        ("南通", (("2027", True),)),
        ("宜宾", (("2028", True),)),
    ]


def test_a_year_named_once_is_that_of_all_sides() -> None:
    comparison = read("合肥与苏州到2027年的产业规模目标哪个大")
    assert comparison is not None
    assert all("2027" in side.question for side in comparison.sides)


def test_the_country_is_a_side_of_its_own() -> None:
    comparison = read("Is the national target for ferries lower than Nantong's?")
    assert comparison is not None
    assert [side.place for side in comparison.sides] == [NATION, "南通"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Does Nantong plan more ferries than Yibin?", "more"),
        ("Does Nantong plan fewer ferries than Yibin?", "less"),
        ("Do Nantong and Yibin have the same target for ferries?", "same"),
        ("Will Nantong or Yibin have more ferries?", None),
        ("南通的渡轮目标低于宜宾吗？", "less"),
        ("南通和宜宾的渡轮目标一样吗？", "same"),
        ("南通和宜宾哪个城市的渡轮更多？", None),
    ],
)
def test_a_claim_is_told_from_a_choice(text: str, claim: str | None) -> None:
    comparison = read(text)
    assert comparison is not None
    assert comparison.claim == claim
