"""Articles that go on over several pages: their further pages are found, fetched and joined to one source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from corpus.errors import FetchError, SourceError
from ingest.decoding import decode
from ingest.pages import joined
from ingest.plain import is_html
from ingest.web.links import page_text, read_links
from ingest.web.listings import NO_ARTICLE, further

if TYPE_CHECKING:
    from ingest.web.fetching import Fetched, Web

MOST = 30  # pages of one article
STEM = re.compile(r"^(?P<base>.*?)(?:[_-](?P<number>\d{1,2}))?(?P<end>\.\w{2,6})?$")
COUNTER = re.compile(r"p|pn|page|pageno|pagenum|curpage|currentpage", re.IGNORECASE)


def follow(web: Web, first: Fetched) -> tuple[bytes, str | None]:
    """Return the bytes of an article with its further pages, and what kept one of them away."""
    pages = [first]
    missing = None
    while len(pages) < MOST and (url := _next_page(pages[-1], first.url, len(pages))):
        try:
            page = web.fetch(url)
        except FetchError as error:
            missing = error.line
            break
        if page.url in [held.url for held in pages] or not _is_alike(page, first):
            break
        pages.append(page)
    if len(pages) == 1:
        return first.data, missing
    return joined([(page.url, page.data) for page in pages]), missing


def _next_page(page: Fetched, first: str, number: int) -> str | None:
    """Return the address of the page behind the `number`th of an article, None where it ends."""
    try:
        text = page_text(page)
    except SourceError:  # a file, or nothing that can be read
        return None
    if not is_html(text):
        return None
    offered = further(list(read_links(text, page.url)), text, page.url)
    return next((url for url in offered if is_sequel(first, url, number)), None)


def is_sequel(first: str, url: str, number: int) -> bool:
    """Whether an address is that of a further page, by the address of the first.

    `t20250930_12.html` goes on as `t20250930_12_1.html` or `_2`, `/plan/` as `/plan/2`, `?id=7` as
    `?id=7&page=2`; `index_1.html` is the second page of a listing.
    """
    one, other = urlsplit(first), urlsplit(url)
    if (one.scheme, one.netloc) != (other.scheme, other.netloc) or NO_ARTICLE.search(one.path):
        return False
    said = _asked(one.query, other.query) if one.path == other.path else _number(one.path, other.path)
    return said in (number, number + 1)


def _asked(one: str, other: str) -> int | None:
    """Return which page a query asks for that differs from another in this alone."""
    fresh = dict(set(parse_qsl(other)) - set(parse_qsl(one)))
    numbers = [value for name, value in fresh.items() if COUNTER.fullmatch(name) and value.isdecimal()]
    return int(numbers[0][:3]) if len(fresh) == len(numbers) == 1 else None


def _number(one: str, other: str) -> int | None:
    """Return which page of the article at path `one` another path says it is."""
    if other.rstrip("/").rpartition("/")[0] in (one.rstrip("/"), f"{one.rstrip('/')}/page"):
        last = other.rstrip("/").rpartition("/")[2]
        return int(last) if last.isdecimal() and len(last) < 3 else None
    here, there = STEM.match(one), STEM.match(other)
    assert here
    assert there
    if there["number"] is None or here["end"] != there["end"]:
        return None
    counted = here["number"] in ("0", "1") and here["base"] == there["base"]
    return int(there["number"]) if counted or there["base"] == one.removesuffix(here["end"] or "") else None


def _is_alike(page: Fetched, first: Fetched) -> bool:
    """Whether a page can be put behind the first: both are read in one encoding."""
    try:
        return decode(page.data, page.charset).encoding == decode(first.data, first.charset).encoding
    except SourceError:
        return False
