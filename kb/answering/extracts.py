"""Answers to "what does it say": sentences as they stand, or a word on those in the other language."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.records import Role
from corpus.text import Span
from kb.answering.citing import LONGEST, gone_on, sentences_in, taken_up
from kb.answering.days import counted_from
from kb.answering.drafting import Draft, Statement
from kb.answering.families import unit_at
from kb.answering.forms import Kind
from kb.answering.lists import items_of
from kb.answering.scoring import MISPLACED, OWN, PASSAGE, SECTION, SURELY, TITLE, Cover, cover
from kb.answering.wording import in_script, quantity
from kb.figures.fold import fold
from kb.joining.agreement import same_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kb.answering.material import Clause, Material

BESIDE = 0.06  # clauses this near to the best one say the same or more
SAID = 3
# What speaks for a sentence, fitted as for figures (`ranking`) on the questions that sentences answer.
SHARE, RARE, RARE_OWN, FOUND, NEAR, LONG, FOREIGN = 0.29, 0.52, 0.27, 0.5, 0.34, 0.09, 0.2
WORDY = 2.6  # letters of English that say what one Chinese character does
TITLED = 0.25  # what it counts that the title above a sentence is on what is asked about
DEFINES = 0.3  # what it counts that a sentence says what something is where that is asked
LOCATED = 0.3  # what it counts that a sentence names a place where one is asked for
NUMBERED = 0.14  # what it counts that the numbers of a question stand in a sentence
_MARKS = re.compile(r"\s*\[\d+(?:\]\[\d+|[,、-]\s?\d+)*\]")
_BULLET = re.compile(r"^(?:[-•·*#\s]+|[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．]\s*|[IVX]+\.\s*)+")
_NUMBER = re.compile(r"(?<![\d〔\[第])(?!(?:19|20)\d\d)\d[\d,.]*(?![\d.)）、］\]])")
_COLON = re.compile(r"[:：]\s*$")
_PLURAL = re.compile(r"\b(?:what|which)\s(?:[\w-]+\s){0,4}?\w+s\b")
_COMMAS = re.compile(r"[、,，]")
ENUMERATED, BINDING, FOLLOWING = 0.13, 0.31, 0.5
_MUST = re.compile(
    r"\bmay\b[^.?]{1,80}?\bnot\b"
    r"|\b(?:must|shall|have to|has to|required|forbidden|prohibited|banned|may not|not allowed)\b"
    r"|必须|应当|不得|禁止|须|严禁|要求",
    re.IGNORECASE,
)
# Who asks for a penalty is answered by nothing else.
_PENALTY = re.compile(
    r"\bpenalt|\bpunish|\bsanction|\bfines\b|处罚|惩|罚则",
    re.IGNORECASE,
)
_HAPPENS = re.compile(
    r"\bwhat happens (?:to|if|when)\b|\bconsequences?\b|什么后果|如何处理|怎么处理", re.IGNORECASE
)
_FINES = re.compile(r"\bwhat fines?\b|\bhow much (?:of )?a? ?fine\b|罚款", re.IGNORECASE)
_FINED = re.compile(r"罚|\bfine[ds]?\b|\bpenalt", re.IGNORECASE)
_SHUT_OUT = re.compile(
    r"\b(?:cannot|can't|may not|not (?:eligible|entitled|allowed|covered)|excluded|ineligible|exempt)\b"
    r"|不能|不可以|不得|不在|不享受|不予|除外",
    re.IGNORECASE,
)
_EXCLUDES = re.compile(
    r"不[在得予能享再可]|除外|排除|\bnot\b|\bno\b|\bexcept|\bexclud|\bineligible|\bexempt", re.IGNORECASE
)
_SANCTION = re.compile(
    r"\b(?:fined?|revoke[ds]?|suspend(?:ed)?|cancel(?:led)?|withdrawn?|removed?|disqualif\w+|barred|banned|blacklist\w*|recover(?:ed)?|lose)\b"
    r"|暂停|取消|撤销|吊销|罚款|追回|追究|收回|不得|不予|黑名单|退出|摘牌|通报|处以",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?<!\d)(?!(?:19|20)\d\d\s?年)\d[\d,.]*\s?|[一二两三四五六七八九十百半]+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half)\s",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"\bwhat (?:does|do|did) .{2,80}? (?:mean|stand for|refer to)\b|\bwhat is meant\b"
    r"|什么是|是什么意思|指的?是?什么|是指什么|何谓|含义",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"\brefers? to\b|\bmeans?\b|\bstands? for\b|\bdefined as\b|是指|指的是|意为|所称|简称", re.IGNORECASE
)
# A question answers nothing, nor does a line that names those in charge: （牵头单位：市商务局）, nor links.
_SAYS_NOTHING = re.compile(
    r"^(?:[^|｜\n\d]{1,20}\s[|｜]\s){2,}[^|｜\n\d]{1,20}$|"
    r"[?？][\s”\"』」]*$|^\s*[(（【\[]?\s*(?:责任|牵头|配合|参与|落实|主管)(?:单位|部门)\s*[:：]"
    r"|^\s*[(\[]?\s*(?:responsible|lead(?:ing)?|supporting|participating)\s(?:units?|departments?|bod(?:y|ies)|agenc\w+)\s?:",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\bwhere\b|\bin\s(?:which|what)\s(?:places?|districts?|count(?:y|ies)|towns?|areas?|cit(?:y|ies))\b"
    r"|在?哪里|在哪(?!些方面|个环节)|何处|什么地方",
    re.IGNORECASE,
)
_LOCATION = re.compile(
    r"在[^，。；、：]{2,14}?(?:区|县|市|镇|乡|村|园|港|岛|湾|新城|街道|基地)|落在|位于|设在|选址"
    r"|\b(?:in|at|along|near|around)\s(?:the\s)?(?:[A-Z][\w’'-]+\s?){1,4}"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_SHORTEST = 8  # characters of a sentence that can say something


def rank(material: Material) -> list[tuple[Clause, Cover]]:
    """Return the sentences that cover the question, best first."""
    return by_fit(candidates(material), material)


def candidates(material: Material) -> list[Clause]:
    """Return the sentences that may answer, each once."""
    found: dict[tuple[str, int], Clause] = {}
    punished = bool(_PENALTY.search(material.question.view))
    fined = bool(_FINES.search(material.question.view))
    for clause in material.clauses():
        if (punished and not _SANCTION.search(clause.text)) or (fined and not _FINED.search(clause.text)):
            continue
        if len(clause.text) < _SHORTEST or _SAYS_NOTHING.search(clause.text):
            continue
        if not _is_title(clause) and _year_fits(clause, material):
            found.setdefault((clause.document.id, clause.span.start), clause)
    return list(found.values())


def by_fit(clauses: Sequence[Clause], material: Material) -> list[tuple[Clause, Cover]]:
    """Return sentences with what they cover of the question, best first."""
    cosines = material.nearness([c.text for c in clauses])
    ranked = [
        (clause, _covered(clause, near, material)) for clause, near in zip(clauses, cosines, strict=True)
    ]
    return sorted(ranked, key=lambda f: (-fit(f[0], f[1], material), f[0].document.id, f[0].span.start))


def _covered(clause: Clause, near: float, material: Material) -> Cover:
    layers = [
        (clause.text, OWN),
        (taken_up(clause.document, clause.span), SECTION),
        (clause.section, SECTION),
        (clause.passage, PASSAGE),
        (material.titles(clause.document), TITLE),
    ]
    return replace(cover(material, layers, clause.rank), near=near)


def fit(clause: Clause, covered: Cover, material: Material) -> float:
    """Return how well a sentence answers: what it covers, how near it is, and what it does besides.

    A long sentence covers something of everything, and one in the other language is covered less well.
    """
    language = material.question.asked_in
    letters = len(clause.text) * (WORDY if is_in(clause, "zh") else 1.0)
    return (
        SHARE * covered.share
        + RARE * covered.rare
        + RARE_OWN * covered.rare_own
        + FOUND * covered.rank
        + NEAR * covered.near
        - LONG * math.log(letters)
        + (0.0 if is_in(clause, language) else FOREIGN)
        + (DEFINES if _DEFINED.search(material.question.view) and _DEFINES.search(clause.text) else 0.0)
        + (TITLED if _is_titled(clause, material) else 0.0)
        + (MISPLACED if material.misplaced(clause.document, clause.text) else 0.0)
        + _numbers(clause, material)
        + _enumerates(clause, material)
        + _locates(clause, material)
        + _binds(clause, material)
    )


def _is_titled(clause: Clause, material: Material) -> bool:
    """Whether the last title above a sentence names all that "what does it say about …" asks about."""
    head = sorted(material.question.head)
    if not head or not clause.section:
        return False
    title = clause.titles[-1]
    return title not in clause.text and bool((material.covers(title)[head] >= SURELY).all())


def _is_title(clause: Clause) -> bool:
    """Whether a sentence is only the title or the byline of its document."""
    return any(
        b.role in (Role.TITLE, Role.BYLINE) and b.span.holds(clause.span)
        for b in clause.document.blocks[:_HEAD_BLOCKS]
    )


_HEAD_BLOCKS = 6


def _year_fits(clause: Clause, material: Material) -> bool:
    """Whether the years that a question names stand in or above a sentence, or in its document's names."""
    document = clause.document
    told = counted_from(clause.passage, document.published)
    near = (clause.passage, clause.section, material.titles(document), document.published or "", *told)
    return all(any(year in text for text in near) for year, _ in material.question.years)


