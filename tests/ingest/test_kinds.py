from corpus.records import Document, Role
from ingest.reading import read

PLAN = """某市储能产业行动方案
为推动储能产业发展，制定本方案。
一、目标
到2028年，装机达到120万千瓦。
二、任务
（一）建设项目。每年建设10个项目，并给予补助。
（二）培育企业。三年培育龙头企业3家。
"""


def document(text: str) -> Document:
    [only] = read(text.encode(), "text.txt").documents
    return only


def roles(text: str) -> list[Role]:
    return [block.role for block in document(text).blocks]


def test_an_official_text_with_an_outline_is_a_plan() -> None:
    assert document(PLAN).kind == "plan"


def test_a_report_on_a_plan_is_news() -> None:
    report = "某市发布储能产业行动方案\n某某日报 2025-12-18 09:30\n" + PLAN.partition("\n")[2]
    assert document(report).kind == "news"


def test_a_text_that_says_nothing_of_itself_is_a_page() -> None:
    assert document("储能是什么\n储能是把能量存起来，等需要的时候再用的技术。").kind == "page"


def test_blocks_have_roles() -> None:
    assert roles(PLAN)[:4] == [Role.TITLE, Role.PARAGRAPH, Role.HEADING, Role.PARAGRAPH]
    assert roles("题目有四个字\n某某日报 2025-12-18 09:30\n- 到2028年，装机达到120万千瓦。\n") == [
        Role.TITLE,
        Role.BYLINE,
        Role.LIST,
    ]


def test_blocks_cover_the_text_line_by_line() -> None:
    read_plan = document(PLAN)
    assert [block.span.cut(read_plan.text) for block in read_plan.blocks] == read_plan.text.split("\n")
