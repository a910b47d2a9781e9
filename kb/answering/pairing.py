"""Which of the things that a sentence lists a number is for: 东部、中部、西部分别为85%、90%、95%."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.answering.citing import sentence_at
from kb.answering.families import family_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.records import Document
    from corpus.text import Span
    from kb.answering.material import Material
    from kb.records import Figure

PAIRED = 0.4  # what it counts that a number's own thing is asked for, or another's
_PAIRS = re.compile(r"分别|\brespectively\b", re.IGNORECASE)
_LISTS = (
    re.compile(r"[^、，,；;。\s\d]{1,16}(?:(?:、|以及|和|与|及)[^、，,；;。\s\d]{1,24})+"),
    re.compile(r"(?:[A-Za-z][\w -]{0,40}, )*[A-Za-z][\w -]{0,40}?,? and [A-Za-z][\w -]{0,40}"),
)
_BETWEEN = re.compile(r"、|以及|和|与|及|,? and |, ")


def paired(figure: Figure, material: Material) -> float:
    """Return what speaks for a figure by the thing that it is paired with in its sentence: nought, + or −.

    The n-th of as many numbers as a list has items is for the n-th item.
    """
    document = material.base.held[figure.quote.document]
    sentence = sentence_at(document, figure.quote.span)
    if not _PAIRS.search(document.text, sentence.start, sentence.end):
        return 0.0
    numbers = _row(figure, sentence, material)
    place = [n for n, _ in numbers].index(figure.number[0])
    if len(numbers) > 1:
        for items, rest in _lists(document, sentence, len(numbers)):
            # "central government" is said by 中央 elsewhere in the sentence, and not by 中部 in the list.
            open_ = material.seldom * (1.0 - material.covers(rest))
            asked = [float(open_ @ material.covers(item)) for item in items]
            if max(asked) > min(asked):
                return PAIRED if asked[place] == max(asked) else -PAIRED
    return 0.0


def _row(figure: Figure, sentence: Span, material: Material) -> list[tuple[int, int]]:
    """Return the places of the numbers of a figure's kind around it that nothing but separators parts."""
    family = family_of(figure.unit)
    inside = material.figures_in(figure.quote.document, sentence)
    every = sorted({f.number for f in inside if family_of(f.unit) == family} | {figure.number})
    text = material.base.held[figure.quote.document].text
    rows: list[list[tuple[int, int]]] = []
    for number in every:
        if rows and len(text[rows[-1][-1][1] : number[0]].strip()) <= GAP:
            rows[-1].append(number)
        else:
            rows.append([number])
    return next(row for row in rows if figure.number in row)


GAP = 6  # characters between two numbers of a row: "、", " and ", "元、"


def _lists(document: Document, sentence: Span, count: int) -> Iterator[tuple[list[str], str]]:
    """Yield the lists of at least `count` things in a sentence: its last items, and the rest of the sentence.

    The items are cut to a like length, since what leads to the first one and what follows the last one
    is no part of them: 对东部、中部、西部地区的.
    """
    for pattern in _LISTS:
        for found in pattern.finditer(document.text, sentence.start, sentence.end):
            parts = [part.strip() for part in _BETWEEN.split(found[0]) if part.strip()]
            if (
                len(parts) >= count
            ):  # "By 2028, rates for paper, glass and plastics": what leads to it is no item
                rest = (
                    document.text[sentence.start : found.start()] + document.text[found.end() : sentence.end]
                )
                yield _levelled(parts[-count:], " " if pattern is _LISTS[1] else ""), rest


def _levelled(parts: list[str], separator: str) -> list[str]:
    """Cut the first and the last part to the length of the shortest one, in words or characters."""
    units = [part.split(separator) if separator else list(part) for part in parts]
    least = min(map(len, units))
    first, last = separator.join(units[0][-least:]), separator.join(units[-1][:least])
    return [first, *parts[1:-1], last]
