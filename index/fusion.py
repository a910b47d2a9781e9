"""One score out of what the ways of matching say, and a fair share of the hits for each language.

The weights were fitted on questions and paragraphs in both languages: piece by piece tells most, the
whole and its best sentence keep what is about something else from winning by single words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DENSE, SENTENCE, LATE, LEXICAL = 1.0, 1.0, 6.0, 0.6
HALF = 8.0  # a BM25 that counts half of what one without end would: BM25 knows no upper bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A candidate and what each way of matching says of it: three cosines, and BM25.

    `given` is the score of its place where a reranker has moved it.
    """

    number: int
    language: str
    dense: float
    sentence: float
    late: float
    lexical: float
    given: float | None = None

    @property
    def score(self) -> float:
        """One score, 0 to 1 or nearly so."""
        if self.given is not None:
            return self.given
        lexical = self.lexical / (self.lexical + HALF)
        total = DENSE * self.dense + SENTENCE * self.sentence + LATE * self.late + LEXICAL * lexical
        return total / (DENSE + SENTENCE + LATE + LEXICAL)


def shared(found: Iterable[Found], limit: int) -> list[Found]:
    """Return the best `limit`, best first, a third of an even share at least for each language."""
    ranked = sorted(found, key=lambda f: (-f.score, f.number))
    groups: dict[str, list[Found]] = {}
    for one in ranked:
        groups.setdefault(one.language, []).append(one)
    reserved = max(1, limit // (3 * len(groups))) if groups else 0
    chosen = {one.number: one for group in groups.values() for one in group[:reserved]}
    for one in ranked:
        if len(chosen) >= limit:
            break
        chosen.setdefault(one.number, one)
    return sorted(chosen.values(), key=lambda f: (-f.score, f.number))[:limit]
