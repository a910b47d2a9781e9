"""A listing is followed to its end, and says where it gave less than expected."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from corpus.errors import NotServed, UnreadableFile
from corpus.journal import Level
from kb.cli import main
from kb.crawling import Crawl
from tests.hostile import moved, page, serving
from tests.kb.pages import SITE, article, channel, visiting

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND, THIRD = (f"/202509/t2025091{n}_{n}.html" for n in (1, 2, 3))
ARTICLES = {FIRST: article(1), SECOND: article(2), THIRD: article(3)}
LISTING = f"{SITE}/news/"


def crawl(home: Path, replies: dict[str, Any], **options: Any) -> tuple[list[str], dict[str, Any]]:
    """Crawl /news/ of a site; return the status of each source and the report."""
    with visiting(home, replies) as (_, intake, _server):
        visit = Crawl(intake, LISTING, **options)
        return [added.status for added in visit.run()], visit.report()


def test_articles_are_taken_page_after_page(tmp_path: Path) -> None:
    more = '<a href="index_1.html">下一页</a>'
    site = {
        "/news/": channel(FIRST, SECOND, more=more),
        "/news/index_1.html": channel(SECOND, THIRD),
        **ARTICLES,
    }
    statuses, report = crawl(tmp_path, site, expect=3)
    assert statuses == ["added"] * 3
    assert (report["status"], report["pages"], report["found"]) == ("done", 2, 3)
    assert crawl(tmp_path, site)[0] == ["unchanged"] * 3


def test_a_sitemap_is_followed_through_its_index(tmp_path: Path) -> None:
    index = f"<sitemapindex><sitemap><loc>{SITE}/a.xml</loc></sitemap></sitemapindex>"
    urls = "".join(f"<url><loc>{SITE}{path}</loc></url>" for path in ARTICLES)
    site = {"/news/": page(index), "/a.xml": page(f"<urlset>{urls}</urlset>"), **ARTICLES}
    assert crawl(tmp_path, site)[1]["added"] == 3


def test_pages_that_lead_round_in_a_circle_end(tmp_path: Path) -> None:
    pages = {
        f"/news/index_{n}.html": channel(FIRST, more=f'<a href="index_{n + 1}.html">下一页</a>')
        for n in range(9)
    }
    site = {"/news/": channel(FIRST, more='<a href="index_0.html">下一页</a>'), **pages, **ARTICLES}
    assert crawl(tmp_path, site)[1]["pages"] == 2


def test_no_more_than_asked_for_is_taken(tmp_path: Path) -> None:
    statuses, report = crawl(tmp_path, {"/news/": channel(*ARTICLES), **ARTICLES}, limit=2)
    assert (len(statuses), report["found"]) == (2, 2)


def test_fewer_than_expected_is_a_row_of_the_journal(tmp_path: Path) -> None:
    replies = {"/news/": channel(FIRST, SECOND, "/202509/t20250919_9.html"), **ARTICLES}
    with visiting(tmp_path, replies) as (base, intake, _):
        visit = Crawl(intake, LISTING, expect=3)
        assert [added.status for added in visit.run()] == ["added", "added", "skipped"]
        report = visit.report()
        rows = [e for e in base.store.journal.entries() if e.level is Level.WARNING]
    assert (report["status"], report["skipped"]) == ("short", 1)
    assert report["reason"] == f"{LISTING} gave 2 articles, at least 3 were expected"
    assert rows[0].facts == {"found": 3, "taken": 2, "expected": 3}


def test_a_listing_without_articles_is_short_of_one(tmp_path: Path) -> None:
    assert (
        crawl(tmp_path, {"/news/": page("<html><body><div id=app></div></body></html>")})[1]["status"]
        == "short"
    )


def test_a_next_page_that_is_missing_ends_the_listing_with_a_row_of_the_journal(tmp_path: Path) -> None:
    replies = {"/news/": channel(FIRST, more='<a href="index_1.html">下一页</a>'), **ARTICLES}
    with visiting(tmp_path, replies) as (base, intake, _):
        assert len(list(Crawl(intake, LISTING).run())) == 1
        assert [e.source for e in base.store.journal.entries()] == [f"{LISTING}index_1.html"]


def test_a_listing_that_cannot_be_had_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotServed, match="no such page"):
        crawl(tmp_path, {})


def test_a_listing_that_is_no_page_is_an_error_with_its_address(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=re.escape(LISTING)):
        crawl(tmp_path, {"/news/": page(b"%PDF-1.7" + bytes(100))})


def test_an_article_that_leads_into_a_private_network_is_skipped(tmp_path: Path) -> None:
    site = {"/news/": channel(FIRST, SECOND), FIRST: moved("http://169.254.169.254/"), SECOND: article(2)}
    assert crawl(tmp_path, site)[0] == ["skipped", "added"]


def command(home: Path, *args: str) -> Any:
    return CliRunner().invoke(main, ["--home", str(home), "crawl", *args])


def test_the_command_tells_each_article_and_then_the_whole(tmp_path: Path) -> None:
    with serving({"/news/": channel(FIRST), **ARTICLES}) as server:
        url = f"http://127.0.0.1:{server.server_port}/news/"
        done = command(tmp_path, url, "--allow-private", "--expect", "1", "--json")
        assert done.exit_code == 0, done.stderr
        line, report = map(json.loads, done.stdout.splitlines())
        assert (line["status"], report["status"], report["added"]) == ("added", "done", 1)
        short = command(tmp_path, url, "--allow-private", "--expect", "2")
        assert short.exit_code == 1
        assert "1 articles, at least 2 were expected" in short.stderr
        assert "1 unchanged" in short.stdout


def test_the_command_says_in_one_line_why_there_is_nothing(tmp_path: Path) -> None:
    refused = command(tmp_path, "http://127.0.0.1:9/news/")
    assert refused.exit_code == 1
    [line] = refused.stderr.splitlines()
    assert "not on the open web" in line
    assert "--allow-private" in line
