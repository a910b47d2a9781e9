"""Answers to "by when" that no figure gives: the date in the sentence that says what is to be done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.answering import extracts
from kb.answering.drafting import Draft, Statement
from kb.answering.scoring import OWN, cover
from kb.figures.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.answering.material import Clause, Material
    from kb.answering.scoring import Cover

_MONTHS = "January February March April May June July August September October November December".split()
_ZH = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年|(?P<again>每年|当年|次年|翌年))?\s?(?P<month>\d{1,2})月(?P<day>\d{1,2}日)?(?P<end>[底末])?"
    r"|(?P<bare>(?:19|20)\d\d)年(?P<close>[底末])?"
)
_EN = re.compile(
    rf"(?P<end>\bend\s(?:of\s)?)?(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)?\b(?P<month>{'|'.join(_MONTHS)})\b"
    r"(?:\s(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!\d))?(?:,?\s(?P<year>(?:19|20)\d\d))?"
    r"|(?P<close>\bend\s(?:of\s)?)?(?<!\d)(?P<bare>(?:19|20)\d\d)(?!\d)"
)
_TERM = re.compile(
    r"\d+个?(?:工作)?[日天月周](?:之?内|以内)|\bwithin\s[\w-]+\s(?:working\s|calendar\s)?(?:day|week|month)"
)
_TITLED = re.compile(r"《[^》]*》|[（(]\s?\d{4}\s?[-—–~]\s?\d{4}年?\s?[)）]")  # a plan's period is no date
_CLAUSE = re.compile(r"[；;。]|[，,](?!\s?(?:19|20)\d\d)")


def answer(material: Material, least: float) -> Draft | None:
    """Say the date of the best sentence that has one and covers the question by more than `least`."""
    known = {year for year, _ in material.question.years}
    ranked = [
        (clause, covered)
        for clause, covered in extracts.rank(material)
        if covered.reaches(material.question) and covered.score > least and _dated(clause.text, known)
    ]
    if not ranked:
        return None
    clause = ranked[0][0]
    if extracts.is_in(clause, material.question.language) or not (said := _said(material, clause)):
        return extracts.answer(material, ranked)
    return Draft(statements=(Statement(said, (clause.document.quote(clause.span),)),))


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


def _dated(text: str, known: set[str]) -> bool:
    """Whether a sentence names a day, a month, a term or a year other than those that the question names."""
    view = _TITLED.sub(" ", fold(text))
    dates = [*_ZH.finditer(view), *_EN.finditer(view)]
    return any(m["month"] or m["bare"] not in known for m in dates) or bool(_TERM.search(view))


def _said(material: Material, clause: Clause) -> str:
    """Return the dates of the clause that the question is about, in the asker's words."""
    parts = [p for p in _CLAUSE.split(fold(clause.text)) if _ZH.search(p) or _EN.search(p)]
    if not parts:
        return ""

    def fit(part: str) -> float:
        covered: Cover = cover(material, [(part, OWN)])
        return covered.share

    language = material.question.language
    found = list(dict.fromkeys(_dates(max(parts, key=fit), language)))
    return ("、" if language == "zh" else ", ").join(found)


def _dates(text: str, language: str) -> Iterator[str]:
    """Yield the dates of a clause as precisely as they are given: "31 March", 2025年9月底."""
    for match in (_ZH if re.search(r"[\u3400-\u9fff]", text) else _EN).finditer(text):
        found = {name: value for name, value in match.groupdict().items() if value}
        year = found.get("year") or found.get("bare") or ""
        month = found.get("month", "")
        number = int(month) if month.isdecimal() else _MONTHS.index(month) + 1 if month else 0
        day = (found.get("day") or found.get("first") or "").rstrip("日")
        last = bool(found.get("end") or found.get("close"))
        if language == "zh":
            parts = (f"{year}年" if year else "", f"{number}月" if number else "", f"{day}日" if day else "")
            yield "".join(parts) + ("底" if last else "")
        elif number <= len(_MONTHS):
            name = _MONTHS[number - 1] if number else ""
            yield ("the end of " if last else "") + " ".join(p for p in (day, name, year) if p)
