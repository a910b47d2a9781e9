"""Answers to "when was it released", "who issued it", "under which number": what documents say themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.answering import days, events, stated
from kb.answering.citing import cite
from kb.answering.days import ZH
from kb.answering.drafting import Draft, Statement
from kb.answering.events import Event
from kb.answering.forms import Kind
from kb.answering.papers import REPORT, documents
from kb.answering.wording import day
from kb.figures.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.records import Document, Quote
    from kb.answering.material import Material

_ISSUES = re.compile(
    r"\b(?:issued|released|published|unveiled|announced|promulgated|made public)\b"
    r"|印发|发布|出台|公布|颁布"
)
_BODY_ZH = r"[\u4e00-\u9fff]{1,16}?(?:政府办公厅|政府办公室|人民政府|政府|委员会|委|局|厅|部|办公室)"
_ISSUER_ZH = re.compile(
    rf"(?:^|[\n。，,；;\s近日])(?P<body>{_BODY_ZH}(?:[、和及]{_BODY_ZH})*(?:等[一二三四五六七八九十]+部门)?)"
    rf"(?:近日|日前|正式|联合|今日|共同)*(?:于(?:{ZH}))?(?:正式|联合|共同)*(?:印发|发布|出台|公布|制定|关于)"
)
_ISSUER_EN = re.compile(
    r"""(?:[Tt]he\s)?(?P<body>[A-Z][\w'’-]{0,30}\s(?:(?:[A-Z][\w'’-]{0,30}|of|and|for|on|the)\s){0,16}?)
        (?:has\s|have\s)?(?:(?:recently|officially|jointly|formally)\s){0,2}
        (?:issued|released|published|unveiled|announced|promulgated)\b""",
    re.VERBOSE,
)
_ISSUED_BY = re.compile(
    r"(?:[Ii]ssued|[Rr]eleased|[Pp]ublished|[Pp]romulgated|[Aa]dopted)\b[^.;\n]{0,40}?\bby\s(?:the\s)?"
    r"(?P<body>[A-Z][\w'’&-]*(?:,?\s(?:[A-Z][\w'’&-]*|of|and|for|the)(?![^\s,.;]))*)"
)
_ISSUER_OF = re.compile(
    r"(?:Plan|Opinions|Measures|Notice|Guidelines|Programme|Program)\sof\s(?:the\s)?(?P<body>[A-Z][\w'’-]*(?:\s(?:of\s)?[A-Z][\w'’-]*)*)\son\b"
)
_NUMBER = re.compile(
    r"(?:文号|文件编号|\b(?:[Dd]ocument|[Rr]eference|[Ff]ile)\s(?:[Nn]o\.?|[Nn]umber))[:：]?\s?"
    r"(?P<number>[\w-]{1,16}\s?[\[(〔［]?\d{4}[\])〕］]?\s?(?:No\.\s?)?\d{1,4}号?)"
)
_DATED = re.compile(rf"^[^\S\n]*(?P<date>{days.FULL})[^\S\n]*$", re.MULTILINE)
_HEAD = 1500  # characters in which a document says whose it is
_WHO = re.compile(
    r"\bwho\b|\b(?:which|what)\s(?:\w+\s)?(?:bod|department|agenc|bureau|ministr|office|commission|authorit)"
    r"|谁|哪[两三四五几些]?[个家]?(?:部门|单位|机构|委|局|厅)",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\bwhen\b|\bwhat\sda(?:te|y)\b|什么时候|何时|哪一?天", re.IGNORECASE)
_LEAD = re.compile(r"^.*(?:近日)?由(?=.{3})")  # 本办法由市财政局


def answer(material: Material, kind: Kind) -> Draft | None:
    """Say when, by whom or under which number the documents say that the plan was issued."""
    view = material.question.view
    if kind is Kind.ISSUED and not (events.names_paper(view) or REPORT.search(view)):
        return None  # 首批名单什么时候公布
    chosen = documents(material, events.name_in(material.question.rest))
    if not chosen:
        return None
    both = kind in (Kind.ISSUED, Kind.ISSUER) and _WHO.search(view) and _WHEN.search(view)
    kinds = (Kind.ISSUER, Kind.ISSUED) if both else (kind,)
    makers = {Kind.ISSUED: issued, Kind.ISSUER: _issuer, Kind.NUMBER: _number}
    statements = [s for k in kinds if (s := makers[k](material, chosen))]
    return Draft(statements=tuple(statements)) if statements else None


def issued(material: Material, chosen: Sequence[Document]) -> Statement | None:
    """Say the date: as the official text has it, else a sentence, else of the earliest report."""
    dated = [(d.published, q, d) for d in chosen if d.published and (q := _evidence(d, "published"))]
    official = [e for e in dated if material.is_official(e[2])]
    of_report = bool(REPORT.search(material.question.view))
    if not official and not of_report and (stated := _stated(material, chosen)):
        return stated
    if not dated:
        return None
    language = material.question.language
    date, quote, document = min(official or dated, key=lambda e: (e[0] or "", e[2].id))
    support = [q for d in (document, *chosen) for q in _issue_sentences(d)][:2]
    said = day(date or "", language)
    if official or of_report:
        return Statement(events.phrase(Event.ISSUED, said, language), (quote, *support))
    if language == "zh":
        text = f"不晚于{said}发布（据所收最早的报道）"
    else:
        text = f"released no later than {said}, the date of the earliest report held"
    return Statement(text, (quote, *support))


def _stated(material: Material, chosen: Sequence[Document]) -> Statement | None:
    """Say the day that a sentence gives for the issue; a mere month tells less than a report's date."""
    language = material.question.language
    found = [
        t
        for d in chosen
        for t in stated.told(d, Event.ISSUED)
        if any("day" in date for date in days.found(t.words))
    ]
    if not found:
        return _signed(material, chosen)
    first = min(found, key=lambda t: (not material.is_official(t.document), t.document.language != language))
    date = days.told(first.words, language)[-1]
    return Statement(events.phrase(Event.ISSUED, date, language), (first.quote,))


