"""Tables of indicators: what headings, units and names say of the values under them."""

import pytest

from kb.figures import read_text
from kb.figures.reading import read_sentences
from kb.figures.readings import Reading, Setting
from kb.records import FigureKind, plain

PLAN = Setting(kind=FigureKind.TARGET, year=2025)


def row(reading: Reading) -> str:
    values = plain(reading.value) + (f"-{plain(reading.value_max)}" if reading.value_max else "")
    return f"{reading.subject}: {reading.bound}{values} {reading.unit} {reading.deadline} {reading.kind}"


def rows(text: str, language: str = "zh", setting: Setting = PLAN) -> list[str]:
    return [row(reading) for reading in read_sentences(text, language, setting)]


@pytest.mark.parametrize("bar", ["\t", " | ", "  "])
def test_heading_gives_the_date_and_the_column_of_units_the_unit(bar: str) -> None:
    lines = (("指标", "单位", "2024年", "2028年"), ("粮食产量", "万吨", "42.5", "≥45"))
    assert rows("\n".join(bar.join(line) for line in lines)) == [
        "粮食产量: =425000 t None status",
        "粮食产量: >=450000 t 2028 target",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "序号\t指标名称\t2023年基期值\t2027年目标值\t属性\n1\t污水处理率（%）\t91\t95以上\t约束性",
            ["污水处理率: =91 % None status", "污水处理率: >=95 % 2027 target"],
        ),
        (
            "指标\t单位\t“十五五”末\t年均增长\n人均预期寿命\t岁\t81.2\t—\n养老护理员\t万人\t1.2\t8",
            [
                "人均预期寿命: =81.2 year 2030 target",
                "养老护理员: =12000 person 2030 target",
                "养老护理员: =8 % 2030 target",
            ],
        ),
        (
            "单位：亿元\n项目\t目标值\n工业增加值\t[320]",
            ["工业增加值: =32000000000 CNY None target"],
        ),
        (
            "类别\t指标\t单位\t2025年\t2030年\n水资源\t再生水利用量\t万立方米/日\t12\t18\n用水总量\t亿立方米\t9\t8—9",
            [
                "再生水利用量: =120000 m3/day 2025 target",
                "再生水利用量: =180000 m3/day 2030 target",
                "用水总量: =900000000 m3 2025 target",
                "用水总量: =800000000-900000000 m3 2030 target",
            ],
        ),
        (
            "区县\t机构数（家）\t床位数（张）\n甲区\t12\t1,860",
            ["甲区机构数: =12 count None target", "甲区床位数: =1860 count None target"],
        ),
    ],
)
def test_a_table_is_read_as_its_headings_say(text: str, found: list[str]) -> None:
    assert rows(text) == found


def test_an_english_table_is_read_the_same() -> None:
    heads = "Indicator | Unit | Baseline (2024) | Target for 2030"
    text = f"{heads}\nFerries in service | vessels | 14 | at least 30"
    assert rows(text, "en") == [
        "Ferries in service: =14 count None status",
        "Ferries in service: >=30 count 2030 target",
    ]


def test_the_earlier_of_two_years_is_how_things_are_where_nobody_says_when_it_was_written() -> None:
    text = "Indicator\tUnit\t2025\t2030\nShore power use\tGWh\t3.5\t9"
    assert rows(text, "en", Setting()) == [
        "Shore power use: =3500000 kWh None status",
        "Shore power use: =9000000 kWh 2030 target",
    ]


def test_a_column_without_a_date_takes_that_of_the_line_above() -> None:
    text = "2029年主要目标\n指标\t单位\t目标值\n公交站点覆盖率\t%\t96"
    assert rows(text) == ["公交站点覆盖率: =96 % 2029 target"]


@pytest.mark.parametrize(
    "text",
    [
        "任务\t责任单位\t完成时限\n修编规划\t市资源规划局\t2026年6月",
        "名称\t电话\n市水务局\t12345678",
        "指标\t单位\t2027年\n覆盖率\t%\t—",
        "日期\t2025年3月1日\n文号\t〔2025〕8号",
    ],
)
def test_other_tables_hold_no_values(text: str) -> None:
    assert rows(text) == []


def test_a_value_stands_in_its_row() -> None:
    text = "指标\t单位\t2027年\n1.学前三年毛入园率\t%\t97.5\n一句话之后，另建成公园3个。"
    first, second = read_text(text, "zh")
    assert first.span.cut(text) == "学前三年毛入园率\t%\t97.5"
    assert first.number.cut(text) == "97.5"
    assert (second.subject, plain(second.value)) == ("公园", "3")


@pytest.mark.parametrize(
    "text",
    [
        (
            "| 指标 | 单位 | 现状 | 目标 | 目标 |\n| | | 2024年 | 2027年 | 2030年 |\n|---|---|---|---|---|\n"
            "| 总产值 | 亿元 | 612 | ≥1000 | 2000左右 |"
        ),
        "指标\t单位\t现状\t目标\n2024年\t2027年\t2030年\n总产值\t亿元\t612\t≥1000\t2000左右",
    ],
)
def test_headings_over_two_rows_are_read_together(text: str) -> None:
    assert rows(text) == [
        "总产值: =61200000000 CNY None status",
        "总产值: >=100000000000 CNY 2027 target",
        "总产值: ~200000000000 CNY 2030 target",
    ]


@pytest.mark.parametrize(
    ("unit", "found"),
    [
        ("10,000 kW", "Wind farms: =3820000 kW None status"),
        ("100 million yuan", "Wind farms: =38200000000 CNY None status"),
        ("RMB 100 million", "Wind farms: =38200000000 CNY None status"),
        ("10,000 persons", "Wind farms: =3820000 person None status"),
    ],
)
def test_what_is_counted_by_the_ten_thousand_is_multiplied(unit: str, found: str) -> None:
    assert rows(f"Unit: {unit}\nType | 2024 | 2027 plan\nWind farms | 382 | 400", "en")[0] == found
    assert rows(f"Type | Unit | 2024 | 2027 plan\nWind farms | {unit} | 382 | 400", "en")[0] == found


def test_what_stands_before_the_first_goal_has_been_reached() -> None:
    text = "Type | 2023 | 2024 | 2027 plan\nFerries (vessels) | 11 | 14 | 30"
    kinds = [reading.kind for reading in read_sentences(text, "en", Setting())]
    assert kinds == [FigureKind.STATUS, FigureKind.STATUS, FigureKind.TARGET]


def test_a_past_column_leaves_its_year_with_the_figure() -> None:
    past, due = read_sentences("指标\t单位\t2024年\t2028年\n粮食产量\t万吨\t42.5\t45", "zh", PLAN)
    assert (past.baseline, past.deadline) == ("2024", None)
    assert (due.baseline, due.deadline) == (None, "2028")
