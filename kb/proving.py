"""Proof that the store and the index are whole."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from corpus.errors import NotFound
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.holdings import Holdings


def verify(base: Holdings) -> dict[str, Any]:
    """Check that the database is sound, bytes are kept, every quote fits and every passage is reachable."""
    findings = [*_database(base), *_sources(base), *base.store.misfits(), *_trails(base)]
    base.index.sync()  # a writer that was killed may have left the index behind the store: that is no fault
    findings += base.index.verify()
    return {"ok": not findings, "findings": findings}


def _database(base: Holdings) -> Iterator[str]:
    for (line,) in base.store.db.execute("pragma integrity_check"):
        if line != "ok":
            yield f"database: {line}"


def _sources(base: Holdings) -> Iterator[str]:
    """Yield a line for every source whose bytes are gone or are not what they were."""
    for digest, name in sorted(base.store.source_names().items()):
        try:
            if sha256(base.blobs.get(digest)).hexdigest() != digest:
                yield f"{name}: the kept bytes have changed"
        except NotFound:
            yield f"{name}: the bytes are gone"


def _trails(base: Holdings) -> Iterator[str]:
    """Yield a line for every document whose trail does not lead into its source."""
    for document in base.held.values():
        source = base.store.source(document.source)
        back = document.trail.back(Span(0, len(document.text)))
        if back.end > len(source.text):
            yield f"{document.id}: the trail leads out of its source"
