"""Articles are told from channels by their addresses and titles, in the ways of many systems."""

from __future__ import annotations

import gzip
from html import escape

import pytest

from ingest.web import Fetched
from ingest.web.listings import Listing, is_article, is_same_site, read_listing

SITE = "https://www.gov.example"
CHANNEL = f"{SITE}/zwgk/index.html"


def listing(text: str | bytes, url: str = CHANNEL) -> Listing:
    data = text if isinstance(text, bytes) else text.encode()
    return read_listing(Fetched(url=url, data=data, media_type="", charset=None, fresh=True), 1 << 20)


def page(*links: tuple[str, str], more: str = "") -> str:
    items = "".join(
        f'<li><a href="{escape(url)}">{words}</a><span>2025-09-11</span></li>' for url, words in links
    )
    return f"<!DOCTYPE html><html><body><ul>{items}</ul>{more}</body></html>"


@pytest.mark.parametrize(
    "path",
    [
        "/zwgk/202509/t20250911_4411.html",
        "/zhengce/content/202509/content_7040.htm",
        "/n1/2025/0911/c14739-40575.html",
        "/art/2025/9/11/art_1229_58812.html",
        "/art/2025/art_8f3c0a51d1e84c0b9a7d6e5f40312233.html",
        "/nw12344/20250911/8f3c0a51d1e84c0b9a7d6e5f40312233.html",
        "/xxgk/20250911101500123.html",
        "/info/1023/4.htm",
        "/article/77",
        "/2025/09/11/charging-points",
        "/policy/new-rules-for-charging-points/",
        "/zcfg/detail.jsp?articleId=81",
        "/xw/5512345",
        "/show.aspx?id=12",
        "/files/20250911/plan.pdf",
    ],
)
def test_addresses_of_articles_are_known(path: str) -> None:
    assert is_article(SITE + path)


@pytest.mark.parametrize(
    "path",
    [
        "/", "/zwgk/", "/zwgk/index.html", "/zwgk/index_12.html", "/2025/09/", "/2025/", "/202509/index.html",
        "/about.html", "/tag/20250911", "/author/wang-li-na-4/", "/page/12", "/list_3.html", "/node_1201.htm",
        "/images/20250911/photo.jpg", "/js/jquery-3.6.0.min.js", "/search?q=2025", "/202509/",
        "/login?next=/20250911/a.html",
    ],
)  # fmt: skip
def test_addresses_of_channels_pictures_and_tools_are_not_articles(path: str) -> None:
    assert not is_article(SITE + path)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("http://gov.example/a", True), ("https://english.gov.example/a", True),
        ("https://gov.example:8443/", True),
        ("https://notgov.example/", False), ("https://gov.example.evil.example/", False),
    ],
)  # fmt: skip
def test_a_site_is_its_host_and_what_is_below(other: str, same: bool) -> None:
    assert is_same_site(CHANNEL, other) is same


def test_a_channel_page_lists_its_articles_in_order() -> None:
    found = listing(
        page(
            ("../gzdt/202509/t20250911_2.html", "本市新增一批公共充电桩"),
            ("./t20250910_1.html", "关于推进充电桩建设的通知"),
            ("./t20250910_1.html#c", "关于推进充电桩建设的通知"),
            ("./t20250909_3.html", "更多"),
            ("/about.html", "政府信息公开指南全文"),
            ("https://other.example/t20250911_9.html", "别的网站上的一篇文章"),
            ("/english/2025/0911/c1.html", "New charging points in all districts"),
        )
    )
    assert found.articles == (
        f"{SITE}/gzdt/202509/t20250911_2.html",
        f"{SITE}/zwgk/t20250910_1.html",
        f"{SITE}/english/2025/0911/c1.html",
    )
    assert found.further == ()


def test_links_of_the_frame_are_left_out_unless_there_are_no_others() -> None:
    frame = '<div class="sidebar"><a href="/202509/t20250911_2.html">本市新增一批公共充电桩</a></div>'
    assert listing(page(("/202509/t20250910_1.html", "关于推进充电桩建设的通知"), more=frame)).articles == (
        f"{SITE}/202509/t20250910_1.html",
    )
    assert len(listing(page(more=frame)).articles) == 1


