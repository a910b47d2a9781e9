import pytest

from ingest.bylines import is_fact, read_byline

PURE = [
    ("仪器视界· 2025-11-04 09:08", "仪器视界", "2025-11-04T09:08"),
    ("Ke Ji Ri Bao·2025-09-30 01:17", "Ke Ji Ri Bao", "2025-09-30T01:17"),
    ("2025-09-30 09:39 来源: 某某网 编辑:某某某 浏览量:0", "某某网", "2025-09-30T09:39"),
    ("2025年09月29日 17:05 来源：某某财经 收藏 听新闻", "某某财经", "2025-09-29T17:05"),
    ("发布时间：2025-03-18　来源：市科委　浏览次数：1203　【大 中 小】", "市科委", "2025-03-18"),
    (
        "Updated: October 14, 2025Source: City Commission of ScienceFont size: A A+",
        "City Commission of Science",
        "2025-10-14",
    ),
    ("By Li Mou | The Post | 2025-10-14", "The Post", "2025-10-14"),
    ("原创某某日报2025-10-14 10:00", "某某日报", "2025-10-14T10:00"),
    ("来源：某某报", "某某报", None),
]
IMPURE = [
    "2025年9月1日，某市召开会议。",
    "会议于2025年9月1日在某市召开，并讨论了三个方案",
    "到2027年，建成园区3个。",
    "一、总体要求",
    "The plan was released on September 1, 2025, and takes effect at once.",
]


@pytest.mark.parametrize(("text", "source", "date"), PURE)
def test_a_byline_is_read(text: str, source: str, date: str | None) -> None:
    byline = read_byline(text)
    assert byline
    assert byline.pure
    assert (byline.source and byline.source.value) == source
    assert (byline.date and byline.date.value) == date


@pytest.mark.parametrize("text", IMPURE)
def test_a_sentence_is_no_byline(text: str) -> None:
    byline = read_byline(text)
    assert byline is None or not byline.pure


def test_the_place_of_a_name_is_where_it_stands() -> None:
    text = "2025-09-30 来源： 某某网 编辑：甲"
    byline = read_byline(text)
    assert byline
    assert byline.source
    assert byline.source.span.cut(text) == "某某网"


def test_a_date_that_another_label_claims_is_not_that_of_publication() -> None:
    byline = read_byline("成文日期：2025年8月1日 来源：某某网")
    assert byline
    assert byline.date is None


def test_rows_of_a_table_of_facts_are_known() -> None:
    assert is_fact("索引号：\tSY000\t主题分类：\t科技")
    assert is_fact("标　　题：\t某某通知")
    assert not is_fact("标题党不可取。")
