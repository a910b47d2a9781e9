"""One score out of what the ways of matching say, and a fair share of the hits for each language.

The weights were fitted by hand on development sets of questions and paragraphs in both languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable


class Scored(Protocol):
    """Anything with a score, in a language."""

    @property
    def score(self) -> float:
        """How well it fits."""
        ...

    @property
    def language(self) -> str:
        """The language it is in."""
        ...


S = TypeVar("S", bound=Scored)

DENSE, SENTENCE, LATE, LEXICAL = 1.0, 1.0, 4.0, 0.6
# Best BM25 a query can hope for is not known; what shares this much with it counts half.
HALF = 8.0
# Across languages even the right passage has fewer pieces in common with the query.
CROSSING = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What the ways of matching say of one passage: cosines, and BM25."""

    dense: float
    sentence: float
    late: float
    lexical: float

    @property
    def score(self) -> float:
        """One score, 0 to about 1."""
        lexical = self.lexical / (self.lexical + HALF)
        total = DENSE * self.dense + SENTENCE * self.sentence + LATE * self.late + LEXICAL * lexical
        return total / (DENSE + SENTENCE + LATE + LEXICAL)


def shared(ranked: Iterable[S], limit: int) -> list[S]:
    """Return the best `limit`, of which every language that has any holds at least a third of an even share.

    What is chosen comes best first.
    """
    ranked = sorted(ranked, key=lambda s: -s.score)
    groups: dict[str, list[S]] = {}
    for one in ranked:
        groups.setdefault(one.language, []).append(one)
    reserved = max(1, limit // (3 * len(groups))) if groups else 0
    chosen = [one for group in groups.values() for one in group[:reserved]][:limit]
    taken = set(map(id, chosen))
    chosen += [one for one in ranked if id(one) not in taken][: limit - len(chosen)]
    return sorted(chosen, key=lambda s: -s.score)
