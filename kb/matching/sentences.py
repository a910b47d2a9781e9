"""The sentences that figures stand in, and figures of documents in all their words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.figures.fold import fold
from kb.figures.sentences import stretches
from kb.matching.stated import Stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.records import Document
    from kb.records import Figure

_NOTHING: frozenset[str] = frozenset()


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text, in order."""
    return tuple(Span(start, end) for start, end, _ in stretches(fold(text)))


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


class Page:
    """A document's figures and sentences, in an order in which what lies near a place is found at once."""

    def __init__(self, document: Document, figures: Sequence[Figure]) -> None:
        self.document = document
        self.thresholds: dict[str, list[Figure]] = {}  # by the figure that they qualify
        for figure in figures:
            if figure.of:
                self.thresholds.setdefault(figure.of, []).append(figure)
        self._figures = sorted(figures, key=lambda f: f.quote.start)
        self._starts = [f.quote.start for f in self._figures]
        self._ends = list(accumulate((f.quote.end for f in self._figures), max))  # of all up to each
        self._lines: dict[int, tuple[Span, ...]] = {}  # the sentences of each, by its start

    def sentence(self, figure: Figure) -> Span:
        """Return the sentence that a figure stands in."""
        return around(self._line(figure.number[0]), figure.number[0]) or figure.quote.span

    def _line(self, at: int) -> tuple[Span, ...]:
        """Return the sentences of the line around a place, split once; none goes over its end."""
        text = self.document.text
        start = text.rfind("\n", 0, at) + 1
        if start not in self._lines:
            end = text.find("\n", at)
            line = text[start:] if end < 0 else text[start:end]
            self._lines[start] = tuple(span.shift(start) for span in sentence_spans(line))
        return self._lines[start]

    def reach(self, figure: Figure, sentence: Span) -> str:
        """Return the words around a figure as far as no other figure of its sentence has them."""
        near = [f.quote.span for f in self.overlapping(sentence) if f.number != figure.number]
        return between(near, figure.quote.span, sentence).cut(self.document.text)

    def overlapping(self, span: Span) -> Iterator[Figure]:
        """Return the figures that stand in a stretch of the document, in order."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return (f for f in self._figures[first:last] if f.quote.end > span.start)


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
    _pages: dict[str, Page] = field(default_factory=dict)

    def of(self, figure: Figure) -> Stated:
        """Return a held figure in its words."""
        place = figure.quote.document, figure.number
        if place not in self._stated:
            self._stated[place] = self._read(figure, self._page(figure.quote.document))
        return self._stated[place]

    def beside(self, said: Stated) -> list[Stated]:
        """Return all figures of the sentence that a held figure stands in, itself among them."""
        return [self.of(figure) for figure in self._page(said.document).overlapping(said.span)]

    def _read(self, figure: Figure, page: Page) -> Stated:
        document, span = page.document, page.sentence(figure)
        return Stated(
            figure=figure,
            stretch=figure.quote.span,
            clause=figure.quote.text,
            reach=page.reach(figure, span),
            sentence=span.cut(document.text),
            span=span,
            document=document.id,
            around=_titles_over(document, span.start),
            home=self.homes.get(document.id, _NOTHING),
            horizon=self.horizons.get(document.id, _NOTHING),
            thresholds=tuple(f for f in page.thresholds.get(figure.id, ()) if f.unit != figure.unit),
        )

    def _page(self, document: str) -> Page:
        if document not in self._pages:
            self._pages[document] = Page(self.documents[document], self.figures.get(document, ()))
        return self._pages[document]


def _titles_over(document: Document, at: int) -> tuple[str, ...]:
    """Return the headings that a place of a document stands under, and the document's title."""
    headings = [i.heading.cut(document.text) for i in document.outline if i.span.start <= at < i.span.end]
    return (*headings, *([document.title] if document.title else []))
