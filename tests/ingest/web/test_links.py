"""Links are read whole, with their words and the place where they stand."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import SourceError
from ingest.web import Fetched
from ingest.web.attachments import attachments
from ingest.web.links import page_text, read_links
from ingest.web.listings import read_listing

URL = "https://gov.example/news/index.html"


def links(body: str) -> list[tuple[str, str]]:
    return [(link.url, link.words) for link in read_links(f"<html><body>{body}</body></html>", URL)]


def test_links_become_whole_and_lose_their_fragments() -> None:
    assert links(
        '<a href="./a.html#top">甲</a><a href="//b.example/x">乙</a><a href="/c?d=1&amp;e=2">丙</a>'
    ) == [
        ("https://gov.example/news/a.html", "甲"),
        ("https://b.example/x", "乙"),
        ("https://gov.example/c?d=1&e=2", "丙"),
    ]


@pytest.mark.parametrize(
    "tag",
    ['<a name="x">甲</a>', '<a href="javascript:void(0)">甲</a>', '<a href="mailto:a@b.example">甲</a>'],
)
def test_what_leads_nowhere_is_no_link(tag: str) -> None:
    assert links(tag) == []


def test_a_base_moves_all_links() -> None:
    page = '<html><head><base href="/other/"></head><body><a href="a.html">甲</a></body></html>'
    assert [link.url for link in read_links(page, URL)] == ["https://gov.example/other/a.html"]


def test_words_come_from_title_or_picture_where_they_say_more() -> None:
    assert (
        links('<a href="a" title="关于推进充电桩建设的通知">关于推进…</a>')[0][1]
        == "关于推进充电桩建设的通知"
    )
    assert links('<a href="a"><img src="x.png" alt="一图读懂"></a>')[0][1] == "一图读懂"
    assert links('<a href="a"><img src="x.png"></a>')[0][1] == ""


@pytest.mark.parametrize(
    ("around", "framing"),
    [
        ("<nav>{}</nav>", True),
        ("<footer><ul><li>{}</li></ul></footer>", True),
        ('<div class="top-nav clearfix">{}</div>', True),
        ('<div id="footer">{}</div>', True),
        ('<div class="navy">{}</div>', False),
        ('<div class="news-list"><ul><li>{}</li></ul></div>', False),
    ],
)
def test_the_frame_of_a_page_is_told_from_its_contents(around: str, framing: bool) -> None:
    page = around.format('<a href="a.html">甲</a>')
    assert [link.framing for link in read_links(page, URL)] == [framing]


def test_a_page_as_deep_as_it_likes_is_read() -> None:
    page = "<div>" * 50_000 + '<a href="a.html">甲</a>'
    assert len(list(read_links(page, URL))) <= 1


def test_a_page_in_gbk_is_read_as_such() -> None:
    data = "<html><body><a href='a.html'>关于推进充电桩建设的通知</a></body></html>".encode("gbk")
    text = page_text(Fetched(url=URL, data=data, media_type="text/html", charset="utf-8", fresh=True))
    assert "充电桩" in text


PIECES = st.sampled_from(
    [
        "<a href=", "'", '"', ">", "</a>", "http://[", "//", "..", "<base href='//['>", "<html>",
        "<table><td>",
        "<iframe src=x.pdf>", "&#0;", "&#xD800;", "\0", "<!--", "]]>", "<svg><a href=x>", "?a.doc",
        "<urlset><loc>",
        "下一页", "20250911", "createPageHTML(9,0,'a','b')",
    ]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join)))
def test_any_text_at_all_has_links_or_none(text: str) -> None:
    for link in read_links(text, URL):
        assert link.url.startswith("http")
    attachments(f"<html>{text}", URL)
    with suppress(SourceError):
        read_listing(Fetched(url=URL, data=text.encode(), media_type="", charset=None, fresh=True), 1 << 20)
