"""Numbers that a sentence pairs with a list of things, in two invented papers."""

from collections.abc import Iterator

import pytest

from kb import KnowledgeBase
from tests.answers import holding

REPAIRS = """青石市屋顶修缮补助办法
青石市住房局
2026年1月5日

一、资金安排
补助资金由中央与地方共担，其中对东部、中部、西部县区的中央承担比例分别为35%、50%、70%。首批资金2亿元已经拨付。
二、补助标准
取得初级、中级、高级修缮师证书的，分别按800元、1200元、2600元的标准补助。
"""
RECYCLING = """Recycling Plan of Baita

By 2028, recovery rates for paper, glass and plastics shall reach 80, 65 and 40 percent respectively.
The eastern and western districts will receive 30 million and 12 million yuan, respectively.
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    texts = {"repairs.txt": REPAIRS, "recycling.txt": RECYCLING}
    with holding(tmp_path_factory.mktemp("papers"), texts) as base:
        yield base


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("对中部县区，中央承担多大比例？", "50"),
        ("What share does the central government bear for the western counties?", "70"),
        ("中级修缮师证书补助多少？", "1200"),
        ("取得初级修缮师证书补助多少元？", "800"),
        ("What recovery rate is set for glass by 2028?", "65"),
        ("到2028年塑料的回收率要达到多少？", "40"),
        ("How much will the western districts of Baita receive?", "12 million"),
    ],
)
def test_each_number_is_for_its_own_thing(papers: KnowledgeBase, question: str, said: str) -> None:
    assert said in papers.ask(question)["answer"]
