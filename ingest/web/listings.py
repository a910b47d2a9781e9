"""Pages that list articles: channel pages with their next pages, sitemaps, feeds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from corpus.errors import BadAddress
from ingest.web.links import Anchor, page_text, read_links
from ingest.web.locations import join, locate
from ingest.web.unpacking import GZIP, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ingest.web.fetching import Fetched

# What stands in the addresses of articles …
DAY = r"(?:19|20)\d\d[-_/]?(?:0[1-9]|1[0-2])(?:[-_/]?(?:0[1-9]|[12]\d|3[01]))?"
DATED = re.compile(rf"(?<!\d){DAY}(?!\d)")  # /2025/0930/…  t20250930_12.html  /202509/content_1.html
NAMED = re.compile(
    r"""\d{4}                            # content_70412.html  art_1_5521.html  c14739-40575282.html
    | (?:^|[-_]) [0-9a-f]{16,40} (?:\.|$)  # 8f3c0a51d1e84c0b.html
    | ^ \w+ (?:-\w+){3,} (?:\.|$)       # a-slug-of-several-words
    """,
    re.VERBOSE | re.IGNORECASE,
)
COUNTED = re.compile(
    r"/(?:article|content|detail|show|info|view|post|doc)s?(?:[-_/]\d{1,10}){1,3}(?:\.\w+)?$", re.IGNORECASE
)
QUERY = re.compile(r"(?:^|&)\w{0,12}id=[\w-]{2,}", re.IGNORECASE)
# … and what does not.
NO_ARTICLE = re.compile(
    r"""/ (?: index | default | list | node | page | home | search | login ) (?: [_-]? \d* ) (?: \.\w+ )? $
    | / (?: tags? | categor(?:y|ies) | authors? | users? | login | search ) /
    | / \d{1,4} $                       # an archive of a year, a month, a page
    | / (?:19|20) \d{2} [-_]? \d{2} (?: [-_]? \d{2} )? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
PAGES = frozenset(
    "html htm shtml shtm xhtml jhtml jspx aspx asp jsp php do action pdf docx doc ofd txt md".split()
)
EXTENSION = re.compile(r"\.([a-z]\w{0,5})$", re.IGNORECASE)
SHORTEST = {True: 5, False: 12}  # characters of a title, with and without Chinese ones
CHINESE = re.compile(r"[\u3400-\u9fff]")

# How listings lead on.
NEXT = frozenset("下一页 下页 后一页 下一頁 下頁 next nextpage older olderposts".split())
ARROWS = re.compile(r"[\s›»>→&|\[\]（）()]+")
NUMBERED = re.compile(r"^(.*/)([a-z]+)(?:_(\d{1,4}))?(\.s?html?)$", re.IGNORECASE)
PAGER = re.compile(r"createPageHTML\(([^()]{1,200})\)")  # of TRS, which most official sites are made with

