from collections.abc import Iterator

import pytest

from kb import KnowledgeBase
from kb.answering import ask
from tests.answers import holding

TEXT = """泸县冷库建设补贴申报指南
一、申报时间
申报主体应于2026年4月18日前向县农业农村局提交申请，逾期不予受理。冷库须于当年10月底前建成。
二、验收
县农业农村局应在收到申请后12个工作日内组织验收。验收资料应当包括：
1.用电许可；
2.施工合同；
3.消防证明。
三、补贴
新建冷库按投资额的15%补助，单个冷库最高不超过36万元。
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    """A base that holds one guide to a subsidy."""
    with holding(tmp_path_factory.mktemp("guide"), {"guide.txt": TEXT}) as made:
        yield made


def test_a_date_is_told_in_the_askers_language(base: KnowledgeBase) -> None:
    answer = ask(base, "By what date must applications be submitted?")
    assert "18 April 2026" in answer["answer"]
    assert "4月18日" in answer["citations"][0]["quote"]["text"]


def test_the_date_of_the_clause_that_fits_is_told(base: KnowledgeBase) -> None:
    assert "he end of October" in ask(base, "By when must the cold store be built?")["answer"]


def test_a_list_comes_with_the_sentence_that_announces_it(base: KnowledgeBase) -> None:
    quotes = [c["quote"]["text"] for c in ask(base, "验收资料应当包括哪些？")["citations"]]
    assert any("消防证明" in quote for quote in quotes)


def test_a_share_is_told_with_the_sum_that_caps_it(base: KnowledgeBase) -> None:
    answer = ask(base, "新建冷库按投资额的百分之多少补助？")["answer"]
    assert "15%" in answer


def test_a_ceiling_is_found_where_a_ceiling_is_asked_for(base: KnowledgeBase) -> None:
    assert "36万元" in ask(base, "单个冷库最高补助多少？")["answer"]
