"""Lines of paper become paragraphs again, and what is printed on every sheet goes.

Both are edits on the text of the lines, so that every character keeps its place on its page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from corpus.text import Edit
from ingest.formats.arranging import WIDE, seam

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ingest.formats.sheets import Row

JOIN = "layout:join"
NUMBER = re.compile(
    r"[-—–－·\s]{0,4}(?:\d{1,4}|[ivxlc]{1,6})[-—–－·\s]{0,4}"
    r"|第?\s?\d{1,4}\s?页?\s?[/，,共]\s?共?\s?\d{1,4}\s?页?|第\s?\d{1,4}\s?页|page\s\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?",
    re.IGNORECASE,
)
COUNT = re.compile(r"(?:^|\D)(\d{1,4})\W{0,3}$|^\W{0,3}(\d{1,4})(?=[\s|·])")
CONTENTS = re.compile(r"(?:[.．…·‥]\s?){4,}\s*[-—(（]?\s?\d{1,4}\s?[-—)）]?\s*$")
CONTENTS_TITLE = re.compile(r"目\s*[录次錄]|(?:table of )?contents", re.IGNORECASE)
STOP = re.compile(r"[。！？!?；;：:][”’\"')）】]*$|[.][\"')\]]*$")
HEAD = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十百]{1,4}[条章节编]"
)
BULLET = re.compile(r"[•●○■□◆◇➢►▪–-]\s|\d{1,2}[.、．)]\s?(?!\d)|[a-z][.)]\s")
NEVER_FIRST = re.compile(r"[，。、；：！？）》」』”’]")  # marks that no paragraph begins with
HYPHEN = re.compile(r"[A-Za-z]{2,}[-‐\u00ad]$")
EDGE = 2  # lines at each end of a page that may be printed on all pages
LONGEST_HEAD = 60
SAME_PLACE = 8.0  # points
SHARE = 0.3  # of the pages have a running head
FEW_LINES = 6
SQUEEZED = 2.2  # ems by which a full Chinese line may fall short, as marks do not begin a line
INDENT = 1.2  # ems
LOOSE = 1.4  # times the usual distance of lines parts paragraphs


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document: the distance of lines and the size of letters."""

    leading: float
    size: float


def edits(rows: Sequence[Row], pages: int) -> Iterator[Edit]:
    """Yield the edits on the text of `rows`, each a line, that make it the text of paragraphs."""
    rows = _widened(rows)
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row.text) + 1)
    measure = _measure(rows)
    dropped = {**_contents(rows), **_running_heads(rows, pages, measure)}
    dropped |= dict.fromkeys(_headings_again(rows, dropped), "heading")
    for number, why in dropped.items():
        yield Edit(starts[number], starts[number + 1], "", f"boilerplate:{why}")
    kept = [number for number in range(len(rows)) if number not in dropped]
    known = _words(rows)
    for number, following in pairwise(kept):
        if goes_on(rows[number], rows[following], measure):
            end = starts[number] + len(rows[number].text)
            yield _join(rows[number].text, rows[following].text, end, known)


def _join(text: str, following: str, end: int, known: Counter[str]) -> Edit:
    """Return the edit that joins two lines; a hyphen goes unless the text has the word with it elsewhere."""
    if HYPHEN.search(text) and following[0].islower():
        first = re.split(r"[^A-Za-z]", text[:-1])[-1]
        second = re.split(r"[^A-Za-z]", following, maxsplit=1)[0]
        with_hyphen, without = known[f"{first}-{second}".lower()], known[f"{first}{second}".lower()]
        if with_hyphen <= without or text.endswith("\u00ad"):
            return Edit(end - 1, end + 1, "", JOIN)
        return Edit(end, end + 1, "", JOIN)
    return Edit(end, end + 1, "" if HYPHEN.search(text) else seam(text, following), JOIN)


def _words(rows: Sequence[Row]) -> Counter[str]:
    """Count the words of a text, those with a hyphen in the middle of a line as one."""
    found = (word for row in rows for word in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", row.text))
    return Counter(word.lower() for word in found)


def goes_on(line: Row, following: Row, measure: Measure) -> bool:
    """Whether a paragraph of `line` goes on in the next line."""
    if line.table or following.table or "\t" in line.text or "\t" in following.text:
        return False
    near = line.page == following.page and line.column == following.column
    if near and following.y - line.y > LOOSE * max(measure.leading, 1.15 * line.size):
        return False
    led = NEVER_FIRST.match(following.text)
    if abs(line.size - following.size) > (0.2 if led else 0.12) * line.size:
        return False
    if led:
        return True
    if line.size > 1.15 * measure.size and line.centred and following.centred:
        return near  # a title of several lines
    ragged = not WIDE.match(line.text[-1]) and line.right - line.x1 > line.size
    if ragged and not near and STOP.search(line.text):
        return False  # in columns with a ragged edge only the distance of lines tells, and here is none
    return _is_full(line, following) and _is_continuation(line, following)


def _is_full(line: Row, following: Row) -> bool:
    """Whether a line was broken because its column ends there."""
    room = line.right - line.x1
    if WIDE.match(line.text[-1]) and WIDE.match(following.text[0]):
        return room < SQUEEZED * line.size
    word = re.match(r"\S*", following.text)
    assert word
    letters = sum(1.0 if WIDE.match(char) else 0.55 for char in word[0][:40])
    return room < max(SQUEEZED, letters + 0.3) * line.size


def _is_continuation(line: Row, following: Row) -> bool:
    """Whether the next line stands where no paragraph begins."""
    indent = (following.x0 - following.left) / following.size
    before = (line.x0 - line.left) / line.size
    closed = bool(STOP.search(line.text))
    if HEAD.match(following.text) and (closed or indent >= INDENT):
        return False
    if indent < INDENT:
        # Where paragraphs are not indented, a stop at the end of a full line says nothing.
        return not (closed and BULLET.match(following.text))
    if abs(indent - before) < 0.5:  # all of the paragraph is indented
        return not closed and not BULLET.match(following.text)
    hanging = indent > before and bool(BULLET.match(line.text))
    return hanging and not closed


def _measure(rows: Sequence[Row]) -> Measure:
    sizes = Counter[float]()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text) * (not row.table)  # tables are often printed smaller
    steps = [
        below.y - row.y
        for row, below in pairwise(rows)
        if (row.page, row.column, row.table) == (below.page, below.column, False) and below.y > row.y
    ]
    return Measure(median(steps) if steps else 0.0, sizes.most_common(1)[0][0] if sizes else 1.0)


