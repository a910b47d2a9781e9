"""Lines: the unit in which furniture is told from text, articles are split and blocks are made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from corpus.text import Span
from ingest.forms import is_formal
from ingest.language import HAN
from ingest.script import to_simplified

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

INK = re.compile(r"[^\s　][^\n]*")
# A stop, or the citation mark that digests put in its place.
SENTENCE_END = re.compile(r"[。！？；]|[a-z0-9)\]%](?<!\bNo)[.!?;](?=\s|$|\[)|\[\d{1,3}\]\s*$")
MAX_NAME = 200  # longer lines are text even without a stop
# A stop at the end, perhaps with a citation mark behind it; titles may well end with ? or !.
CLOSED = re.compile(r"[。；;.…:：，,][”’\"')）】\]]*(?:\s*\[[\d\]\[,\s]*\])?$")


class Place(NamedTuple):
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


class Line(NamedTuple):
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


# A title that goes on in the next line: a bracket is open, the issuer stands alone, or a word leads on.
LEADS_ON = re.compile(
    r"(?:政府|办公厅|办公室|委员会|委|局|部|厅|署|院|司|关于|印发|和|与|及|、|—)$"
    r"|\b(?:of|on|for|and|the|to|in|by|with|from)$",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"^(?:关于|印发(?!单位|机关|日期|时间)|等)|^.{0,30}(?:通知|意见|决定|公告|通告|批复|函|方案|规划|办法)$"
)
ISSUER = re.compile(r"(?:政府|办公[厅室]|委员会|[委局部厅署院])$")
LONGEST_HALF = 60
# （2026—2028年）, (2026-2028): the years of a plan, under its name
YEARS = re.compile(r"[（(](?:19|20)\d\d\s?年?\s?[-—–~～至]{1,2}\s?(?:19|20)\d\d\s?年?[）)]")
# A field without its value, which stands in the next element: <dt>来源：</dt><dd>某某日报</dd>
FIELD = re.compile(
    r"(?:(?:信息|文章|稿件|新闻)?来源|发[布表](?:时间|日期)|(?:更新)?(?:日期|时间)|发布(?:机构|单位)|作者|责任编辑"
    r"|source|date|published|updated|author|publisher)\s?[:：]",
    re.IGNORECASE,
)


def join_titles(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with those joined to one that are the halves of a title, or a label and its value.

    `某市人民政府办公厅` / `关于印发《某市行动方案》的通知`: its span covers both, its text has no break.
    """
    joined: list[Line] = []
    for line in lines:
        if joined and _is_half(joined[-1], line):
            first = joined.pop()
            between = " " if first.text[-1].isascii() and line.text[0].isascii() else ""
            span = Span(first.span.start, line.span.end)
            joined.append(
                Line(span, first.text + between + line.text, first.view + between + line.view, first.place)
            )
        else:
            joined.append(line)
    return tuple(joined)


def _is_half(first: Line, second: Line) -> bool:
    """Whether `second` is the other half of a title that `first` begins."""
    if max(len(first.text), len(second.text)) > LONGEST_HALF or first.is_prose or second.is_prose:
        return False
    if first.place and FIELD.fullmatch(first.view):
        return not FIELD.match(second.view)
    if first.place and second.place and first.place.tag in ("h1", "h2"):
        both = (
            first.place.tag == second.place.tag and ISSUER.search(first.view) and GOES_ON.search(second.view)
        )
        return first.place.node == second.place.node or bool(both)
    if not (first.is_open and second.is_open) or (first.place and first.place.linked > 0):
        return False
    if YEARS.fullmatch(second.view):
        return first.place is None and is_formal(first.view)
    opened = sum(map(first.text.count, "《“〈")) > sum(map(first.text.count, "》”〉"))
    return opened or bool(LEADS_ON.search(first.view) and GOES_ON.search(second.view))


def read_lines(text: str, place: Callable[[int], Place | None]) -> tuple[Line, ...]:
    """Return the lines of `text` that have any ink; `place` tells where the character at an offset stood."""
    lines = []
    for match in INK.finditer(text):
        ink = match[0].rstrip()
        span = Span(match.start(), match.start() + len(ink))
        view = to_simplified(ink) if HAN.search(ink) else ink
        lines.append(Line(span, ink, view, place(span.start)))
    return tuple(lines)
