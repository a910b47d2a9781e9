"""Answers to "who is responsible": the bodies that tasks name, or sentences that give somebody a duty."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.answering.citing import cite
from kb.answering.drafting import Draft, Statement
from kb.answering.scoring import AROUND, OWN, SECTION, TITLE, Cover, cover
from kb.answering.wording import listing

if TYPE_CHECKING:
    from corpus.records import Quote
    from kb.answering.material import Clause, Material
    from kb.records import Task

TEXT = 0.85  # a match in a task's text rather than in its title
_DUTY = re.compile(
    r"负责|牵头|会同|主管|组织|承担|\b(?:responsible|leads?|led|in charge|oversees?|organi[sz]es?|undertakes?|supervises?|coordinates?)\b"
)
_BODY_ZH = re.compile(
    r"[\u4e00-\u9fff]{1,14}?(?:委员会|管委会|人民政府|委|局|厅|部|办公室|中心|海关|集团|司)(?=[、,，会同和与及等牵负按）)。；;组承]|$)"
)
_BODY_EN = re.compile(
    r"(?:[A-Z][\w'’&-]*\s(?:(?:of|and|for|the)\s)*)*(?:Commission|Bureau|Department|Ministry|Office|Administration|Authority|"
    r"Committee|Center|Centre|Group|Customs|Government|Agency|Hospital|Board)(?:\s(?:of|for)\s(?:[A-Z][\w'’&-]*(?:,?\s(?:and\s)?)?)+)?"
)
_LEADING = re.compile(r"\bleads?\b|\bled\b|牵头", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RankedTask:
    """A task with how well it answers."""

    task: Task
    cover: Cover


def rank_tasks(material: Material) -> list[RankedTask]:
    """Return the tasks that name somebody responsible, those that the question is about first."""
    ranked = []
    for task in material.tasks():
        if not task.responsible:
            continue
        document = material.base.held[task.quotes[0].document]
        layers = [
            (_both(task.title.zh, task.title.en), OWN),
            (_both(task.section_title.zh, task.section_title.en), SECTION),
            (_both(task.text.zh, task.text.en), TEXT),
            (material.titles(document), TITLE),
        ]
        ranked.append(RankedTask(task, cover(material, layers)))
    return sorted(ranked, key=lambda r: (-r.cover.score, r.task.id))


def _both(*texts: str | None) -> str:
    return "\n".join(t for t in texts if t)


def task_answer(material: Material, task: Task) -> Draft:
    """Name the bodies of a task by their parts in it."""
    language = material.question.language
    names = {o.id: o.name for o in material.base.knowledge.organisations}
    parts: dict[str, list[str]] = {}
    for assignment in task.responsible:
        name = names[assignment.organisation]
        first, second = (name.zh, name.en) if language == "zh" else (name.en, name.zh)
        parts.setdefault(assignment.role, []).append(first or second or "")
    return Draft(statements=(Statement(_said(parts, language), _task_quotes(material, task)),))


_ROLES_ZH = {"lead": "牵头单位", "joint": "配合单位", "responsible": "责任单位"}
_ROLES_EN = {"lead": "Lead", "joint": "with", "responsible": "Responsible"}


def _said(parts: dict[str, list[str]], language: str) -> str:
    roles = _ROLES_ZH if language == "zh" else _ROLES_EN
    order = sorted(parts, key=list(roles).index)
    mark = "：" if language == "zh" else ": "
    return ("；" if language == "zh" else "; ").join(f"{roles[r]}{mark}{listing(parts[r], language)}" for r in order)


def _task_quotes(material: Material, task: Task) -> tuple[Quote, ...]:
    """Return, document by document, the sentence that names the bodies and the title of the task."""
    language = material.question.language
    found: list[Quote] = []
    for quote in sorted(task.quotes, key=lambda q: (q != task.quotes[0], material.base.held[q.document].language != language)):
        document = material.base.held[quote.document]
        reading = next(
            (t for t in material.base.readings.tasks.get(quote.document, ()) if t.quote.span == quote.span), None
        )
        if reading and reading.responsible:
            spans = [r.quote.span for r in reading.responsible]
            found.append(cite(document, spans[0].join(spans[-1]) if hasattr(spans[0], "join") else spans[0]))
        found.append(cite(document, quote.span) if len(quote.text) < _WHOLE else document.quote(_head(quote)))
    return tuple(found[:4])


_WHOLE = 200  # a task this short is cited whole


def _head(quote: Quote):  # noqa: ANN202
    from corpus.text import Span

    end = re.search(r"[。.\n]", quote.text)
    return Span(quote.start, quote.start + (end.end() if end else len(quote.text)))


def rank_clauses(material: Material) -> list[tuple[Clause, Cover]]:
    """Return the sentences that give a body a duty, best first."""
    found = []
    for clause in material.clauses():
        if _DUTY.search(clause.text) and bodies_in(clause.text):
            layers = [(clause.text, OWN), (clause.section, SECTION), (material.titles(clause.document), TITLE)]
            found.append((clause, cover(material, layers)))
    return sorted(found, key=lambda f: (-f[1].score, f[0].document.id, f[0].span.start))


def bodies_in(text: str) -> list[str]:
    """Return the names of bodies that stand in a sentence."""
    found = [m[0] for m in _BODY_ZH.finditer(text)] + [m[0] for m in _BODY_EN.finditer(text) if " " in m[0]]
    return [re.sub(r"^(?:由|会同|和|与|及|以及|The |the )+", "", name).strip() for name in found]


def clause_answer(material: Material, clause: Clause) -> Draft:
    """Name the bodies of a sentence."""
    language = material.question.language
    names = listing(list(dict.fromkeys(bodies_in(clause.text))), language)
    text = f"由{names}负责" if language == "zh" else f"Responsible: {names}"
    return Draft(statements=(Statement(text, (cite(clause.document, clause.span),)),))
