"""All that is joined across documents, derived from the store's readings and from nothing else.

`derive` is a pure function of what the store holds, so the same documents give the same knowledge in
whatever order they arrived.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain, combinations
from typing import TYPE_CHECKING

from kb.decided import UNDECIDED
from kb.joining import join_products, join_targets, join_tasks, list_tasks
from kb.knowledge import Knowledge, Records
from kb.matching import Matcher, Statements
from kb.organisations import Mention, resolve
from kb.plans import group_plans
from kb.works import work_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from corpus.records import Document
    from kb.decided import Decided
    from kb.joining.lists import Entry
    from kb.likeness import Likeness
    from kb.readings import Readings
    from kb.records import Plan, Responsible, Target, TaskReading


def derive(  # noqa: PLR0913  it names all that it depends on
    documents: Sequence[Document],
    readings: Readings,
    likeness: Likeness,
    before: Knowledge | None = None,
    decided: Decided = UNDECIDED,
    *,
    superseded: Collection[str] = (),
) -> Knowledge:
    """Join the readings of `documents` into plans, targets, tasks, products and organisations.

    What was joined `before` is taken over for every plan that has the same documents as it had then; what a
    person has `decided` since must not be in it. Documents that are `superseded` give way to newer versions.
    """
    grouped = group_plans(
        documents, readings.mentions, readings.figures, likeness, founders=readings.tasks.keys()
    )
    plans = tuple(_newest_first(plan, superseded) for plan in grouped)
    works = {d.id: work_of(d) for d in documents}
    place_of = {d: plan.place for plan in plans for d in plan.documents}
    mentions = {
        (r.name, task.language, document): Mention(
            name=r.name, language=task.language, work=works[document], locality=place_of.get(document)
        )
        for document, tasks in sorted(readings.tasks.items())
        for task in tasks
        for r in task.responsible
    }
    entries = {plan: list_tasks(plan, readings.tasks, likeness, decided) for plan in plans}
    bodies = resolve(mentions.values(), _twins(chain.from_iterable(entries.values()), mentions), decided)

    def organisation(reading: Responsible, language: str) -> str:
        return bodies.of(mentions[reading.name, language, reading.quote.document])

    homes = {d: frozenset({place}) for d, place in place_of.items() if place}
    statements = Statements({d.id: d for d in documents}, readings.figures, homes)
    matcher = Matcher(likeness.encoder)
    joined = _joined(before)
    targets = [
        target
        for plan in plans
        for target in joined.get(plan) or join_targets(plan, readings.figures, statements, matcher, decided)
    ]
    tasks = [t for plan in plans for t in join_tasks(plan, entries[plan], readings.figures, organisation)]
    products = [p for plan in plans for p in join_products(plan, readings.products, likeness, decided)]
    return Knowledge(
        plans=Records(plans),
        targets=Records(targets),
        tasks=Records(tasks),
        products=Records(products),
        organisations=Records(bodies.organisations),
    )


def _newest_first(plan: Plan, superseded: Collection[str]) -> Plan:
    """Return a plan with its superseded texts behind the others of their rank: the newest has authority."""
    official = tuple(sorted(plan.official, key=superseded.__contains__))
    others = (d for d in plan.documents if d not in official)
    return replace(
        plan, official=official, documents=(*official, *sorted(others, key=superseded.__contains__))
    )


def _joined(before: Knowledge | None) -> dict[Plan, list[Target]]:
    """Return the targets that are known by the plan they were joined for; the joining is a function of it."""
    if before is None:
        return {}
    of_plan: dict[str, list[Target]] = {}
    for target in before.targets:
        of_plan.setdefault(target.plan, []).append(target)
    named = Counter(plan.id for plan in before.plans)  # two plans may go by one name
    return {plan: of_plan.get(plan.id, []) for plan in before.plans if named[plan.id] == 1}


def _twins(
    entries: Iterable[Entry[TaskReading]], mentions: Mapping[tuple[str, str, str], Mention]
) -> Iterator[tuple[list[Mention], list[Mention]]]:
    """Yield who answers for the same task in two languages, where two documents name it."""
    for entry in entries:
        for one, other in combinations(entry.readings, 2):
            if one.language != other.language:
                yield _named(one, mentions), _named(other, mentions)


def _named(task: TaskReading, mentions: Mapping[tuple[str, str, str], Mention]) -> list[Mention]:
    return [mentions[r.name, task.language, task.quote.document] for r in task.responsible]
