"""Joining the tasks and products that several documents list, by their numbers and their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from corpus.records import make_id
from kb.records import Assignment, Bilingual, Product, ProductReading, Task, TaskReading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kb.likeness import Likeness
    from kb.records import Figure, Plan, Responsible

SAME_TITLE = 0.6  # alike enough to join whatever the numbers say
SAME_LIST = 0.25  # lists with the same numbers are one list if their titles are on the mean so alike

R = TypeVar("R", TaskReading, ProductReading)


def join_tasks(
    plan: Plan,
    readings: Mapping[str, Sequence[TaskReading]],
    figures: Mapping[str, Sequence[Figure]],
    organisation: Callable[[Responsible, str], str],
    likeness: Likeness,
) -> tuple[Task, ...]:
    """Return the tasks of `plan`; `organisation` gives the id of the body that a reading names."""
    groups: list[list[TaskReading]] = []
    for document in plan.documents:
        _align(readings.get(document, ()), groups, lambda task: task.title, likeness)
    return tuple(_task(group, plan, figures, organisation) for group in groups)


def _align(
    readings: Sequence[R], groups: list[list[R]], name: Callable[[R], str], likeness: Likeness
) -> None:
    """Add one document's list to the groups its entries belong to, or as groups of their own.

    Another version of the work lists the very same entries, whatever their numbers now. Where the numbers of
    different works run alike their lists are judged as wholes: one title that was translated freely does not
    part two lists of twenty.
    """
    known = list(groups)
    stated = {reading.id: group for group in known for reading in group}
    pairs = list(zip(readings, known, strict=False))
    alike = [likeness.alike(name(reading), name(group[0])) for reading, group in pairs]
    whole = len(known) == len(readings) and all(r.number == g[0].number for r, g in pairs)
    other_work = stated.keys().isdisjoint(reading.id for reading in readings)
    if pairs and whole and other_work and sum(alike) >= SAME_LIST * len(alike):
        for reading, group in pairs:
            group.append(reading)
        return
    for reading in readings:
        if same := stated.get(reading.id):
            same.append(reading)
            continue
        free = [g for g in known if g[-1].quote.document != reading.quote.document]
        twin = max(free, key=lambda g: likeness.alike(name(reading), name(g[0])), default=None)
        if twin and likeness.alike(name(reading), name(twin[0])) >= SAME_TITLE:
            twin.append(reading)
        else:
            groups.append([reading])


def _task(
    group: Sequence[TaskReading],
    plan: Plan,
    figures: Mapping[str, Sequence[Figure]],
    organisation: Callable[[Responsible, str], str],
) -> Task:
    """Make the record of one task; the first reading is the most official one."""
    first = group[0]
    section, title, text = Bilingual(), Bilingual(), Bilingual()
    for reading in group:
        section = section.join(Bilingual(**{reading.language: reading.section_title}))
        title = title.join(Bilingual(**{reading.language: reading.title}))
        text = text.join(Bilingual(**{reading.language: reading.text}))
    source = next((r for r in group if r.responsible), first)
    assigned = {organisation(r, source.language): r.role for r in source.responsible}
    inside = {
        f.id: None
        for reading in group
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
        quotes=tuple(r.quote for r in group),
    )


def join_products(
    plan: Plan, readings: Mapping[str, Sequence[ProductReading]], likeness: Likeness
) -> tuple[Product, ...]:
    """Return the product classes of `plan`, numbered as its most official document numbers them."""
    groups: list[list[ProductReading]] = []
    for document in plan.documents:
        _align(readings.get(document, ()), groups, lambda product: product.name, likeness)
    return tuple(_product(group, plan) for group in groups)


def _product(group: Sequence[ProductReading], plan: Plan) -> Product:
    name = Bilingual()
    for reading in group:
        name = name.join(Bilingual(**{reading.language: reading.name}))
    first = group[0]
    return Product(
        plan=plan.id,
        number=str(first.number),
        name=name,
        items=first.items,
        quotes=tuple(r.quote for r in group),
    )
