"""Joining the tasks and products that several documents list, by their numbers and their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.records import make_id
from kb.records import Assignment, Bilingual, Product, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kb.likeness import Likeness
    from kb.records import Figure, Plan, ProductReading, Responsible, TaskReading

SAME_TITLE = 0.6  # alike enough to join whatever the numbers say
SAME_NUMBER = 0.2  # with an equal number the title must only not speak against it


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
        _align(readings.get(document, ()), groups, likeness)
    return tuple(_task(group, plan, figures, organisation) for group in groups)


def _align(readings: Sequence[TaskReading], groups: list[list[TaskReading]], likeness: Likeness) -> None:
    """Add one document's tasks to the groups they belong to, or as groups of their own."""
    known = list(groups)
    whole = len(known) == len(readings)  # lists of one length are one list: the numbers are anchors
    for reading in readings:
        best = max(
            ((s, -i, g) for i, g in enumerate(known) if (s := _alike(reading, g[0], whole, likeness))),
            key=lambda found: found[:2],
            default=None,
        )
        if best:
            best[2].append(reading)
        else:
            groups.append([reading])


def _alike(a: TaskReading, b: TaskReading, whole: bool, likeness: Likeness) -> float:
    """Return how surely two readings are one task, 0 where they are not."""
    text = likeness.alike(a.title, b.title)
    if a.number == b.number and whole and text >= SAME_NUMBER:
        return 1 + text
    return text if text >= SAME_TITLE else 0.0


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
    inside = [
        f.id
        for reading in group
        for f in figures.get(reading.quote.document, ())
        if reading.quote.span.holds(f.quote.span)
    ]
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
        known = list(groups)
        here = readings.get(document, ())
        whole = len(known) == len(here)
        for reading in here:
            twin = next(
                (
                    g
                    for g in known
                    if likeness.alike(reading.name, g[0].name) >= (SAME_NUMBER if whole else SAME_TITLE)
                    and (not whole or g[0].number == reading.number)
                ),
                None,
            )
            if twin:
                twin.append(reading)
            else:
                groups.append([reading])
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
