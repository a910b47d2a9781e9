"""Names that share a word are told apart, each with the place where it stands and the word it shares."""

import pytest

from kb.responsibility import chinese, english
from kb.responsibility.units import Part, Unit


def units(text: str) -> list[Unit]:
    grammar = english if text.isascii() else chinese
    return list(grammar.read_units(text, text, Part(0, len(text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浦东新区、徐汇区、闵行区人民政府", ["浦东新区人民政府", "徐汇区人民政府", "闵行区人民政府"]),
        ("江苏、浙江、安徽省人民政府", ["江苏省人民政府", "浙江省人民政府", "安徽省人民政府"]),
        ("高新区、经开区管委会", ["高新区管委会", "经开区管委会"]),
        ("市教育、财政部门", ["市教育部门", "财政部门"]),
        ("高新区、鹿城区人民政府", ["高新区", "鹿城区人民政府"]),  # a zone has no government
        ("团市委、越城区、柯桥区人民政府", ["团市委", "越城区人民政府", "柯桥区人民政府"]),
        ("市科委、各区人民政府", ["市科委", "各区人民政府"]),
        ("市财政局、市有关部门", ["市财政局", "市有关部门"]),
        ("和林格尔新区管委会、市商务局", ["和林格尔新区管委会", "市商务局"]),
        ("无", []),
        (
            "Xuhui and Minhang District Governments",
            ["Xuhui District Government", "Minhang District Government"],
        ),
        (
            "Pudong New Area, Xuhui and Minhang District People's Governments",
            [f"{d} People's Government" for d in ("Pudong New Area", "Xuhui District", "Minhang District")],
        ),
        (
            "the people's governments of Wu County and Yan County",
            ["people's government of Wu County", "people's government of Yan County"],
        ),
        ("the Ministries of Finance and Commerce", ["Ministry of Finance", "Ministry of Commerce"]),
        (
            "the Departments of Science and Technology, Finance and Education",
            ["Department of Science and Technology", "Department of Finance", "Department of Education"],
        ),
        ("all district governments", ["all district governments"]),
        (
            "Municipal Education Bureau and all county governments",
            ["Municipal Education Bureau", "all county governments"],
        ),
        ("None", []),
    ],
)
def test_each_of_the_names_is_read(text: str, expected: list[str]) -> None:
    assert [unit.name for unit in units(text)] == expected


def test_a_completed_name_stands_where_it_begins_and_reaches_to_what_it_shares() -> None:
    text = "市商务局、黄浦、静安区政府、市财政局"
    assert [unit.span.cut(text) for unit in units(text)] == [
        "市商务局",
        "黄浦、静安区政府",
        "静安区政府",
        "市财政局",
    ]


def test_names_of_unlike_roles_share_nothing() -> None:
    found = units("徐汇区牵头，闵行区人民政府配合")
    assert [(unit.role, unit.name) for unit in found] == [("lead", "徐汇区"), ("joint", "闵行区人民政府")]
