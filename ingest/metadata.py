"""Who published an article, when and under which number: each fact with the words that say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text import Span
from ingest.bylines import Byline, read_byline
from ingest.dates import Date, find_dates
from ingest.furniture import furniture
from ingest.issuing import NUMBER, is_apparatus, is_bodies, read_issue
from ingest.media import resolve
from ingest.titles import stated_title, without_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.records import Evidence
    from ingest.lines import Line
    from ingest.splitting import Part

PUBDATE = tuple(
    "pubdate publishdate article:published_time publish_time publishtime datepublished dc.date date"
    " createdate og:published_time".split()
)
PUBLISHER = ("contentsource", "source", "article:publisher", "og:article:author", "mediaid", "copyright")
SITE = ("sitename", "og:site_name", "application-name")
ORIGINAL = re.compile(
    r"(?:(?:原文|原始|本文|文章)(?:地址|链接|网址|出处|来源)|来源(?:链接|网址)?|original\s+(?:link|url|article|source)|source(?:\s+(?:url|link))?)"
    r"\s*[:：]\s*(?P<url>https?://[^\s\"'<>）)】\]，。；]+)",
    re.IGNORECASE,
)
# The agency named where a report begins: "某某日报讯（记者 …）", "新华社北京9月1日电", "某某财经9月29日电"
DATELINE = re.compile(
    r"^(?P<name>[㐀-鿿]{2,10}?)(?<!本报)"
    r"(?:讯\s*[（( ]|(?<=社)[㐀-鿿]{0,6}\d{1,2}月\d{1,2}日[电讯]|\d{1,2}月\d{1,2}日[电讯])"
)
# "BEIJING, Sept. 30 (Xinhua) --"
DATELINE_EN = re.compile(
    r"^[A-Z][A-Za-z .'-]{1,40},\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}"
    r"\s\((?P<name>[A-Z][A-Za-z .']{1,40})\)"
)
# The body that issues a document, in the document's title: "某市人民政府办公厅关于印发…的通知"
ISSUER = re.compile(
    r"^(?P<name>[㐀-鿿、 　]{2,60}?"
    r"(?:政府|办公厅|办公室|委员会|委|局|部|厅|署|院|会|办|公司|中心))(?=关于|印发)"
)
ISSUER_EN = re.compile(
    r"\b(?:Plan|Opinions|Measures|Notice|Circular|Guidelines|Rules|Provisions)\sof\s(?:the\s)?"
    r"(?P<name>[A-Z][^,;:()]{4,100}?)\s(?:on|for)\s"
)
SOURCE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:source|laiyuan|ly|origin|media[-_]?name)(?:$|[\s_-])", re.IGNORECASE
)
AUTHOR_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author|writer|zuozhe)s?(?:$|[\s_-])", re.IGNORECASE)
# Whose page it is: 主办单位：某市人民政府办公室　承办单位：…
SPONSOR = re.compile(
    r"(?:主办单位|主办|版权所有|copyright\s?(?:©\s?)?\d{4})(?:\s*[:：]\s*|\s)(?P<name>[㐀-鿿]{4,30})",
    re.IGNORECASE,
)
# （2025年9月1日某市人民政府第12次常务会议通过）: the history of a document, not its publication.
BRACKETED = re.compile(
    r"^\W{0,2}[（(](?!\w+\s\d{1,2},\s\d{4}\W*$|\d{4}年\d{1,2}月\d{1,2}日\W*$)"
    r"|.*(?:通过|公布|修[正订改]|批准|施行|实施|\b(?:effective|force)\b)"
)
SHORTEST_NAME, LONGEST_NAME = 3, 60
BEHIND = 3  # lines behind the article's element in which it may be signed
NEAR = 12  # lines around the title in which a byline is looked for


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its place: in the repaired text (`span`), or on the page outside any line (`raw`)."""

    value: str
    span: Span | None = None
    raw: Span | None = None


