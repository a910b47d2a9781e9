"""Words that tell figures of one subject apart."""

import pytest

from kb.matching.qualifiers import AXES, conflict, qualifiers

APART = [
    ("第二类器械审评用时", "第三类器械审评用时", "class"),
    ("Class II devices", "第三类医疗器械", "class"),
    ("third-class registrations", "Class II registrations", "class"),
    ("境内航线", "overseas routes", "market"),
    ("单中心审查", "multi-centre review", "centres"),
    ("年产值", "annual revenues", "measure"),
    ("出口额", "产值", "measure"),
    ("载客航线", "cargo routes", "voyage"),
    ("城镇居民收入", "rural incomes", "settlement"),
    ("省级实验室", "national-level laboratories", "rank"),
]
TOGETHER = [
    ("第三类医疗器械", "Class III certificates"),
    ("医疗器械", "Class III certificates"),
    ("进出口总额", "imports"),
    ("产值", "output value of the sector"),
    ("产业投资基金", "investment fund"),
    ("key tasks", "重点任务"),
    ("人类", "第二类"),
]


@pytest.mark.parametrize(("a", "b", "axis"), APART)
def test_texts_that_name_different_values_conflict(a: str, b: str, axis: str) -> None:
    assert conflict([a], [b]) == axis
    assert conflict([b], [a]) == axis


@pytest.mark.parametrize(("a", "b"), TOGETHER)
def test_texts_that_share_a_value_or_are_silent_do_not_conflict(a: str, b: str) -> None:
    assert conflict([a], [b]) is None


def test_the_narrowest_text_that_names_a_value_counts() -> None:
    assert conflict(["第二类器械", "对第二类、第三类器械提前指导"], ["Class III devices"]) == "class"
    assert conflict(["器械", "对第二类、第三类器械提前指导"], ["Class III devices"]) is None


def test_every_axis_has_values_that_are_told_apart() -> None:
    assert all(len(axis.values) >= 2 for axis in AXES)
    assert qualifiers("") == {}
