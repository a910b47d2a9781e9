"""Lists of tasks are joined across languages as wholes, and entry by entry where they are not one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb import KnowledgeBase


def test_the_tasks_of_two_languages_are_one_list(samples: KnowledgeBase) -> None:
    tasks = samples.knowledge.tasks
    assert [t.number for t in tasks] == [str(n) for n in range(1, 21)]
    assert all(t.title.zh and t.title.en and t.text.zh and t.text.en for t in tasks)
    assert all(len({q.document for q in t.quotes}) == len(t.quotes) == 2 for t in tasks)


def test_the_sections_have_names_in_both_languages(samples: KnowledgeBase) -> None:
    sections = {t.section_number: t.section_title for t in samples.knowledge.tasks}
    assert len(sections) == 7
    assert all(title.zh and title.en for title in sections.values())


def test_a_body_is_one_in_both_languages(samples: KnowledgeBase) -> None:
    responsible = {r.organisation for t in samples.knowledge.tasks for r in t.responsible}
    bodies = [o for o in samples.knowledge.organisations if o.id in responsible]
    assert all(o.name.zh and o.name.en for o in bodies)


def test_a_task_knows_the_figures_in_it(samples: KnowledgeBase) -> None:
    review = next(t for t in samples.knowledge.tasks if t.number == "6")
    units = {samples.figures_by_id[f][0].unit for f in review.figures}
    assert "workday" in units
