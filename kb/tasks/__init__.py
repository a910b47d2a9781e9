"""The tasks of a plan as one document states them, with the bodies that answer for each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.script import to_simplified
from kb.responsibility import first_is_lead
from kb.responsibility.units import JOINT, LEAD, RESPONSIBLE
from kb.tasks.loose import has_points, loose_tasks, pointed_tasks
from kb.tasks.outlined import outlined_tasks
from kb.tasks.tabled import tabled_tasks
from kb.works import identified

if TYPE_CHECKING:
    from corpus.records import Document
    from kb.records import TaskReading


def read_tasks(document: Document) -> tuple[TaskReading, ...]:
    """Return the tasks of a document in order, from its outline or from a table.

    Where it has both (a plan with a table of who does what annexed), the one that names more bodies; where
    neither names any, the paragraphs that do; where points under its items name more than these, the points.
    """
    view = to_simplified(document.text) if document.language == "zh" else document.text
    if len(view) != len(document.text):  # a phrase changed its length: read the text as it is
        view = document.text
    tasks = max(outlined_tasks(document, view), tabled_tasks(document, view), key=_named)
    if not _named(tasks):
        tasks = loose_tasks(document, view) or tasks
    elif has_points(document, view, tasks):
        tasks = max(tasks, pointed_tasks(document, view), key=_named)
    tasks = tuple(map(_led_by_first, tasks)) if first_is_lead(view) else tasks
    return identified("reading", document, tasks, lambda task: task.title or task.text)


def _led_by_first(task: TaskReading) -> TaskReading:
    """Make the first body the lead and the others joint, where no other roles are given."""
    if len(task.responsible) < 2 or any(r.role != RESPONSIBLE for r in task.responsible):
        return task
    first, *others = task.responsible
    roles = (replace(first, role=LEAD), *(replace(r, role=JOINT) for r in others))
    return replace(task, responsible=roles)


def _named(tasks: tuple[TaskReading, ...]) -> int:
    """Count the tasks that name who answers."""
    return sum(bool(task.responsible) for task in tasks)