def _widened(rows: Sequence[Row]) -> list[Row]:
    """Give columns with few lines the edges that columns usually have: short lines do not show them."""
    counts = Counter((row.page, row.column) for row in rows)
    usual = [row for row in rows if row.column == 0 and counts[row.page, 0] >= FEW_LINES]
    if not usual:
        return list(rows)
    left, right = median(row.left for row in usual), median(row.right for row in usual)
    return [
        replace(row, left=min(left, row.left), right=max(right, row.right))
        if row.column == 0 and counts[row.page, 0] < FEW_LINES
        else row
        for row in rows
    ]


def _contents(rows: Sequence[Row]) -> dict[int, str]:
    """Return the lines of a table of contents: they end in dots and the number of a page."""
    found = [number for number, row in enumerate(rows) if CONTENTS.search(row.text)]
    if len(found) < 2:
        return {}
    first = found[0]
    if first and CONTENTS_TITLE.fullmatch(rows[first - 1].text.strip()):
        found.append(first - 1)
    return dict.fromkeys(found, "contents")


def _running_heads(rows: Sequence[Row], pages: int, measure: Measure) -> dict[int, str]:
    """Return the lines at head or foot of their page that are printed on many, and the numbers of pages."""
    by_page: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        by_page[row.page].append(number)
    edge: list[int] = []
    for numbers in by_page.values():
        inked = sorted((n for n in numbers if not rows[n].table), key=lambda n: rows[n].y)
        edge += dict.fromkeys([*inked[:EDGE], *inked[-EDGE:]])
    counts: dict[str, list[int]] = defaultdict(list)
    found = {number: "page" for number in edge if _is_page_number(rows, by_page[rows[number].page], number)}
    for number in edge:
        if number not in found and _is_apart(rows, number, measure):
            counts[_shape(rows[number].text)].append(number)
    found |= dict.fromkeys(_counting(rows, edge, pages), "running-head")
    for shape, numbers in counts.items():
        for number in numbers:
            alike = {rows[n].page for n in numbers if abs(rows[n].y - rows[number].y) < SAME_PLACE}
            if shape and len(alike) > max(1, SHARE * pages):
                found.setdefault(number, "running-head")
    return found


def _headings_again(rows: Sequence[Row], dropped: Mapping[int, str]) -> Iterator[int]:
    """Yield the first rows of tables that go on from the page before and print their heading again."""
    heading, last = "", None
    for number, row in enumerate(rows):
        if not row.table:
            continue
        goes_on = last is not None and all(between in dropped for between in range(last + 1, number))
        if not goes_on:
            heading = row.text
        elif last is not None and row.page > rows[last].page and row.text == heading:
            yield number
        last = number


def _is_apart(rows: Sequence[Row], number: int, measure: Measure) -> bool:
    """Whether a line is no part of a paragraph."""
    text = rows[number].text
    if len(text) > LONGEST_HEAD or STOP.search(text):
        return False
    near = [row for row in rows[max(number - 1, 0) : number + 2] if row.page == rows[number].page]
    return not any(goes_on(*pair, measure) for pair in pairwise(near))


def _counting(rows: Sequence[Row], edge: Sequence[int], pages: int) -> Iterator[int]:
    """Yield the lines at one place of many pages with a number at their end that grows with the page."""
    series: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number in edge:
        row = rows[number]
        if len(row.text) <= LONGEST_HEAD and (count := COUNT.search(row.text)):
            series[round(row.y / SAME_PLACE), int(count[1] or count[2]) - row.page].append(number)
    for numbers in series.values():
        if len(numbers) > max(2, SHARE * pages):
            yield from numbers


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", "".join(text.split()))


def _is_page_number(rows: Sequence[Row], page: Sequence[int], number: int) -> bool:
    """Whether a line is the number of its page: the first or last line, apart from the text."""
    if not NUMBER.fullmatch(rows[number].text.strip()):
        return False
    others = [rows[n].y for n in page if n != number]
    if not others:
        return True
    y, size = rows[number].y, rows[number].size
    return y < min(others) - 0.5 * size or y > max(others) + 0.5 * size
