"""Answers on when a document was adopted, from when it applies and until when: its own sentences on that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.answering import days, events, issuing, stated
from kb.answering.drafting import Draft, Statement
from kb.answering.events import Event
from kb.answering.scoring import OWN, cover
from kb.answering.wording import in_script

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.records import Document, Quote
    from kb.answering.material import Material
    from kb.answering.stated import Told


CITED = 3


def answer(material: Material, event: Event, chosen: Sequence[Document]) -> Draft | None:
    """Say what the documents meant say of an event, or None where they are silent."""
    found = [told for document in chosen for told in stated.told(document, event)]
    if not found:
        return None
    first = min(found, key=lambda t: _rank(material, t))
    statements = [Statement(_said(material, first, event), _quotes(found, first, event))]
    if stated.at_issue(first.words) and (issued := issuing.issued(material, chosen)):
        statements.append(issued)
    return Draft(statements=tuple(statements))


def _rank(material: Material, told: Told) -> tuple[bool, bool, float]:
    """Put official texts first, then the asker's language, then the sentence that the question is about."""
    covered = cover(material, [(told.span.cut(told.document.text), OWN)])
    return (
        not material.is_official(told.document),
        told.document.language != material.question.language,
        -covered.share,
    )


def _said(material: Material, told: Told, event: Event) -> str:
    """Return the sentence itself where it is in the asker's language, or what it says in that language."""
    language = material.question.language
    if told.document.language == language:
        return in_script(" ".join(told.span.cut(told.document.text).split()), material.question.text)
    parts = [_phrase(told, event, language)]
    if event is Event.EXPIRY and not days.found(told.words):  # "for 3 years": from when tells until when
        parts = [
            _phrase(start, Event.EFFECT, language)
            for start in stated.told(told.document, Event.EFFECT)
            if start.span == told.span
        ][:1] + parts
    return ("，" if language == "zh" else ", ").join(parts)


def _phrase(told: Told, event: Event, language: str) -> str:
    """Return what a sentence says of an event, in a language."""
    zh = language == "zh"
    if stated.at_issue(told.words):
        return "自发布之日起施行" if zh else "in force from the day of its release"
    if dates := days.told(told.words, language):
        return events.phrase(event, dates[-1], language)
    lasting = "".join(days.terms(told.words, language)[:1])
    return f"有效期{lasting}" if zh else f"valid for {lasting}"


def _quotes(found: Sequence[Told], first: Told, event: Event) -> tuple[Quote, ...]:
    """Return the sentence and those of other documents that give the same date."""
    same = _phrase(first, event, "en")
    chosen: dict[str, Quote] = {first.document.id: first.quote}
    for told in found:
        if _phrase(told, event, "en") == same:
            chosen.setdefault(told.document.id, told.quote)
    return tuple(chosen.values())[:CITED]
