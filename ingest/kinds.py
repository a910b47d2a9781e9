"""What kind of document an article is, and what its lines are in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.records import Role
from ingest.forms import is_formal, is_news
from ingest.issuing import is_bodies
from ingest.splitting import NUMBERED, OPENER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.records import Item
    from corpus.text import Span
    from ingest.lines import Line
    from ingest.metadata import Fact
    from ingest.splitting import Part

CITED = re.compile(r"\[\d{1,3}\]")
CITED_EVERY = 400  # characters of a digest have a citation mark
BULLET = re.compile(r"^[-*•·●▪■◆]\s?")
ITEMS_OF_PLAN = 3


def kind_of(part: Part, facts: Mapping[str, Fact], outline: Sequence[Item], text: str) -> str:
    """Return "digest", "plan", "repost", "news" or "page"."""
    if _opens_as_digest(part) or len(CITED.findall(text)) >= max(3, len(text) / CITED_EVERY):
        return "digest"
    if _is_official(part, facts, outline):
        return "plan"
    if _is_foreign(part):
        return "digest"
    if "original_url" in facts:
        return "repost"
    return "news" if {"publisher", "published"} <= facts.keys() else "page"


def _opens_as_digest(part: Part) -> bool:
    return any(OPENER.match(line.view) for line in part.body[:4])


def _is_foreign(part: Part) -> bool:
    """Whether English text stands under a Chinese title, as aggregators have it."""
    return bool(part.title and part.title.is_chinese) and any(
        line.is_prose and not line.is_chinese for line in part.body[:2]
    )


def _is_official(part: Part, facts: Mapping[str, Fact], outline: Sequence[Item]) -> bool:
    """Whether the title is an official document's, and its number, its issuer or its outline says so too."""
    title = part.title.view if part.title else facts["title"].value if "title" in facts else ""
    if "number" in facts and is_formal(title):
        return True
    issued = "publisher" in facts and is_bodies(facts["publisher"].value)
    return is_formal(title) and not is_news(title) and (issued or len(outline) >= ITEMS_OF_PLAN)


def block_role(line: Line, part: Part, headings: Mapping[int, int], span: Span) -> Role:
    """Return what a line is in its document, where it stands at `span`.

    `headings` has where the heading of each item of the outline ends, by where the item starts.
    """
    if line is part.title:
        return Role.TITLE
    if line is part.byline:
        return Role.BYLINE
    if "\t" in line.text:
        return Role.TABLE
    if line.place and line.place.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return Role.HEADING
    if BULLET.match(line.text) or (line.place and line.place.tag == "li"):
        return Role.LIST
    if NUMBERED.match(line.text) and headings.get(span.start, -1) >= span.end:
        return Role.HEADING
    return Role.PARAGRAPH
