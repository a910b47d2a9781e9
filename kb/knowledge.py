"""All that is joined across documents: the canonical records of one knowledge base."""

from __future__ import annotations

from dataclasses import dataclass

from kb.records import Organisation, Plan, Product, Target, Task

CACHE = "knowledge"  # under which the store keeps what was joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The canonical records of one knowledge base, each list in a fixed order."""

    plans: tuple[Plan, ...]
    targets: tuple[Target, ...]
    tasks: tuple[Task, ...]
    products: tuple[Product, ...]
    organisations: tuple[Organisation, ...]

    def plans_of(self, document: str) -> tuple[str, ...]:
        """Return the ids of the plans that a document is about."""
        return tuple(p.id for p in self.plans if document in p.documents)
