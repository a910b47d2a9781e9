"""Which of several figures and sentences answers, in two invented releases that could be confused."""

from collections.abc import Iterator

import pytest

from kb import KnowledgeBase
from tests.answers import holding

REWARDS = """青石市绿色建筑奖励办法

第一条　新建建筑取得二星级标识的，每平方米奖励20元；取得三星级标识的，每平方米奖励45元。
第二条　全市现有绿色建筑检测机构38家，到2028年达到60家。2024年全市检查工地410处。
第三条　检测机构应当每年参加评审。
"""
QUIET = """白塔市“安静城市”行动方案

到2028年，全市建设噪声监测站120个，投放低噪声洒水车300辆。
"""
CLEAN = """白塔市“洁净城市”行动方案

到2028年，全市建设噪声监测站5个，投放低噪声洒水车80辆。
"""


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    texts = {"rewards.txt": REWARDS, "quiet.txt": QUIET, "clean.txt": CLEAN}
    with holding(tmp_path_factory.mktemp("towns"), texts) as base:
        yield base


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("三星级绿色建筑每平方米奖励多少？", "45"),
        ("How much is paid per square metre for a two-star building?", "20"),
        ("How much is paid per square metre for a three-star building?", "45"),
    ],
)
def test_the_grade_that_is_asked_for_is_told(towns: KnowledgeBase, question: str, said: str) -> None:
    assert said in towns.ask(question)["answer"]


def test_what_is_due_is_told_from_what_there_is(towns: KnowledgeBase) -> None:
    assert "60" in towns.ask("到2028年绿色建筑检测机构要达到多少家？")["answer"]
    assert "38" in towns.ask("现在有多少家绿色建筑检测机构？")["answer"]


def test_what_was_in_another_year_is_no_answer(towns: KnowledgeBase) -> None:
    assert "410" in towns.ask("2024年全市检查了多少处工地？")["answer"]
    assert not towns.ask("2025年全市检查了多少处工地？")["answered"]


@pytest.mark.parametrize(("name", "said"), [("安静城市", "120"), ("洁净城市", "5")])
def test_a_plan_is_known_by_the_name_it_is_called(towns: KnowledgeBase, name: str, said: str) -> None:
    assert said in towns.ask(f"“{name}”方案要建设多少个噪声监测站？")["answer"]


def test_no_duty_is_told_where_a_penalty_is_asked_for(towns: KnowledgeBase) -> None:
    assert not towns.ask("检测机构不参加评审有什么处罚？")["answered"]
    assert towns.ask("检测机构每年应当参加什么？")["answered"]


def test_the_year_asked_for_is_told_across_languages(towns: KnowledgeBase) -> None:
    answer = towns.ask("Is Baita City to have noise monitoring stations by 2028?")["answer"]
    assert answer.startswith("The Chinese text gives 2028")
