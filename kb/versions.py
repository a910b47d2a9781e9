"""Which documents are versions of one work: the newer is linked to the one that it revises.

Versions stand under one title, publisher and day, or at one address, and most of their words are the same;
where all of them are, nothing was revised.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from corpus.records import Link, LinkKind
from kb.shingles import shingles
from kb.works import words, work_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.records import Document
    from kb.shingles import Shingles

BY_WORK = "work"
KEPT = 0.5  # share of all passages of both texts that both have


def find_versions(documents: Iterable[Document]) -> tuple[Link, ...]:
    """Return which version each document revises, whatever the order of arrival; a repost is no version."""
    families: dict[tuple[str, ...], list[Document]] = {}
    for document in documents:
        for family in _families(document) if document.kind != "repost" else ():
            families.setdefault(family, []).append(document)
    found = [link for _, family in sorted(families.items()) if len(family) > 1 for link in _lineage(family)]
    links = {(link.child, link.parent): link for link in found}
    return tuple(links[pair] for pair in sorted(links))


def superseding(links: Iterable[Link]) -> Mapping[str, str]:
    """Return the newest version of each document that has a newer one; `links` are those that hold."""
    newer = {
        k.parent: k.child for k in sorted(links, key=lambda k: k.child) if k.kind is LinkKind.REVISION_OF
    }
    found = {}
    for first in newer:
        path = [first]
        while (after := newer.get(path[-1])) and after not in path:
            path.append(after)
        found[first] = path[-1]
    return found


def _families(document: Document) -> Iterator[tuple[str, ...]]:
    """Yield what the versions of a document have in common with it.

    Of a report that gives neither publisher nor day the title alone says nothing: its copies have it, too.
    """
    if document.kind == "plan" or document.publisher or document.published:
        yield "work", work_of(document)
    for address in filter(None, {document.url, document.original_url}):
        yield "address", address, words(document.title or "")


def _lineage(family: Sequence[Document]) -> Iterator[Link]:
    """Link each text to the nearest older one that it has most words of; equal texts are one version."""
    told = {d.id: shingles(d.text) for d in family}
    versions: dict[bytes, list[Document]] = {}
    # Of one day's versions the longer one is taken for newer: what is corrected seldom shrinks.
    for document in sorted(family, key=lambda d: (d.published or "", len(told[d.id]), d.id)):
        versions.setdefault(told[document.id].tobytes(), []).append(document)
    order = list(versions.values())
    for i, newer in enumerate(order):
        for older in reversed(order[:i]):
            score = _alike(told[newer[0].id], told[older[0].id])
            if score >= KEPT:
                yield from (_revision(a, b, score) for a, b in product(newer, older) if a.source != b.source)
                break


def _alike(a: Shingles, b: Shingles) -> float:
    """Return which share of the shingles of both stands in both."""
    if min(len(a), len(b)) < KEPT * max(len(a), len(b)):
        return 0.0
    common = len(np.intersect1d(a, b, assume_unique=True))
    return common / (len(a) + len(b) - common) if common else 0.0


def _revision(newer: Document, older: Document, score: float) -> Link:
    dated = (newer.published or "") != (older.published or "")
    order = "published later" if dated else "no date tells which is newer: the longer one"
    return Link(
        child=newer.id,
        parent=older.id,
        kind=LinkKind.REVISION_OF,
        by=BY_WORK,
        score=round(score, 3),
        reason=f"one work with {score:.0%} of the words alike; {order}",
    )
