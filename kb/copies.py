"""Which documents are copies of one another: reposts by the words they share, translations by their figures.

Words are compared as shingles. A fixed share of all shingles is sampled by their hash value, so that
documents with passages in common are found without comparing each with each; the pairs found are then
measured exactly. Versions of one work are no copies of one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus.records import Link, LinkKind
from kb.records import Verdict
from kb.shingles import shingles, tokens
from kb.versions import BY_WORK, superseding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from corpus.records import Document
    from kb.records import Plan, Target
    from kb.shingles import Shingles

    Numbers = NDArray[np.int64]

BY_WORDS = "shingles"
BY_FIGURES = "figures"
MAKERS = (BY_WORDS, BY_FIGURES, BY_WORK)

SAMPLED = 8  # one shingle of so many is sampled
SHARED = 3  # so many samples in common make a pair worth measuring
COPIED = 0.6  # share of the shorter document's shingles that stand in the other
SHORTEST = 40  # shingles; what is shorter is not told from a chance likeness
TRANSLATED = 0.6  # share of a document's targets that the original states, too
FEWEST_TARGETS = 3


@dataclass(frozen=True, slots=True)
class Sketch:
    """A document with its shingles, sorted and each once."""

    document: Document
    shingles: Shingles

    @property
    def rank(self) -> tuple[object, ...]:
        """Origins first: the official text, then what was published first; the id settles the rest."""
        d = self.document
        return (d.kind != "plan", d.kind == "repost", d.published or "9999", d.id)


def find_copies(
    documents: Iterable[Document],
    plans: Sequence[Plan],
    targets: Sequence[Target],
    versions: Iterable[Link] = (),
) -> tuple[Link, ...]:
    """Return who copies or translates whom, one origin for each copy, whatever the order of arrival.

    `versions` are the links between versions of a work that hold.
    """
    held = {d.id: d for d in documents}
    newest = superseding(versions)
    links = [*_reposts(list(held.values()), newest), *_translations(held, plans, targets, newest)]
    return tuple(sorted(links, key=lambda k: (k.child, k.parent, k.kind)))


def standing(links: Iterable[Link]) -> list[Link]:
    """Return the judgements that hold; a person's no and a publisher's contrary outweigh what is computed."""
    links = list(links)
    denied = {(k.child, k.parent, k.kind) for k in links if not k.holds}
    contrary = {(k.parent, k.child, k.kind) for k in links if k.holds and k.by not in MAKERS}
    return [
        k
        for k in links
        if k.holds
        and (k.child, k.parent, k.kind) not in denied
        and (k.by not in MAKERS or (k.child, k.parent, k.kind) not in contrary)
    ]


def _reposts(documents: Sequence[Document], newest: Mapping[str, str]) -> Iterator[Link]:
    """Link every copy to the origin that ranks highest among those it copies."""
    sketches = [Sketch(d, shingles(d.text)) for d in documents]
    ranked = sorted((s for s in sketches if len(s.shingles) >= SHORTEST), key=lambda s: s.rank)
    linked: set[int] = set()
    for i, j, score in _alike([sketch.shingles for sketch in ranked]):
        one, other = (ranked[k].document.id for k in (i, j))
        if score < COPIED or j in linked or newest.get(one, one) == newest.get(other, other):
            continue
        linked.add(j)
        yield Link(
            child=other,
            parent=one,
            kind=LinkKind.REPOST_OF,
            by=BY_WORDS,
            score=round(score, 3),
            reason=f"{score:.0%} of the shorter text stands in the other word for word",
        )


def _alike(texts: Sequence[Shingles]) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of texts that share enough samples, with the share of the shorter one that both have.

    They come in order. All shingles are numbered once, so that to measure a pair is to look its numbers up.
    """
    if not texts:
        return
    known, numbers = np.unique(np.concatenate(texts), return_inverse=True)
    sizes = [len(text) for text in texts]
    own = np.split(numbers, np.cumsum(sizes)[:-1])
    sampled, here = known % SAMPLED == 0, np.zeros(len(known), dtype=bool)
    samples = [text[sampled[text]] for text in own]
    for i, others in enumerate(_sharing(samples, len(known))):
        here[own[i]] = True
        for j in others:
            yield i, j, float(np.count_nonzero(here[own[j]])) / min(sizes[i], sizes[j])
        here[own[i]] = False


def _sharing(samples: Sequence[Numbers], count: int) -> Iterator[list[int]]:
    """Yield for each text the later ones that share enough samples with it; numbers are below `count`."""
    numbers = np.concatenate(samples)
    owners = np.repeat(np.arange(len(samples)), [len(own) for own in samples])
    holders = owners[np.argsort(numbers, kind="stable")]  # of the first number, of the second, …
    ends = np.cumsum(np.bincount(numbers, minlength=count))
    starts = np.concatenate(([0], ends))
    for i, own in enumerate(samples):
        stretches = [holders[starts[n] : ends[n]] for n in own]
        shared = np.bincount(np.concatenate([*stretches, holders[:0]]), minlength=len(samples))
        yield (i + 1 + np.flatnonzero(shared[i + 1 :] >= SHARED)).tolist()


def _translations(
    held: Mapping[str, Document], plans: Sequence[Plan], targets: Sequence[Target], newest: Mapping[str, str]
) -> Iterator[Link]:
    """Link a document to the one in the other language that has its title, or is the plan's text as it is.

    Of an original in several versions it is the newest that most of its figures stand in.
    """
    of_plan: dict[str, list[Target]] = {}
    for target in targets:
        of_plan.setdefault(target.plan, []).append(target)
    for plan in plans:
        stated = _stated(plan, of_plan.get(plan.id, ()))
        known = [held[d] for d in plan.documents if d in held]
        for child in (d for d in known if d.language != "zh"):
            originals = [d for d in known if d.language == "zh" and _counterparts(child, d)]
            scored = [
                (_overlap(stated[child.id], stated[d.id]), d.kind == "plan", d.id not in newest, d.id)
                for d in originals
            ]
            score, *_, parent = max(scored, default=(0.0, False, False, ""))
            if score >= TRANSLATED:
                yield Link(
                    child=child.id,
                    parent=parent,
                    kind=LinkKind.TRANSLATION_OF,
                    by=BY_FIGURES,
                    score=round(score, 3),
                    reason=f"{score:.0%} of its figures stand in the original, under the same title",
                )


def _stated(plan: Plan, targets: Iterable[Target]) -> dict[str, set[str]]:
    """Return which of a plan's targets each of its documents states as its authority does."""
    stated: dict[str, set[str]] = {d: set() for d in plan.documents}
    for target in targets:
        for statement in target.statements:
            if statement.verdict is not Verdict.DIFFERS:
                stated.setdefault(statement.document, set()).add(target.id)
    return stated


def _counterparts(a: Document, b: Document) -> bool:
    """Whether two documents are the plan's own texts, or stand under one title."""
    if a.kind == b.kind == "plan":
        return True
    titles = [tokens(d.title or "") for d in (a, b)]
    return bool(titles[0]) and titles[0] == titles[1]


def _overlap(child: set[str], parent: set[str]) -> float:
    return len(child & parent) / len(child) if len(child) >= FEWEST_TARGETS else 0.0
