"""The files that a page offers with its text: annexes (附件), forms, the plan itself as a PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ingest.plain import is_html
from ingest.web.links import read_links

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 20  # files of one page; a page with more is a library
FILES = r"\.(?:pdf|docx?|wps|xlsx?|et|ofd|txt|csv|rtf)"
FILE_NAME = re.compile(rf"{FILES}$", re.IGNORECASE)
FILE_IN_QUERY = re.compile(rf"=[^&=]{{0,300}}{FILES}(?:&|$)", re.IGNORECASE)
SHOWN = frozenset({"iframe", "embed", "object"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside a page: its address, and what the page calls it."""

    url: str
    words: str


def attachments(text: str, url: str) -> tuple[Attachment, ...]:
    """Return the files that the page at `url` offers, in its order, each once."""
    if not is_html(text):
        return ()
    found: dict[str, Attachment] = {}
    for attachment in _offered(text, url):
        found.setdefault(attachment.url, attachment)
    return tuple(found.values())[:MOST]


def _offered(text: str, url: str) -> Iterator[Attachment]:
    for link in read_links(text, url):
        if link.tag != "link" and not link.framing and link.url != url and _is_file(link.url, link.words):
            words = "" if link.tag in SHOWN else link.words
            yield Attachment(link.url, words or unquote(urlsplit(link.url).path.rpartition("/")[2]))


def _is_file(url: str, words: str) -> bool:
    """Whether an address or the words of its link end as the name of a document does.

    Many sites hand their files out through a script: `download.jsp?id=7` with the words `附件1.docx`.
    """
    parts = urlsplit(url)
    return bool(
        FILE_NAME.search(unquote(parts.path))
        or FILE_IN_QUERY.search(unquote(parts.query))
        or FILE_NAME.search(words)
    )
