from collections.abc import Iterator

import pytest

from kb import KnowledgeBase
from kb.answering import ask
from kb.answering.conditions import asked
from kb.answering.question import understand
from tests.answers import holding

PLAN_ZH = """衢州市氟硅新材料企业培育办法
2026年4月1日
第一条 申请培育资金的企业应当同时满足下列条件：
（一）在衢州市注册满两年；
（二）上年度研发投入占营业收入的比重不低于4%；
（三）近三年未发生生产安全死亡事故。
第二条 企业申请培育资金，应当提交以下材料：
1. 申请报告；
2. 上年度审计报告；
3. 研发人员社保缴纳证明。
第三条 检测机构承接检测任务的，须取得资质认定证书，并配备10名以上专职检测员。
"""
PLAN_EN = """Nantong Rules on Subsidies for Shipyard Apprentices
2 April 2026
A shipyard that applies for the apprentice subsidy must
- have trained apprentices for three years or more;
- pay each apprentice at least 2,600 yuan a month;
- keep one master for every four apprentices.
Shipyards shall hand in the following documents:
a) the apprenticeship contracts;
b) bank statements of the wages paid;
c) the training plan signed by the masters.
The Municipal Human Resources and Social Security Bureau decides within 15 working days.
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    """Rules of two cities, one in each language."""
    texts = {"quzhou.txt": PLAN_ZH, "nantong.txt": PLAN_EN}
    with holding(tmp_path_factory.mktemp("rules"), texts) as base:
        yield base


def quotes(base: KnowledgeBase, question: str) -> list[str]:
    """What the answer to a question cites."""
    return [c["quote"]["text"].strip() for c in ask(base, question)["citations"]]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("申请培育资金要符合哪些条件？", "conditions"),
        ("合作社要满足什么要求？", "conditions"),
        ("谁可以申领补贴？", "conditions"),
        ("需要提交哪些材料？", "papers"),
        ("申报材料有哪些？", "papers"),
        ("What conditions must a firm meet?", "conditions"),
        ("What does Jinan require of used batteries?", "conditions"),
        ("Which documents are to be submitted?", "papers"),
        ("What must applicants upload?", "papers"),
        ("方案对脑机接口有什么要求？", None),
        ("要使用哪些新材料？", None),
        ("What must new ports have?", None),
        ("What materials are recycled?", None),
    ],
)
def test_what_is_asked_for_is_known_by_its_words(question: str, wanted: str | None) -> None:
    assert asked(understand(question)) == wanted


@pytest.mark.parametrize(
    "question",
    [
        "衢州企业申请培育资金要满足哪些条件？",
        "What conditions must a company in Quzhou meet to apply for the cultivation funds?",
    ],
)
def test_every_condition_is_cited_with_what_announces_it(rules: KnowledgeBase, question: str) -> None:
    found = quotes(rules, question)
    assert len(found) == 4
    assert found[0].endswith("应当同时满足下列条件：")
    assert "不低于4%" in found[2]


def test_conditions_and_papers_are_told_apart(rules: KnowledgeBase) -> None:
    found = quotes(rules, "在衢州申请培育资金要提交哪些材料？")
    assert [q[:2] for q in found[1:]] == ["1.", "2.", "3."]
    answer = ask(rules, "What conditions must a shipyard meet for the apprentice subsidy in Nantong?")[
        "answer"
    ]
    assert "2,600 yuan" in answer
    assert "bank statements" not in answer


def test_a_list_answers_in_the_other_language(rules: KnowledgeBase) -> None:
    answer = ask(rules, "南通船厂申请学徒补贴要满足什么条件？")
    assert "不少于2600元" in answer["answer"]
    assert len(answer["citations"]) == 4
    assert len(quotes(rules, "What must shipyards hand in for the apprentice subsidy?")) == 4


def test_a_sentence_without_a_list_answers_by_itself(rules: KnowledgeBase) -> None:
    assert quotes(rules, "检测机构承接任务要具备什么条件？") == [
        "第三条 检测机构承接检测任务的，须取得资质认定证书，并配备10名以上专职检测员。"
    ]


@pytest.mark.parametrize(
    "question",
    [
        "申请宠物医院执照要符合哪些条件？",
        "What documents must a foreign airline submit?",
        "衢州的幼儿园要具备哪些条件？",
        "What conditions must beekeepers meet in Nantong?",
    ],
)
def test_conditions_for_something_else_are_none(rules: KnowledgeBase, question: str) -> None:
    assert not ask(rules, question)["answered"]
