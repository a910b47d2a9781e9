import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import Block, Item, Role
from corpus.text import Span
from index.passages import WIDEST, language_of, passages, sentences, width
from tests.index.documents import document, lines

PLAN = """云州市低空产业行动方案
一、总体目标
到2029年，建成起降点120个。
二、重点任务
（一）建设基础设施
支持企业建设起降场地，完善通信、导航、监视设施，形成覆盖主要城区的服务网络，并与周边城市互联互通，逐步开放更多航线和空域。
（二）培育企业
培育龙头企业5家。"""


def item(label: str, heading: str, following: str | None, level: int, parent: int | None) -> Item:
    start = PLAN.index(label)
    named = PLAN.index(heading, start)
    return Item(
        label=label,
        ordinal=1,
        style="一、" if level == 0 else "（一）",
        level=level,
        heading=Span(named, named + len(heading)),
        span=Span(start, PLAN.index(following) if following else len(PLAN)),
        parent=parent,
    )


OUTLINE = (
    item("一、", "总体目标", "二、", 0, None),
    item("二、", "重点任务", None, 0, None),
    item("（一）", "建设基础设施", "（二）", 1, 1),
    item("（二）", "培育企业", None, 1, 1),
)
MADE = passages(document(PLAN, title="云州市低空产业行动方案", blocks=lines(PLAN).blocks, outline=OUTLINE))


def test_a_passage_is_one_numbered_item_with_its_heading() -> None:
    assert [p.text.split("\n")[0] for p in MADE] == [
        "云州市低空产业行动方案",
        "一、总体目标",
        "二、重点任务",
        "（一）建设基础设施",
        "（二）培育企业",
    ]
    assert MADE[4].text == "（二）培育企业\n培育龙头企业5家。"


def test_a_section_is_the_path_of_titles_that_leads_to_a_passage() -> None:
    assert [p.section for p in MADE] == [
        "",
        "总体目标",
        "重点任务",
        "重点任务 › 建设基础设施",
        "重点任务 › 培育企业",
    ]


def test_a_question_leads_to_what_answers_it() -> None:
    long = "答：由区县推荐，每个区县不超过2个，材料齐全的当月受理，专家评审后公示五个工作日，无异议的拨付。"
    paid = (
        "The district pays for lights and masts and may ask the city for a part of what they cost each year."
    )
    text = f"问：起降点怎么申报？\n{long}\n二次申报的另行通知。{long}\n"
    text += f"Q2: Who pays for the lights?\n{paid}\nRoads: {paid}"
    made = passages(document(text, blocks=lines(text).blocks))
    assert {p.section for p in made if p.text.startswith("二次申报")} == {"起降点怎么申报？"}
    assert {p.section for p in made if p.text.startswith("Roads")} == {"Who pays for the lights?"}


def test_a_passage_is_exactly_the_text_at_its_place() -> None:
    assert all(p.text == PLAN[p.start : p.end] == p.span.cut(PLAN) for p in MADE)
    assert {p.title for p in MADE} == {"云州市低空产业行动方案"}


def test_a_wide_paragraph_is_cut_between_sentences_of_about_one_size() -> None:
    text = "".join(f"第{n}类项目由市发展改革部门会同有关单位在当年年底之前完成验收工作。" for n in range(30))
    made = passages(lines(text))
    assert len(made) > 1
    assert all(p.text.endswith("。") and width(p.text) <= WIDEST for p in made)
    assert max(width(p.text) for p in made) < 2 * min(width(p.text) for p in made)


def test_a_sentence_without_end_is_cut_at_a_pause() -> None:
    made = passages(lines("，".join(["继续推进各项建设工作"] * 80)))
    assert len(made) > 1
    assert all(p.text.startswith("继续") for p in made)


def test_an_english_passage_may_stand_beside_a_chinese_title() -> None:
    title = "低空产业行动方案发布并立即组织各区有关单位认真落实各项任务要求切实做好年度工作"
    text = f"{title}\nThe plan was published in May and takes effect in June of this year."
    assert [p.language for p in passages(lines(text, "en"))] == ["zh", "en"]


@pytest.mark.parametrize(
    ("text", "otherwise", "language"),
    [
        ("CT和MRI设备", "en", "zh"),
        ("The plan 方案", "zh", "en"),
        ("2027", "zh", "zh"),
        ("Le plan est publié", "fr", "fr"),
        ("産業の計画", "ja", "ja"),
    ],
)
def test_a_passage_has_a_language_of_its_own(text: str, otherwise: str, language: str) -> None:
    assert language_of(text, otherwise) == language


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("建成120个。形成网络；继续开放", 3),
        ("Build 120 sites. Open more routes.", 2),
        ("See No. 5 and 3.5 million of U.S. firms", 1),
        ("“加快建设。”他说。", 2),
    ],
)
def test_sentences_end_where_a_reader_sees_it(text: str, count: int) -> None:
    assert len(list(sentences(text))) == count


@given(st.text(alphabet="建设企业。，\n abc.;；12", min_size=0, max_size=1500))
def test_passages_hold_every_word_once_and_in_order(text: str) -> None:
    made = passages(document(text))
    assert [p.start for p in made] == sorted(p.start for p in made)
    assert all(a.end <= b.start for a, b in itertools.pairwise(made))
    left = "".join(p.text for p in made)
    assert "".join(left.split()) == "".join(text.split())
    assert len({p.id for p in made}) == len(made)


def test_a_table_row_joins_its_neighbours_while_they_are_narrow() -> None:
    text = "指标 数值\n起降点 120个\n企业 5家"
    blocks = tuple(Block(Role.TABLE, b.span) for b in lines(text).blocks)
    assert [p.text for p in passages(document(text, blocks=blocks))] == [text]