def _enumerates(clause: Clause, material: Material) -> float:
    """Return what it counts for a list that a sentence enumerates."""
    asked = material.question.kind is Kind.LIST or bool(_PLURAL.search(material.question.view))
    return ENUMERATED if asked and len(_COMMAS.findall(clause.text)) > 1 else 0.0


def _locates(clause: Clause, material: Material) -> float:
    """Return what it counts, where a place is asked for, that a sentence says one besides the question's."""
    if not _WHERE.search(material.question.view):
        return 0.0
    said = (m[0] for m in _LOCATION.finditer(clause.text))
    return LOCATED if any(not any(name in where for name in material.names) for where in said) else 0.0


def _binds(clause: Clause, material: Material) -> float:
    """Return what it counts for a question on duties or consequences that a sentence lays one down."""
    view = material.question.view
    if _HAPPENS.search(view) and _SANCTION.search(clause.text):
        return FOLLOWING
    if _SHUT_OUT.search(view) and _EXCLUDES.search(clause.text):
        return BINDING
    return BINDING if _MUST.search(view) and _MUST.search(clause.text) else 0.0


def _numbers(clause: Clause, material: Material) -> float:
    """Return what it says for a sentence that it has the numbers of the question, or has not."""
    if not material.question.asserted:
        return 0.0
    return NUMBERED if has_numbers(clause, material) else -NUMBERED


