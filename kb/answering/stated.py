"""The sentences in which documents say when they were adopted or issued, take effect or expire."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.answering import days
from kb.answering.citing import sentences_in
from kb.answering.days import EN, TERM_EN, TERM_ZH, ZH
from kb.answering.events import (
    ADOPTED_EN,
    ADOPTED_ZH,
    APPLYING_EN,
    APPLYING_ZH,
    EFFECT_EN,
    EFFECT_ZH,
    EXPIRY_EN,
    GRANTED_EN,
    GRANTED_ZH,
    ISSUED_EN,
    ISSUED_ZH,
    PAPER_EN,
    PAPER_ZH,
    Event,
)
from kb.figures.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.records import Document, Quote


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that says when something befell its document, and the words in it that say so."""

    document: Document
    span: Span
    words: str

    @property
    def quote(self) -> Quote:
        """The sentence as a quote."""
        return self.document.quote(self.span)


_NEAR_EN, _NEAR_ZH = r"[^.;\n]{0,60}?", r"[^。；;\n]{0,30}?"
_AT_ISSUE = re.compile(
    r"(?:day|date)\sof\s(?:its\s|their\s)?(?:issu\w+|release|promulgation|publication)"
    r"|upon\s(?:issu\w+|release|promulgation|publication)|(?:印发|发布|公布|颁布|下发|发文)之日",
    re.IGNORECASE,
)
_SPAN_EN, _SPAN_ZH = (
    rf"(?:{day})(?:\s?(?:{joint})\s?(?:{day}))?" for day, joint in ((EN, "to|until|and|-"), (ZH, "至|到|-|—"))
)
_STOPS = r"(?=[，,。；;、\s)）]|$|有效)"


def _either(verb: str) -> tuple[str, str]:
    """Return how English puts a date behind a verb or before it."""
    return rf"\b{verb}\b{_NEAR_EN}(?:{EN})", rf"\b(?:on|from|since|in)\s(?:{EN}){_NEAR_EN}\b{verb}\b"


_TOLD = {
    event: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    for event, patterns in {
        Event.ADOPTED: (*_either(ADOPTED_EN), rf"(?:{ZH}){_NEAR_ZH}{ADOPTED_ZH}"),
        Event.ISSUED: (
            *_either(ISSUED_EN),
            rf"(?:{ZH}){_NEAR_ZH}{ISSUED_ZH}",
            rf"{ISSUED_ZH}(?:于|(?:时间|日期)[:：]?)\s?(?:{ZH})",
        ),
        Event.EFFECT: (
            *_either(EFFECT_EN),
            rf"\b{EFFECT_EN}{_NEAR_EN}(?:{_AT_ISSUE.pattern})",
            rf"(?:[自从于]|将在)\s?(?:{ZH}|{_AT_ISSUE.pattern})[^，,。；;]{{0,10}}?{EFFECT_ZH}{_STOPS}",
            rf"(?:{ZH})起(?:正式)?{EFFECT_ZH}{_STOPS}",
        ),
        Event.EXPIRY: (
            rf"\b{EXPIRY_EN}\b{_NEAR_EN}(?:{TERM_EN}|{_SPAN_EN})",
            rf"有效期限?(?:[为是至到]|截至|截止到?|延长|自[^，,。；;]{{1,20}}?[至到])*\s?(?:{_SPAN_ZH}|{TERM_ZH})",
            rf"{EFFECT_ZH[:-1]}|适用|有效)(?:期限?)?[至到为是]?\s?(?:{_SPAN_ZH}|{TERM_ZH})|为期\s?{TERM_ZH}",
        ),
        Event.APPLYING: (
            *_either(APPLYING_EN),
            rf"{APPLYING_ZH}(?:时间|期限|截止)?{_NEAR_ZH}{_SPAN_ZH}",
            rf"{_SPAN_ZH}{_NEAR_ZH}{APPLYING_ZH}",
        ),
    }.items()
}
# What a sentence speaks of before it tells: the paper itself, no other one, and nothing granted under it.
_SUBJECT = re.compile(
    rf"(?<!\bunder\s)(?<!\bunder\sthe\s)(?<!\bunder\sthese\s)\b(?:{PAPER_EN}|it|they)\b|{PAPER_ZH}",
    re.IGNORECASE,
)
_GRANTED = re.compile(f"{GRANTED_EN}|{GRANTED_ZH}", re.IGNORECASE)
_PERIOD = re.compile(r"[(（]\s?\d{4}年?\s?[-—~至]\s?\d{4}年?\s?[)）]")
_PAPER_AT_END = re.compile(rf"{PAPER_ZH}\W*$")
_NAMED = re.compile(r"《([^》]+)》")
# An article that speaks of the paper it stands in, or a line under the title, wholly or behind its maker.
_ALONE = re.compile(
    r"\W*(?:第?[\d一二三四五六七八九十]{1,3}[条、.]?\s?)?自"
    r"|(?:.{0,80}[;|·,])?\W*(?:adopted|approved|passed|issued|released|published|effective)\b"
    r"|\W*\d{4}年[^。，；]{0,60}[)）]?\W*$",
    re.IGNORECASE,
)


def told(document: Document, event: Event) -> Iterator[Told]:
    """Yield the sentences of a document that say when something befell it."""
    for span in sentences_in(document, Span(0, len(document.text))):
        if words := words_in(document, span, event):
            yield Told(document, span, words)


def words_in(document: Document, span: Span, event: Event) -> str:
    """Return the words of a sentence that say when something befell its document, if any do."""
    view = _PERIOD.sub(lambda m: " " * len(m[0]), fold(span.cut(document.text)))
    found = (pattern.search(view) for pattern in _TOLD[event])
    return next((match[0] for match in found if match and _is_own(match, event, document)), "")


def at_issue(words: str) -> bool:
    """Whether an event falls on the day of issue: 自发布之日起施行."""
    return bool(_AT_ISSUE.search(words))


def _is_own(match: re.Match[str], event: Event, document: Document) -> bool:
    """Whether what a sentence says of a paper is said of the document itself."""
    view = match.string
    if event is Event.APPLYING:  # a bare year is whose applications they are
        return any("month" in date for date in days.found(match[0]))
    upto = view[: match.end()]
    if _GRANTED.search(_NAMED.sub(" ", upto)):
        return False
    others = [name for name in _NAMED.findall(upto) if name not in (document.title or "")]
    if others and _is_paper(document):
        return False
    if event in (Event.EFFECT, Event.EXPIRY):
        return bool(_SUBJECT.search(upto) or _ALONE.match(view))
    if not any("month" in date for date in days.found(match[0])):
        return False  # the year of a plan's name
    return bool(_SUBJECT.search(view) or _ALONE.match(view))  # 4月21日发布《…措施》


def _is_paper(document: Document) -> bool:
    """Whether a document lays something down itself, and is no report on what does."""
    return document.kind == "plan" or (
        document.kind != "news" and bool(_PAPER_AT_END.search(document.title or ""))
    )
