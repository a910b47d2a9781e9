"""Answers to "how many", "how much", "how long": figures, joined over their sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.answering.citing import cite, sentence_at
from kb.answering.drafting import Draft, Statement
from kb.answering.forms import Kind
from kb.answering.families import families_of, family_of
from kb.answering.question import language_of
from kb.answering.scoring import AROUND, OWN, PASSAGE, SECTION, TITLE, Cover, cover
from kb.answering.wording import deadline, quantity
from kb.answering.words import LITTLE, weight, words
from kb.joining.agreement import same_value
from kb.records import Change, FigureKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.searching import Hit

    from corpus.records import Quote
    from kb.answering.material import Material
    from kb.answering.question import Question
    from kb.records import Figure, Target

LIKELY, UNLIKELY = 0.15, -0.3  # a unit that the question makes likely, or does not
UNASKED = -0.15  # a threshold, where none is asked for
DUE = 0.25  # a figure whose deadline is the one asked for
TIED = 0.04  # figures of one sentence this near to the best are part of the answer
TENSE, QUALIFIED, EXACT = 0.06, 0.3, 0.15
CITED = 4
NAMED, MOSTLY = 0.25, 0.5  # how surely a figure's own words must name what is counted
COUNTED = frozenset({"count", "other"})


_CHANGES = {
    Change.INCREASE: "增长 提高 growth increase rise",
    Change.DECREASE: "下降 降低 减少 fall decrease reduction",
}
_TO_COME = re.compile(
    r"\b(?:will|shall|should|must|target|goal|aim|plan|want|by 20\d\d)|目标|要|将|计划|到20\d\d|应|须|最高|最多"
)
_AS_IS = re.compile(
    r"\b(?:was|were|did|had|has|have|currently|now|last year|already)\b|去年|目前|已经|截至|现有|有多少(?!目标)"
)
_CLAUSE_END = re.compile(r"[，,;；。.\n、]")
BEHIND = 40  # characters behind a figure that may still name what it counts
_THRESHOLD = re.compile(r"门槛|多大|each|how large|threshold|qualif", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A figure with how well it answers."""

    figure: Figure
    cover: Cover
    score: float


def rank(material: Material, units: frozenset[str], *, any_year: bool = False) -> list[Ranked]:
    """Return the figures that may answer, best first; those of other units or other years are left out."""
    found: dict[str, Ranked] = {}
    for figure, hit in material.figures():
        if figure.id in found or not _unit_fits(figure, units):
            continue
        if not any_year and not _year_fits(figure, hit.passage.section, material):
            continue
        covered = cover(material, _layers(figure, hit, material), material.rank_of(hit))
        if not _names_head(covered, material):
            continue
        found[figure.id] = Ranked(figure, covered, _score(covered, figure, material))
    return sorted(found.values(), key=lambda r: (-r.score, r.figure.id))


def _score(covered: Cover, figure: Figure, material: Material) -> float:
    """Return one number for ranking: what is covered, and all that speaks for this figure besides."""
    preference = _preference(figure, material.question)
    return covered.score + preference + _qualified(figure, material) + _precision(figure, material)


def _names_head(covered: Cover, material: Material) -> bool:
    """Whether what is counted is named by the figure itself, and not only somewhere around it."""
    question = material.question
    head = [i for i in sorted(question.head) if material.asked.weights[i] > LITTLE]
    if not head or question.units != COUNTED:
        return True
    own = [float(covered.own_words[i]) for i in head]
    return own[-1] >= NAMED and sum(own) / len(own) >= MOSTLY


def _unit_fits(figure: Figure, units: frozenset[str]) -> bool:
    return not units or bool(families_of(figure.unit, figure.unit_text) & units)


def _preference(figure: Figure, question: Question) -> float:
    """Return what speaks for a figure besides its words."""
    family = family_of(figure.unit)
    likely = 0.0 if not question.likely else LIKELY if family in question.likely else UNLIKELY
    due = DUE if any(y == (figure.deadline or "")[:4] for y, _ in question.years) else 0.0
    threshold = 0.0 if figure.of is None or _THRESHOLD.search(question.view) else UNASKED
    return likely + due + threshold + _tense(figure, question)


def _tense(figure: Figure, question: Question) -> float:
    """Return what speaks for a figure by its being a state or something to come."""
    if _TO_COME.search(question.view):
        return 0.0 if figure.kind is FigureKind.STATUS else TENSE
    return TENSE if figure.kind is FigureKind.STATUS and _AS_IS.search(question.view) else 0.0


