from dataclasses import replace
from decimal import Decimal

import pytest

from corpus.records import Quote
from kb.answering.wording import day, deadline, in_script, listing, number, quantity, unit
from kb.records import Bound, Figure, FigureKind

PLAIN = Figure(
    id="fig-1",
    quote=Quote(document="doc-1", text="500", start=0, end=3),
    number=(0, 3),
    value=Decimal(500),
    unit="count",
    unit_text="件",
    subject="注册证",
    kind=FigureKind.TARGET,
    language="zh",
)

SAID = [
    ({"bound": Bound.OVER}, "超过500件", "more than 500"),
    ({"value": Decimal(3), "unit": "week", "bound": Bound.AT_MOST}, "3周以内", "within 3 weeks"),
    ({"value": Decimal(1), "unit": "hour"}, "1小时", "1 hour"),
    ({"value": Decimal(55510000000), "unit": "CNY"}, "555.1亿元", "55.51 billion yuan"),
    ({"value": Decimal("0.3"), "unit": "%", "bound": Bound.ABOUT}, "约0.3%", "about 0.3%"),
    ({"value": Decimal(8), "value_max": Decimal(10)}, "8至10件", "8 to 10"),
    ({"value": Decimal(20_000_000), "unit": "kW"}, "2000万千瓦", "20 GW"),
    ({"value": Decimal(120_000_000_000), "unit": "kWh"}, "1200亿千瓦时", "120 billion kWh"),
    ({"value": Decimal(20), "unit": "CNY/kg"}, "20元/公斤", "20 yuan per kilogram"),
    ({"value": Decimal("0.27"), "unit": "m", "unit_text": "centimeters"}, "27厘米", "27 centimetres"),
    ({"value": Decimal("0.004"), "unit": "m", "unit_text": "毫米"}, "4毫米", "4 millimetres"),
    ({"value": Decimal(1300000), "unit": "mu"}, "130万亩", "1.3 million mu"),
]


@pytest.mark.parametrize(("fields", "zh", "en"), SAID)
def test_a_figure_is_said_in_both_languages(fields: dict[str, object], zh: str, en: str) -> None:
    figure = replace(PLAIN, **fields)  # type: ignore[arg-type]
    assert quantity(figure, "zh") == zh
    assert quantity(figure, "en") == en


def test_numbers_take_the_magnitudes_of_their_language() -> None:
    assert number(Decimal(207600), "zh") == "20.76万"
    assert number(Decimal(207600), "en") == "207,600"
    assert number(Decimal("13.7"), "en") == "13.7"


def test_dates_are_as_precise_as_they_are_known() -> None:
    assert day("2025-09-15T13:05", "en") == "15 September 2025"
    assert day("2025-09", "zh") == "2025年9月"
    assert deadline("2027", "en") == "by 2027"
    assert deadline("P30D after publication", "zh") == ""


def test_an_unknown_unit_is_said_as_it_is() -> None:
    assert unit("furlong", "en") == "furlong"


def test_names_that_hold_commas_are_kept_apart() -> None:
    assert (
        listing(["Bureau of Roads, Rails and Ports", "Customs"], "en")
        == "Bureau of Roads, Rails and Ports; Customs"
    )
    assert listing(["市水务局", "市城管局"], "zh") == "市水务局、市城管局"


def test_a_simplified_question_is_answered_in_simplified_characters() -> None:
    assert in_script("醫療器械", "多少？") == "医疗器械"
    assert in_script("醫療器械", "要多少個？") == "醫療器械"
