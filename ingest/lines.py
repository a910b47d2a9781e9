"""Lines: the unit in which furniture is told from text, articles are split and blocks are made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text import Span
from ingest.language import HAN
from ingest.script import to_simplified

if TYPE_CHECKING:
    from collections.abc import Callable

INK = re.compile(r"[^\s　][^\n]*")
# A stop, or the citation mark that digests put in its place.
SENTENCE_END = re.compile(r"[。！？；]|[a-z0-9)\]%][.!?;](?=\s|$|\[)|\[\d{1,3}\]\s*$")
MAX_NAME = 200  # longer lines are text even without a stop
# A stop at the end, perhaps with a citation mark behind it; titles may well end with ? or !.
CLOSED = re.compile(r"[。；;.…:：，,][”’\"')）】\]]*(?:\s*\[[\d\]\[,\s]*\])?$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where on an HTML page a line stood.

    Args:
        start: first character in the decoded source.
        node: number of the element that holds it, in the page's tree.
        tag: the nearest block element ("p", "td", "h1").
        names: ids and classes of this element and those around it, outermost first.
        linked: share of the line's characters that are links.

    """

    start: int
    node: int
    tag: str
    names: str
    linked: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the repaired text without the white space around it; `view` is in simplified characters."""

    span: Span
    text: str
    view: str
    place: Place | None = None

    @property
    def is_prose(self) -> bool:
        """Whether the line holds sentences, and not just a name or a heading."""
        return len(self.text) >= 16 and (len(self.text) > MAX_NAME or bool(SENTENCE_END.search(self.text)))

    @property
    def is_chinese(self) -> bool:
        """Whether most of its letters are Chinese."""
        return 2 * len(HAN.findall(self.text)) > sum(c.isascii() and c.isalpha() for c in self.text)

    @property
    def is_open(self) -> bool:
        """Whether it ends without a stop, as titles and headings do."""
        return not CLOSED.search(self.text)


def read_lines(text: str, place: Callable[[int], Place | None]) -> tuple[Line, ...]:
    """Return the lines of `text` that have any ink; `place` tells where the character at an offset stood."""
    lines = []
    for match in INK.finditer(text):
        ink = match[0].rstrip()
        span = Span(match.start(), match.start() + len(ink))
        view = to_simplified(ink) if HAN.search(ink) else ink
        lines.append(Line(span, ink, view, place(span.start)))
    return tuple(lines)
