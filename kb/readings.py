"""What was read from each document, back from the store: the raw material of all that is joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.codec import load_json
from kb.records import Figure, PlanMention, ProductReading, TaskReading

if TYPE_CHECKING:
    from corpus.store import Store


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read from each document, by document id; the raw material of all that is joined."""

    figures: dict[str, tuple[Figure, ...]]
    tasks: dict[str, tuple[TaskReading, ...]]
    products: dict[str, tuple[ProductReading, ...]]
    mentions: dict[str, tuple[PlanMention, ...]]


def load_readings(store: Store) -> Readings:
    """Read all records back, each document's in the order of the text."""
    figures: dict[str, list[Figure]] = {}
    for body in store.bodies("figure"):
        figure = load_json(body, Figure)
        figures.setdefault(figure.quote.document, []).append(figure)
    tasks: dict[str, list[TaskReading]] = {}
    for body in store.bodies("task"):
        task = load_json(body, TaskReading)
        tasks.setdefault(task.quote.document, []).append(task)
    products: dict[str, list[ProductReading]] = {}
    for body in store.bodies("product"):
        product = load_json(body, ProductReading)
        products.setdefault(product.quote.document, []).append(product)
    mentions: dict[str, list[PlanMention]] = {}
    for body in store.bodies("mention"):
        mention = load_json(body, PlanMention)
        mentions.setdefault(mention.document, []).append(mention)
    return Readings(
        figures={d: tuple(sorted(fs, key=lambda f: (f.number, f.id))) for d, fs in figures.items()},
        tasks={d: tuple(sorted(ts, key=lambda t: t.quote.start)) for d, ts in tasks.items()},
        products={d: tuple(sorted(ps, key=lambda p: p.quote.start)) for d, ps in products.items()},
        mentions={d: tuple(sorted(ms, key=lambda m: m.rank)) for d, ms in mentions.items()},
    )
