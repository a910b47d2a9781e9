"""Saying what was looked for and not found, and what comes nearest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.answering.citing import sentence_at
from kb.answering.words import LITTLE, grades, weight

if TYPE_CHECKING:
    from corpus.records import Quote
    from kb.answering.material import Material
    from kb.answering.words import Word

NEAREST = 3
_GRADE = re.compile(r"第?\w[类期档星]级?|[A-Za-z]+[ -][A-Za-z0-9]+")


def missing(material: Material) -> str:
    """Return one line in the asker's language: what was looked for, and where it was not found."""
    question = material.question
    telling = [w for w in question.words if weight(w) > LITTLE] or list(question.words)
    zh = question.language == "zh"
    words = ("、" if zh else ", ").join(dict.fromkeys(_written(w, question.view) for w in telling))
    years = ("、" if zh else ", ").join(dict.fromkeys(y for y, _ in question.years))
    parts = [p for p in (question.place, years, words) if p]
    what = ("；" if zh else "; ").join(parts)
    count = len(material.base.held)
    if zh:
        return f"在所收的{count}份文件中没有找到能回答此问题的依据（所找：{what}）"
    return f"Nothing in the {count} documents held answers this (looked for: {what})"


def _written(word: Word, view: str) -> str:
    """Return a word as the question has it; a class or a phase is kept short and stood there at length."""
    whole = _GRADE.match(view, word.start) if grades((word,)) else None
    return whole[0] if whole else view[word.start : word.end]


def nearest(material: Material) -> list[Quote]:
    """Return the sentences that come nearest to the question, one of a document."""
    found: dict[str, Quote] = {}
    for hit in material.found:
        passage = hit.passage
        document = material.base.held[passage.document]
        if passage.document not in found:
            found[passage.document] = document.quote(sentence_at(document, passage.span))
        if len(found) == NEAREST:
            break
    return list(found.values())