def has_numbers(clause: Clause, material: Material) -> bool:
    """Whether a sentence has the numbers of the question, if there are any."""
    inside = [
        f
        for f in material.base.readings.figures.get(clause.document.id, ())
        if clause.span.holds(f.quote.span)
    ]
    return all(any(same_value(a, f) for f in inside) for a in material.question.asserted)


def unread_number(material: Material, clause: Clause) -> bool:
    """Whether a sentence has a number that is in none of its figures."""
    figures = material.base.readings.figures.get(clause.document.id, ())
    return any(
        not any(f.number[0] <= m.start() + clause.span.start < f.number[1] for f in figures)
        for m in _NUMBER.finditer(clause.text)
    )


def names_amount(clause: Clause, families: frozenset[str]) -> bool:
    """Whether a sentence has a number with a unit of one of these families: 免除前六个月租金."""
    view = fold(clause.text)
    units = (unit_at(view, m.end()) for m in _AMOUNT.finditer(view))
    return any(unit is not None and unit[0] in families for unit in units)


def answer(material: Material, ranked: Sequence[tuple[Clause, Cover]]) -> Draft:
    """Give the sentences themselves where one is in the asker's language, else say what is cited."""
    language = material.question.language
    fits = [fit(clause, covered, material) for clause, covered in ranked]
    sentences = [(whole(clause), fits[0] - value) for (clause, _), value in zip(ranked, fits, strict=True)]
    near = _distinct(c for c, behind in sentences if behind <= BESIDE)[:SAID]
    own = next((c for c, behind in sentences if is_in(c, language) and behind <= 4 * BESIDE), None)
    if not any(
        material.is_official(c.document) for c in near
    ):  # the plan's own words stand beside a report's
        near += [c for c, _ in sentences if material.is_official(c.document)][:1]
    chosen = sorted(
        near,
        key=lambda c: (
            not material.is_official(c.document),
            c.document.id != near[0].document.id,
            c.span.start,
        ),
    )
    return told(material, chosen, own)


