"""The SQLite store: the one truth about what the knowledge base holds."""

from corpus.store.connection import connect
from corpus.store.migrations import Migration, migrate
from corpus.store.store import Store

__all__ = ["Migration", "Store", "connect", "migrate"]
