"""The sentences that figures stand in, and figures of documents in all their words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.figures.fold import fold
from kb.figures.sentences import sentences
from kb.matching.stated import Stated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.records import Document
    from kb.records import Figure

_NOTHING: frozenset[str] = frozenset()


def sentence_spans(text: str, language: str) -> tuple[Span, ...]:
    """Return the sentences of a text, in order."""
    return tuple(Span(s.start, s.end) for s in sentences(fold(text), language))


def around(spans: Sequence[Span], at: int) -> Span | None:
    """Return the one of sorted `spans` that holds a place."""
    i = bisect_right(spans, at, key=lambda s: s.start) - 1
    return spans[i] if i >= 0 and at < spans[i].end else None


def between(stretches: Sequence[Span], own: Span, sentence: Span) -> Span:
    """Return what of a sentence belongs to one figure: from the end of the one before to the next one.

    "500 certificates for Class II devices and 100 …": what stands behind a figure may be its own, too.
    """
    start = max((s.end for s in stretches if s.end <= own.start), default=0)
    end = min((s.start for s in stretches if s.start >= own.end), default=sentence.end)
    return Span(max(start, sentence.start), max(own.end, min(end, sentence.end)))


@dataclass(frozen=True, slots=True)
class Statements:
    """The figures of documents in their words, each read once.

    Args:
        documents: by id.
        figures: what each document states.
        homes: the places that each document is about.
        horizons: the years that its figures may be meant for where they name none.

    """

    documents: Mapping[str, Document]
    figures: Mapping[str, Sequence[Figure]]
    homes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    horizons: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _stated: dict[tuple[str, tuple[int, int]], Stated] = field(default_factory=dict)
    _spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def of(self, figure: Figure) -> Stated:
        """Return a held figure in its words."""
        place = figure.quote.document, figure.number
        if place not in self._stated:
            self._stated[place] = self._read(figure)
        return self._stated[place]

    def _read(self, figure: Figure) -> Stated:
        document = self.documents[figure.quote.document]
        span = self._sentence(document, figure.number[0]) or figure.quote.span
        return Stated(
            figure=figure,
            stretch=figure.quote.span,
            clause=figure.quote.text,
            reach=self._reach(document, figure, span),
            sentence=span.cut(document.text),
            span=span,
            document=document.id,
            around=_titles_over(document, span.start),
            home=self.homes.get(document.id, _NOTHING),
            horizon=self.horizons.get(document.id, _NOTHING),
            thresholds=tuple(
                f for f in self.figures.get(document.id, ()) if f.of == figure.id and f.unit != figure.unit
            ),
        )

    def _reach(self, document: Document, figure: Figure, sentence: Span) -> str:
        others = (f.quote.span for f in self.figures.get(document.id, ()) if f.number != figure.number)
        near = [s for s in others if s.overlaps(sentence)]
        return between(near, figure.quote.span, sentence).cut(document.text)

    def _sentence(self, document: Document, at: int) -> Span | None:
        if document.id not in self._spans:
            self._spans[document.id] = sentence_spans(document.text, document.language)
        return around(self._spans[document.id], at)


def _titles_over(document: Document, at: int) -> tuple[str, ...]:
    """Return the headings that a place of a document stands under, and the document's title."""
    headings = [i.heading.cut(document.text) for i in document.outline if i.span.start <= at < i.span.end]
    return (*headings, *([document.title] if document.title else []))
