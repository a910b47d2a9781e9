"""Documents for tests, read by the real readers from texts written here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.reading import read

if TYPE_CHECKING:
    from corpus.records import Document


def read_one(text: str, name: str = "a.txt") -> Document:
    """Return the one document that `text` holds."""
    (document,) = read(text.encode(), name).documents
    return document
