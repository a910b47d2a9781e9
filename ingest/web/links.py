"""The links of a page, with their words and with whether they belong to the frame around its contents."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from bs4.element import Tag

from ingest.decoding import decode
from ingest.web.locations import join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.web.fetching import Fetched

LONGEST = 4 << 20  # characters of a page that are searched for links; a listing has one hundredth of this
DEEPEST = 30  # elements around a link that are looked at
TARGETS = {"a": "href", "link": "href", "iframe": "src", "embed": "src", "object": "data"}
FRAME_TAGS = frozenset({"nav", "header", "footer", "aside"})
FRAME_NAMES = re.compile(
    r"(?:^|[-_])(?:(?:top|sub)?nav(?:bar)?|menu|footer|header|breadcrumb|crumbs?|sidebar|copyright)(?:$|[-_\d])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """One link of a page.

    Args:
        url: where it leads, whole and without its fragment.
        tag: the element that holds it: "a", "link", "iframe" ….
        words: what a reader sees of it.
        onward: whether it is marked as leading to the next page.
        framing: whether it stands in navigation, header, footer or the like.

    """

    url: str
    tag: str
    words: str
    onward: bool
    framing: bool


def page_text(page: Fetched) -> str:
    """Return a page as text; raises SourceError where it is none."""
    return decode(page.data, page.charset).text


def read_links(text: str, base: str) -> Iterator[Anchor]:
    """Yield the links of a page that stands at `base`, in their order."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # bs4 warns of pages that look like something else
        soup = BeautifulSoup(text[:LONGEST], "lxml")
    first = soup.find("base", href=True)
    base = join(base, str(first["href"])) or base if isinstance(first, Tag) else base
    for tag in soup.find_all(list(TARGETS)):
        link = str(tag.get(TARGETS[tag.name]) or "")
        url = join(base, link) if link else ""
        if url.startswith(("http://", "https://")):
            yield Anchor(
                url=url,
                tag=tag.name,
                words=_words(tag),
                onward="next" in str(tag.get("rel") or "").lower(),
                framing=_is_framing(tag),
            )


def _words(tag: Tag) -> str:
    """Return the words of a link or its title, for listings cut long words; else what its picture shows."""
    seen = " ".join(tag.get_text(" ", strip=True).split())
    title = " ".join(str(tag.get("title") or "").split())
    if seen or title:
        return max(seen, title, key=len)
    picture = tag.find("img", alt=True)
    return str(picture["alt"]).strip() if isinstance(picture, Tag) else ""


def _is_framing(tag: Tag) -> bool:
    """Whether a link stands in the frame of a page."""
    for around in islice(tag.parents, DEEPEST):
        if around.name in FRAME_TAGS:
            return True
        names = f"{around.get('id') or ''} {' '.join(around.get_attribute_list('class') or [])}"[:200]
        if around.name != "body" and any(FRAME_NAMES.search(name) for name in names.split()):
            return True
    return False
