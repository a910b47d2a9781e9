import pytest

from kb.answering.phrasing import FRAMES


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Which city wants more care beds", "wants how many care beds"),
        ("Which city uses more electricity per head", "uses how large electricity per head"),
        ("Which has the higher rate", "how large has the rate"),
        ("How far apart are the targets for ferries", "how large are the targets for ferries"),
        ("How many more ferries does Nantong plan", "how many ferries does Nantong plan"),
    ],
)
def test_what_is_left_of_an_english_comparison_asks_how_much(text: str, asked: str) -> None:
    assert " ".join(FRAMES["en"].ask(text).split()) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("哪个城市要建更多充电桩", "要建多少充电桩"),
        ("谁的渡轮目标更高？", "渡轮目标多少"),
        ("南通比 多建多少座码头", "南通 建多少座码头"),
        ("南通的渡轮目标是否高于", "南通的渡轮目标是多少"),
    ],
)
def test_what_is_left_of_a_chinese_comparison_asks_how_much(text: str, asked: str) -> None:
    assert " ".join(FRAMES["zh"].ask(text).split()) == asked
