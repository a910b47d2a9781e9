"""An article on several pages of the web is one document, and each quote tells its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.journal import Level
from corpus.text import Span
from ingest.pages import starts
from tests.hostile import page
from tests.kb.pages import SITE, visiting

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hostile import Reply

TITLE = "本市算力产业三年行动方案解读"
TEXTS = (
    "近日，本市印发算力产业三年行动方案，提出到2028年在运机架达到40万架，绿电占比超过80%。",
    "在应用方面，每年遴选典型场景20个，对入选项目给予最高300万元的支持，并优先纳入重点项目。",
    "在保障方面，市级财政连续三年每年安排1亿元，成立工作专班，按季度通报进展情况。",
)


def sheet(number: int, following: str | None, encoding: str = "utf-8") -> Reply:
    """One page of the article, with its head and a pager in the article's element."""
    pager = "".join(f"<a href='t20250930_12_{n}.html'>【{n + 1}】</a>" for n in range(3))
    onward = f"<a href='{following}'>下一页</a>" if following else "下一页"
    html = (
        f"<html><head><title>{TITLE}</title></head><body><ul><li><a href='/'>首页</a></li></ul>"
        f"<div class='article'><h1>{TITLE}</h1><p>2025-09-30 09:12 来源：某某日报</p>"
        f"<p>{TEXTS[number]}</p><div>{pager} {onward}</div></div></body></html>"
    )
    return page(html.encode(encoding))


FIRST, SECOND, THIRD = (f"/202509/t20250930_12{end}.html" for end in ("", "_1", "_2"))
WHOLE = {
    FIRST: sheet(0, "t20250930_12_1.html"),
    SECOND: sheet(1, "t20250930_12_2.html"),
    THIRD: sheet(2, None),
}


def test_an_article_on_three_pages_is_one_document_and_each_quote_tells_its_page(tmp_path: Path) -> None:
    with visiting(tmp_path, WHOLE) as (base, intake, server):
        added = intake.add(SITE + FIRST)
        [document] = added.documents
        assert document.text.split("\n") == list(TEXTS)
        assert (document.title, document.publisher, document.url) == (TITLE, "某某日报", SITE + FIRST)
        source = base.store.source(document.source)
        for number, words in enumerate(TEXTS, 1):
            at = document.text.index(words)
            quote = document.quote(Span(at, at + len(words)))
            assert quote.page == number
            assert quote.raw
            assert quote.raw.cut(source.text) == words
        assert server.paths == [FIRST, SECOND, THIRD]
        assert intake.add(SITE + FIRST).status == "unchanged"


def test_what_can_be_had_of_an_article_is_kept_and_the_rest_is_told(tmp_path: Path) -> None:
    with visiting(tmp_path, {FIRST: WHOLE[FIRST], SECOND: WHOLE[SECOND]}) as (base, intake, _):
        [document] = intake.add(SITE + FIRST).documents
        assert document.text.split("\n") == list(TEXTS[:2])
        [row] = [row for row in base.store.journal.entries() if row.level == Level.WARNING]
        assert "a further page is missing" in row.message
        assert "404" in row.message


def test_a_next_page_that_leads_back_ends_the_article(tmp_path: Path) -> None:
    site = {FIRST: WHOLE[FIRST], SECOND: sheet(1, "t20250930_12_1.html")}
    with visiting(tmp_path, site) as (_, intake, server):
        [document] = intake.add(SITE + FIRST).documents
        assert document.text.split("\n") == list(TEXTS[:2])
        assert server.paths == [FIRST, SECOND]


def test_a_page_alone_has_no_pages(tmp_path: Path) -> None:
    with visiting(tmp_path, {FIRST: sheet(0, None)}) as (base, intake, _):
        [document] = intake.add(SITE + FIRST).documents
        assert document.pages == ()
        assert starts(base.store.source(document.source).text) == ()
