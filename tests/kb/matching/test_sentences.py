"""Figures of documents with their sentences."""

from corpus.text import Span
from kb.figures import read_figures
from kb.matching.sentences import Statements, around, sentence_spans
from tests.kb.articles import document

TEXT = "某市港口方案\n一、目标\n到2026年，吞吐量达到2500万吨。岸电覆盖95%的泊位。\n"


def test_sentences_are_found_in_order() -> None:
    found = [span.cut(TEXT) for span in sentence_spans(TEXT)]
    assert found[-2:] == ["到2026年，吞吐量达到2500万吨。", "岸电覆盖95%的泊位。"]


def test_a_place_outside_every_span_is_in_none() -> None:
    spans = (Span(0, 3), Span(5, 9))
    assert around(spans, 6) == Span(5, 9)
    assert around(spans, 4) is None
    assert around((), 0) is None


def test_a_held_figure_knows_its_sentence_and_the_titles_over_it() -> None:
    held = document(TEXT)
    figures = read_figures(held)
    said = Statements({held.id: held}, {held.id: figures}).of(figures[-1])
    assert said.sentence == "岸电覆盖95%的泊位。"
    assert said.document == held.id
    assert any("目标" in title for title in said.around)
    assert said.identity == figures[-1].id


def test_each_figure_is_read_once() -> None:
    held = document(TEXT)
    figures = read_figures(held)
    statements = Statements({held.id: held}, {held.id: figures})
    assert statements.of(figures[0]) is statements.of(figures[0])


def test_the_words_around_a_figure_end_where_its_neighbours_in_the_sentence_begin() -> None:
    held = document("岸电覆盖80%的泊位。\n到2026年，建成码头12个，岸电覆盖95%的泊位，吞吐量达到2500万吨。\n")
    figures = read_figures(held)
    statements = Statements({held.id: held}, {held.id: figures})
    reaches = [statements.of(f).reach for f in figures]
    assert len(reaches) == 4
    for place, reach in enumerate(reaches):
        others = [f.number for f in figures[1:] if f is not figures[place]] if place else []
        assert not any(held.text[start:end] in reach for start, end in others)
        assert held.text[slice(*figures[place].number)] in reach


def test_the_sentence_of_a_figure_is_that_of_the_whole_text() -> None:
    held = document(f"{TEXT}建成码头12个。岸电覆盖80%！“全市共有8家企业。” 另有3家在建")
    figures = read_figures(held)
    statements = Statements({held.id: held}, {held.id: figures})
    spans = sentence_spans(held.text)
    assert len(figures) == 5
    assert [statements.of(f).span for f in figures] == [around(spans, f.number[0]) for f in figures]
