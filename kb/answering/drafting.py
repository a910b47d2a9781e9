"""An answer in the making: statements, each with the quotes it stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kb.answering.guard import held

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.records import Quote
    from kb.records import Key


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer and the quotes that hold what it says."""

    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is to be said, before the guard has looked at it; the first statement is the answer itself."""

    statements: tuple[Statement, ...]
    figures: tuple[Key, ...] = ()
    same: int | None = None
    differs: tuple[Key, ...] = ()


@dataclass(slots=True)
class Sheet:
    """The numbered citations of one answer."""

    quotes: list[Quote] = field(default_factory=list)

    def number(self, quote: Quote) -> int:
        """Return the number of a quote; one already cited keeps its own."""
        places = [(q.document, q.start, q.end) for q in self.quotes]
        place = (quote.document, quote.start, quote.end)
        if place not in places:
            self.quotes.append(quote)
            return len(self.quotes)
        return places.index(place) + 1


def compose(draft: Draft, language: str) -> tuple[str, tuple[Quote, ...]] | None:
    """Return the answer with its marks and quotes, or None where its first statement is not held by them.

    A later statement that its quotes do not hold is left out.
    """
    sheet = Sheet()
    said: list[str] = []
    for i, statement in enumerate(draft.statements):
        if not statement.quotes or not held(statement.text, [q.text for q in statement.quotes]):
            if i == 0:
                return None
            continue
        said.append(_marked(statement, sheet, language))
    return ("" if language == "zh" else " ").join(said), tuple(sheet.quotes)


def _marked(statement: Statement, sheet: Sheet, language: str) -> str:
    """Put the marks of a statement's citations before its full stop."""
    marks = "".join(f"[{sheet.number(q)}]" for q in _distinct(statement.quotes))
    text = statement.text.rstrip("。. ")
    return f"{text}{marks}。" if language == "zh" else f"{text[:1].upper()}{text[1:]} {marks}."


def _distinct(quotes: Sequence[Quote]) -> list[Quote]:
    found: dict[tuple[str, int, int], Quote] = {}
    for quote in quotes:
        found.setdefault((quote.document, quote.start, quote.end), quote)
    return list(found.values())