def describe(part: Part, meta: Mapping[str, Evidence]) -> dict[str, Fact]:
    """Return the facts of an article by field: title, publisher, published, url, original_url, number."""
    bylines = tuple(_bylines(part))
    found = {
        "title": _title(part, meta),
        "publisher": _publisher(part, bylines, meta),
        "published": _published(part, bylines, meta),
        "url": _stated(meta, ("canonical", "og:url")),
        "original_url": next(_search(ORIGINAL, part.lines, "url"), None) or _stated(meta, ("original",)),
        "number": next(_search(NUMBER, _outer(part)), None),
    }
    return {field: fact for field, fact in found.items() if fact}


def _title(part: Part, meta: Mapping[str, Evidence]) -> Fact | None:
    if part.title:
        return Fact(part.title.text, part.title.span)
    stated = stated_title(meta)
    return Fact(without_site(stated.value)[0], raw=stated.raw) if stated else None


def _bylines(part: Part) -> Iterator[tuple[Line, Byline]]:
    """Yield the bylines of a part, the nearest behind the title first."""
    for line, near in _nearest(part):
        byline = read_byline(line.view)
        if (
            byline
            and (byline.labelled or (byline.pure and near))
            and (not line.place or line.place.linked < 0.5)
        ):
            yield line, byline


def _nearest(part: Part) -> Iterator[tuple[Line, bool]]:
    """Yield the lines in which publication is spoken of: behind the title (near), before it, at the end."""
    if part.byline:
        yield part.byline, True
    lines = [line for line in part.lines if line not in (part.title, part.byline)]
    at = part.title.span.start if part.title else 0
    behind = [line for line in lines if line.span.start > at]
    first = next((i for i, line in enumerate(behind) if _is_text(line)), len(behind))
    yield from ((line, i < first) for i, line in enumerate(behind[:NEAR]) if not _is_text(line))
    before = [line for line in lines if line.span.start < at]
    yield from ((line, False) for line in reversed(before[-NEAR:]))
    yield from ((line, False) for line in behind[max(NEAR, len(behind) - NEAR) :] if not line.is_prose)


def _is_text(line: Line) -> bool:
    """Whether a line holds sentences, and not just who issued the document and a note on its text."""
    if not line.is_prose or is_apparatus(line.view) or read_issue(line.view):
        return False
    byline = read_byline(line.view)  # "Issued by: the Office. Date of issue: May 5, 2026"
    return byline is None or not (byline.labelled and byline.pure)


def _outer(part: Part) -> tuple[Line, ...]:
    """Return the lines that may carry the document's own number: all before its text begins."""
    lines = part.lines
    first = next((i for i, line in enumerate(lines) if _is_text(line)), len(lines))
    return lines[: first + 1]


def _search(pattern: re.Pattern[str], lines: Sequence[Line], group: str | int = 0) -> Iterator[Fact]:
    for line in lines:
        for match in pattern.finditer(line.view):
            yield _fact(line, Span(*match.span(group)))


def _fact(line: Line, span: Span) -> Fact:
    """Return the words at `span` of a line, in the document's own script."""
    text = line.text if len(line.text) == len(line.view) else line.view
    return Fact(span.cut(text), span.shift(line.span.start))


def _publisher(
    part: Part, bylines: Sequence[tuple[Line, Byline]], meta: Mapping[str, Evidence]
) -> Fact | None:
    for line, byline in bylines:
        if byline.source and (byline.labelled or not _is_authors(line)):
            fact = _fact(line, byline.source.span)
            return Fact(resolve(fact.value) or fact.value, fact.span)
    return (
        _stated(meta, PUBLISHER)
        or next((_fact(line, byline.issuer.span) for line, byline in bylines if byline.issuer), None)
        or next(_by_class(part), None)
        or next(_search(DATELINE, part.body[:3], "name"), None)
        or next(_search(DATELINE_EN, part.body[:3], "name"), None)
        or next(_search(ISSUER, _titles(part), "name"), None)
        or next(_bodies(part), None)
        or next((f for f in _search(ISSUER_EN, _titles(part), "name") if is_bodies(f.value)), None)
        or _signer(part)
        or _stated(meta, ("organization", *SITE))
        or _site(meta)
        or next(_search(SPONSOR, part.front, "name"), None)
    )


def _titles(part: Part) -> tuple[Line, ...]:
    return (part.title,) if part.title else ()