HEAD = 20_000  # characters in which the first element of a sitemap stands
ELEMENT = re.compile(r"<([a-z]\w*)", re.IGNORECASE)
MAPS = frozenset({"urlset", "sitemapindex", "rss", "rdf", "feed"})
LOCATION = re.compile(r"<(?:\w{1,20}:)?(?:loc|link)>\s*([^<\]\s]{1,2000})", re.IGNORECASE)
ATOM = re.compile(r"<link\b[^>]{0,300}?\bhref=[\"']([^\"'<>]{1,2000})[\"']", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a listing leads to: articles in its order, and further listings."""

    articles: tuple[str, ...]
    further: tuple[str, ...]


def read_listing(page: Fetched, limit: int) -> Listing:
    """Return what a channel page, sitemap or feed leads to on its own site.

    Args:
        page: as it was fetched.
        limit: the largest size, in bytes, that a packed sitemap may unpack to.

    Raises:
        SourceError: it is no text.

    """
    if page.data.startswith(GZIP):
        text = unpack(page.data, "gzip", limit).decode("utf-8", "replace")
    else:
        text = page_text(page)
    opening = ELEMENT.search(text[:HEAD])
    if opening and opening[1].lower() in MAPS:
        return _read_sitemap(text, opening[1].lower(), page.url)
    anchors = list(read_links(text, page.url))
    listed = [a for a in _titled(anchors) if is_article(a.url)]
    # A theme may call the whole page "has-sidebar"; then nothing but frame is left, and all of it counts.
    chosen = [a.url for a in listed if not a.framing] or [a.url for a in listed]
    return Listing(_here(chosen, page.url), _here(further(anchors, text, page.url), page.url))


def is_article(url: str) -> bool:
    """Whether an address looks like that of one article, by what content management systems make of them."""
    parts = urlsplit(url)
    extension = EXTENSION.search(parts.path)
    if extension and extension[1].lower() not in PAGES:
        return False
    path = parts.path.rstrip("/")
    if COUNTED.search(path):
        return True
    if NO_ARTICLE.search(path):
        return False
    return bool(DATED.search(path) or NAMED.search(path.rpartition("/")[2]) or QUERY.search(parts.query))


def is_same_site(url: str, other: str) -> bool:
    """Whether two addresses are of one site: the same host, or one below the other."""
    a, b = (_site(u) for u in (url, other))
    return a == b or a.endswith(f".{b}") or b.endswith(f".{a}")


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _titled(anchors: Iterable[Anchor]) -> Iterator[Anchor]:
    """Yield the links whose words could be a title; a picture takes the words of its twin."""
    longest: dict[str, Anchor] = {}
    for anchor in anchors:
        if anchor.tag == "a":
            before = longest.get(anchor.url)
            longest[anchor.url] = max(before, anchor, key=lambda a: len(a.words)) if before else anchor
    for anchor in longest.values():
        if len(anchor.words) >= SHORTEST[bool(CHINESE.search(anchor.words))]:
            yield anchor


def further(anchors: Iterable[Anchor], text: str, url: str) -> Iterator[str]:
    """Yield the next pages of a listing or an article: by the words of links, scripts, numbers."""
    anchors = list(anchors)
    for anchor in anchors:
        if anchor.onward or ARROWS.sub("", anchor.words).lower() in NEXT:
            yield anchor.url
    if pager := PAGER.search(text):
        yield from _scripted(pager[1], url)
    yield from _counted(anchors, url)


def _scripted(arguments: str, url: str) -> Iterator[str]:
    """Yield the next page by the arguments of a TRS pager: how many, which, "index", "html"."""
    numbers = [int(n) for n in re.findall(r"(?<![\w\"'])\d{1,4}(?![\w\"'])", arguments)]
    names = re.findall(r"[\"']([\w-]{1,40})[\"']", arguments)
    if len(numbers) > 1 and len(names) > 1 and numbers[1] + 1 <= numbers[0]:
        yield join(url, f"{names[-2]}_{numbers[1] + 1}.{names[-1]}")


def _counted(anchors: Iterable[Anchor], url: str) -> Iterator[str]:
    """Yield the lowest of the links to index_1.html, index_2.html … that is higher than this page."""
    here = NUMBERED.match(url if not url.endswith("/") else f"{url}index.html")
    if here is None:
        return
    key = here.group(1, 2, 4)
    others = (NUMBERED.match(anchor.url) for anchor in anchors)
    higher = [
        (int(other[3]), other[0])
        for other in others
        if other and other[3] and other.group(1, 2, 4) == key and int(other[3]) > int(here[3] or 0)
    ]
    if higher:
        yield min(higher)[1]


def _read_sitemap(text: str, kind: str, url: str) -> Listing:
    """Read a sitemap, an index of sitemaps, or a feed."""
    pattern = ATOM if kind == "feed" else LOCATION
    bare = text.replace("<![CDATA[", "")
    found = _here((unescape(match[1]) for match in pattern.finditer(bare)), url)
    if kind == "sitemapindex":
        return Listing((), found)
    return Listing(tuple(filter(is_article, found)), ())


def _here(urls: Iterable[str], url: str) -> tuple[str, ...]:
    """Return the addresses that are of this site, in one form, each once, without the page itself."""
    found: dict[str, None] = {}
    for each in urls:
        try:
            place = locate(join(url, each)).url
        except BadAddress:
            continue
        if is_same_site(place, url) and place != url:
            found.setdefault(place)
    return tuple(found)
