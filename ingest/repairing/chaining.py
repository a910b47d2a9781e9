"""Two stages of edits as one: the edits of the second, told in the coordinates of the first one's source."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.text import Edit, apply

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(slots=True)
class _Cluster:
    """Edits of both stages that touch each other, in the coordinates between the stages."""

    start: int
    end: int
    first: list[Edit] = field(default_factory=list)
    second: list[Edit] = field(default_factory=list)


def chain(source: str, first: Sequence[Edit], second: Sequence[Edit]) -> list[Edit]:
    """Return the edits of `source` that do what `first` and then `second` do.

    Edits that touch each other become one; what a second edit undoes, vanishes.
    """
    if not first or not second:
        return sorted(first or second)
    between, _ = apply(source, first)
    chained: list[Edit] = []
    drift = 0  # how far the source is ahead of the text between, after the clusters so far
    for cluster in _clusters(first, sorted(second)):
        raw_start = cluster.start + drift
        drift += sum(edit.end - edit.start - len(edit.after) for edit in cluster.first)
        raw_end = cluster.end + drift
        after = _rewritten(between, cluster)
        if after != source[raw_start:raw_end]:
            kind, confidence = _account([*cluster.first, *cluster.second])
            chained.append(Edit(raw_start, raw_end, after, kind, confidence))
    return chained


def _clusters(first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[_Cluster]:
    """Yield the edits in order, those that overlap between the stages together."""
    cluster: _Cluster | None = None
    for start, end, edit, is_second in sorted(
        [*_placed(first), *((edit.start, edit.end, edit, True) for edit in second)],
        key=lambda row: (row[0], row[1]),
    ):
        if cluster is None or start >= cluster.end:
            if cluster is not None:
                yield cluster
            cluster = _Cluster(start, end)
        cluster.end = max(cluster.end, end)
        (cluster.second if is_second else cluster.first).append(edit)
    if cluster is not None:
        yield cluster


def _placed(first: Iterable[Edit]) -> Iterator[tuple[int, int, Edit, bool]]:
    """Yield the first stage's edits with the place of what they wrote."""
    drift = 0
    for edit in first:
        start = edit.start - drift
        drift += edit.end - edit.start - len(edit.after)
        yield start, start + len(edit.after), edit, False


def _rewritten(between: str, cluster: _Cluster) -> str:
    """Return what a cluster's place finally reads."""
    pieces: list[str] = []
    read = cluster.start
    for edit in cluster.second:
        pieces += (between[read : edit.start], edit.after)
        read = edit.end
    return "".join([*pieces, between[read : cluster.end]])


def _account(edits: Iterable[Edit]) -> tuple[str, float]:
    """Return the kinds of some edits, each once, and the confidence of the weakest."""
    known = list(edits)
    return "+".join(dict.fromkeys(edit.kind for edit in known)), min(edit.confidence for edit in known)