def _qualified(figure: Figure, material: Material) -> float:
    """Return what the numbers that a question takes for granted say: they are this figure's thresholds or not."""
    question = material.question
    thresholds = [
        f for f in material.base.readings.figures.get(figure.quote.document, ()) if f.of == figure.id
    ]
    if question.kind is Kind.TRUTH or not question.asserted or not thresholds:
        return 0.0
    return QUALIFIED if any(same_value(a, t) for a in question.asserted for t in thresholds) else -QUALIFIED


def _precision(figure: Figure, material: Material) -> float:
    """Return how much of what a figure says it measures the question asks for."""
    if not (inside := [w for w in words(figure.subject) if weight(w) > LITTLE]):
        return 0.0
    matcher = material.matcher
    covered = matcher.cover(matcher.asked(inside), matcher.scope(material.question.rest))
    return EXACT * float(covered.mean())


def _year_fits(figure: Figure, section: str, material: Material) -> bool:
    """Whether the years that a question names are this figure's; other years make it another figure."""
    document = material.base.held[figure.quote.document]
    sentence = sentence_at(document, figure.quote.span).cut(document.text)
    plan = material.plan_of.get(document.id)
    near = " ".join((figure.deadline or "", figure.baseline or "", sentence, section))
    ends = plan.period[-4:] if plan and plan.period else ""
    for year, is_deadline in material.question.years:
        if figure.deadline and figure.deadline[:4].isdigit():
            if figure.deadline[:4] != year and (is_deadline or year not in near):
                return False
        elif (
            year not in near
            and year != ends
            and (is_deadline or year not in (material.titles(document) + (document.published or "")))
        ):
            return False
    return True


def _layers(figure: Figure, hit: Hit, material: Material) -> list[tuple[str, float]]:
    """Return the texts around a figure from the inside out; its twins in other documents speak for it too."""
    document = material.base.held[figure.quote.document]
    sentence = sentence_at(document, figure.quote.span).cut(document.text)
    behind = _CLAUSE_END.split(document.text[figure.quote.end : figure.quote.end + BEHIND], maxsplit=1)[0]
    own = [f"{figure.subject}\n{figure.quote.text}{behind}"]
    own += [f"{f.subject}\n{f.quote.text}" for f in twins(figure, material)]
    own += [_CHANGES[figure.change]] if figure.change in _CHANGES else []
    if figure.of and (whole := material.base.figure_by_id.get(figure.of)):
        own.append(whole.subject)
    return [
        ("\n".join(own), OWN), (sentence, AROUND), (hit.passage.section, SECTION), (hit.passage.text, PASSAGE),
        (material.titles(document), TITLE),
    ]  # fmt: skip


def twins(figure: Figure, material: Material) -> list[Figure]:
    """Return the figures of other documents that state the same target alike."""
    target = material.target_of.get(figure.id)
    if target is None:
        return []
    alike = (Verdict.SAME, Verdict.ROUNDED, Verdict.WEAKER, Verdict.STRONGER)
    mine = next(s.verdict for s in target.statements if s.figure == figure.id)
    if mine not in alike:
        return []
    found = [s.figure for s in target.statements if s.figure != figure.id and s.verdict in alike]
    return [f for i in found if (f := material.base.figure_by_id.get(i)) and f.value == figure.value]


def answer(material: Material, ranked: Sequence[Ranked]) -> Draft:
    """Say the best figure, those that belong to it, and what other sources say."""
    best = ranked[0]
    chosen = _authority(best.figure, material)
    together = [chosen, *(f for f in _companions(best, ranked, material) if f.id != chosen.id)]
    language = material.question.language
    quotes = quotes_of(chosen, material)
    more = [material.base.held[f.quote.document] for f in together[1:]]
    own = [cite(d, f.quote.span) for d, f in zip(more, together[1:], strict=True)]
    due = due_quote(chosen, material)
    statements = [
        Statement(_said(together, material, due is not None), (*quotes, *own, *filter(None, (due,))))
    ]
    target = material.target_of.get(chosen.id)
    differing = _differing(target, material)
    if differing:
        statements.append(_disagreement(differing, material, language))
    return Draft(
        statements=tuple(statements),
        figures=tuple(f.id for f in together),
        same=_same(target) if target else None,
        differs=tuple((f.quote.document, f.id) for f in differing),
    )


def _authority(figure: Figure, material: Material) -> Figure:
    """Return the most official statement of the same target, unless the question names a source."""
    target = material.target_of.get(figure.id)
    if target is None or material.source is not None:
        return figure
    first = next((s.figure for s in target.statements if s.document == target.authority), figure.id)
    return material.base.figure_by_id.get(first, figure)


