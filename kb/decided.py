"""What a person has said of pairs of figures, entries or names; it goes before all that is computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs of ids that are one (`joined`: two figures state one target) and that are not (`parted`)."""

    joined: frozenset[Pair] = frozenset()
    parted: frozenset[Pair] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return bool(self.joined or self.parted)

    def of(self, one: str, others: Iterable[str]) -> bool | None:
        """Return whether one belongs to these others: a no to any outweighs all; None is undecided."""
        pairs = {frozenset((one, other)) for other in others}
        if pairs & self.parted:
            return False
        return True if pairs & self.joined else None

    def with_(self, one: str) -> frozenset[str]:
        """Return all that one was said to be joined with."""
        return frozenset().union(*(pair for pair in self.joined if one in pair)) - {one}


UNDECIDED = Decided()
