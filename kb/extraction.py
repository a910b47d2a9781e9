"""From one document to its records: figures, tasks, products and the policies it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.codec import as_record, load_json
from kb.figures import read_figures
from kb.plans import read_mentions
from kb.products import read_products
from kb.records import Figure, PlanMention, ProductReading, TaskReading
from kb.tasks import read_tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.records import Document, Record
    from corpus.store import Store


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read from each document, by document id; the raw material of all that is joined."""

    figures: dict[str, tuple[Figure, ...]]
    tasks: dict[str, tuple[TaskReading, ...]]
    products: dict[str, tuple[ProductReading, ...]]
    mentions: dict[str, tuple[PlanMention, ...]]


def extract(document: Document) -> Iterator[Record]:
    """Yield everything that is read from `document`, ready for the store."""
    for figure in read_figures(document):
        yield as_record("figure", figure.id, document.id, figure, [figure.quote])
    for task in read_tasks(document):
        quotes = [task.quote, *(r.quote for r in task.responsible)]
        yield as_record("task", task.id, document.id, task, quotes)
    for product in read_products(document):
        yield as_record("product", product.id, document.id, product, [product.quote])
    for mention in read_mentions(document):
        quotes = [mention.quote] if mention.quote else []
        yield as_record("mention", mention.id, document.id, mention, quotes)


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
