"""What kind of document an article is, and what its lines are in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.records import Role
from ingest.splitting import NUMBERED, OPENER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.records import Item
    from corpus.text import Span
    from ingest.lines import Line
    from ingest.metadata import Fact
    from ingest.splitting import Part

# Forms that official documents have in their titles, at the end or before a bracket.
FORM = re.compile(
    r"(?:通知|意见|决定|决议|公告|通告|公报|批复|函|办法|规定|条例|细则|规则|规范|标准|指南|指引|目录|清单|方案|计划|规划|纲要|要点|措施|政策|举措|条款)"
    r"(?:[》”]?(?:的通知)?)(?:[（(〔\[].{0,40}[）)〕\]])?$"
)
FORM_EN = re.compile(
    r"(?:^|\b(?:action|work|development|implementation|five-year|three-year|interim|several|draft)\s)"
    r"(?:plan|programme|program|notice|measures|opinions|guidelines?|regulations?|provisions|rules|outline|decision|circular|catalogue)\s(?:of|on|for|to|from|regarding|concerning|by)\b"
    r"|(?:plan|programme|measures|opinions|guidelines|regulations|provisions|rules|outline)(?:\s?\(.{0,40}\))?$",
    re.IGNORECASE,
)
NEWSY = re.compile(
    r"发布|出台|印发了|解读|答记者问|一图读懂|图解|记者|观察|访谈"
    r"|\b(?:releases?|released|issues|unveils?|launch(?:es|ed)?|announces?)\b",
    re.IGNORECASE,
)
CITED = re.compile(r"\[\d{1,3}\]")
BULLET = re.compile(r"^[-*•·●▪■◆]\s?")
ITEMS_OF_PLAN = 3


def kind_of(part: Part, facts: Mapping[str, Fact], outline: Sequence[Item], text: str) -> str:
    """Return "digest", "plan", "repost", "news" or "page"."""
    if (
        any(OPENER.match(line.view) for line in part.body[:4])
        or len(CITED.findall(text)) > len(text) / 400 > 1
    ):
        return "digest"
    if _is_official(part, facts, outline):
        return "plan"
    if "original_url" in facts:
        return "repost"
    return "news" if {"publisher", "published"} <= facts.keys() else "page"


def _is_official(part: Part, facts: Mapping[str, Fact], outline: Sequence[Item]) -> bool:
    """Whether title, number and outline are those of an official document."""
    title = part.title.view if part.title else facts["title"].value if "title" in facts else ""
    formal = FORM.search(title) or FORM_EN.search(title)
    if "number" in facts and formal:
        return True
    return (
        bool(formal) and not NEWSY.search(re.sub(r"《[^》]*》", "", title)) and len(outline) >= ITEMS_OF_PLAN
    )


def block_role(line: Line, part: Part, outline: Sequence[Item], span: Span) -> Role:
    """Return what a line is in its document, where it stands at `span`."""
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
    if NUMBERED.match(line.text) and any(
        item.span.start == span.start and item.heading.end >= span.end for item in outline
    ):
        return Role.HEADING
    return Role.PARAGRAPH
