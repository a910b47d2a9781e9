"""Bodies that only a twin list tells: the same task names the same bodies in both languages.

`申康医院发展中心` and `Shanghai Hospital Development Center` share no word. But where a plan and its
translation name, for the same task, the same known bodies and one unknown each, the unknown are one.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kb.organisations.names import is_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def paired_keys(lists: Iterable[tuple[Sequence[str], Sequence[str]]]) -> dict[str, str]:
    """Return the common key of each pair of keys that all twin lists agree on.

    A pair that one list speaks for and another against is not made.
    """
    partners: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in lists:
        rest = [k for k in one if k not in other]
        counterpart = [k for k in other if k not in one]
        if len(rest) != len(counterpart):
            continue
        for a, b in zip(rest, counterpart, strict=True):
            partners[a].add(b)
            partners[b].add(a)
    return {
        key: _common(key, *found)
        for key, found in partners.items()
        if len(found) == 1 and partners[next(iter(found))] == {key} and not all(map(is_known, (key, *found)))
    }


def _common(a: str, b: str) -> str:
    """Return the key of both: that of the one whose field is known, else both in a fixed order."""
    known = [k for k in (a, b) if is_known(k)]
    return known[0] if known else "=".join(sorted((a, b)))
