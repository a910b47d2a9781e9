"""Figures: which of those that a careful reader takes were read, and with the right fields."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kb.evaluating.trial import Score, share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.evaluating.trial import Trial

Row = dict[str, Any]
PEOPLE = frozenset({"count", "person"})  # whether people are counted is a matter of the subject
FIELDS = ("bound", "deadline", "kind")


def score_figures(trial: Trial, gold: Row) -> Score:
    """Pair gold and read figures of each source by value and unit, the likest first.

    What the gold does not name is wrong only where the gold says that it is complete.
    """
    pairs: list[tuple[Row, Row | None]] = []
    right = read = 0
    for key, rows in gold["documents"].items():
        found = [f for d in trial.documents(key) for f in trial.base.figures(document=d)["figures"]]
        paired = _pair(rows, found)
        used = {id(f) for f in paired if f}
        pairs += zip(rows, paired, strict=True)
        right += len(used)
        read += sum(id(f) in used or "of" not in f for f in found)  # a threshold in a subject is extra
    articles = gold.get("articles", {})
    split = sum(len(trial.documents(key)) == n for key, n in articles.items())
    hits = [(wanted, got) for wanted, got in pairs if got]
    measures = {
        "figures.recall": share(len(hits), len(pairs)),
        **{f"figures.{name}": _agreeing(hits, name) for name in FIELDS},
        "articles.right": share(split, len(articles)),
    }
    if gold.get("complete"):
        measures["figures.precision"] = share(right, read)
    return Score(measures, tuple(_misses(pairs)))


def _misses(pairs: list[tuple[Row, Row | None]]) -> Iterator[str]:
    """Yield a line for every figure that was not read, or not with all its fields."""
    for wanted, got in pairs:
        line = " ".join(str(wanted[name]) for name in ("bound", "value", "unit"))
        if not got:
            yield f"figures: not read: {line}"
            continue
        for name in FIELDS:
            if not _same(wanted, got, name):
                quote = got["quote"]["text"]
                yield f"figures: {line}: {name} {got[name]} instead of {wanted[name]}: {quote}"


def _pair(rows: list[Row], found: list[Row]) -> list[Row | None]:
    """Return for each gold figure the read one that fits it best; one range may fit both its ends."""
    free = list(found)
    paired: list[Row | None] = []
    for row in rows:
        fitting = [f for f in free if _fits(row, f)]
        best = max(fitting, key=lambda f: sum(_same(row, f, name) for name in FIELDS), default=None)
        paired.append(best)
        if best and not best["value_max"]:
            free.remove(best)
    return paired


def _fits(row: Row, figure: Row) -> bool:
    values = [Decimal(figure[name]) for name in ("value", "value_max") if figure[name]]
    same_unit = figure["unit"] == row["unit"] or {figure["unit"], row["unit"]} <= PEOPLE
    return same_unit and any(_close(value, Decimal(row["value"])) for value in values)


def _close(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= Decimal("1e-6") * max(Decimal(1), abs(other))


def _same(row: Row, figure: Row, name: str) -> bool:
    """Whether a field agrees: of a deadline the year; a field without a value in the gold may be anything."""
    if name == "deadline":
        return str(figure[name] or "")[:4] == str(row[name] or "")[:4]
    return row[name] is None or bool(figure[name] == row[name])


def _agreeing(hits: list[tuple[Row, Row]], name: str) -> float:
    told = [(row, f) for row, f in hits if name == "deadline" or row[name] is not None]
    return share(sum(_same(row, f, name) for row, f in told), len(told))
