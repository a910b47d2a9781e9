"""Repair: what comes back exactly, and clean text that stays as it is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from ingest import decode, repair
from kb.evaluating.trial import Score, share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.evaluating.trial import Trial

Row = dict[str, Any]
SHOWN = 40  # characters of a text that fell short


def score_repair(_: Trial, gold: list[Row]) -> Score:
    """Repair every text; what lost characters on its way is not asked to come back."""
    judged = [(row, got == row["clean"]) for row, got in _repaired(gold)]
    whole = [(row, right) for row, right in judged if row["recoverable"]]
    clean = [(row, right) for row, right in judged if row["kind"].startswith("clean")]
    measures = {
        "repair.exact": share(sum(right for _, right in whole), len(whole)),
        "repair.clean": share(sum(right for _, right in clean), len(clean)),
    }
    missed = (row for row, right in whole if not right)
    return Score(measures, tuple(f"repair: {row['kind']}: {row['garbled'][:SHOWN]}" for row in missed))


def _repaired(gold: list[Row]) -> Iterator[tuple[Row, str]]:
    """Yield every row with what became of it; glossed sentences are repaired as the one page they were."""
    kinds: defaultdict[str, list[Row]] = defaultdict(list)
    for row in gold:
        kinds[row["kind"]].append(row)
    for kind, rows in kinds.items():
        if kind.startswith("pinyin"):
            page = repair("\n".join(row["garbled"] for row in rows)).text.split("\n")
            yield from zip(rows, page, strict=True)
        elif "bytes:" in kind:
            yield from ((row, decode(bytes.fromhex(row["garbled"])).text) for row in rows)
        else:
            yield from ((row, repair(row["garbled"]).text) for row in rows)
