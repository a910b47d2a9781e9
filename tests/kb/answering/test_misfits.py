"""Figures that are near what is asked for and not it, in two invented papers."""

from collections.abc import Iterator

import pytest

from kb import KnowledgeBase
from tests.answers import holding

BUSES = """青石市公交更新补助办法

青石市交通局
2026年3月5日

第一条　2026年全市安排公交更新补助资金1.2亿元。报废旧公交车的，每辆补助4万元。
第二条　全市现有公交站台1800座，2024年检修站台410座。
第三条　站台不清洁的，由市城管局处2000元罚款。
第四条　每千人拥有公交座位6.5个，全市公交座位共有3.1万个。
"""
NATION = """国家林业局关于植树的通知

各省林业主管部门：
各地应当每年补植树苗不少于20株，补植期限不超过3年。
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    texts = {"buses.txt": BUSES, "nation.txt": NATION}
    with holding(tmp_path_factory.mktemp("misfits"), texts) as base:
        yield base


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("报废旧公交车每辆补助多少钱？", "4万元"),
        ("How much is paid for each old bus that is scrapped?", "40,000"),
        ("2026年公交更新补助资金有多少？", "1.2亿元"),
        ("站台不清洁罚多少钱？", "2000元"),
        ("全市公交座位有多少个？", "3.1万"),
        ("每千人拥有多少个公交座位？", "6.5"),
    ],
)
def test_what_is_asked_for_is_told(papers: KnowledgeBase, question: str, said: str) -> None:
    assert said in (papers.ask(question)["answer"] or "")


@pytest.mark.parametrize(
    "question",
    [
        "2026年新增多少座公交站台？",
        "公交司机超速会被罚多少钱？",
        "国家林业局的通知规定，报废旧公交车每辆补助多少钱？",
    ],
)
def test_what_is_only_near_is_refused(papers: KnowledgeBase, question: str) -> None:
    assert not papers.ask(question)["answered"]
