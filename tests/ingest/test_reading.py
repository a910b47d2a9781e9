import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import PolicyError, UnreadableFile
from corpus.text import Span
from ingest.reading import Reading, read
from tests.shared import SHARED, needs_shared

TEXT = (
    "某市出台储能产业措施\n2025-12-18 09:30 来源：某某日报\n近日，某市印发措施，到2028年装机达到120万千瓦。\n"
)
PIECES = st.sampled_from(
    """<p> </p> <div_class='nav'> </div> <table><tr><td> <!-- --> <script> </script> &amp; &# < > " 　 ** #_
    来源： 2025-12-18_09:30 某某日报 Core_Insights_-_ 近日，某市印发措施。 醫(yī)療 一、目标 相关新闻 【 [1]
    某市出台措施 |_a_| é \u200b \x00""".split()
).map(lambda piece: piece.replace("_", " "))
HOSTILE = {
    "signs": "<" * 12_000,
    "tags left open": "<a " * 20_000,
    "quotes left open": '<a b="' * 10_000,
    "comments left open": "<!--" * 15_000,
    "scripts left open": "<script>" * 8_000,
    "deep nesting": "<div>" * 12_000,
    "stray ends": "</div>" * 10_000,
    "strings left open": "<script>" + "\"\\'" * 20_000 + "</script>",
    "cells": "<td>x" * 8_000,
    "brackets": "[" * 12_000,
    "bars": "|" * 12_000,
    "entities": "&#" * 30_000,
}
PAGE = "<html><body><p>近日，某市印发措施，到2028年装机达到120万千瓦。</p>"


def attempt(data: bytes) -> Reading | PolicyError:
    """What comes of `data`: documents, or the error that says why not."""
    try:
        return read(data, "source")
    except PolicyError as error:
        return error


def check(outcome: Reading | PolicyError) -> None:
    """Documents have trails, an error is one line."""
    if isinstance(outcome, Reading):
        check_trail(outcome)
    else:
        assert "\n" not in outcome.line


def read_text(text: str) -> Reading:
    return read(text.encode(), "source.txt")


def test_a_source_is_kept_with_what_it_was_read_as() -> None:
    reading = read(TEXT.encode("gb18030"), "release.txt", url="https://a.example/1")
    source, [document] = reading.source, reading.documents
    assert (source.name, source.encoding, source.reader, source.url) == (
        "release.txt",
        "gb18030",
        "plain",
        "https://a.example/1",
    )
    assert source.text == TEXT
    assert (document.source, document.url, document.part) == (source.sha256, "https://a.example/1", 0)


def test_the_same_bytes_give_the_same_ids_under_any_name() -> None:
    assert read(TEXT.encode(), "a").documents[0].id == read(TEXT.encode(), "b").documents[0].id


def test_content_decides_the_reader_and_not_the_name() -> None:
    assert read(PAGE.encode(), "page.txt").source.reader == "html"
    assert read(TEXT.encode(), "page.html").source.reader == "plain"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t ",
        b"%PDF-1.7 x",
        b"\x89PNG\r\n\x1a\n\0\0",
        bytes(range(256)) * 8,
        b"<html><body><script>x</script></body></html>",
        b"...",
    ],
)
def test_what_holds_no_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(PolicyError) as caught:
        read(data, "file")
    assert "\n" not in caught.value.line


@pytest.mark.parametrize("text", ["某市将建成3个园区", "甲", "Three parks by 2028", "园区\n基金\n平台"])
def test_the_shortest_text_is_a_document(text: str) -> None:
    [document] = read_text(text).documents
    assert document.text == text


def test_a_text_too_large_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="too large"):
        read(b"a" * 40_000_000, "large.txt")


def check_trail(reading: Reading) -> None:
    """Every character has a way back; what no stage changed leads to itself."""
    source = reading.source.text
    for document in reading.documents:
        assert document.text == document.text.strip()
        for at, char in enumerate(document.text):
            raw = document.trail.back(Span(at, at + 1))
            assert raw.end <= len(source)
            if len(raw) == 1 and document.trail.forth(raw) == Span(at, at + 1) and not document.repairs:
                assert raw.cut(source) == char or char.isspace()
        for block in document.blocks:
            assert block.span.cut(document.text).strip()


@given(st.lists(PIECES | st.just("\n"), max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_anything_ends_in_documents_with_a_way_back_or_in_one_clear_line(text: str) -> None:
    check(attempt(text.encode()))


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_end_in_documents_or_in_one_clear_line(data: bytes) -> None:
    check(attempt(data))


@pytest.mark.timeout(60)
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_input_is_read_in_linear_time(kind: str) -> None:
    assert read_text(PAGE + HOSTILE[kind]).documents


@needs_shared
def test_the_releases_come_apart_into_their_articles() -> None:
    counts = [
        len(read(path.read_bytes(), path.name).documents) for path in sorted((SHARED / "seeds").glob("*.txt"))
    ]
    assert counts == [1, 1, 3, 1, 3]


@needs_shared
def test_every_span_of_the_releases_leads_back() -> None:
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        check_trail(read(path.read_bytes(), path.name))
