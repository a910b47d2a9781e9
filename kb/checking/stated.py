"""What a claim and a document state: a quantity with all the words that say of what, where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.text import Span
from ingest.script import to_simplified
from kb.checking.periods import Period, periods
from kb.figures.fold import fold
from kb.figures.sentences import sentences
from kb.organisations import NATION, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.records import Document
    from kb.figures import Reading
    from kb.records import Figure

_CLAUSE = re.compile(r"[，,。；;：:\n]|(?<=[a-z])\.\s")


@dataclass(frozen=True)
class Stated:
    """A figure in its words.

    Args:
        figure: the quantity, read from a claim or from a document.
        clause: the stretch that holds subject and number.
        sentence: the sentence around it.
        span: where that sentence stands.
        around: what else speaks of it: titles of the section, of the document, of the plan.
        home: the places that the document or the claim as a whole is about.
        horizon: the years that its document speaks of: published in, planned for.

    """

    figure: Figure | Reading
    clause: str
    sentence: str
    span: Span
    around: tuple[str, ...] = ()
    home: frozenset[str] = frozenset()
    horizon: frozenset[str] = frozenset()

    @property
    def subject(self) -> str:
        """What is measured; where that could not be read, the sentence."""
        return self.figure.subject or self.sentence

    @cached_property
    def places(self) -> frozenset[str]:
        """The places that the sentence names, else the ones that all of it is about."""
        return places_in(self.sentence) or self.home

    @cached_property
    def periods(self) -> frozenset[Period]:
        """The times that the sentence names."""
        return periods(to_simplified(self.sentence))

    @cached_property
    def wording(self) -> str:
        """Subject and clause in simplified characters, for telling qualifiers apart."""
        return to_simplified(f"{self.subject}\n{self.clause}")


def places_in(text: str) -> frozenset[str]:
    """Return the places that the clauses of a text name; a city named makes "national" an adjective."""
    found = {place for clause in _CLAUSE.split(text) if (place := place_of(clause))}
    return frozenset(found - {NATION} or found)


def sentence_spans(text: str, language: str) -> Iterator[Span]:
    """Yield the sentences of a text, in order."""
    for sentence in sentences(fold(text), language):
        yield Span(sentence.start, sentence.end)


def titles_over(document: Document, at: int) -> tuple[str, ...]:
    """Return the headings that a place of a document stands under, and the document's title."""
    headings = [i.heading.cut(document.text) for i in document.outline if i.span.start <= at < i.span.end]
    return (*headings, *([document.title] if document.title else []))
