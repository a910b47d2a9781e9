from textwrap import fill

import pytest

from corpus.text import apply
from ingest.wrapping import unwrap

ENGLISH = [
    "I. Objectives",
    (
        "By 2028, the city will build three industrial parks, attract at least 150 firms that work on energy"
        " storage, and raise the output of the sector to more than 30 billion yuan a year."
    ),
    "II. Tasks",
    (
        "1. Build parks. Each park receives land, a fund and a service centre, and is to open within"
        " 18 months of its approval by the municipal government and the districts concerned."
    ),
    (
        "2. Foster firms. Firms that are recognised as pilot projects receive a grant of up to"
        " 2 million yuan, which is paid out in two parts over two years, the second after an inspection."
    ),
]
CHINESE = [
    "一、总体目标",
    "到2028年，全市建设产业园区三个，集聚储能企业150家以上，产业规模突破300亿元，形成完整链条，综合实力进入全省前列。",
    "二、重点任务",
    "（一）建设园区。每个园区配套土地、基金和服务中心，自批准之日起18个月内建成，由市发展改革委组织实施，按季度通报。",
    "（二）培育企业。对认定的示范项目给予不超过200万元的奖励，分两年拨付，第二次以验收合格为前提，具体办法由市财政局制定。",
]


def joined(text: str) -> str:
    return apply(text, unwrap(text))[0]


def broken(text: str, width: int) -> str:
    """`text` with a break after every `width` characters."""
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_english_broken_at_a_width_is_joined(between: str) -> None:
    text = between.join(fill(paragraph, 72) for paragraph in ENGLISH)
    assert [line for line in joined(text).split("\n") if line] == ENGLISH


def test_chinese_broken_at_a_width_is_joined_without_spaces() -> None:
    text = "\n".join(broken(paragraph, 30) for paragraph in CHINESE)
    assert joined(text).split("\n") == CHINESE


@pytest.mark.parametrize(
    "lines",
    [ENGLISH, CHINESE, ["题目一二三四", "某某日报", "第三行也很短", "又是短短一行", "五", "六", "七"]],
)
def test_lines_that_are_paragraphs_stay(lines: list[str]) -> None:
    assert joined("\n".join(lines)) == "\n".join(lines)


def test_an_indented_line_begins_a_paragraph() -> None:
    first, second = "　　" + CHINESE[1].rstrip("。"), "　　" + CHINESE[3]
    text = "\n".join((broken(first, 30), broken(second, 30), broken(first, 30), broken(second, 30)))
    assert joined(text).split("\n")[1].startswith("　　（一）")


def test_lines_that_end_as_they_did_on_old_machines_are_lines() -> None:
    assert joined("题目\r正文一。\r正文二。") == "题目\n正文一。\n正文二。"
