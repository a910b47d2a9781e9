"""A dump of several articles is taken apart at the lines where each of them begins.

Aggregators put a title, a byline and a digest one after the other, hundreds of them alike:

    Search documents                     furniture of the site
    某市发布行动方案                      title
    Ke Ji Ri Bao· 2025-09-30 01:17       byline
    Core Viewpoint - The plan aims …     text
    另一市的消息                          the next title; a byline may be missing

Some put title and byline behind the text. A single article, official or news, has one title and stays whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from ingest.bylines import is_fact, read_byline
from ingest.forms import is_formal
from ingest.furniture import furniture
from ingest.issuing import is_apparatus, is_aside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.lines import Line

# The words with which digests open.
OPENER = re.compile(
    r"^\W{0,4}(?:(?:core|key|main|central)\s+(?:view\s?points?|insights?|views?|points?|ideas?|takeaways?|findings?|conclusions?|messages?|content)|"
    r"summary(?:\s+by\b|\s+of\b|\W|$)|核心(?:观点|要点|内容|摘要)|内容摘要|要点(?:速览|摘要)?\W)",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.、．]|[IVX]+\.|[-*•·●]"
    r"|第[一二三四五六七八九十\d]+[条章节]|(?:group|part|section)\s+\d)",
    re.IGNORECASE,
)
# Those that no section of a report opens with.
CORE = re.compile(
    r"^\W{0,4}core\s+(?:view\s?points?|insights?|views?|points?|ideas?|conclusions?)\b", re.IGNORECASE
)
LINKED = 0.5  # the title of another article leads there
MAX_TITLE, MAX_LATIN = 120, 200
HIGHEST = 8  # lines between a title and its byline, of the head of an official document
TITLED = re.compile(r"\W{0,2}(?:标\s{0,4}题|文?件?\s{0,4}名\s{0,4}称|来信标题|信件标题)\s*[:：]")
NAME_LENGTH = 10  # names of sites and columns are shorter


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one article: furniture before it, title and byline if it has any, and the rest."""

    front: tuple[Line, ...]
    title: Line | None
    byline: Line | None
    body: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of the part, in the order of the text."""
        head = tuple(line for line in (self.title, self.byline) if line)
        return tuple(sorted((*self.front, *head, *self.body), key=lambda line: line.span.start))


@dataclass(frozen=True, slots=True)
class Head:
    """Positions of the lines that begin an article: the title, and the byline if there is one."""

    title: int
    byline: int | None

    @property
    def first(self) -> int:
        """Position of the head's first line."""
        return self.title if self.byline is None else min(self.title, self.byline)

    @property
    def last(self) -> int:
        """Position of the head's last line."""
        return self.title if self.byline is None else max(self.title, self.byline)


def could_be_title(line: Line) -> bool:
    """Whether the line has the form of a title: short, no sentence, no list item, no byline, no furniture."""
    if (
        not 4 <= len(line.text) <= (MAX_TITLE if line.is_chinese else MAX_LATIN)
        or not line.is_open
        or "\t" in line.text  # a row of a table
        or NUMBERED.match(line.text)
        or OPENER.match(line.view)
    ):
        return False
    if line.place and line.place.linked > LINKED:
        return False
    if is_apparatus(line.view) or (is_fact(line.view) and not TITLED.match(line.view)):
        return False
    byline = read_byline(line.view)
    return not (byline and byline.pure) and furniture(line.view, rim=True) is None


def split(lines: Sequence[Line]) -> tuple[Part, ...]:
    """Return the articles that `lines` hold."""
    heads = _heads(lines)
    if _is_trailing(lines, heads):
        return _cut_behind(lines, heads)
    full = [
        h for h, end in zip(heads, _ends(lines, heads), strict=True) if _has_text(lines[h.last + 1 : end])
    ]
    if len(full) > 1:
        return _cut_before(lines, full)
    return (_single(lines, full[0] if full else None),)


def _heads(lines: Sequence[Line]) -> list[Head]:
    """Find where articles begin: at a title by a byline, before the opening words of a digest, or alone."""
    heads: list[Head] = []
    for at, line in enumerate(lines):
        full = _is_full_byline(line)
        last = heads[-1].last if heads else -1
        title = _title_before(lines, at, last) if full else _inked_before(lines, at)
        if title is None or (heads and title <= heads[-1].last) or not could_be_title(lines[title]):
            continue
        if full:
            heads.append(Head(title, at))
        elif CORE.match(line.view) or (
            _is_foreign(lines[title], line) and (heads or OPENER.match(line.view))
        ):
            above = _inked_before(lines, title)
            owned = above is not None and (not heads or above > heads[-1].last)
            heads.append(
                Head(title, above if above is not None and owned and _is_full_byline(lines[above]) else None)
            )
    return heads


