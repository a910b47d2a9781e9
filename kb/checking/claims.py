"""Reading the figures that a sentence or an article claims."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from ingest.language import identify
from kb.matching.stated import Stated, places_in, sentence_spans
from kb.figures import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.text import Span

_OPENING = 400  # an article says early which place it is about


def language_of(text: str) -> str:
    """Return "zh" or "en", the language that verdicts on this text are given in."""
    return "zh" if identify(text)[0] == "zh" else "en"


def read_claims(text: str, language: str) -> tuple[Stated, ...]:
    """Return every figure that a text claims, in order, with its sentence and the places it speaks of."""
    spans = list(sentence_spans(text, language))
    home = places_in(text[:_OPENING])
    claims = []
    for reading in read_text(text, language):
        span = _around(spans, reading.number.start) or reading.span
        claims.append(
            Stated(
                figure=reading,
                clause=reading.span.cut(text),
                sentence=span.cut(text),
                span=span,
                home=home,
            )
        )
    return tuple(claims)


def _around(spans: Sequence[Span], at: int) -> Span | None:
    """Return the sentence that holds a place."""
    i = bisect_right([s.start for s in spans], at) - 1
    return spans[i] if i >= 0 and at < spans[i].end else None
