"""Plain text and Markdown as edits: marks of layout go, words stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text import Edit
from ingest.markup import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

# Tags that show a text to be a page, not a text that speaks about one.
HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|table|p|h[1-6]|article|section|meta)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
END_TAG = re.compile(r"</(?:html|head|body|div|table|p|h[1-6]|article|section|title)\s*>", re.IGNORECASE)
HEADING = re.compile(r"^[ ]{0,3}(?P<mark>\#[ \t]+)(?=\S)", re.MULTILINE)
# A heading of any level shows Markdown; the marks of the lower levels stay, for the outline to read.
LEVEL = re.compile(r"^[ ]{0,3}\#{1,6}[ \t]+(?=\S)", re.MULTILINE)
STRONG = re.compile(r"\*\*(?=\S)([^*\n]{1,300})(?<=\S)\*\*|__(?=\S)([^_\n]{1,300})(?<=\S)__(?!\w)")
EMPHASIS = re.compile(r"(?<![*A-Za-z0-9])\*(?=[^\s*])([^*\n]{1,300})(?<=\S)\*(?![*A-Za-z0-9])")
LINK = re.compile(
    r"!?\[([^\[\]\n]{0,300})\]\((?:https?://|/|\.|#|mailto:)[^()\s]{0,500}(?:\s\"[^\"\n]{0,200}\")?\)"
)
ROW = re.compile(r"^[ \t]*\|[^\n]*\|[ \t]*$", re.MULTILINE)
RULE = re.compile(r"^[ \t]*(?:\|[ \t:|-]*-[ \t:|-]*\||-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$\n?", re.MULTILINE)
BAR = re.compile(r"[ \t]*\|[ \t]*")
FEW_MARKS = 2


def is_html(text: str) -> bool:
    """Whether `text` is a page: it opens as one, or it has several tags of pages, closed ones among them."""
    head = text[:200_000]
    if re.match(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", head, re.IGNORECASE):
        return True
    tags = sum(1 for _ in zip(HTML.finditer(head), range(5), strict=False))
    return tags >= 2 and END_TAG.search(head) is not None  # one tag may be quoted


def read_plain(text: str) -> Page:
    """Read `text` as Markdown if it has its marks, else as it is."""
    marks = sum(1 for pattern in (LEVEL, STRONG, RULE, ROW) for _ in pattern.finditer(text))
    if marks < FEW_MARKS:
        return Page("plain")
    taken = 0
    edits = []
    for edit in sorted(_marks(text)):
        if edit.start >= taken:  # a mark inside a mark stays: **[a](b)**
            edits.append(edit)
            taken = edit.end
    return Page("markdown", tuple(edits))


def _marks(text: str) -> Iterator[Edit]:
    for rule in RULE.finditer(text):
        yield Edit(*rule.span(), "", "markdown")
    for heading in HEADING.finditer(text):
        yield Edit(*heading.span("mark"), "", "markdown")
    for strong in STRONG.finditer(text):
        yield Edit(strong.start(), strong.start() + 2, "", "markdown")
        yield Edit(strong.end() - 2, strong.end(), "", "markdown")
    for slanted in EMPHASIS.finditer(text):
        yield from _around(slanted.span(), slanted.span(1))
    for link in LINK.finditer(text):
        yield from _around(link.span(), link.span(1))
    for row in ROW.finditer(text):
        if not RULE.match(row[0]):
            yield from _cells(row)


def _around(outer: tuple[int, int], inner: tuple[int, int]) -> Iterator[Edit]:
    for start, end in ((outer[0], inner[0]), (inner[1], outer[1])):
        if start < end:
            yield Edit(start, end, "", "markdown")


def _cells(row: re.Match[str]) -> Iterator[Edit]:
    bars = list(BAR.finditer(row[0]))
    for number, bar in enumerate(bars):
        rim = number in (0, len(bars) - 1)
        yield Edit(row.start() + bar.start(), row.start() + bar.end(), "" if rim else "\t", "markdown")
