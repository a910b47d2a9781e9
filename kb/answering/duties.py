"""Answers to "what is this body responsible for": the tasks that name it, told by its part in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.answering import extracts
from kb.answering.citing import cite
from kb.answering.drafting import Draft, Statement
from kb.answering.duty_forms import BETWEEN, FORMS, JOINS, LEADS, TO_BODY
from kb.answering.material import HELD
from kb.answering.naming import bodies_named, held_names, longest
from kb.answering.wording import in_script
from kb.answering.words import LITTLE, weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.records import Document, Quote
    from kb.answering.material import Clause, Material
    from kb.answering.naming import Named
    from kb.records import Task, TaskReading

_LEADING = re.compile(r"牵头|主办|领衔|\bleads?\b|\bled\b|\bheads?\b|\bheaded\b", re.IGNORECASE)
# A body acts that a sentence or a clause begins with, or by whom something is done.
_BEFORE = re.compile(
    r"(?:^|[。；;，,.]\s?|由|\bby\s|\band\s|\bArticle\s\d+\s|\d[.、）)]\s?)(?:the\s)?$", re.IGNORECASE
)
_BEHIND = re.compile(r"(?:会同|和|与|、)?[\u3400-\u9fff]|\s[a-z]|[.。]?$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_PARTS_ZH = {"lead": "牵头", "joint": "配合", "responsible": "负责"}
_PARTS_EN = {"lead": "Leads", "joint": "Supports", "responsible": "Is responsible for"}
PLANS = 3  # as many plans are told, where the question names none
WHOLE = 200  # a task this short is cited whole
TOLD = 6  # sentences that give a body its duties, where no task does


@dataclass(frozen=True, slots=True)
class Asked:
    """The bodies that a question asks about, the role it asks for, and the places of the words that ask."""

    bodies: tuple[Named, ...]
    role: str | None
    asking: tuple[Span, ...]

    def is_about(self, names: Iterable[str], locality: str | None) -> bool:
        """Whether one of a body's names is that of a body asked about."""
        return any(body.is_body(name, locality) for name in names for body in self.bodies)


@dataclass(frozen=True, slots=True)
class Duty:
    """A task in which a body asked about has a part."""

    reading: TaskReading
    task: Task | None
    role: str
    leaderless: bool  # nobody is said to lead the task


def asked(material: Material) -> Asked | None:
    """Return which body's duties a question asks for, None where it asks for something else."""
    view = material.question.view
    found = next((m for form in FORMS if (m := form.search(view))), None)
    if found is None:
        return None
    part = Span(*found.span("part")) if found.groupdict().get("part") else None
    bodies = longest((*held_names(view, _names_held(material)), *bodies_named(view)))
    if part and material.question.asked_in == "en":
        bodies = tuple(b for b in bodies if _belong(b.span, part, view))
    if not bodies:
        return None
    words = part.cut(view) if part else ""
    role = "lead" if LEADS.search(words) else "joint" if JOINS.search(words) else None
    return Asked(bodies, role, tuple(filter(None, (Span(*found.span()), part))))


def _belong(body: Span, part: Span, view: str) -> bool:
    """Whether a part is told of a body: "the bureau | leads", "led by | the bureau"."""
    if body.end <= part.start:
        return bool(BETWEEN.fullmatch(view, body.end, part.start))
    return bool(TO_BODY.fullmatch(view, part.end, body.start))


def _names_held(material: Material) -> Iterator[str]:
    """Yield every name of every body that the tasks of the documents found name."""
    for document in _documents(material):
        for reading, task in _tasks(material, document):
            for names, _ in _parts(material, reading, task):
                yield from names


def _documents(material: Material) -> dict[str, Document]:
    """Return the documents that passages were found in, the best first."""
    return {h.passage.document: material.base.held[h.passage.document] for h in material.hits}


