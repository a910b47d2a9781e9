"""Bodies that only a twin list tells: the same task names the same bodies in both languages.

`申康医院发展中心` and `Shanghai Hospital Development Center` share no word. But where a plan and its
translation name, for the same task, the same known bodies and one unknown each, the unknown are one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.organisations.names import is_known

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two keys of one body, the key of both, and how many lists vouch for it."""

    common: str
    key: str
    partner: str
    votes: int


def paired_keys(
    lists: Iterable[tuple[Sequence[str], Sequence[str]]], parted: Collection[frozenset[str]] = ()
) -> dict[str, Pairing]:
    """Return the pairing of each key that all twin lists give one partner, but for pairs that are `parted`.

    A pair that one list speaks for and another against is not made.
    """
    votes: Counter[tuple[str, str]] = Counter()
    for one, other in lists:
        rest = [k for k in one if k not in other]
        counterpart = [k for k in other if k not in one]
        if len(rest) == len(counterpart):
            votes.update(zip(rest, counterpart, strict=True))
    partners: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (a, b), count in votes.items():
        if frozenset((a, b)) not in parted:
            partners[a][b] += count
            partners[b][a] += count
    paired: dict[str, Pairing] = {}
    for key, found in partners.items():
        partner = next(iter(found))
        if len(found) == len(partners[partner]) == 1 and not (is_known(key) and is_known(partner)):
            paired[key] = Pairing(_common(key, partner), key, partner, found.total())
    return paired


def _common(a: str, b: str) -> str:
    """Return the key of both: that of the one whose field is known, else both in a fixed order."""
    known = [k for k in (a, b) if is_known(k)]
    return known[0] if known else "=".join(sorted((a, b)))
