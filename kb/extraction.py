"""From one document to its records: figures, tasks, products and the policies it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.codec import as_record
from kb.figures import read_figures
from kb.plans import read_mentions
from kb.products import read_products
from kb.tasks import read_tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.records import Document, Record


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