def _tasks(material: Material, document: str) -> Iterator[tuple[TaskReading, Task | None]]:
    for reading in material.base.readings.tasks.get(document, ()):
        yield reading, material.base.task_at.get((document, reading.quote.start))


def _parts(
    material: Material, reading: TaskReading, task: Task | None
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the names of each body of a task, those of other documents too, with its role."""
    if task is None or not task.responsible:
        yield from (((r.name,), r.role) for r in reading.responsible)
        return
    known = material.organisations
    for assignment in task.responsible:
        body = known[assignment.organisation]
        yield tuple(n for n in (body.name.zh, body.name.en, *body.aliases) if n), assignment.role


def answer(material: Material, wanted: Asked) -> Draft | None:
    """Tell the tasks of the bodies asked about, plan by plan, or the sentences that give them a duty."""
    plans: dict[str, list[Duty]] = {}
    for document in _documents(material).values():
        plan = material.plan_of.get(document.id)
        plans.setdefault(plan.id if plan else document.id, []).extend(_duties(material, wanted, document))
    topic = _topic(material, wanted)
    told = [
        (fit, _of_role(own, wanted.role))
        for duties in plans.values()
        for fit, own in _on(topic, duties, material)
    ]
    told = [(fit, own) for fit, own in told if own]
    if not told:
        return _from_clauses(material, wanted, topic)
    best = max(fit for fit, _ in told)
    chosen = [own for fit, own in told if fit >= best - _AS_WELL][:PLANS]
    return Draft(statements=tuple(_statement(material, own, named=len(chosen) > 1) for own in chosen))


_AS_WELL = 0.1  # plans whose names hold as much of the question are all told


def _duties(material: Material, wanted: Asked, document: Document) -> Iterator[Duty]:
    """Yield the tasks of a document in which a body asked about has a part."""
    locality = material.place(document)
    for reading, task in _tasks(material, document.id):
        parts = list(_parts(material, reading, task))
        roles = [role for names, role in parts if wanted.is_about(names, locality)]
        if roles:
            yield Duty(reading, task, roles[0], leaderless=all(role != "lead" for _, role in parts))


def _of_role(duties: Sequence[Duty], role: str | None) -> list[Duty]:
    """Return the duties of a role; where nobody is said to lead, who is responsible does."""
    if role is None:
        return list(duties)
    return [d for d in duties if d.role == role] or [
        d for d in duties if role == "lead" and d.role == "responsible" and d.leaderless
    ]


def _topic(material: Material, wanted: Asked) -> list[int]:
    """Return the telling words of a question beside the bodies and what asks for their duties."""
    taken = (*wanted.asking, *(b.span for b in wanted.bodies))
    return [
        i
        for i, w in enumerate(material.question.words)
        if weight(replace(w, is_frame=False)) > LITTLE
        and not any(s.overlaps(Span(w.start, w.end)) for s in taken)
    ]


def _on(
    topic: Sequence[int], duties: Sequence[Duty], material: Material
) -> Iterator[tuple[float, list[Duty]]]:
    """Yield how much of a question's topic a plan's names hold, with the duties that are on the rest."""
    if not duties:
        return
    first = duties[0].reading.quote.document
    titles = material.covers(material.titles(material.base.held[first]))
    rest = [i for i in topic if titles[i] < HELD]
    fit = 1 - len(rest) / len(topic) if topic else 1.0
    own = [d for d in duties if rest and all(material.covers(_words(d))[i] >= HELD for i in rest)]
    if own or fit >= HELD:
        yield fit, list(own or duties)


def _words(duty: Duty) -> str:
    """Return what a task says of itself in all its languages."""
    reading, task = duty.reading, duty.task
    names = (task.title.zh, task.title.en, task.text.zh, task.text.en) if task else ()
    return "\n".join(n for n in (reading.section_title, reading.title, reading.text, *names) if n)


def _statement(material: Material, duties: Sequence[Duty], *, named: bool) -> Statement:
    """Say the tasks of one plan, each once, by the body's part in them."""
    language = material.question.language
    once: dict[str, Duty] = {}
    for duty in sorted(
        duties, key=lambda d: material.base.held[d.reading.quote.document].language != language
    ):
        once.setdefault(duty.task.id if duty.task else duty.reading.id, duty)
    ordered = sorted(once.values(), key=lambda d: (d.reading.number, d.reading.quote.start))
    zh = language == "zh"
    told = []
    for role, name in (_PARTS_ZH if zh else _PARTS_EN).items():
        if titles := [_title(d, language) for d in ordered if d.role == role]:
            told.append(f"{name}：{'；'.join(titles)}" if zh else f"{name}: {'; '.join(titles)}")
    lead = f"{_plan(material, ordered[0])}{'：' if zh else ': '}" if named else ""
    quotes = tuple(q for d in ordered for q in _evidence(material, d.reading))
    text = lead + ("。" if zh else ". ").join(told)
    return Statement(in_script(text, material.question.text), quotes)


def _title(duty: Duty, language: str) -> str:
    """Return a task's title in the asker's language, or as the source has it, which is said."""
    title = (duty.task and (duty.task.title.zh if language == "zh" else duty.task.title.en)) or ""
    title = title or duty.reading.title
    foreign = bool(_HAN.search(title)) != (language == "zh")
    mark = ("（原文为英文）" if language == "zh" else " (in Chinese in the source)") if foreign else ""
    return title.strip(" .。;；") + mark


def _plan(material: Material, duty: Duty) -> str:
    """Return the name of a duty's plan without its period."""
    plan = material.plan_of.get(duty.reading.quote.document)
    zh = material.question.language == "zh"
    both = ((plan.title.zh, plan.title.en) if zh else (plan.title.en, plan.title.zh)) if plan else ()
    title = next((t for t in both if t), material.base.held[duty.reading.quote.document].title or "")
    return re.sub(r"\s?[（(][^（）()]*\d[^（）()]*[）)]", "", title)


def _evidence(material: Material, reading: TaskReading) -> list[Quote]:
    """Return a short task whole, of a long one its title and the sentence that names the bodies."""
    document = material.base.held[reading.quote.document]
    if len(reading.quote.text) < WHOLE or not reading.responsible:
        return [reading.quote]
    spans = [r.quote.span for r in reading.responsible]
    units = Span(min(s.start for s in spans), max(s.end for s in spans))
    title = Span(reading.quote.start, reading.quote.start + len(reading.title) or 1)
    return [cite(document, title), cite(document, units)]


def _from_clauses(material: Material, wanted: Asked, topic: Sequence[int]) -> Draft | None:
    """Give the sentences in which a body asked about is the one that acts."""
    found: dict[tuple[str, int], Clause] = {}
    for clause in material.clauses():
        if _acts(clause, wanted, material) and _on_topic(clause, topic, material):
            found.setdefault((clause.document.id, clause.span.start), clause)
    return extracts.told(material, list(found.values())[:TOLD]) if found else None


def _on_topic(clause: Clause, topic: Sequence[int], material: Material) -> bool:
    """Whether half of a question's topic stands in a sentence or in the names of its document."""
    words = (material.covers(clause.text), material.covers(material.titles(clause.document)))
    held = [i for i in topic if max(row[i] for row in words) >= HELD]
    return len(held) >= HELD * len(topic)


def _acts(clause: Clause, wanted: Asked, material: Material) -> bool:
    """Whether a sentence says that a body asked about does something, as its leader where that is asked."""
    if wanted.role == "lead" and not _LEADING.search(clause.text):
        return False
    locality = material.place(clause.document)
    text = clause.text
    return any(
        _BEFORE.search(text, 0, named.span.start) and _BEHIND.match(text, named.span.end)
        for named in (*bodies_named(text), *held_names(text, [b.name for b in wanted.bodies]))
        if wanted.is_about((named.name,), locality)
    )
