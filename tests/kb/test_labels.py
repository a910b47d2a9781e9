from time import process_time
from timeit import timeit

import pytest

from kb.tasks import read_tasks
from tests.kb.documents import read_one


def bodies(text: str) -> list[list[str]]:
    return [[f"{r.role}: {r.name}" for r in task.responsible] for task in read_tasks(read_one(text))]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("抓总单位", "responsible"),
        ("首办部门", "lead"),
        ("协力部门", "joint"),
        ("责任市直单位", "responsible"),
        ("推进", "responsible"),
    ],
)
def test_a_head_that_bodies_stand_behind_again_and_again_is_a_label(label: str, role: str) -> None:
    text = f"某市交通方案\n一、修路\n{label}：市交通运输局、市财政局\n二、架桥\n{label}：市水利局\n"
    names = [["市交通运输局", "市财政局"], ["市水利局"]]
    assert bodies(text) == [[f"{role}: {name}" for name in task] for task in names]


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Delivery lead", "lead"),
        ("In the lead", "lead"),
        ("With support from", "joint"),
        ("Focal point", "responsible"),
        ("Assigned to", "responsible"),
    ],
)
def test_so_is_an_english_one(label: str, role: str) -> None:
    text = (
        f"1. Build a road. It is long. {label}: Municipal Bureau of Transport, Municipal Finance Bureau.\n"
        f"2. Build a bridge. It is high. {label}: Municipal Water Authority.\n"
    )
    assert bodies(text) == [
        [f"{role}: Municipal Bureau of Transport", f"{role}: Municipal Finance Bureau"],
        [f"{role}: Municipal Water Authority"],
    ]


def test_a_label_for_leader_and_others_has_its_leader_first() -> None:
    label = "牵头及责任单位"
    text = (
        f"（一）修路。修十条。（{label}：市交通运输局、市财政局）\n（二）架桥。架两座。（{label}：市水利局）"
    )
    assert bodies(text) == [["lead: 市交通运输局", "joint: 市财政局"], ["lead: 市水利局"]]


@pytest.mark.parametrize(
    "text",
    [
        "昨天召开会议。\n来源：市教育局、市财政局\n今天召开会议。\n来源：市科技局、市水务局\n",
        "一、开展现货试点。\n试点地区：南京市、苏州市\n二、开展交易试点。\n试点地区：无锡市、常州市\n",
        "一、智能制造实验室\n依托单位：市机械研究院\n二、生物医药实验室\n依托单位：市第一医院\n",
        "问：谁来修路？\n答：市交通运输局、市财政局。\n问：谁来架桥？\n答：市水利局。\n",
        "Speaker: Ministry of Finance will pay.\nSpeaker: Ministry of Commerce will watch.\n",
        "市教育局：做好招生工作。\n市教育局：做好考试工作。\n",
    ],
)
def test_heads_that_say_something_else_of_bodies_are_none(text: str) -> None:
    assert not any(bodies(text))


def test_what_stands_before_bodies_once_is_no_label() -> None:
    assert bodies("一、修路。修路十条。\n看点：市交通运输局、市财政局\n二、架桥。架桥两座。\n") in (
        [],
        [[], []],
    )


def test_a_column_is_one_of_bodies_by_what_stands_in_it() -> None:
    rows = [
        "任务 | 成果 | 谁来干",
        "---|---|---",
        "修路 | 十条 | 市交通运输局",
        "架桥 | 两座 | 市水利局、市财政局",
    ]
    text = "".join(f"| {row} |\n" for row in rows)
    assert bodies(text) == [["responsible: 市交通运输局"], ["responsible: 市水利局", "responsible: 市财政局"]]


def test_the_same_as_above_stands_in_a_cell_too() -> None:
    text = "序号\t任务\t牵头单位\t配合单位\n1\t修路\t市交通运输局\t市财政局\n2\t架桥\t同上\t市水利局\n"
    assert bodies(text)[1] == ["lead: 市交通运输局", "joint: 市水利局"]


def test_many_heads_are_read_in_linear_time() -> None:
    def taken(count: int, title: str) -> float:  # the labels of a text are kept, so that each is another
        rows = "".join(f"看点甲：修路{n}条、市财政局\n" for n in range(count))
        document = read_one(f"{title}\n{rows}")
        return timeit(lambda: read_tasks(document), timer=process_time, number=1)

    titles = ("一、重点任务", "一、主要任务", "一、工作任务")
    few, many = (min(taken(count, title) for title in titles) for count in (2000, 8000))
    assert many < 10 * few  # 4 where it is linear, 16 where it is not
