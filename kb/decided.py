"""What a person has said of pairs of figures; it goes before everything that is computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs of figures, by their ids, that state one target (`joined`) and that do not (`parted`)."""

    joined: frozenset[Pair] = frozenset()
    parted: frozenset[Pair] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return bool(self.joined or self.parted)

    def of(self, figure: str, others: Iterable[str]) -> bool | None:
        """Return whether a figure belongs to these others: a no to one outweighs all; None is undecided."""
        pairs = {frozenset((figure, other)) for other in others}
        if pairs & self.parted:
            return False
        return True if pairs & self.joined else None


UNDECIDED = Decided()