def told(material: Material, chosen: Sequence[Clause], own: Clause | None = None) -> Draft:
    """Say the chosen sentences that are in the asker's language, else `own`, else what is cited."""
    language = material.question.language
    said = [c for c in chosen if is_in(c, language)] or ([own] if own else [])
    others = [c for c in chosen if c not in said]
    quotes = tuple(c.document.quote(c.span) for c in (*said, *others))
    if not said:
        return Draft(statements=(Statement(_framed(material, chosen), quotes),))
    text = ("" if language == "zh" else " ").join(_clean(c.text) for c in said)
    return Draft(statements=(Statement(in_script(text, material.question.text), quotes),))


def _distinct(clauses: Iterable[Clause]) -> list[Clause]:
    """Return clauses that do not overlap, the first of each place."""
    found: list[Clause] = []
    for clause in clauses:
        if not any(c.document.id == clause.document.id and c.span.overlaps(clause.span) for c in found):
            found.append(clause)
    return found


def whole(clause: Clause) -> Clause:
    """Return a heading with what stands under it, as far as that is short; any other sentence as it is."""
    document = clause.document
    for item in document.outline:
        if item.span.start <= clause.span.start and clause.span.end <= item.heading.end + 1:
            limit = clause.span.start + LONGEST
            below = sentences_in(document, Span(clause.span.start, item.span.end))
            held = [s for s in below if s.end <= limit and not _is_title(replace(clause, span=s))]
            return replace(clause, span=Span(clause.span.start, held[-1].end)) if held else clause
    if _COLON.search(clause.text):
        return _with_list(clause)
    return replace(clause, span=gone_on(document, clause.span, LONGEST))


def _with_list(clause: Clause) -> Clause:
    """Return a sentence that announces a list by its colon together with the list."""
    items = items_of(clause.document, clause.span)
    return replace(clause, span=Span(clause.span.start, items[-1].end)) if items else clause


def is_in(clause: Clause, language: str) -> bool:
    """Whether a sentence is in this language, whatever its document is in."""
    han = len(re.findall(r"[\u3400-\u9fff]", clause.text))
    latin = len(re.findall(r"[A-Za-z]+", clause.text))
    return (han > latin) == (language == "zh")


def _clean(text: str) -> str:
    """Return a sentence without list marks and citation marks of its own."""
    return _BULLET.sub("", _MARKS.sub("", text)).strip(" -")


def _framed(material: Material, chosen: Sequence[Clause]) -> str:
    """Say that the other language's text answers, with the figures that stand there."""
    language = material.question.language
    figures = [
        quantity(f, language)
        for c in chosen
        for f in material.base.readings.figures.get(c.document.id, ())
        if c.span.holds(f.quote.span)
    ]
    told = list(dict.fromkeys(figures))[:4]
    numbers = ("；" if language == "zh" else "; ").join(told)  # "5, 20%" would be read as two shares
    if language == "zh":
        return "原文（英文）对此有规定，见引文" + (f"；其中的数字：{numbers}" if numbers else "")
    return "The Chinese text says this in the passage cited" + (
        f"; figures there: {numbers}" if numbers else ""
    )