def test_a_picture_takes_the_title_of_its_twin() -> None:
    twins = (
        '<a href="/t20250911_1.html"><img src="a.png"></a><a href="/t20250911_1.html">本市新增公共充电桩</a>'
    )
    assert listing(page(more=twins)).articles == (f"{SITE}/t20250911_1.html",)


@pytest.mark.parametrize(
    ("more", "further"),
    [
        ('<a href="index_1.html">下一页 ></a>', "index_1.html"),
        ('<a href="?page=2">Next »</a>', "index.html?page=2"),
        ('<a rel="next" href="p2.html">2</a>', "p2.html"),
        (
            '<a href="index_2.html">2</a><a href="index_1.html">1</a><a href="index_9.html">末页</a>',
            "index_1.html",
        ),
        ('<script>createPageHTML(10, 0, "index", "html");</script>', "index_1.html"),
        ("<script>createPageHTML('pages', 10, 1, 'index', 'shtml', 200);</script>", "index_2.shtml"),
    ],
)
def test_the_next_page_is_found_as_links_scripts_and_numbers_tell(more: str, further: str) -> None:
    assert f"{SITE}/zwgk/{further}" in listing(page(more=more)).further


@pytest.mark.parametrize(
    "more",
    [
        "<a href='https://other.example/index_1.html'>下一页</a>",
        "<a href='index.html'>下一页</a>",
        "<script>createPageHTML(1, 1, 'index', 'html');</script>",
    ],
)
def test_a_next_page_elsewhere_or_nowhere_is_none(more: str) -> None:
    assert listing(page(more=more)).further == ()


def test_numbered_pages_lead_upwards_only() -> None:
    more = '<a href="index_1.html">2</a><a href="index_3.html">4</a><a href="index.html">1</a>'
    assert listing(page(more=more), f"{SITE}/zwgk/index_2.html").further == (f"{SITE}/zwgk/index_3.html",)


MAP = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc> {SITE}/202509/t20250911_2.html?a=1&amp;b=2 </loc></url>
<url><loc><![CDATA[{SITE}/202509/t20250910_1.html]]></loc></url>
<url><loc>{SITE}/zwgk/</loc></url>
<url><loc>https://other.example/202509/t20250910_1.html</loc></url>
</urlset>"""


@pytest.mark.parametrize("data", [MAP.encode(), gzip.compress(MAP.encode())])
def test_a_sitemap_lists_articles_packed_or_not(data: bytes) -> None:
    assert listing(data, f"{SITE}/sitemap.xml").articles == (
        f"{SITE}/202509/t20250911_2.html?a=1&b=2",
        f"{SITE}/202509/t20250910_1.html",
    )


def test_an_index_of_sitemaps_leads_to_them() -> None:
    text = f"<sitemapindex><sitemap><loc>{SITE}/a.xml.gz</loc></sitemap></sitemapindex>"
    assert listing(text, f"{SITE}/sitemap.xml") == Listing((), (f"{SITE}/a.xml.gz",))


def test_feeds_list_articles() -> None:
    rss = (
        f"<rss><channel><link>{SITE}/</link><item><link>{SITE}/t20250911_2.html</link></item></channel></rss>"
    )
    atom = f'<feed><entry><link rel="alternate" href="{SITE}/t20250911_2.html"/></entry></feed>'
    for text in (rss, atom):
        assert listing(text, f"{SITE}/feed").articles == (f"{SITE}/t20250911_2.html",)


@pytest.mark.parametrize(
    "text",
    [
        "<urlset>" + "<loc>" + " " * 200_000, "<urlset>" + "<loc>" * 100_000, "<feed>" + "<link " * 50_000,
        "<a href='" + "1" * 100_000, "createPageHTML(" * 50_000,
        page(("/" + "1" * 1900 + "/", "很长的数字很长的数字")),
        page(*[("/a-" * 600, "很长的路径很长的路径")] * 20), "", "下一页",
    ],
)  # fmt: skip
def test_pages_made_to_hurt_are_read_at_once(text: str) -> None:
    assert len(listing(text or " ").articles) <= 1
