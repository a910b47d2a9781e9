"""What was read from each document, back from the store: the raw material of all that is joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from kb.by_document import ByDocument
from kb.codec import load_json
from kb.records import Figure, PlanMention, ProductReading, TaskReading

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from corpus.store import Store

R = TypeVar("R", Figure, TaskReading, ProductReading, PlanMention)


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read from each document, by document id, in the order of the text."""

    figures: Mapping[str, tuple[Figure, ...]]
    tasks: Mapping[str, tuple[TaskReading, ...]]
    products: Mapping[str, tuple[ProductReading, ...]]
    mentions: Mapping[str, tuple[PlanMention, ...]]


def load_readings(store: Store, documents: Collection[str]) -> Readings:
    """Return the records of `documents`; each is read from the store when it is asked for."""

    def of(kind: str, record: type[R], order: Callable[[R], Any]) -> ByDocument[tuple[R, ...]]:
        def read(document: str) -> tuple[R, ...] | None:
            found = (load_json(body, record) for body in store.bodies(kind, document))
            return tuple(sorted(found, key=order)) or None

        return ByDocument(read, documents)

    return Readings(
        figures=of("figure", Figure, lambda f: (f.number, f.id)),
        tasks=of("task", TaskReading, lambda t: t.quote.start),
        products=of("product", ProductReading, lambda p: p.quote.start),
        mentions=of("mention", PlanMention, lambda m: m.rank),
    )
