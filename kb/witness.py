"""Lost characters suggested by a witness: another document that holds the same passage whole.

The words on both sides of a lost place are looked up in every other document; what stands between them
there is what may have stood here. It is shown as a suggestion with its source, and never applied.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.text import Span
from ingest.script import to_simplified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.records import Document, Quote

NEAR: Final = 3  # clean characters between two lost places that are too few to lead to a witness
LENGTHS: Final = (16, 10, 6)  # characters on each side that must agree: the most first
FEWEST: Final = 2  # of them on the shorter side
LONGEST: Final = 16  # characters that are suggested for a place, or four times what is left of it
WIDTHS: Final = {0xFF01 + n: 0x21 + n for n in range(94)} | {0x3000: 0x20}
REPLACEMENT: Final = "\ufffd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What may have stood at a place of a text: the words, and the passage of the witness that has them."""

    place: Span
    text: str
    witness: str
    quote: Quote


def suggest(document: Document, others: Iterable[Document]) -> tuple[Suggestion, ...]:
    """Return what other documents have in place of a document's lost characters, each reading once."""
    places = list(_places(document))
    if not places:
        return ()
    found: dict[tuple[Span, str], Suggestion] = {}
    own = view(document.text)
    for witness in sorted(others, key=_standing):
        if witness.id == document.id:
            continue
        theirs = view(witness.text)
        for place in places:
            if (suggestion := _testimony(own, place, witness, theirs)) is not None:
                found.setdefault((place, view(suggestion.text)), suggestion)
    return tuple(sorted(found.values(), key=lambda each: each.place))


def view(text: str) -> str:
    """Return a text of the same length in which the script and the width of characters do not matter."""
    simplified = to_simplified(text)
    return (simplified if len(simplified) == len(text) else text).translate(WIDTHS)


def _standing(witness: Document) -> tuple[bool, str, str]:
    """Order witnesses: official texts first, then by date."""
    return witness.kind != "plan", witness.published or "9999", witness.id


def _places(document: Document) -> Iterator[Span]:
    """Yield the lost places of a text; those with next to nothing between them are one."""
    held: Span | None = None
    for span in sorted(document.lost):
        if held and span.start - held.end < NEAR and "\n" not in document.text[held.end : span.start]:
            held = Span(held.start, max(held.end, span.end))
        else:
            if held:
                yield held
            held = span
    if held:
        yield held


def _testimony(own: str, place: Span, witness: Document, theirs: str) -> Suggestion | None:
    """Return what a witness has between the words that stand around a place, if it has them whole."""
    limit = max(LONGEST, 4 * len(place))
    for length in LENGTHS:
        before, after = _around(own, place, length)
        if len(before) + len(after) < 2 * length:
            continue
        at = theirs.find(before)
        while at >= 0:
            start = at + len(before)
            end = theirs.find(after, start + 1, start + limit + len(after))
            if end > 0 and _is_whole(witness, Span(start, end)):
                passage = witness.quote(Span(at, end + len(after)))
                words = witness.text[start:end]
                return Suggestion(place=place, text=words, witness=witness.source, quote=passage)
            at = theirs.find(before, at + 1)
    return None


def _around(own: str, place: Span, length: int) -> tuple[str, str]:
    """Return the words before and behind a place; where its line is short on one side, more of the other."""
    line = own.rfind("\n", 0, place.start) + 1
    stop = own.find("\n", place.end)
    left, right = place.start - line, (len(own) if stop < 0 else stop) - place.end
    if min(left, right) < FEWEST:
        return "", ""
    first = min(left, 2 * length - min(right, length))
    before, after = own[place.start - first : place.start], own[place.end : place.end + 2 * length - first]
    return before, after[:right] if REPLACEMENT not in before + after[:right] else ""


def _is_whole(witness: Document, span: Span) -> bool:
    """Whether a witness has lost nothing there, and no line ends."""
    words = span.cut(witness.text)
    return "\n" not in words and REPLACEMENT not in words and not any(map(span.overlaps, witness.lost))
