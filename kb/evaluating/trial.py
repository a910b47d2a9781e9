"""What every scorer is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from kb.evaluating.gold import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kb.knowledge_base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Score:
    """Measures by name, and a line for everything that fell short."""

    measures: Mapping[str, float]
    misses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """A knowledge base of the sources of a gold folder, with the name of the file of each document."""

    base: KnowledgeBase
    source_of: Mapping[str, str]

    @classmethod
    def of(cls, base: KnowledgeBase, sources: Sequence[Path]) -> Self:
        """Read the sources in."""
        lines = list(base.add(sources))
        return cls(base, {d["id"]: Path(line["source"]).name for line in lines for d in line["documents"]})

    def documents(self, key: str) -> list[str]:
        """Return the documents out of the source that a gold file calls `key`."""
        return [d for d, source in self.source_of.items() if names(key, source)]

    def among(self, document: str, keys: Iterable[str]) -> bool:
        """Whether a document comes out of one of the sources that a gold file names."""
        source = self.source_of.get(document, "")
        return any(names(key, source) for key in keys)


Scorer = Callable[[Trial, Any], Score]


def share(part: int, whole: int) -> float:
    """Return a part of a whole; of nothing, everything is right."""
    return round(part / whole, 4) if whole else 1.0
