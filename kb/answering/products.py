"""Answers to "which products": the classes that a plan lists, by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.answering.citing import cite
from kb.answering.drafting import Draft, Statement
from kb.answering.wording import listing
from kb.answering.words import LITTLE

if TYPE_CHECKING:
    from kb.answering.material import Material
    from kb.records import Product

_CLASSES = re.compile(
    r"类|产品领域|categor|class(?:es)?\b|kinds? of|types? of|key products"
    r"|products?\b.*\b(?:list|develop|priorit|key)",
    re.IGNORECASE,
)
_PRODUCTS = re.compile(r"产品|器械|装备|product|device|equipment", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff]")
LISTED = 0.5  # how surely the names of products must hold a word of the question


def answer(material: Material) -> Draft | None:
    """List the classes of products, where that is what is asked."""
    question = material.question
    if not (_CLASSES.search(question.view) and _PRODUCTS.search(question.view)):
        return None
    plans = [
        material.plan_of[h.passage.document].id
        for h in material.hits
        if h.passage.document in material.plan_of
    ]
    of_plan: dict[str, list[Product]] = {}
    for product in material.base.knowledge.products:
        of_plan.setdefault(product.plan, []).append(product)
    chosen = next((of_plan[p] for p in plans if p in of_plan), None)
    if not chosen:
        return None
    document = material.base.held[chosen[0].quotes[0].document]
    asked = material.matcher.asked([w for w in question.words if not _PRODUCTS.search(w.text)])
    names_of = [n for p in chosen for n in (p.name.zh, p.name.en) if n]
    known = material.matcher.scope("\n".join((*names_of, material.titles(document))))
    missing = material.matcher.cover(asked, known) < LISTED
    if bool((missing & (asked.weights > LITTLE)).any()):
        return None
    zh = question.language == "zh"
    names = [((p.name.zh or p.name.en) if zh else (p.name.en or p.name.zh)) or "" for p in chosen]
    foreign = [n for n in names if bool(_HAN.search(n)) != zh]
    lead = ("（原文为英文）" if zh else "(in Chinese in the source) ") if foreign else ""
    quotes = tuple(cite(material.base.held[p.quotes[0].document], p.quotes[0].span) for p in chosen)
    return Draft(statements=(Statement(lead + listing(names, question.language), quotes),))
