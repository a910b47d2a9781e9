"""Answers to "how many", "how much", "how long": the figure in words, joined over its sources."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.answering.citing import cite, sentence_at
from kb.answering.drafting import Draft, Statement
from kb.answering.families import COUNTED, family_of
from kb.answering.fitting import is_former
from kb.answering.ranking import twins
from kb.answering.wording import deadline, in_script, quantity, source_name
from kb.records import Bound, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.records import Quote
    from kb.answering.material import Material
    from kb.answering.ranking import Ranked
    from kb.records import Figure, Target

TIED = (
    0.3  # figures of the best one's sentence this near to it are part of the answer, where several are asked
)
CITED = 4
TOLD = 2  # sources that disagree are told one by one up to here
_SEVERAL = re.compile(r"\band\b|\beach\b|respectively|分别|和|与|及|各")
_ARTICLE = re.compile(r"^(?:the|an?|and|its?)\s", re.IGNORECASE)


def answer(material: Material, ranked: Sequence[Ranked]) -> Draft:
    """Say the best figure, those that belong to it, and what other sources say."""
    chosen = _authority(ranked[0].figure, material)
    together = [chosen, *(f for f in _companions(ranked, chosen, material) if f.key != chosen.key)]
    due = due_quote(chosen, material)
    own = [cite(material.base.held[f.quote.document], f.quote.span) for f in together[1:]]
    quotes = (*quotes_of(chosen, material), *own, *filter(None, (due,)))
    target = material.target_of.get(chosen.key)
    differing = _differing(target, together, material)
    statements = [Statement(_said(together, material, has_due=due is not None), quotes)]
    statements += [_disagreement(differing, material)] if differing else []
    return Draft(
        statements=tuple(statements),
        figures=tuple(f.key for f in together),
        same=len(_same(target, material)) if target else None,
        differs=tuple(f.key for f in differing),
    )


def due_quote(figure: Figure, material: Material) -> Quote | None:
    """Return the sentence that holds a figure's deadline: its own, or the one it is carried over from."""
    if not figure.deadline:
        return None
    document = material.base.held[figure.quote.document]
    own = sentence_at(document, figure.quote.span)
    year = figure.deadline[:4]
    if year in own.cut(document.text):
        return document.quote(own)
    at = document.text.rfind(year, 0, own.start)
    return cite(document, Span(at, at + len(year))) if at >= 0 else None


def spoken(figure: Figure, material: Material) -> str:
    """Return a figure in the asker's words; its twin in that language knows the counter."""
    language = material.question.language
    twin = next(
        (t for t in twins(figure, material) if t.language == language and t.unit == figure.unit), figure
    )
    if figure.language != language:
        figure = replace(figure, language=twin.language, unit_text=twin.unit_text)
    return in_script(quantity(figure, language), material.question.text)


def _authority(figure: Figure, material: Material) -> Figure:
    """Return the most official statement of the same target, unless the question names a source."""
    target = material.target_of.get(figure.key)
    if target is None or material.source is not None:
        return figure
    first = next((s.key for s in target.statements if s.document == target.authority), figure.key)
    official = material.base.figure_by_key.get(first, figure)
    is_dated = bool(material.question.years) and official.deadline != figure.deadline
    return figure if is_dated else official  # what is due is not how things stood in the year asked for


def _companions(ranked: Sequence[Ranked], chosen: Figure, material: Material) -> list[Figure]:
    """Return the figures to be told with the best one: its thresholds, and its like in the same sentence."""
    thresholds = [*_thresholds(chosen, material), *_caps(chosen, material)]
    best = ranked[0]
    if not _SEVERAL.search(material.question.view):
        return thresholds
    sentence = sentence_at(material.base.held[best.figure.quote.document], best.figure.quote.span)
    ties = [
        r.figure
        for r in ranked[1:]
        if r.figure.quote.document == best.figure.quote.document
        and sentence.holds(r.figure.quote.span)
        and best.score - r.score <= TIED
        and family_of(r.figure.unit) == family_of(best.figure.unit)
        and r.figure.of is None
    ]
    return [*thresholds, *ties]


def _thresholds(chosen: Figure, material: Material) -> list[Figure]:
    """Return the thresholds of a figure, or where its sentence hides them those of a twin."""
    for one in (chosen, *twins(chosen, material)):
        inside = material.base.readings.figures.get(one.quote.document, ())
        document = material.base.held[one.quote.document]
        if found := [f for f in inside if f.of == one.id and not is_former(f, document)]:
            return found
    return []


