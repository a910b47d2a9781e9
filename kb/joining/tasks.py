"""The tasks and products of a plan, from what its documents list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.records import make_id
from kb.decided import UNDECIDED, Decided
from kb.joining.lists import Entry, Rule, join_lists
from kb.records import Assignment, Bilingual, Product, ProductReading, Task, TaskReading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kb.likeness import Likeness
    from kb.records import Figure, Plan, Responsible


def list_tasks(
    plan: Plan,
    readings: Mapping[str, Sequence[TaskReading]],
    likeness: Likeness,
    decided: Decided = UNDECIDED,
) -> list[Entry[TaskReading]]:
    """Return what the documents of a plan say of each task, joined over all of them."""
    rule: Rule[TaskReading] = Rule(lambda task: task.title, likeness, decided)
    return join_lists((readings.get(d, ()) for d in plan.documents), rule)


def join_tasks(
    plan: Plan,
    entries: Iterable[Entry[TaskReading]],
    figures: Mapping[str, Sequence[Figure]],
    organisation: Callable[[Responsible, str], str],
) -> tuple[Task, ...]:
    """Return the tasks of `plan`; `organisation` gives the id of the body that a reading names."""
    return tuple(_task(entry, plan, figures, organisation) for entry in entries)


def _task(
    entry: Entry[TaskReading],
    plan: Plan,
    figures: Mapping[str, Sequence[Figure]],
    organisation: Callable[[Responsible, str], str],
) -> Task:
    """Make the record of one task; the first reading is the most official one."""
    first = entry.first
    section, title, text = Bilingual(), Bilingual(), Bilingual()
    for reading in entry.readings:
        section = section.join(Bilingual(**{reading.language: reading.section_title}))
        title = title.join(Bilingual(**{reading.language: reading.title}))
        text = text.join(Bilingual(**{reading.language: reading.text}))
    source = next((r for r in entry.readings if r.responsible), first)
    assigned = {organisation(r, source.language): r.role for r in source.responsible}
    inside = {
        f.id: None
        for reading in entry.readings
        for f in figures.get(reading.quote.document, ())
        if reading.quote.span.holds(f.quote.span)
    }
    return Task(
        id=make_id("task", plan.id, first.id),
        plan=plan.id,
        number=str(first.number),
        section_number=first.section_number,
        section_title=section,
        title=title,
        text=text,
        responsible=tuple(Assignment(organisation=o, role=role) for o, role in assigned.items()),
        figures=tuple(inside),
        quotes=tuple(r.quote for r in entry.readings),
        joins=tuple(entry.joins),
    )


def join_products(
    plan: Plan,
    readings: Mapping[str, Sequence[ProductReading]],
    likeness: Likeness,
    decided: Decided = UNDECIDED,
) -> tuple[Product, ...]:
    """Return the product classes of `plan`, numbered as its most official document numbers them."""
    rule: Rule[ProductReading] = Rule(lambda product: product.name, likeness, decided)
    entries = join_lists((readings.get(d, ()) for d in plan.documents), rule)
    return tuple(_product(entry, plan) for entry in entries)


def _product(entry: Entry[ProductReading], plan: Plan) -> Product:
    name = Bilingual()
    for reading in entry.readings:
        name = name.join(Bilingual(**{reading.language: reading.name}))
    return Product(
        plan=plan.id,
        number=str(entry.first.number),
        name=name,
        items=entry.first.items,
        quotes=tuple(r.quote for r in entry.readings),
        joins=tuple(entry.joins),
    )
