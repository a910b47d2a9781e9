"""Who issued an official document, when and under which number: what stands in its head beside the title.

    某市人民政府办公室　某政办发〔2026〕6号
    Issued by the General Office of the … Municipal People's Government on January 29, 2026
    (English version for reference only. In case of discrepancy, the Chinese text shall prevail.)

Such a line has sentences' stops and names' words, and is neither text nor title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.text import Span
from ingest.dates import Date, find_dates, find_months
from ingest.forms import is_formal, is_news

if TYPE_CHECKING:
    from collections.abc import Iterator

# 沪府办发〔2025〕12号, 国办函[2024]第3号, HFBF [2025] No. 12, Hu Fu Ban Fa [2025] 12
NUMBER = re.compile(
    r"[㐀-鿿]{2,14}[〔\[［【（(](?:19|20)\d\d[〕\]］】）)]\s?第?\s?\d{1,4}\s?号"
    r"|(?<![A-Za-z])[A-Z][A-Za-z]{0,20}(?:\s[A-Z][A-Za-z]{0,20}){0,6}\s?"
    r"(?:[〔\[(](?:19|20)\d\d[〕\])]\s?No\.?\s?\d{1,4}|[〔\[](?:19|20)\d\d[〕\]]\s?\d{1,4}(?!\d))"
)
BODY_ZH = r"(?!各|关于)[㐀-鿿（）]{2,28}(?:政府|办公[厅室]|委员会|[委局部厅署院会办司])"
BODIES_ZH = re.compile(rf"{BODY_ZH}(?:[\s　、]+{BODY_ZH})*")
# A body's noun before the first "of" or at the end: a Report of the Statistics Office is no body.
NOUN = (
    r"(?:Government|Ministry|Bureau|Commission|Administration|Office|Department|Committee|Council|Congress"
    r"|Authority|Court|Bank|Agency)"
)
BODY_EN = re.compile(rf"(?:(?!of\s|for\s)[\w'’.,&-]+\s)*?{NOUN}(?=\s(?:of|for)\s|,?\sand\s|,|$)")
TELLING = re.compile(rf"\d|〇|{NOUN}|[政办委局部厅署院会司]")  # what any such line has
LITTLE = frozenset("of the and & for on in at to".split())
# "Issued jointly by the …": who did, up to the day, a stop or a bracket.
STATED = re.compile(
    r"^\W{0,2}(?:jointly\s)?(?:issued|published|released|promulgated|prepared|compiled)(?:\sjointly)?\sby:?\s"
    r"(?:the\s)?(?P<name>[A-Z][^.;:()|\n]{3,160}?)(?=\W*$|\W*[.;(|]|,?\s(?:on|in)\s\W|,\s*\||,?\s(?:jointly|together)\swith\s)",
    re.IGNORECASE,
)
# What is said of the text beside its head: which translation it is, what prevails, who approved it.
NOTE = re.compile(
    r"translat|\benglish\b|\bversion\b|for\sreference|\bedition\b|discrepanc|prevail|\bofficial|\bunofficial"
    r"|\bapproved\sby\b|\bexcerpt|节选|摘录|仅供参考|英文|译文|译本",
    re.IGNORECASE,
)
# (English version, for reference only. Issued by the … on June 9, 2025); *Excerpt, published by the …*
WRAPPED = re.compile(r"[(（*_]+(?P<said>[^()（）\n]+)[)）*_]+")
EXCERPT = re.compile(
    r"[*_]*(?P<said>(?:Excerpts?|Abridged|English (?:version|translation|edition))\b)", re.IGNORECASE
)
ASIDE = re.compile(
    r"(?:^|[.,;]\s)(?:issued|published|released|promulgated)\sby\s(?:the\s)?(?P<name>[A-Z][^.;,:|\n]{3,120}?)"
    r"(?=\s(?:on|in)\s|,\s|\W*$)",
    re.IGNORECASE,
)
JOINED = re.compile(r"^,?\s(?:jointly|together)\swith\s[^.;(|\n]{3,160}")
DAY = re.compile(
    r"\W*(?:(?:issued|published|released|adopted|promulgated|dated|effective|印发|发布|公布)?\s?(?:on|in|from|as\sof)?)?\W*",
    re.IGNORECASE,
)
# A day on which something else happened to a document than that it was issued.
HISTORY = re.compile(r"\beffective\b|\bin force\b|生效|施行|实施|通过|修[正订改]|批准|废止", re.IGNORECASE)
BRACKET = re.compile(r"[（(][^（）()\n]{1,160}[）)]")
# "This translation is for reference only.", "Translation released by the …"
NOTED = re.compile(
    r"\W*(?:(?:this|the)\s)?(?:(?:un)?official\s|english\s){0,2}(?:translation|version|text)\s(?:is|was|for|by|released|provided|prepared)\b"
    r"|\W*(?:本|此)?(?:英文|译文)[^。\n]{0,20}仅供参考",
    re.IGNORECASE,
)
# Home > Policies > English
CRUMBS = re.compile(r"[^>›»\n]{1,60}(?:\s?[>›»]\s?[^>›»\n]{1,60}){2,6}")
CHAPTER = re.compile(
    r"^(?:chapter|part|section|annex|appendix)\s(?:\d{1,2}|[IVX]{1,5}|[A-Z][a-z]{2,9})\b|^第[一二三四五六七八九十\d]{1,3}[章节篇]",
    re.IGNORECASE,
)
LONGEST = 260


@dataclass(frozen=True, slots=True)
class Issue:
    """What a line of the head says: the body that issued, and the day."""

    body: Span | None
    date: Date | None


@lru_cache(maxsize=1 << 12)
def read_issue(view: str) -> Issue | None:
    """Read a line, in simplified characters, that says who issued a document or when, and nothing else."""
    if len(view) > LONGEST or not TELLING.search(view):
        return None
    dates = find_dates(view) or find_months(view)
    wrapped = WRAPPED.fullmatch(view) or EXCERPT.match(view)
    if wrapped and (inside := ASIDE.search(view, wrapped.start("said"))):
        body = Span(*inside.span("name"))
        return Issue(body, dates[0] if dates else None) if is_name(body.cut(view)) else None
    rest = _blank(view, [date.span for date in dates[:1]])
    date = dates[0] if dates and not HISTORY.search(view) else None
    if stated := STATED.match(rest):
        body = Span(*stated.span("name"))
        behind = JOINED.sub("", rest[body.end :])
        return Issue(body, date) if is_name(body.cut(rest)) and _says_no_more(behind) else None
    rest = _blank(rest, [Span(*match.span()) for match in (*NUMBER.finditer(view), *BRACKET.finditer(view))])
    pieces = list(_pieces(rest))
    named = [piece for piece in pieces if is_bodies(piece.cut(rest))]
    others = [piece.cut(rest) for piece in pieces if piece not in named]
    if not all(_says_no_more(piece) for piece in others):
        return None
    return Issue(named[0] if named else None, date) if named or date else None


def is_bodies(words: str) -> bool:
    """Whether words name one or more public bodies, and nothing else."""
    return bool(BODIES_ZH.fullmatch(words)) or (bool(BODY_EN.match(words)) and is_name(words))


def is_name(words: str) -> bool:
    """Whether English words are a name: capitals but for little words, and no title or headline."""
    told = re.findall(r"[^\s,]+", words)
    return (
        bool(told)
        and all(word[0].isupper() or word in LITTLE for word in told)
        and not (is_formal(words) or is_news(words))
    )


def is_apparatus(view: str) -> bool:
    """Whether a line of the head is surely no title: a number, the way to a page, a note on the text."""
    if CRUMBS.fullmatch(view) or (len(view) <= LONGEST and NOTED.match(view)):
        return True
    bare = BRACKET.sub("", NUMBER.sub("", view))
    return bare != view and not re.search(r"[^\W\d_]", bare)


def is_aside(view: str) -> bool:
    """Whether a line of the head names a body or a chapter: a title only where no other line is one."""
    return bool(CHAPTER.match(view)) or is_bodies(view) or read_issue(view) is not None


def _blank(text: str, spans: list[Span]) -> str:
    """Return a text with bars where `spans` are, so that places stay."""
    for span in spans:
        text = text[: span.start] + "|" * len(span) + text[span.end :]
    return text


def _pieces(rest: str) -> Iterator[Span]:
    """Yield what stands between bars and stops."""
    for match in re.finditer(r"[^|｜\t.;；\n]+", rest):
        words = match[0].strip(" 　,，*_-—:：")
        if words:
            at = match.start() + match[0].index(words)
            yield Span(at, at + len(words))


def _says_no_more(rest: str) -> bool:
    """Whether what is left of a line is a day's words or a note on the text."""
    return all(
        DAY.fullmatch(piece) or NOTE.search(piece) for piece in re.split(r"[|.;]", BRACKET.sub("", rest))
    )
