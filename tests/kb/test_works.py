"""What a changed document has in common with the one before keeps its ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb import KnowledgeBase
from kb.figures import read_figures
from kb.tasks import read_tasks
from kb.works import work_of
from tests.kb.documents import read_one

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.records import Document

TITLE = "澜州市海洋牧场建设行动方案（2026—2028年）"
PARAGRAPHS = (
    "一、主要目标",
    "到2028年，新建深远海养殖平台12座，水产品年产量达到45万吨；带动就业超过8000人，冷链覆盖率达到85%。",
    "渔民人均收入提高到4.2万元，比2025年增长18%。",
    "二、重点任务",
    "1. 改造渔港。改造渔港6座，新增泊位120个，达标的给予最高500万元奖励。（责任单位：市海洋局、市财政局）",
    "2. 培育龙头企业。培育年产值超10亿元的龙头企业3家，首次入选的给予最高500万元奖励。（责任单位：市发改委）",
    "3. 保护海湾。修复岸线30公里，投放人工鱼礁2万空方，监测站点增至40个。（牵头单位：市生态环境局）",
)
ADDED = "本方案由市海洋局负责解释，每年安排专项资金2亿元，公布进展2次。"
ENGLISH = """Yunhai Action Plan for Inland Ports (2026-2028)

I. Targets
By 2028, the ports will handle 65 million tonnes of cargo a year. Shore power will cover 90% of the berths.

II. Tasks
1. Renewing terminals. A total of 14 terminals will be renewed, and 35 cranes replaced. (Responsible: \
Municipal Bureau of Transport)
2. Training crews. Some 2,400 sailors will be trained each year. (Responsible: Municipal \
Bureau of Education)
"""


def text_of(*paragraphs: str) -> str:
    return "\n".join((TITLE, "澜州市人民政府　2026-01-15", "", *paragraphs)) + "\n"


def statements(document: Document) -> dict[str, str]:
    """Return the words around each figure by its id."""
    return {f.id: document.text[f.quote.start : f.quote.end] for f in read_figures(document)}


WHOLE = read_one(text_of(*PARAGRAPHS))


def edited(name: str) -> Document:
    """Return another edition of the plan."""
    lines = list(PARAGRAPHS)
    if name == "figure":
        lines[1] = lines[1].replace("45万吨", "48万吨")
    elif name == "inserted":
        lines.insert(0, ADDED)
    elif name == "deleted":
        del lines[2]
    elif name == "typo":
        lines[4] = lines[4].replace("达标的给予", "达到标准的给予")
    text = text_of(*lines)
    return read_one(text.replace("\n", "\r\n\r\n") if name == "line breaks" else text)


@pytest.mark.parametrize(
    ("name", "changed"), [("figure", 1), ("inserted", 0), ("deleted", 2), ("typo", 3), ("line breaks", 0)]
)
def test_an_edit_leaves_all_other_ids_as_they_are(name: str, changed: int) -> None:
    before, after = statements(WHOLE), statements(edited(name))
    assert len(before) >= 14
    assert len(before.keys() - after.keys()) == changed
    assert all(after[i] == before[i] for i in before.keys() & after.keys() if name != "typo")
    tasks = {task.id for task in read_tasks(WHOLE)}
    assert len(tasks) == 3
    assert {task.id for task in read_tasks(edited(name))} == tasks


def test_a_task_keeps_its_id_where_a_figure_in_its_title_is_corrected() -> None:
    one, other = (
        read_one(text_of(*(p.replace("1. 改造渔港。", f"1. 建设示范渔港{n}座。") for p in PARAGRAPHS)))
        for n in (6, 8)
    )
    titles = [[task.title for task in read_tasks(document)] for document in (one, other)]
    assert titles[0] != titles[1]
    assert [t.id for t in read_tasks(one)] == [t.id for t in read_tasks(other)]
    assert len({t.id for t in read_tasks(one)}) == 3


def test_the_same_words_and_value_said_twice_are_two_statements() -> None:
    document = read_one(text_of("对达标渔港给予最高500万元奖励。", "对达标渔港给予最高500万元奖励。"))
    one, two = read_figures(document)
    assert (one.value, one.quote.text) == (two.value, two.quote.text)
    assert one.id != two.id


def test_what_a_figure_qualifies_is_in_its_own_document() -> None:
    figures = {f.id: f for f in read_figures(WHOLE)}
    qualifying = [f for f in figures.values() if f.of]
    assert qualifying
    assert all(f.of in figures for f in qualifying)


lines = st.lists(st.integers(0, len(PARAGRAPHS) - 1), unique=True, min_size=1)


@settings(max_examples=40, deadline=None)
@given(lines.map(sorted), st.integers(0, len(PARAGRAPHS)), st.booleans())
def test_whatever_is_dropped_or_put_between_what_stays_keeps_its_ids(
    kept: list[int], at: int, added: bool
) -> None:
    paragraphs = [PARAGRAPHS[i] for i in kept]
    if added:
        paragraphs.insert(min(at, len(paragraphs)), ADDED)
    document = read_one(text_of(*paragraphs))
    words = {i: said for i, said in statements(WHOLE).items() if any(said in p for p in paragraphs)}
    found = statements(document)
    assert words.items() <= found.items()


def test_ids_do_not_depend_on_names_addresses_or_the_script_of_the_page() -> None:
    other = read_one(text_of(*PARAGRAPHS), "elsewhere.txt")
    assert statements(other) == statements(WHOLE)
    assert work_of(other) == work_of(WHOLE)
    assert work_of(read_one(text_of(*PARAGRAPHS).replace("2026-01-15", "2026-01-16"))) != work_of(WHOLE)


def test_an_untitled_text_is_known_by_its_first_paragraph() -> None:
    one, other = (read_one(f"会议指出，要修复岸线30公里。\n\n{end}。\n") for end in ("散会", "会议结束"))
    assert work_of(one) == work_of(other)
    assert statements(one).keys() <= statements(other).keys()


def known(folder: Path, text: str) -> dict[str, set[str]]:
    """Return the ids of all that is joined from a text in a home of its own."""
    folder.mkdir()
    (folder / "a.txt").write_text(text, "utf-8")
    with KnowledgeBase(folder / "home") as base:
        list(base.add([folder / "a.txt"]))
        k = base.knowledge
        found = {name: {r.id for r in getattr(k, name)} for name in ("plans", "targets", "tasks")}
        return found | {"organisations": {o.id for o in k.organisations}}


@pytest.mark.parametrize(
    ("text", "old", "new", "lost"),
    [
        (text_of(*PARAGRAPHS), "45万吨", "48万吨", 1),
        (text_of(*PARAGRAPHS), "一、主要目标", f"{ADDED}\n一、主要目标", 0),
        (text_of(*PARAGRAPHS), PARAGRAPHS[2], "", 2),
        (text_of(*PARAGRAPHS), "市财政局", "市科技局", 0),
        (ENGLISH, "65 million", "68 million", 1),
        (ENGLISH, "I. Targets", "This plan was approved by the committee.\n\nI. Targets", 0),
    ],
)
def test_what_is_joined_keeps_its_ids_too(tmp_path: Path, text: str, old: str, new: str, lost: int) -> None:
    before = known(tmp_path / "before", text)
    assert all(before.values())
    after = known(tmp_path / "after", text.replace(old, new))
    assert {name: len(ids - after[name]) for name, ids in before.items()} == {
        "plans": 0,
        "targets": lost,
        "tasks": 0,
        "organisations": int(old == "市财政局"),
    }
