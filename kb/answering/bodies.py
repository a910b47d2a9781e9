"""Answers to "who is responsible": the bodies that tasks name, or sentences that give somebody a duty."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.answering.citing import cite, sentences_in
from kb.answering.drafting import Draft, Statement
from kb.answering.material import Clause
from kb.answering.scoring import OWN, SECTION, TITLE, Cover, cover
from kb.answering.wording import listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.records import Quote
    from kb.answering.material import Material
    from kb.records import Bilingual, Task, TaskReading

TEXT = 0.85  # a match in a task's text rather than in its title
_DUTY = re.compile(
    r"负责|牵头|会同|主管|组织|承担|统筹|协调|(?:委员会|委|局|厅|部门?|中心|政府|海关)(?:将|应当?|要|须|管|抓|建|审|查|核)"
    r"|由[^，。；、\s]{2,20}?(?:委员会|委|局|厅|部门?|中心|政府|海关|办公室|公司|集团)"
    r"|\b(?:responsible|leads?|led|in charge|charged with|tasked with|entrusted|mandated|oversees?"
    r"|organi[sz]es?|undertakes?|supervises?|coordinates?)\b"
    r"|\b(?:approved|examined|decided|granted|issued|paid|handled|managed|reviewed|supervised|inspected|organi[sz]ed"
    r"|undertaken|monitored|carried out)\sby\b"
    r"|(?-i:[A-Z])[a-z]+ (?:builds?|runs?|checks?|approves?|handles?|examines?|reviews?|manages?|monitors?"
    r"|inspects?|keeps?)\b"
    r"|(?-i:[A-Z])[a-z]+ (?:will|shall|is to|are to|must|should|has been|have been)\b",
    re.IGNORECASE,
)
_BODY_ZH = re.compile(
    r"(?<=由)[\u4e00-\u9fff]{2,16}?(?:委员会|管委会|人民政府|委|局|厅|部|办公室|中心|海关|集团|公司|司)(?=[\u4e00-\u9fff])"
    r"|[\u4e00-\u9fff]{1,14}?(?:委员会|管委会|人民政府|委|局|厅|部门?|办公室|中心|海关|集团|司)(?=[、,，会同和与及等牵负按）)。；;组承]|$)"
)
_BODY_EN = re.compile(
    r"""(?:(?:[A-Z][\w'’&-]{0,30}|of|and|for|the)\s){0,10}
        (?:Commission|Bureau|Department|Ministry|Office|Administration|Authority|Committee|Center|Centre|Group
          |Customs|Government|Agency|Hospital|Board)s?\b
        (?:\s(?:of|for)\s(?:[A-Z][\w'’&-]{0,30}(?:,?\s(?:and\s)?)?){1,8})?""",
    re.VERBOSE,
)
# Bodies that are named by what they do alone: "approved by the river basin authorities".
_GENERIC_EN = re.compile(
    r"(?:(?<=\bby\s)|(?<=\bby\sthe\s)|(?<=\bThe\s))(?:[a-z][\w-]*\s){1,4}(?:authorities|departments|governments|bureaus|agencies)\b"
)
_BEFORE = re.compile(r"^(?:由|会同|和|与|及|以及|(?:[Tt]he|of|and|for)\s)+")
_PARTS = re.compile(r"[，；。;]|,(?=\s(?:and|while|with)\s)|(?<=[a-z])\.\s")


@dataclass(frozen=True, slots=True)
class RankedTask:
    """A task as one document states it, the record it is joined in, and how well it answers."""

    reading: TaskReading
    task: Task | None
    cover: Cover


def rank_tasks(material: Material) -> list[RankedTask]:
    """Return the tasks that name somebody responsible, those that the question is about first."""
    ranked = []
    for reading, task, rank in material.tasks():
        if not (reading.responsible or (task and task.responsible) or _duty(material, reading)):
            continue
        document = material.base.held[reading.quote.document]
        titles, sections, texts = [reading.title], [reading.section_title], [reading.text]
        if task:
            titles += _both(task.title)
            sections += _both(task.section_title)
            texts += _both(task.text)
        layers = [
            ("\n".join(titles), OWN),
            ("\n".join(sections), SECTION),
            ("\n".join(texts), TEXT),
            (material.titles(document), TITLE),
        ]
        ranked.append(RankedTask(reading, task, cover(material, layers, rank)))
    return sorted(ranked, key=lambda r: (-r.cover.telling, r.reading.id, r.reading.quote.document))


def _duty(material: Material, reading: TaskReading) -> Clause | None:
    """Return the sentence of a task that gives somebody a duty, where no body was read from the task."""
    document = material.base.held[reading.quote.document]
    for span in sentences_in(document, reading.quote.span):
        clause = Clause(document, span, reading.title, reading.text, 1.0)
        if _DUTY.search(clause.text) and bodies_in(clause.text):
            return clause
    return None


def _both(name: Bilingual) -> list[str]:
    return [t for t in (name.zh, name.en) if t]


def task_answer(material: Material, ranked: RankedTask) -> Draft:
    """Name the bodies of a task by their parts in it."""
    language = material.question.language
    if not (ranked.reading.responsible or (ranked.task and ranked.task.responsible)):
        clause = _duty(material, ranked.reading)
        assert clause is not None
        return clause_answer(material, clause)
    parts: dict[str, list[str]] = {}
    for name, role in _assigned(material, ranked):
        parts.setdefault(role, []).append(name)
    return Draft(statements=(Statement(_said(parts, language), _task_quotes(material, ranked)),))


def _assigned(material: Material, ranked: RankedTask) -> list[tuple[str, str]]:
    """Return the bodies with their roles, named in the asker's language where that name is known."""
    if ranked.task is None or not ranked.task.responsible:
        return [(r.name, r.role) for r in ranked.reading.responsible]
    names = {o.id: o.name for o in material.base.knowledge.organisations}
    zh = material.question.language == "zh"
    found = []
    for assignment in ranked.task.responsible:
        name = names[assignment.organisation]
        found.append(((name.zh or name.en or "") if zh else (name.en or name.zh or ""), assignment.role))
    return found


_ROLES_ZH = {"lead": "牵头单位", "joint": "配合单位", "responsible": "责任单位"}
_ROLES_EN = {"lead": "Lead", "joint": "with", "responsible": "Responsible"}


def _said(parts: dict[str, list[str]], language: str) -> str:
    roles = _ROLES_ZH if language == "zh" else _ROLES_EN
    order = sorted(parts, key=list(roles).index)
    mark = "：" if language == "zh" else ": "
    return ("；" if language == "zh" else "; ").join(
        f"{roles[r]}{mark}{listing(parts[r], language)}" for r in order
    )


def _task_quotes(material: Material, ranked: RankedTask) -> tuple[Quote, ...]:
    """Return, document by document, the sentence that names the bodies and the title of the task."""
    language = material.question.language
    places = {q.document: q for q in (ranked.task.quotes if ranked.task else ())} or {
        ranked.reading.quote.document: ranked.reading.quote
    }
    first = next(iter(places))
    found: list[Quote] = []
    for place in sorted(places, key=lambda d: (d != first, material.base.held[d].language != language)):
        document = material.base.held[place]
        quote = places[place]
        reading = next(
            (t for t in material.base.readings.tasks.get(place, ()) if t.quote.start == quote.start), None
        )
        if reading and reading.responsible:
            spans = [r.quote.span for r in reading.responsible]
            found.append(cite(document, Span(min(s.start for s in spans), max(s.end for s in spans))))
        found.append(document.quote(quote.span if len(quote.text) < _WHOLE else _head(quote)))
    return tuple(found[:4])


_WHOLE = 200  # a task this short is cited whole


def _head(quote: Quote) -> Span:
    """Return the first sentence of a long task."""
    end = re.search(r"[。\n]|(?<!\d)\.(?=\s|$)", quote.text)
    return Span(quote.start, quote.start + (end.end() if end else len(quote.text)))


def task_of(tasks: Sequence[RankedTask], clause: Clause) -> RankedTask | None:
    """Return the task whose bodies a sentence only lists: it tells their roles, too."""
    return next(
        (
            ranked
            for ranked in tasks
            if ranked.reading.quote.document == clause.document.id
            and any(clause.span.holds(r.quote.span) for r in ranked.reading.responsible)
        ),
        None,
    )


def rank_clauses(material: Material) -> list[tuple[Clause, Cover]]:
    """Return the sentences that give a body a duty, best first."""
    found = []
    for clause in material.clauses():
        if _DUTY.search(clause.text) and bodies_in(clause.text):
            layers = [
                (clause.text, OWN),
                (clause.section, SECTION),
                (clause.passage, TEXT),
                (material.titles(clause.document), TITLE),
            ]
            found.append((clause, cover(material, layers, clause.rank)))
    return sorted(found, key=lambda f: (-f[1].telling, f[0].document.id, f[0].span.start))


def bodies_in(text: str) -> list[str]:
    """Return the names of bodies that stand in a sentence."""
    found = [m[0] for m in _BODY_ZH.finditer(text)] + [m[0] for m in _BODY_EN.finditer(text) if " " in m[0]]
    found += [m[0] for m in _GENERIC_EN.finditer(text)]
    return [_BEFORE.sub("", name).strip(" ,") for name in found]


def clause_answer(material: Material, clause: Clause) -> Draft:
    """Name the bodies of a sentence."""
    language = material.question.language
    parts = [p for p in _PARTS.split(clause.text) if bodies_in(p)]
    part = max(parts, key=lambda p: cover(material, [(p, OWN)]).share, default=clause.text)
    names = listing(list(dict.fromkeys(bodies_in(part))), language)
    text = f"由{names}负责" if language == "zh" else f"Responsible: {names}"
    return Draft(statements=(Statement(text, (cite(clause.document, clause.span),)),))
