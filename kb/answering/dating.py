"""Answers to "by when" that no figure gives: the date in the sentence that says what is to be done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.answering import days, extracts, stated
from kb.answering.drafting import Draft, Statement
from kb.answering.events import APPLIES
from kb.answering.ranking import fronted
from kb.answering.scoring import OWN, cover
from kb.figures.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kb.answering.events import Event
    from kb.answering.material import Clause, Material
    from kb.answering.scoring import Cover

    Ranked = tuple[Clause, Cover]

_TERM = re.compile(
    r"\d+个?(?:工作)?[日天月周](?:之?内|以内)|\bwithin\s[\w-]+\s(?:working\s|calendar\s)?(?:day|week|month)"
)
_TITLED = re.compile(r"《[^》]*》|[（(]\s?\d{4}\s?[-—–~]\s?\d{4}年?\s?[)）]")  # a plan's period is no date
_CLAUSE = re.compile(r"[；;。]|[，,](?!\s?(?:19|20)\d\d)")
# Whether the end of a time is asked for or its beginning, and what names either of them.
_ENDS = re.compile(
    r"\b(?:until|till|deadline|closing|closes?|latest)\b|截止|最晚|最迟|到什么时候|到何时", re.IGNORECASE
)
_BEGINS = re.compile(
    r"\b(?:start|starts|begin|begins|since|from\swhen|from\swhat|opens?|earliest)\b|开始|最早|从什么时候|从何时|什么时候起|何时起",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:until|till|to|by|no\slater\sthan|closes?|deadline|and)\b|截止|截至|至|逾期|关闭|结束",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|starts?|opens?|begins?|between|as\sof|since)\b|[自从起]|开始", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[-•·*○▪]\s?|[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．]\s?)")
_NO_HEADING = re.compile(
    rf"[。.;；!?！？]\s*$|通过|批准|发布|印发|公布|来源|记者|^\W*{days.FULL}\W*$"
    r"|\b(?:adopted|approved|issued|released|published|source)\b",
    re.IGNORECASE,
)
_LONGEST = 80  # characters of a heading
NEARLY = 0.15  # how much less a sentence with a date may cover than one that has only a term


def answer(material: Material, least: float) -> Draft | None:
    """Say the date of the best sentence that has one and covers the question by more than `least`."""
    known = {year for year, _ in material.question.years}
    ranked = [
        (clause, covered)
        for clause, covered in extracts.rank(material)
        if covered.reaches(material.question) and covered.score > least and _dated(clause, known)
    ]
    return _told(material, _days_first(ranked, known)) if ranked else None


def window(material: Material, event: Event, surely: float = 0.0) -> Draft | None:
    """Say when applications are taken, or what else is asked for: the best sentence that says so.

    Each telling word of the question must be found at least so `surely`.
    """
    ranked = [
        (clause, covered)
        for clause, covered in extracts.rank(material)
        if covered.reaches(material.question)
        and covered.weakest >= surely
        and stated.words_in(clause.document, clause.span, event)
    ]
    if not ranked:
        return None
    # Who was granted something hands in reports by a day, too: a sentence on applications goes before.
    return _told(material, _preferred(ranked, lambda c: bool(APPLIES.search(c.text))), of_window=True)


def _preferred(ranked: Sequence[Ranked], is_wanted: Callable[[Clause], bool]) -> list[Ranked]:
    """Put first, of sentences that fit nearly as well as the best one, the best that is wanted."""
    least = ranked[0][1].score - NEARLY
    return fronted(ranked, next((r for r in ranked if is_wanted(r[0]) and r[1].score >= least), ranked[0]))


def _told(material: Material, ranked: Sequence[Ranked], *, of_window: bool = False) -> Draft:
    """Give the sentence in the asker's language, or the dates of one in the other, or those above it."""
    clause = ranked[0][0]
    own = extracts.is_in(clause, material.question.language)
    quote = clause.document.quote(clause.span)
    dates = days.found(_untitled(clause.text))
    if not any("year" in date for date in dates) and (above := _above(clause)):
        heading = clause.document.quote(above)
        return Draft(statements=(Statement(_under(material, clause, heading.text), (quote, heading)),))
    said = _dates(material, clause.text) if of_window else _said(material, clause)
    if own or not said:
        return extracts.answer(material, ranked)
    return Draft(statements=(Statement(said, (quote,)),))