def _is_full_byline(line: Line) -> bool:
    """Whether the line is a byline that dates an article, and not the date of a signature."""
    byline = read_byline(line.view)
    return bool(byline and byline.pure and byline.date and (byline.source or "T" in byline.date.value))


def _is_foreign(title: Line, text: Line) -> bool:
    """Whether a Chinese title stands over English text, as in digests that have lost their byline."""
    return title.is_chinese and not text.is_chinese and (text.is_prose or bool(OPENER.match(text.view)))


def _inked_before(lines: Sequence[Line], at: int) -> int | None:
    """Return the line before `at` that is not furniture."""
    return next((i for i in range(at - 1, max(at - 4, -1), -1) if not furniture(lines[i].view)), None)


def _title_before(lines: Sequence[Line], at: int, last: int) -> int | None:
    """Return the line before `at` that may be its title, above bodies, number and chapter."""
    nearest = _inked_before(lines, at)
    if nearest is None or not (is_apparatus(lines[nearest].view) or is_aside(lines[nearest].view)):
        return nearest
    for i in range(nearest - 1, max(at - HIGHEST, last), -1):
        view = lines[i].view
        if not (furniture(view) or is_apparatus(view) or is_aside(view)):
            return i if could_be_title(lines[i]) else nearest
    return nearest


def _ends(lines: Sequence[Line], heads: Sequence[Head]) -> list[int]:
    return [*(head.first for head in heads[1:]), len(lines)][: len(heads)]


def _has_text(lines: Sequence[Line]) -> bool:
    return any(line.is_prose and not furniture(line.view) for line in lines)


def _is_trailing(lines: Sequence[Line], heads: Sequence[Head]) -> bool:
    """Whether titles and bylines stand behind their texts: text before the first, none after the last."""
    return bool(heads) and _has_text(lines[: heads[0].first]) and not _has_text(lines[heads[-1].last + 1 :])


def _cut_behind(lines: Sequence[Line], heads: Sequence[Head]) -> tuple[Part, ...]:
    starts = [0, *(head.last + 1 for head in heads)]
    parts = []
    for head, start in zip(heads, starts, strict=False):
        body = (*lines[start : head.first], *(lines[head.last + 1 :] if head is heads[-1] else ()))
        parts.append(Part(_between(lines, head), lines[head.title], _byline(lines, head), tuple(body)))
    return tuple(parts)


def _cut_before(lines: Sequence[Line], heads: Sequence[Head]) -> tuple[Part, ...]:
    parts = []
    front = tuple(lines[: heads[0].first])
    for head, end in zip(heads, _ends(lines, heads), strict=True):
        body = lines[head.last + 1 : end]
        text = len(body) - (_strays(body) if head is not heads[-1] else 0)
        between = _between(lines, head)
        front = (*front, *(line for line in between if furniture(line.view)))
        said = (line for line in between if not furniture(line.view))  # number and bodies are text
        parts.append(Part(front, lines[head.title], _byline(lines, head), (*said, *body[:text])))
        front = tuple(body[text:])
    return tuple(parts)


def _strays(body: Sequence[Line]) -> int:
    """Count the Chinese lines behind an English text: the topic under which the next article is filed."""
    if any(line.is_prose and line.is_chinese for line in body):
        return 0
    return sum(1 for _ in takewhile(lambda line: line.is_chinese or furniture(line.view), reversed(body)))


def _between(lines: Sequence[Line], head: Head) -> tuple[Line, ...]:
    """Return what stands between the title and the byline of a head: furniture, and number and bodies."""
    return tuple(lines[head.first + 1 : head.last])


def _byline(lines: Sequence[Line], head: Head) -> Line | None:
    return None if head.byline is None else lines[head.byline]


def _single(lines: Sequence[Line], head: Head | None) -> Part:
    """Return all lines as one article; without a head, the likeliest line before its text is the title."""
    if head is None:
        text = (i for i, line in enumerate(lines) if line.is_prose and not furniture(line.view))
        candidates = [i for i in range(next(text, len(lines))) if could_be_title(lines[i])]
        if not candidates:
            return Part((), None, None, tuple(lines))
        # What stands among numbered items is no title, where something stands before them.
        first = next((i for i, line in enumerate(lines) if NUMBERED.match(line.text)), len(lines))
        candidates = [i for i in candidates if i < first] or candidates
        head = Head(max(candidates, key=lambda i: (*_likelihood(lines[i]), -i)), None)
    return _cut_before(lines, [head])[0]


def _likelihood(line: Line) -> tuple[bool, bool, bool]:
    """Return what speaks for a line's being the title and not the name of a body, a site or a column."""
    return not is_aside(line.view), is_formal(line.view) or "《" in line.view, len(line.view) >= NAME_LENGTH
