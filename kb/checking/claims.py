"""Reading the figures that a sentence or an article claims."""

from __future__ import annotations

from ingest.language import identify
from kb.figures import read_text
from kb.matching import Stated
from kb.matching.sentences import around, between, sentence_spans
from kb.organisations import meant, place_of

_OPENING = 400  # an article says early which place it is about


def language_of(text: str) -> str:
    """Return "zh" or "en", the language that verdicts on this text are given in."""
    return "zh" if identify(text)[0] == "zh" else "en"


def read_claims(text: str, language: str) -> tuple[Stated, ...]:
    """Return every figure that a text claims, in order, with its sentence and the places it speaks of."""
    spans = list(sentence_spans(text))
    place = place_of(text[:_OPENING], "")
    home = meant(place) if place else frozenset()
    readings = read_text(text, language)
    claims = []
    for i, reading in enumerate(readings):
        span = around(spans, reading.number.start) or reading.span
        claims.append(
            Stated(
                figure=reading,
                stretch=reading.span,
                clause=reading.span.cut(text),
                reach=between([r.span for r in readings if r is not reading], reading.span, span).cut(text),
                sentence=span.cut(text),
                span=span,
                home=home,
                thresholds=tuple(r for r in readings if r.of == i and r.unit != reading.unit),
            )
        )
    return tuple(claims)
