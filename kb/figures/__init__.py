"""Figures: what a careful reader takes from policy text as quantities, in Chinese and English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.figures.naming import figure_ids
from kb.figures.reading import read_sentences
from kb.figures.readings import Reading, Setting
from kb.records import Figure, FigureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.records import Document

__all__ = ["Reading", "read_figures", "read_text"]

PLAN_TITLE = re.compile(
    r"(?:方案|规划|计划|意见|措施|办法|细则|纲要|要点|安排|部署|条例|規劃|計劃|意見|辦法|條例|要點|[Pp]lan|[Mm]easures|[Oo]pinions"
    r"|[Gg]uidelines|[Pp]rogram(?:me)?|[Ss]trategy|[Rr]oadmap)》?(?:的?通知)?\W{0,12}(?:\(.{0,20}\)|（.{0,24}）)?$"
    r"|通知$"
)


# A bulletin or a review tells how things are, whatever else it is taken for.
REPORT_TITLE = re.compile(
    r"(?:公报|年报|白皮书|总结|综述|统计资料|\b(?:communiqu[eé]|bulletin|white paper))\W*$", re.IGNORECASE
)
OF_YEAR = re.compile(r"(?<![\d到至前—–~-])(?:19|20)\d\d(?=\s?年(?![前底末之以]))")
TITLE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=\s?年?\s?[-—–~至到]\s?(?:19|20)\d\d)")


def read_text(text: str, language: str) -> tuple[Reading, ...]:
    """Read the figures of a bare text, a question or a claim; `language` is "zh" or "en"."""
    return read_sentences(text, language, Setting())


def read_figures(document: Document) -> tuple[Figure, ...]:
    """Read every figure that a document states, each with the quote that holds it."""
    readings = read_sentences(document.text, document.language, _setting(document))
    ids = figure_ids(document, readings)
    return tuple(_figure(document, reading, own, ids) for reading, own in zip(readings, ids, strict=True))


def _setting(document: Document) -> Setting:
    title = document.title or document.text.lstrip().partition("\n")[0][:LONGEST_TITLE]
    report = bool(REPORT_TITLE.search(title))
    plan = not report and (document.kind == "plan" or PLAN_TITLE.search(title))
    return Setting(
        kind=FigureKind.TARGET if plan and document.kind not in ("news", "digest") else FigureKind.STATUS,
        year=_year(document.published or "", title),
        report=report,
    )


LONGEST_TITLE = 120


def _year(published: str, title: str) -> int | None:
    """Return when a text was written: as published, else as its title says.

    A title names the year in which its period begins, or the year that is reported or planned: the last of
    several (2025年预算执行情况和2026年预算草案), but none that is only to be reached (到2030年).
    """
    if published[:4].isdecimal():
        return int(published[:4])
    begins = TITLE_YEAR.search(title)
    years = [begins[0]] if begins else OF_YEAR.findall(title)
    return max(map(int, years), default=None)


def _figure(document: Document, reading: Reading, identity: str, ids: Sequence[str]) -> Figure:
    return Figure(
        id=identity,
        quote=document.quote(reading.span),
        number=(reading.number.start, reading.number.end),
        value=reading.value,
        value_max=reading.value_max,
        bound=reading.bound,
        unit=reading.unit,
        unit_text=reading.unit_text,
        subject=reading.subject,
        deadline=reading.deadline,
        baseline=reading.baseline,
        change=reading.change,
        kind=reading.kind,
        language=reading.language,
        of=None if reading.of is None else ids[reading.of],
    )
