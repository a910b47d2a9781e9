from corpus.records import Document
from corpus.text import Trail
from kb.answering.sources import named_source


def document(identity: str, publisher: str) -> Document:
    return Document(
        id=identity,
        source="s",
        part=0,
        text="x",
        trail=Trail(),
        language="zh",
        script="Hans",
        kind="page",
        publisher=publisher,
    )


HELD = [document("a", "新浪财经"), document("b", "Ke Ji Ri Bao"), document("c", "南京日报")]


def test_a_source_is_known_by_its_names() -> None:
    assert named_source("What does the Sina report give?", HELD) == frozenset({"a"})
    assert named_source("据新浪财经报道，有多少？", HELD) == frozenset({"a"})
    assert named_source("How many does the report of Ke Ji Ri Bao give?", HELD) == frozenset({"b"})
    assert named_source("According to Nanjing Daily, how many?", HELD) == frozenset({"c"})


def test_a_question_that_names_no_source_leaves_all() -> None:
    assert named_source("How many parks?", HELD) is None
    assert named_source("What does the report say about parks?", HELD) is None