def _under(material: Material, clause: Clause, heading: str) -> str:
    """Return a sentence, or its dates, with those of the heading it stands under: 2027年：6月建成."""
    language = material.question.language
    if extracts.is_in(clause, language):
        text = _BULLET.sub("", clause.text, count=1)
        return f"{heading}：{text}" if language == "zh" else f"{heading}: {text}"
    year = next((date["year"] for date in days.found(_untitled(heading)) if "year" in date), "")
    own = days.told(_untitled(clause.text), language, year)
    return _joined(own or days.told(heading, language), language)


def in_year(material: Material, clause: Clause) -> Draft | None:
    """Say that a sentence in the other language gives the year of the question: no yes, the quote speaks."""
    language = material.question.language
    year = next((y for y, _ in material.question.years if y in clause.text), None)
    if year is None or extracts.is_in(clause, language):
        return None
    zh = language == "zh"
    said = (
        f"原文（英文）所写为{year}年，见引文" if zh else f"The Chinese text gives {year} in the passage cited"
    )
    return Draft(statements=(Statement(said, (clause.document.quote(clause.span),)),))


def _dated(clause: Clause, known: set[str]) -> bool:
    """Whether a sentence, or the heading above it, names a date, or the sentence a term."""
    if _has_day(clause.text, known) or _TERM.search(fold(clause.text)):
        return True
    above = _above(clause)
    return above is not None and _has_day(above.cut(clause.document.text), known)


def _above(clause: Clause) -> Span | None:
    """Return the dated heading that a sentence stands under: "To be done by 2027" over a list."""
    document, at = clause.document, clause.span.start
    over = [i.heading for i in document.outline if i.span.start <= at < i.span.end and i.heading.end <= at]
    if _BULLET.match(clause.text):
        lines = _lines_above(document.text, at)
        over += [next((s for s in lines if not _BULLET.match(s.cut(document.text))), clause.span)]
    return next((s for s in reversed(over) if s != clause.span and _is_due(s.cut(document.text))), None)


def _lines_above(text: str, at: int) -> Iterator[Span]:
    """Yield the lines with words above a place, the nearest first."""
    end = text.rfind("\n", 0, at)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        if text[start:end].strip():
            yield Span(start, end)
        end = start - 1


def _is_due(heading: str) -> bool:
    """Whether a line over others says when they are due, and not when the text was made."""
    return (
        len(heading) <= _LONGEST and not _NO_HEADING.search(heading) and bool(days.found(_untitled(heading)))
    )


def _has_day(text: str, known: set[str]) -> bool:
    """Whether a text names a day, a month or a year other than those that the question names."""
    return any("month" in date or date.get("year", "") not in known for date in days.found(_untitled(text)))


def _untitled(text: str) -> str:
    return _TITLED.sub(" ", fold(text))


def _days_first(ranked: Sequence[Ranked], known: set[str]) -> list[Ranked]:
    """Put a sentence with a date before one that has but a term: "within 30 days" is no "when"."""
    return _preferred(ranked, lambda c: _has_day(c.text, known))


def _said(material: Material, clause: Clause) -> str:
    """Return the dates of the clause that the question is about, in the asker's words."""
    parts = [p for p in _CLAUSE.split(_untitled(clause.text)) if days.found(p)]
    if not parts:
        return ""
    view = material.question.view
    ends, begins = _ENDS.search(view), _BEGINS.search(view)

    def fit(part: str) -> tuple[bool, float]:
        covered: Cover = cover(material, [(part, OWN)])
        directed = (ends and _TO.search(part)) or (begins and _FROM.search(part))
        return bool(directed), covered.share

    return _dates(material, max(parts, key=fit))


def _dates(material: Material, text: str) -> str:
    language = material.question.language
    return _joined(days.told(text, language), language)


def _joined(dates: Sequence[str], language: str) -> str:
    return ("、" if language == "zh" else ", ").join(dates)
