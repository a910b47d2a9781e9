"""Answers to "what must be met" and "what must be handed in": a list of conditions, item by item."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.answering import extracts
from kb.answering.lists import items_of, lead_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.answering.drafting import Draft
    from kb.answering.material import Clause, Material
    from kb.answering.question import Question
    from kb.answering.scoring import Cover

_WHICH_ZH = r"(?:哪些|什么|哪几[种类项份样]|何种|啥)"
_PAPERS_ZH = r"(?:申[请报])?(?:材料|资料|文件|证件|证明|单据|手续|凭证)"
_GIVE_ZH = r"(?:提交|提供|上传|报送|递交|准备|携带|附上?|出具|交)"
_CONDITIONS_ZH = r"(?:申[请报]|基本|准入|入库|资格)?(?:条件|资格|门槛|(?<=[申准入资][请报入库格])要求)"
_PAPERS_EN = r"(?:documents?|papers?|paperwork|materials|certificates?|forms?|files|records|evidence|proofs?)"
_GIVE_EN = r"(?:submit|hand\sin|upload|provide|attach|send|bring|present|file|enclose|produce|supply|furnish)"
_CONDITIONS_EN = r"(?:conditions?|requirements?|criteria|qualifications?|prerequisites?)"
_ASKS_PAPERS = re.compile(
    rf"{_WHICH_ZH}{_PAPERS_ZH}|{_GIVE_ZH}{_WHICH_ZH}|(?<![新原磁性能属型子建饰])(?<!先进){_PAPERS_ZH}(?:有|包括|是|要){_WHICH_ZH}(?!规定|支持|政策|目标|措施|安排)"
    rf"|\b(?:what|which)\s(?:[\w-]+\s){{0,3}}?{_PAPERS_EN}\b(?=[^?]*\b(?:{_GIVE_EN}|submitted|uploaded|attached|handed\sin|provided|enclosed|presented|needed?|required?)\b)"
    rf"|\bwhat\s(?:must|should|shall|do|does|has|have|needs?)\b[^?]{{0,80}}?\b{_GIVE_EN}\b",
    re.IGNORECASE,
)
_ASKS_CONDITIONS = re.compile(
    rf"{_WHICH_ZH}(?:样的)?{_CONDITIONS_ZH}|{_CONDITIONS_ZH}(?:有|包括|是){_WHICH_ZH}|(?:满足|符合|具备|达到)(?:了)?{_WHICH_ZH}"
    r"|谁(?:可以|能|有资格)|(?:什么样的|哪些)[^?？]{2,12}(?:可以|能|才能|有资格)(?:申|享|领|获)"
    rf"|\b(?:what|which)\s(?:[\w-]+\s){{0,2}}?{_CONDITIONS_EN}\b|\bwhat\s(?:does|do|did)\s[^?]{{2,60}}?\srequires?\sof\b"
    r"|\bwho\s(?:can|may|qualifies|is\s(?:eligible|entitled))\b|\bwhat\smust\b[^?]{2,60}?\b(?:meet|fulfil|satisfy|qualify)\b",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    rf"{_GIVE_ZH}|{_PAPERS_ZH}|\b{_GIVE_EN}s?\b|\b(?:submitted|uploaded|attached)\b", re.IGNORECASE
)
_CONDITIONS = re.compile(
    rf"{_CONDITIONS_ZH}|应当?|必须|须|同时|具备|符合|满足|不得|方可|\b{_CONDITIONS_EN}\b|\b(?:shall|must|required?|eligib\w+|qualif\w+|entitled|only|if|provided)\b",
    re.IGNORECASE,
)

_PAPERS_HEADING = re.compile(
    rf"(?:申[请报]|所需|提交|报送|准备).{{0,6}}(?:材料|资料|文件)|\b{_PAPERS_EN}\b.*\b(?:{_GIVE_EN}|required|submitted)\b"
    rf"|\b(?:required|application|supporting)\s{_PAPERS_EN}\b",
    re.IGNORECASE,
)
_APPLIES = re.compile(r"提交申[请报](?!表|书|材料|资料|文件|报告)")  # hands in no paper but applies
_ANNOUNCES = re.compile(f"{_CONDITIONS.pattern}|{_PAPERS.pattern}", re.IGNORECASE)
_SENTENCE = re.compile(r"[。；，：;,:]|\.\s*$")
_STATED = re.compile(
    rf"(?:下列|以下|如下)[^：:，。]{{0,6}}(?:条件|要求|{_PAPERS_ZH})|{_CONDITIONS_ZH}(?:如下|[：:])"
    rf"|\b(?:following|these)\s(?:[\w-]+\s)?(?:{_CONDITIONS_EN}|{_PAPERS_EN})\b|\b{_CONDITIONS_EN}\s?:",
    re.IGNORECASE,
)
TITLES = 2  # above a sentence that are looked at: an item may be a title of its own
LISTED = 0.4  # … or stands under a title of papers
STATED = 0.2  # what it counts that a list is announced as one of conditions, or of papers
# What must be covered of a question, by its words and by its seldom ones: what is laid down for others is
# worded much alike, so that more is asked than of other sentences.
ENOUGH = 0.8


@dataclass(frozen=True, slots=True)
class Block:
    """A sentence that lays something down, with the items of the list that it announces."""

    lead: Clause
    items: tuple[Clause, ...]

    @property
    def parts(self) -> tuple[Clause, ...]:
        """Lead and items."""
        return (self.lead, *self.items)

    @property
    def whole(self) -> Clause:
        """All of it as one stretch: items are covered by what announces them, too."""
        return replace(self.lead, span=Span(self.lead.span.start, self.parts[-1].span.end))


def asked(question: Question) -> str | None:
    """Return what a question asks to be told: "papers" to hand in, "conditions" to meet, or neither."""
    if _ASKS_PAPERS.search(question.view):
        return "papers"
    return "conditions" if _ASKS_CONDITIONS.search(question.view) else None


def answer(material: Material, wanted: str) -> Draft | None:
    """Give the conditions asked for, or the papers, with the whole list."""
    blocks = _blocks(material, papers=wanted == "papers")
    covered = extracts.by_fit([b.whole for b in blocks.values()], material)
    ranked = sorted(covered, key=lambda r: -_fit(r, material))
    if not ranked or ranked[0][1].share + ranked[0][1].rare < ENOUGH:
        return None
    chosen = [blocks[_place(clause)] for clause in _with_twin(ranked, material)]
    return extracts.told(material, [part for block in chosen for part in block.parts])


def _fit(ranked: tuple[Clause, Cover], material: Material) -> float:
    clause, covered = ranked
    stated = LISTED if _is_listed(clause) else STATED if _STATED.search(clause.text) else 0.0
    return extracts.fit(clause, covered, material) + stated


def _blocks(material: Material, *, papers: bool) -> dict[tuple[str, int], Block]:
    """Return the lists and sentences that rule on conditions, or on papers, by where they begin."""
    found: dict[tuple[str, int], Block] = {}
    for clause in extracts.candidates(material):
        block = block_of(clause)
        if _rules(block, papers=papers):
            found.setdefault(_place(block.lead), block)
    return found


def _is_listed(clause: Clause) -> bool:
    """Whether the title above a sentence is one of papers to hand in: 三、申报材料."""
    return any(_PAPERS_HEADING.search(title) for title in clause.titles[-TITLES:])


def _place(clause: Clause) -> tuple[str, int]:
    return clause.document.id, clause.span.start


def block_of(clause: Clause) -> Block:
    """Return a sentence with its list; an item stands with all of the list and what announces it."""
    document = clause.document
    lead = lead_of(document, clause.span)
    if lead is None or not _ANNOUNCES.search(lead.cut(document.text)):
        lead = clause.span
    items = tuple(replace(clause, span=s) for s in items_of(document, lead))
    return Block(replace(clause, span=lead), items)


def _rules(block: Block, *, papers: bool) -> bool:
    """Whether a block says what must be met, or what must be handed in, where that is asked for."""
    lead = block.lead.text
    if not block.items and not _SENTENCE.search(lead):  # a heading alone: 入库要求
        return False
    hands_in = bool(
        _PAPERS.search(_APPLIES.sub("", lead)) or (_SENTENCE.search(lead) and _is_listed(block.lead))
    )
    return hands_in if papers else bool(_CONDITIONS.search(lead)) and not (hands_in and block.items)


def _with_twin(ranked: Sequence[tuple[Clause, Cover]], material: Material) -> list[Clause]:
    """Return the best one and what another document says as well, the asker's language first."""
    fits = [_fit(r, material) for r in ranked]
    best = ranked[0][0]
    beside = (c for (c, _), value in zip(ranked, fits, strict=True) if fits[0] - value <= 3 * extracts.BESIDE)
    twin = next((c for c in beside if c.document.id != best.document.id), None)
    language = material.question.language
    return sorted([best, twin] if twin else [best], key=lambda c: not extracts.is_in(c, language))
