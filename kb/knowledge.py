"""All that is joined across documents: the canonical records of one knowledge base."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, overload

from kb.records import Organisation, Plan, Product, Target, Task

R = TypeVar("R", bound=Plan | Target | Task | Product | Organisation)


class Records(Sequence[R]):
    """Joined records of one kind in a fixed order, and those that stand in one document."""

    def __init__(self, records: Iterable[R] = ()) -> None:
        self._every = tuple(records)

    def every(self) -> tuple[R, ...]:
        """Return all of them."""
        return self._every

    def of(self, document: str) -> Sequence[R]:
        """Return those that a document states or lists, in the same order."""
        return self._by_document.get(document, ())

    @cached_property
    def _by_document(self) -> dict[str, list[R]]:
        found: dict[str, list[R]] = {}
        for record in self.every():
            for document in stand_in(record):
                found.setdefault(document, []).append(record)
        return found

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[R, ...]: ...
    def __getitem__(self, at: int | slice) -> R | tuple[R, ...]:
        return self.every()[at]

    def __iter__(self) -> Iterator[R]:
        return iter(self.every())

    def __len__(self) -> int:
        return len(self.every())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Records) and self.every() == other.every()

    def __hash__(self) -> int:
        return hash(self.every())


def stand_in(record: Plan | Target | Task | Product | Organisation) -> frozenset[str]:
    """Return the documents that a record stands in; a body stands in none by itself."""
    match record:
        case Plan():
            return frozenset(record.documents)
        case Target():
            return frozenset(s.document for s in record.statements)
        case Task() | Product():
            return frozenset(q.document for q in record.quotes)
        case Organisation():
            return frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The canonical records of one knowledge base."""

    plans: Records[Plan]
    targets: Records[Target]
    tasks: Records[Task]
    products: Records[Product]
    organisations: Records[Organisation]

    def plans_of(self, document: str) -> tuple[str, ...]:
        """Return the ids of the plans that a document is about."""
        return tuple(plan.id for plan in self.plans.of(document))