def _signed(material: Material, chosen: Sequence[Document]) -> Statement | None:
    """Say the date that stands alone under an official text, where its makers sign."""
    for document in chosen:
        if material.is_official(document) and (found := _DATED.search(fold(document.text))):
            date = days.told(found[0], material.question.language)[0]
            quote = document.quote(Span(*found.span("date")))
            return Statement(events.phrase(Event.ISSUED, date, material.question.language), (quote,))
    return None


def _issuer(material: Material, chosen: Sequence[Document]) -> Statement | None:
    """Name the body that documents say has issued the plan."""
    language = material.question.language
    found = [(name, quote, d) for d in chosen for name, quote in _issuers(d)]
    if not found:
        return None
    own = [f for f in found if f[2].language == language] or found
    name = own[0][0]
    quotes = tuple({f[1].start: f[1] for f in own if f[0] == name}.values())[:2]
    return Statement(f"由{name}发布" if language == "zh" else f"issued by {name}", quotes)


def _number(material: Material, chosen: Sequence[Document]) -> Statement | None:
    """Say the number under which the plan was issued."""
    zh = material.question.language == "zh"
    for document in chosen:
        if (quote := _evidence(document, "number")) and document.number:
            number = document.number
        elif found := _NUMBER.search(document.text, 0, _HEAD):
            number, quote = found["number"], cite(document, Span(*found.span("number")))
        else:
            continue
        return Statement(f"发文字号：{number}" if zh else f"document number {number}", (quote,))
    return None


def _evidence(document: Document, field: str) -> Quote | None:
    """Return the line that a piece of metadata was read from, if it stands in the text."""
    evidence = document.evidence.get(field)
    return cite(document, evidence.span) if evidence and evidence.span else None


def _issue_sentences(document: Document) -> Iterator[Quote]:
    for match in _ISSUES.finditer(document.text[:2000]):
        yield cite(document, Span(*match.span()))


def _issuers(document: Document) -> Iterator[tuple[str, Quote]]:
    """Yield the bodies that a document's opening names as issuers."""
    head = document.text[:_HEAD]
    for pattern in (_ISSUER_ZH, _ISSUER_EN, _ISSUED_BY, _ISSUER_OF):
        for match in pattern.finditer(head):
            name = _LEAD.sub("", match["body"].strip())
            if name not in ("The", "It", "This"):
                yield name, cite(document, Span(*match.span("body")))