def _is_authors(line: Line) -> bool:
    """Whether the line stands in an element that is called after those who wrote the article."""
    return bool(line.place and AUTHOR_CLASS.search(line.place.names.rpartition("/")[2]))


def _stated(meta: Mapping[str, Evidence], names: Sequence[str]) -> Fact | None:
    return next((Fact(meta[name].value, raw=meta[name].raw) for name in names if name in meta), None)


def _by_class(part: Part) -> Iterator[Fact]:
    """Yield lines that stand in an element called "source" or the like."""
    for line in part.lines:
        if line.place and SOURCE_CLASS.search(line.place.names.rpartition("/")[2]) and len(line.text) <= 40:
            yield Fact(line.text, line.span)


def _bodies(part: Part) -> Iterator[Fact]:
    """Yield the bodies that a line between title and text names: 某市数据局 某市财政局."""
    for line, near in _nearest(part):
        issue = read_issue(line.view) if near and not (line.place and line.place.linked) else None
        if issue and issue.body:
            yield _fact(line, issue.body)


def _site(meta: Mapping[str, Evidence]) -> Fact | None:
    """Return the name of the site at the end of the page's <title>."""
    if "<title>" not in meta:
        return None
    site = without_site(meta["<title>"].value)[1]
    return Fact(site, raw=meta["<title>"].raw) if site else None


def _published(
    part: Part, bylines: Sequence[tuple[Line, Byline]], meta: Mapping[str, Evidence]
) -> Fact | None:
    dated = [(line, byline.date) for line, byline in bylines if byline.date]
    if dated:
        return _dated(*dated[0])
    for name in PUBDATE:
        if name in meta and (dates := find_dates(meta[name].value)):
            return Fact(dates[0].value, raw=meta[name].raw)
    return _undated(part) or _signed_on(bylines) or _signature(part)


def _signed_on(bylines: Sequence[tuple[Line, Byline]]) -> Fact | None:
    """Return the day of signature that a label gives, which is all that some pages say."""
    return next((_dated(line, byline.signed) for line, byline in bylines if byline.signed), None)


def _undated(part: Part) -> Fact | None:
    """Return the date between title and text of a line that is not pure: 原创 宣传科 2025-11-20 湖南."""
    for line, near in _nearest(part):
        if near and len(line.text) <= LONGEST_NAME and not BRACKETED.match(line.view):
            byline = read_byline(line.view)
            if byline and byline.date:
                return _dated(line, byline.date)
    return None


def _signature(part: Part) -> Fact | None:
    """Return the date with which an official document is signed."""
    signed = _signed(part)
    return _dated(signed[1], find_dates(signed[1].view)[0]) if signed else None


def _signer(part: Part) -> Fact | None:
    """Return the body that signs an official document: the line above the date of its signature."""
    signed = _signed(part)
    if signed is None or not signed[0].is_open or not SHORTEST_NAME <= len(signed[0].text) <= LONGEST_NAME:
        return None
    return None if signed[0].is_prose or furniture(signed[0].view) else Fact(signed[0].text, signed[0].span)


def _signed(part: Part) -> tuple[Line, Line] | None:
    """Return the date alone on a line near the end or right behind it, and the first line of bodies above."""
    lines = (*part.body, *_behind(part))
    text = next((at for at, line in enumerate(lines) if line.is_prose), 0)
    for at in range(len(lines) - 1, max(text, len(lines) - NEAR - 1), -1):
        dates = find_dates(lines[at].view)
        byline = read_byline(lines[at].view) if len(dates) == 1 else None
        if byline and byline.pure and not (byline.labelled or byline.source):
            first = at - 1
            while first > text and is_bodies(lines[first].view) and is_bodies(lines[first - 1].view):
                first -= 1
            return lines[first], lines[at]
    return None


def _behind(part: Part) -> tuple[Line, ...]:
    """Return the lines of the page that stand right behind the article's element."""
    end = part.body[-1].span.end if part.body else 0
    behind = [line for line in part.front if line.span.start >= end]
    return tuple(line for line in behind[:BEHIND] if line.place and line.place.linked == 0)


def _dated(line: Line, date: Date) -> Fact:
    return Fact(date.value, date.span.shift(line.span.start))
