"""Units in both languages."""

import pytest

from kb.figures.units import unit_en, unit_zh


@pytest.mark.parametrize(
    ("text", "name", "end"),
    [
        ("平方米", "m2", 3),
        ("公斤/亩", "kg/mu", 4),
        ("个工作日内", "workday", 4),
        ("个百分点", "pp", 4),
        ("微克/立方米", "ug/m3", 6),
        ("千瓦时", "kWh", 3),
        ("吨标准煤", "tce", 4),
        ("元", "CNY", 1),
        ("台(套)", "count", 4),
        ("元/平方米", "CNY/m2", 5),
        ("家企业", "count", 1),
    ],
)
def test_a_chinese_unit_is_taken_whole(text: str, name: str, end: int) -> None:
    found = unit_zh(text, 0)
    assert found is not None
    assert (found.unit.name, found.end) == (name, end)


@pytest.mark.parametrize("text", ["条例", "门峡市", "部门", "度假区", "元化发展", "级医院", "强企业"])
def test_a_word_that_begins_like_a_unit_is_none(text: str) -> None:
    assert unit_zh(text, 0) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" percentage points", "pp"),
        (" percent", "%"),
        (" kg per mu", "kg/mu"),
        (" working days", "workday"),
        (" yuan per square meter", "CNY/m2"),
        (" yuan per household", "CNY"),
        (" GW", "kW"),
        (" tonnes of standard coal equivalent", "tce"),
        (" micrograms per cubic meter", "ug/m3"),
    ],
)
def test_an_english_unit_is_taken_whole(text: str, name: str) -> None:
    found = unit_en(text, 0)
    assert found is not None
    assert found.unit.name == name


def test_a_unit_of_another_size_has_its_factor() -> None:
    jin, gigawatt = unit_zh("斤", 0), unit_en(" GW", 0)
    assert jin is not None
    assert gigawatt is not None
    assert (str(jin.unit.factor), int(gigawatt.unit.factor)) == ("0.5", 10**6)
