from kb.answering.sources import named_source

PUBLISHERS = {"a": "新浪财经", "b": "Ke Ji Ri Bao", "c": "南京日报"}


def held() -> dict[str, str]:
    return PUBLISHERS


def test_a_source_is_known_by_its_names() -> None:
    assert named_source("What does the Sina report give?", held) == frozenset({"a"})
    assert named_source("据新浪财经报道，有多少？", held) == frozenset({"a"})
    assert named_source("How many does the report of Ke Ji Ri Bao give?", held) == frozenset({"b"})
    assert named_source("According to Nanjing Daily, how many?", held) == frozenset({"c"})


def test_a_question_that_names_no_source_leaves_all() -> None:
    assert named_source("How many parks?", held) is None
    assert named_source("What does the report say about parks?", held) is None
