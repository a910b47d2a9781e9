"""Answers to "when was it released", "who issued it", "under which number": what documents say themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.answering.citing import cite
from kb.answering.drafting import Draft, Statement
from kb.answering.forms import Kind
from kb.answering.scoring import OWN, cover
from kb.answering.wording import day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.records import Document, Quote
    from kb.answering.material import Material

_REPORT = re.compile(r"\b(?:report|article|story|news|digest|piece)\b|报道|文章|新闻|稿", re.IGNORECASE)
_FORCE = re.compile(r"take(?:s|n)? effect|came into force|施行|生效|实施(?=[?？的]|$)", re.IGNORECASE)
_ISSUES = re.compile(
    r"\b(?:issued|released|published|unveiled|announced|promulgated|made public)\b"
    r"|印发|发布|出台|公布|颁布"
)
_ISSUER_ZH = re.compile(
    r"(?:^|[\n。，,；\s近日])(?P<body>[\u4e00-\u9fff]{1,16}?(?:政府办公厅|政府办公室|人民政府|政府|委员会|委|局|厅|部|办公室)(?:等[一二三四五六七八九十]+部门)?)"
    r"(?:近日|日前|正式|联合|今日)*(?:印发|发布|出台|公布|制定|关于)"
)
_ISSUER_EN = re.compile(
    r"""(?:[Tt]he\s)?(?P<body>[A-Z][\w'’-]{0,30}\s(?:(?:[A-Z][\w'’-]{0,30}|of|and|for|on|the)\s){0,16}?)
        (?:has\s|have\s)?(?:(?:recently|officially|jointly|formally)\s){0,2}
        (?:issued|released|published|unveiled|announced|promulgated)\b""",
    re.VERBOSE,
)
_ISSUER_OF = re.compile(
    r"(?:Plan|Opinions|Measures|Notice|Guidelines|Programme|Program)\sof\s(?:the\s)?(?P<body>[A-Z][\w'’-]*(?:\s(?:of\s)?[A-Z][\w'’-]*)*)\son\b"
)


def documents(material: Material) -> list[Document]:
    """Return the documents of the plan (or the report) that the question means, the official ones first."""
    known = material.base.held
    order: dict[str, Document] = {}
    for hit in material.hits:
        order.setdefault(hit.passage.document, known[hit.passage.document])
    best: list[tuple[float, int, Document]] = []
    for place, document in enumerate(order.values()):
        covered = cover(material, [(material.titles(document), OWN), (_head(document), OWN)])
        best.append((covered.share if covered.weakest >= NAMED else -1.0, -place, document))
    fitting = [b for b in best if b[0] >= ENOUGH or not material.asked.words]
    if not fitting:
        return []
    first = max(fitting, key=lambda b: b[:2])[2]
    if _REPORT.search(material.question.view):
        return [first]
    plan = material.plan_of.get(first.id)
    return [known[d] for d in plan.documents if d in known] if plan else [first]


NAMED, ENOUGH = 0.3, 0.5  # how well the name of a plan must be covered
_HEAD = 400


def _head(document: Document) -> str:
    return document.text[:_HEAD]


def answer(material: Material, kind: Kind) -> Draft | None:
    """Say when, by whom or under which number the documents say that the plan was issued."""
    chosen = documents(material)
    if not chosen:
        return None
    view = material.question.view
    kinds = [kind]
    if (kind is Kind.ISSUED and re.search(r"\bwho\b|谁|哪个(?:部门|单位|机构)", view)) or (
        kind is Kind.ISSUER and re.search(r"\bwhen\b|什么时候|何时", view)
    ):
        kinds = [Kind.ISSUER, Kind.ISSUED]
    makers = {Kind.ISSUED: _issued, Kind.ISSUER: _issuer, Kind.NUMBER: _number}
    statements = [s for k in kinds if (s := makers[k](material, chosen))]
    return Draft(statements=tuple(statements)) if statements else None


def _issued(material: Material, chosen: Sequence[Document]) -> Statement | None:
    """Say the date: of the official text, else of the earliest report, which came no earlier."""
    language = material.question.language
    dated = [(d.published, q, d) for d in chosen if d.published and (q := _evidence(d, "published"))]
    plan = material.plan_of.get(chosen[0].id)
    official = [e for e in dated if e[2].kind == "plan" or (plan and e[2].id in plan.official)]
    if not dated:
        return None
    date, quote, document = min(official or dated, key=lambda e: (e[0] or "", e[2].id))
    support = [q for d in (document, *chosen) for q in _issue_sentences(d)][:2]
    said = day(date or "", language)
    exact = bool(official) or _REPORT.search(material.question.view)
    if language == "zh":
        text = f"{said}发布" if exact else f"不晚于{said}发布（据所收最早的报道）"
    else:
        text = (
            f"released on {said}"
            if exact
            else f"released no later than {said}, the date of the earliest report held"
        )
    return Statement(
        text.replace("on 20", "in 20") if exact and len(date or "") < 10 else text, (quote, *support)
    )


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
    for document in chosen:
        quote = _evidence(document, "number")
        if document.number and quote:
            zh = material.question.language == "zh"
            return Statement(
                f"发文字号：{document.number}" if zh else f"document number {document.number}", (quote,)
            )
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
    head = document.text[:1500]
    for pattern in (_ISSUER_ZH, _ISSUER_EN, _ISSUER_OF):
        for match in pattern.finditer(head):
            name = match["body"].strip()
            if name not in ("The", "It", "This"):
                yield name, cite(document, Span(*match.span("body")))
