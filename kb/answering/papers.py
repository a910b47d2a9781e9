"""Which documents a question speaks of, by the names they go by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.answering.words import LITTLE, weight, words

if TYPE_CHECKING:
    from corpus.records import Document
    from kb.answering.matching import Rows
    from kb.answering.material import Material

REPORT = re.compile(
    r"\b(?:report|article|story|news|digest|piece)\b|报道|文章|新闻(?!发布)|稿", re.IGNORECASE
)
NAMED = 0.3  # how surely each telling word of a name must be found
MOSTLY, MANY = 0.5, 3  # of so many telling words one may be missing
# How surely, and how nearly as well as in a report, each of them is found in the text that goes before it.
SURELY, NEARLY = 0.5, 0.2
TITLED = 0.5  # what it counts that a document's names have it, and not only its first lines
_HEAD = 400  # characters in which a text names what it is about


def documents(material: Material, name: str) -> list[Document]:
    """Return the documents of the plan, or the one report, that a question calls by a name."""
    known = material.base.held
    asked = material.matcher.asked([w for w in words(name) if weight(w) > LITTLE])
    order = dict.fromkeys(h.passage.document for h in material.hits)
    best: list[tuple[float, int, Document]] = []
    texts: list[tuple[float, int, Document]] = []  # those of plans themselves
    for place, identity in enumerate(order):
        document = known[identity]
        scope = material.matcher.scope(f"{material.titles(document)}\n{document.text[:_HEAD]}")
        covered = material.matcher.cover(asked, scope)
        if _is_meant(covered):
            title = material.matcher.cover(asked, material.matcher.scope(material.titles(document)))
            share = float(covered.mean() + TITLED * title.mean()) if len(covered) else 1.0
            best.append((share, -place, document))
            if material.is_official(document) and len(covered) and covered.min() >= SURELY:
                texts.append(best[-1])
    if not best:
        return []
    first = max(best, key=lambda b: b[:2])[2]
    if REPORT.search(material.question.view):
        return [first]
    if not material.is_official(first) and not _has_official(material, first):
        least = max(b[0] for b in best) - NEARLY  # a report that was not joined to its plan
        first = max((b for b in texts if b[0] >= least), key=lambda b: b[:2], default=(0, 0, first))[2]
    plan = material.plan_of.get(first.id)
    return [known[d] for d in plan.documents if d in known] if plan else [first]


def _has_official(material: Material, document: Document) -> bool:
    """Whether the text of the plan that a document is about is held."""
    plan = material.plan_of.get(document.id)
    return plan is not None and any(d in material.base.held for d in plan.official)


def _is_meant(covered: Rows) -> bool:
    """Whether a document has what a question calls it by."""
    if not len(covered) or covered.min() >= NAMED:
        return True
    return len(covered) >= MANY and float(covered.mean()) >= MOSTLY