def _companions(best: Ranked, ranked: Sequence[Ranked], material: Material) -> list[Figure]:
    """Return the figures to be told with the best one: its thresholds, and ties in the same sentence."""
    figure = best.figure
    chosen = _authority(figure, material)
    inside = material.base.readings.figures.get(chosen.quote.document, ())
    thresholds = [f for f in inside if f.of == chosen.id]
    if not re.search(r"\band\b|\beach\b|respectively|分别|和|与|及|各", material.question.view):
        return thresholds
    document = material.base.held[figure.quote.document]
    sentence = sentence_at(document, figure.quote.span)
    ties = [
        r.figure
        for r in ranked[1:]
        if r.figure.quote.document == figure.quote.document
        and sentence.holds(r.figure.quote.span)
        and best.score - r.score <= TIED
        and family_of(r.figure.unit) == family_of(figure.unit)
    ]
    return [*thresholds, *ties]


def due_quote(figure: Figure, material: Material) -> Quote | None:
    """Return the sentence that holds a figure's deadline: its own, or the one that it is carried over from."""
    if not figure.deadline:
        return None
    document = material.base.held[figure.quote.document]
    own = sentence_at(document, figure.quote.span)
    if figure.deadline[:4] in own.cut(document.text):
        return document.quote(own)
    at = document.text.rfind(figure.deadline[:4], 0, own.start)
    return cite(document, Span(at, at + 4)) if at >= 0 else None


def _said(figures: Sequence[Figure], material: Material, has_due: bool) -> str:
    """Put figures into words: the value with bound and deadline, then what belongs to it."""
    language = material.question.language
    first = figures[0]
    due = deadline(first.deadline, language) if first.deadline and has_due else ""
    said = quantity(first, language)
    label = _label(first, material)
    thresholds = [quantity(f, language) for f in figures[1:] if f.of == first.id]
    others = [quantity(f, language) for f in figures[1:] if f.of != first.id]
    if language == "zh":
        text = "，".join([said, *others]) + (f"（{due}）" if due else "")
        text += f"，门槛为{'、'.join(thresholds)}" if thresholds else ""
        return f"{label}：{text}" if label else text
    text = " and ".join([said, *others]) + (f" {due}" if due else "")
    text += f", with a threshold of {', '.join(thresholds)}" if thresholds else ""
    return f"{label}: {text}" if label else text


def _label(figure: Figure, material: Material) -> str:
    """Return what the figure measures in the asker's language, as one of its sources says it."""
    language = material.question.language
    for one in (figure, *twins(figure, material)):
        if one.language == language and len(one.subject) > 1:
            return " ".join(one.subject.split())
    question = material.question
    head = [question.words[i] for i in sorted(question.head)]
    if not head or question.units != COUNTED or language_of(question.text) != language:
        return ""
    return question.view[head[0].start : head[-1].end]


def quotes_of(figure: Figure, material: Material) -> tuple[Quote, ...]:
    """Return the figure's own sentence, then the asker's language's, then other sources'."""
    language = material.question.language
    others = (
        sorted(twins(figure, material), key=lambda f: f.language != language)
        if material.source is None
        else []
    )
    documents: dict[str, Figure] = {}
    for one in (figure, *others):
        documents.setdefault(one.quote.document, one)
    chosen = list(documents.values())[:CITED]
    return tuple(cite(material.base.held[f.quote.document], f.quote.span) for f in chosen)


def _same(target: Target) -> int:
    return len({s.document for s in target.statements if s.verdict in (Verdict.SAME, Verdict.ROUNDED)})


def _differing(target: Target | None, material: Material) -> list[Figure]:
    if target is None:
        return []
    known = material.base.figure_by_id
    return [known[s.figure] for s in target.statements if s.verdict is Verdict.DIFFERS and s.figure in known]


def _disagreement(figures: Sequence[Figure], material: Material, language: str) -> Statement:
    """Say which sources give another number."""
    parts = []
    for figure in figures[:2]:
        document = material.base.held[figure.quote.document]
        name = _source_name(document.publisher, document.title, language)
        said = quantity(figure, language)
        parts.append(f"{name}写的是{said}" if language == "zh" else f"{name} gives {said}")
    text = f"来源不一致：{'；'.join(parts)}" if language == "zh" else f"Sources disagree: {'; '.join(parts)}"
    quotes = tuple(cite(material.base.held[f.quote.document], f.quote.span) for f in figures[:2])
    return Statement(text, quotes)


def _source_name(publisher: str | None, title: str | None, language: str) -> str:
    """Return a name for a source that is in the asker's language and holds no number."""
    for name in (publisher, title):
        if name and name.isascii() == (language == "en") and not any(c.isdigit() for c in name):
            return name
    return "另一份文件" if language == "zh" else "another document"