def _caps(chosen: Figure, material: Material) -> list[Figure]:
    """Return the sum that a share of costs may not exceed: 按投资额的10%补助，最高不超过800万元."""
    if family_of(chosen.unit) != "share" or "money" not in material.question.likely | material.question.units:
        return []
    sentence = sentence_at(material.base.held[chosen.quote.document], chosen.quote.span)
    inside = material.base.readings.figures.get(chosen.quote.document, ())
    return [
        f
        for f in inside
        if sentence.holds(f.quote.span)
        and f.number[0] > chosen.number[0]
        and family_of(f.unit) == "money"
        and f.bound in (Bound.AT_MOST, Bound.UNDER)
    ][:1]


def _said(figures: Sequence[Figure], material: Material, *, has_due: bool) -> str:
    """Put figures into words: what is measured, value, bound and deadline, then what belongs to it."""
    language = material.question.language
    first = figures[0]
    due = deadline(first.deadline, language) if first.deadline and has_due else ""
    thresholds = [spoken(f, material) for f in figures[1:] if f.of is not None]
    level = sorted((f for f in figures if f.of is None or f is first), key=lambda f: f.number)
    values = [spoken(f, material) for f in level]
    label = _label(first, material) if len(values) == 1 else ""
    if language == "zh":
        text = "、".join(values) + (f"（{due}）" if due else "")
        text += f"，门槛为{'、'.join(thresholds)}" if thresholds else ""
        return f"{label}：{text}" if label else text
    text = " and ".join(values) + (f" {due}" if due else "")
    text += f", with a threshold of {', '.join(thresholds)}" if thresholds else ""
    return f"{label}: {text}" if label else text


def _label(figure: Figure, material: Material) -> str:
    """Return what the figure measures in the asker's language, as a source or the question itself says it."""
    question = material.question
    for one in (figure, *twins(figure, material)):
        if one.language == question.language and len(one.subject) > 1:
            return in_script(_ARTICLE.sub("", " ".join(one.subject.split())), question.text)
    head = [question.words[i] for i in sorted(question.head)]
    if not head or question.units != COUNTED or question.asked_in != question.language:
        return ""
    return question.view[head[0].start : head[-1].end]


def quotes_of(figure: Figure, material: Material) -> tuple[Quote, ...]:
    """Return the figure's own sentence, then the asker's language's, then other sources'."""
    language = material.question.language
    others = [] if material.source else sorted(twins(figure, material), key=lambda f: f.language != language)
    documents: dict[str, Figure] = {}
    for one in (figure, *others):
        documents.setdefault(material.base.newest.get(one.quote.document, one.quote.document), one)
    chosen = list(documents.values())[:CITED]
    return tuple(cite(material.base.held[f.quote.document], f.quote.span) for f in chosen)


def _same(target: Target, material: Material) -> set[str]:
    """Return the witnesses of a target; all versions of a work are one."""
    newest = material.base.newest
    agreeing = (s.document for s in target.statements if s.verdict in (Verdict.SAME, Verdict.ROUNDED))
    return {newest.get(document, document) for document in agreeing}


def _differing(target: Target | None, told: Sequence[Figure], material: Material) -> list[Figure]:
    """Return the figures that contradict what is told; of a source asked for, what the authority says."""
    if target is None:
        return []
    known = material.base.figure_by_key
    mine = next((s.verdict for s in target.statements if s.key == told[0].key), Verdict.SAME)
    if mine is Verdict.DIFFERS:
        found = [s.key for s in target.statements if s.document == target.authority][:1]
    else:
        newest = material.base.newest
        tellers = {s.document for s in target.statements}
        differing = (s for s in target.statements if s.verdict is Verdict.DIFFERS)
        found = [s.key for s in differing if newest.get(s.document) not in tellers]
    documents = {f.quote.document for f in told} if mine is Verdict.DIFFERS else set()
    return [known[i] for i in found if i in known and known[i].quote.document not in documents]


def _disagreement(figures: Sequence[Figure], material: Material) -> Statement:
    """Say which sources give another number, source by source."""
    language = material.question.language
    by_document: dict[str, list[Figure]] = {}
    for figure in figures:
        by_document.setdefault(figure.quote.document, []).append(figure)
    parts, quotes = [], []
    for identity, own in list(by_document.items())[:TOLD]:
        document = material.base.held[identity]
        values = [spoken(f, material) for f in own]
        name = source_name(document, material.question.text, language)
        parts.append(
            f"{name}为{'、'.join(values)}" if language == "zh" else f"{name} gives {' and '.join(values)}"
        )
        quotes += [cite(document, f.quote.span) for f in own]
    joined = ("；" if language == "zh" else "; ").join(parts)
    return Statement(
        f"各来源说法不一：{joined}" if language == "zh" else f"Sources disagree: {joined}", tuple(quotes)
    )
