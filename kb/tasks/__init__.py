"""The tasks of a plan as one document states them, with the bodies that answer for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.script import to_simplified
from kb.tasks.outlined import outlined_tasks
from kb.tasks.tabled import tabled_tasks

if TYPE_CHECKING:
    from corpus.records import Document
    from kb.records import TaskReading


def read_tasks(document: Document) -> tuple[TaskReading, ...]:
    """Return the numbered tasks of a document in order, whether it lists them as text or in a table."""
    view = to_simplified(document.text) if document.language == "zh" else document.text
    if len(view) != len(document.text):  # a phrase of another length: read the text as it is
        view = document.text
    return tabled_tasks(document, view) or outlined_tasks(document, view)
