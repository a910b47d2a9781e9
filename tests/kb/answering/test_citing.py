from corpus.records import Document
from corpus.text import Span, Trail
from kb.answering.citing import LONGEST, cite, sentence_at, sentences_in


def document(text: str, language: str = "zh") -> Document:
    script = "Hans" if language == "zh" else "Latn"
    return Document(
        id="doc-1",
        source="s",
        part=0,
        text=text,
        trail=Trail(),
        language=language,
        script=script,
        kind="page",
    )


def test_the_sentence_around_a_place_is_cited() -> None:
    held = document("第一句。第二句有42个站。\n第三句。")
    at = held.text.index("42")
    assert cite(held, Span(at, at + 2)).text == "第二句有42个站。"


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    held = document("See No. 5 of the list. Then go on.", "en")
    assert sentence_at(held, Span(4, 6)).cut(held.text) == "See No. 5 of the list."


def test_a_long_sentence_is_cut_at_its_semicolons() -> None:
    held = document("；".join(["很长的分句" * 20, "这里有7座桥", "很长的分句" * 80]) + "。")
    at = held.text.index("7")
    assert len(held.text) > LONGEST
    assert sentence_at(held, Span(at, at + 1)).cut(held.text) == "这里有7座桥；"


def test_the_sentences_of_a_passage_keep_their_places() -> None:
    held = document("甲。乙。丙。")
    assert [s.cut(held.text) for s in sentences_in(held, Span(2, 6))] == ["乙。", "丙。"]
