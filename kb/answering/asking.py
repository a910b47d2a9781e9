"""The way from a question to an answer: understand, gather, choose, say, guard; or say what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kb import shapes
from kb.answering import (
    bodies,
    claims,
    comparing,
    conditions,
    dating,
    duties,
    events,
    extracts,
    issuing,
    products,
    ranking,
    telling,
    validity,
)
from kb.answering.drafting import Draft, compose
from kb.answering.events import Event
from kb.answering.families import family_of
from kb.answering.fitting import Demand
from kb.answering.forms import Kind
from kb.answering.material import Material
from kb.answering.papers import NAMED, documents
from kb.answering.question import understand
from kb.answering.refusing import missing, nearest
from kb.answering.sides import compared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.records import Document, Quote
    from kb.answering.material import Clause
    from kb.answering.question import Question
    from kb.answering.ranking import Ranked
    from kb.figures import Reading
    from kb.holdings import Holdings

Json = dict[str, Any]


def ask(base: Holdings, question: str, language: str | None = None) -> Json:
    """Answer a question from what is held, in its own language unless another is asked for."""
    asked = understand(question, language, base.places)
    material = Material(base, asked)
    draft = answer(material)
    said = compose(draft, asked.language) if draft else None
    if draft is None or said is None:
        return _refusal(material)
    return _answer(material, draft, *said)


def answer(material: Material) -> Draft | None:
    """Return what can be said to a question, or None where the evidence does not reach."""
    question = material.question
    if duties_asked := duties.asked(material):
        return duties.answer(material, duties_asked)
    if comparison := compared(question, material.base.places):
        draft = comparing.answer(material, comparison)
        if draft or comparison.is_whole:
            return draft
    event = events.asked(question.view)
    if event and not (event is Event.APPLYING and question.kind in (Kind.ISSUED, Kind.ISSUER)):
        meant = documents(material, events.name_in(question.rest))
        draft = _from_events(material, event, meant)
        if draft or not (meant or event is Event.APPLYING):  # of what is not held nothing is known
            return draft
    return _of_its_kind(material)


def _of_its_kind(material: Material) -> Draft | None:
    """Return what can be said by the kind of the question alone."""
    question = material.question
    if question.kind in (Kind.ISSUED, Kind.ISSUER, Kind.NUMBER):
        return issuing.answer(material, question.kind) or _unissued(material)
    if question.kind is Kind.TRUTH and question.asserted:
        return _claimed(material)
    if question.kind is Kind.TRUTH and question.years:
        return _from_text(material)
    if question.kind in (Kind.QUANTITY, Kind.COMPARE):
        return _from_figures(material) or _from_numbers(material)
    if question.kind is Kind.DEADLINE:
        return _from_dates(material)
    if question.kind is Kind.RESPONSIBLE:
        return _from_bodies(material)
    if wanted := conditions.asked(question):
        return conditions.answer(material, wanted)
    return products.answer(material) or _from_text(material)


def _from_events(material: Material, event: Event, meant: Sequence[Document]) -> Draft | None:
    """Say when something befell the documents meant; of several times to apply the one that is asked for."""
    if event is Event.APPLYING:
        return dating.window(material, event) or validity.answer(material, event, meant)
    return validity.answer(material, event, meant) or (
        None if meant else dating.window(material, event, NAMED)
    )


def _from_figures(material: Material) -> Draft | None:
    ranked = ranking.rank(material, material.question.units)
    if not ranked or not ranked[0].cover.reaches(material.question):
        return None
    if ranked[0].cover.named <= 0 and ranking.lead(ranked, material.question) < SURELY_FIRST:
        return None  # what is asked for is not named, and another figure is as good: a guess
    near = [r for r in ranked if ranked[0].score - r.score <= BESIDE]
    return telling.answer(material, ranking.own_first(ranking.precise_first(near), material))


BESIDE = 0.3  # a figure ranked lower than this answers something else
SURELY_FIRST = 0.05


def _from_dates(material: Material) -> Draft | None:
    """Give the date of the sentence that fits, or the deadline of a figure that fits clearly better."""
    ranked = [
        r
        for r in ranking.rank(material, frozenset())
        if r.figure.deadline and r.cover.reaches(material.question)
    ]
    least = ranked[0].cover.score - DATE_FIRST if ranked else 0.0
    dated = dating.answer(material, least)
    return dated or (telling.answer(material, ranked) if ranked else None)


DATE_FIRST = 0.15  # a sentence that names a date itself says more than one that a date is carried to


def _from_numbers(material: Material) -> Draft | None:
    """Give a sentence with numbers that covers the question wholly, where no figure was read from it.

    One in the other language must name an amount of the kind asked for: its numbers are all that is told.
    """
    question, demand = material.question, Demand.of(material.question)
    ranked = [
        (clause, cover)
        for clause, cover in extracts.rank(material)
        if cover.share >= WHOLLY
        and cover.weakest >= SURELY
        and (extracts.is_in(clause, question.language) or question.units - {"count", "other"})
        and all(year in clause.text for year, _ in question.years)
        and extracts.has_numbers(clause, material)
        and demand.names_kind(f"{clause.text}\n{clause.section}")
        and demand.is_for(clause.text)
        and _has_number(material, clause)
    ]
    return extracts.answer(material, ranked) if ranked else None


def _has_number(material: Material, clause: Clause) -> bool:
    """Whether a sentence has a number that may be the one asked for, by its unit where one is asked for."""
    units = material.question.units
    if units - {"count", "other"}:
        return extracts.names_amount(clause, units)
    return extracts.unread_number(material, clause)


WHOLLY, SURELY = 0.75, 0.5


def _unissued(material: Material) -> Draft | None:
    """Answer what asks as for an issue and means something else: when a list is published, say."""
    if material.question.kind is Kind.NUMBER:
        return None
    return (_from_dates(material) if material.question.kind is Kind.ISSUED else None) or _from_text(material)


def _claimed(material: Material) -> Draft | None:
    """Judge the figures of a claim that are known in some value: tell the one that is not so, or the last."""
    judged: tuple[Reading, list[Ranked]] | None = None
    for claim in material.question.asserted:
        ranked = [r for r in claims.rank(material, claim) if r.cover.reaches(material.question)]
        if ranked and family_of(ranked[0].figure.unit) == family_of(claim.unit):
            judged = claim, ranked
            if not claims.holds(claim, ranked[0].figure, material):
                break
    return claims.answer(material, *judged) if judged else None


def _from_bodies(material: Material) -> Draft | None:
    tasks = bodies.rank_tasks(material)
    clauses = bodies.rank_clauses(material)
    task = tasks[0] if tasks and tasks[0].cover.reaches(material.question) else None
    clause = clauses[0] if clauses and clauses[0][1].reaches(material.question) else None
    if task and (clause is None or task.cover.telling >= clause[1].telling - _TASK_FIRST):
        return bodies.task_answer(material, task)
    if clause is None:
        return None
    listed = bodies.task_of(tasks, clause[0])
    return bodies.task_answer(material, listed) if listed else bodies.clause_answer(material, clause[0])


_TASK_FIRST = 0.15  # tasks name all their bodies and their roles: a sentence must fit clearly better


def _from_text(material: Material) -> Draft | None:
    ranked = extracts.rank(material)
    if not ranked or not ranked[0][1].reaches(material.question):
        return None
    if material.question.kind is Kind.TRUTH and (dated := dating.in_year(material, ranked[0][0])):
        return dated
    return extracts.answer(material, [r for r in ranked if r[1].reaches(material.question)])


def _answer(material: Material, draft: Draft, text: str, quotes: Sequence[Quote]) -> Json:
    """Return the published form of an answer."""
    agreement = None
    if draft.same is not None:
        differs = [{"document": d, "figure": f} for d, f in draft.differs]
        agreement = {"same": draft.same, "differs": differs}
    return {
        **_head(material.question),
        "answered": True,
        "answer": text,
        "citations": [_citation(material, n, q) for n, q in enumerate(quotes, start=1)],
        "figures": list(dict.fromkeys(figure for _, figure in draft.figures)),
        "agreement": agreement,
        "missing": None,
        **_tail(material),
        "nearest": [],
    }


def _refusal(material: Material) -> Json:
    """Return the published form of an honest refusal."""
    return {
        **_head(material.question),
        "answered": False,
        "answer": None,
        "citations": [],
        "figures": [],
        "agreement": None,
        "missing": missing(material),
        **_tail(material),
        "nearest": [shapes.quote(q) for q in nearest(material)],
    }


def _head(question: Question) -> Json:
    return {"question": question.text, "language": question.language}


def _tail(material: Material) -> Json:
    return {"searched": {"passages": material.base.index.count(), "documents": len(material.base.held)}}


def _citation(material: Material, number: int, quote: Quote) -> Json:
    document = material.base.held[quote.document]
    return {
        "n": number,
        "quote": shapes.quote(quote),
        "document": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.original_url or document.url,
        "language": document.language,
    }
