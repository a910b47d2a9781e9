import json
from pathlib import Path
from time import process_time
from timeit import timeit
from typing import Any

import pytest

from kb.records import TaskReading
from kb.tasks import read_tasks
from tests.kb.articles import document
from tests.kb.documents import read_one
from tests.shared import SHARED, needs_shared

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases/tasks.jsonl").read_text("utf-8").splitlines()
]


def written(task: TaskReading) -> dict[str, Any]:
    return {
        "number": task.number,
        "section": task.section_title,
        "title": task.title,
        "units": [f"{r.role}: {r.name}" for r in task.responsible],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["label"]))
def test_tasks_are_read_with_all_who_answer_for_them(case: dict[str, Any]) -> None:
    tasks = read_tasks(document(case["text"], case["language"]))
    assert [written(task) for task in tasks] == case["tasks"]


def stands_in(name: str, quote: str) -> bool:
    """Whether a name stands in a quote, or begins it and shares the ending of the quote's last name."""
    shared = (quote.startswith(name[:at]) and quote.endswith(name[at:]) for at in range(2, len(name)))
    return name in quote or any(shared)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["label"]))
def test_every_quote_fits_and_every_name_stands_in_its_quote(case: dict[str, Any]) -> None:
    text = case["text"]
    for task in read_tasks(document(text, case["language"])):
        for quote in (task.quote, *(r.quote for r in task.responsible)):
            assert quote.text == text[quote.start : quote.end]
        for body in task.responsible:
            assert stands_in("".join(body.name.split()), "".join(body.quote.text.split()))


def test_a_task_says_its_measures_without_the_clause_and_without_its_heading() -> None:
    (task,) = read_tasks(document("（一）修路。修建公路3条。（责任单位：市交通局）"))
    assert (task.title, task.text) == ("修路", "修建公路3条")


def test_a_news_page_without_tasks_has_none() -> None:
    text = "昨日，市政府召开会议。会议指出：一是要抓落实；二是要抓安全。市交通局负责人出席会议。"
    assert read_tasks(document(text, kind="news")) == ()


def test_sections_of_aims_and_safeguards_hold_no_tasks() -> None:
    text = (
        "一、总体目标\n建成港口。\n二、产业培育\n（一）造船。造船十艘。\n（二）拆船。拆船三艘。\n"
        "三、保障措施\n（一）领导。加强领导。"
    )
    assert [t.title for t in read_tasks(document(text))] == ["造船", "拆船"]


def test_traditional_clauses_are_read_in_their_own_script() -> None:
    (task,) = read_tasks(document("（一）修橋。修建橋樑。（牽頭單位：市交通局；配合單位：各區公所）"))
    assert [(r.role, r.name) for r in task.responsible] == [("lead", "市交通局"), ("joint", "各區公所")]


def test_the_points_of_a_page_are_tasks_under_their_headings() -> None:
    page = (
        "<html><body><div class='TRS_Editor'><h1>某市造纸产业行动方案</h1>"
        "<p>为推动造纸产业发展，制定本方案。</p>"
        "<h2>一、技术</h2><ul><li>建设中心三个。责任单位：市科技局</li><li>举办设计大赛。责任单位：市商务局</li></ul>"
        "<h2>二、推广</h2><ul><li>改造车间二十个。责任单位：市工信局</li></ul></div></body></html>"
    )
    tasks = read_tasks(read_one(page, "a.html"))
    assert [(t.number, t.section_title, t.title) for t in tasks] == [
        (1, "技术", "建设中心三个"),
        (2, "技术", "举办设计大赛"),
        (3, "推广", "改造车间二十个"),
    ]


def test_a_long_text_without_numbers_is_read_in_linear_time() -> None:
    def taken(count: int) -> float:
        text = "一、重点任务\n" + "做好这件事。（责任单位：市科委、市教委）\n" * count
        whole = document(text)
        assert len(read_tasks(whole)) == count
        return timeit(lambda: read_tasks(whole), timer=process_time, number=1)  # and collects no garbage

    taken(100)  # tables and expressions are made at first use
    assert taken(8000) < 10 * min(taken(2000) for _ in range(3))  # 4 where it is linear, 16 where it is not


@needs_shared
def test_the_official_plan_gives_its_twenty_tasks_exactly() -> None:
    text = (SHARED / "seeds/003_official_english.txt").read_text("utf-8")
    gold = json.loads((SHARED / "gold/tasks.json").read_text("utf-8"))
    tasks = read_tasks(document(text, "en"))
    assert [t.number for t in tasks] == [g["number"] for g in gold]
    for task, expected in zip(tasks, gold, strict=True):
        assert task.title == expected["title"]
        assert task.section_number == str(expected["section"])
        assert task.section_title == expected["section_title"]
        assert [r.name for r in task.responsible] == expected["units"]
