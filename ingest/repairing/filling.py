"""Which of its possible characters a damaged place held, where the words around it leave no doubt.

Part of a character's bytes is often left, and allows a few characters only. The likeliest division into words
is sought for each of them, by the frequencies of the dictionary; a character is taken only if every other
would make the text very much less likely (Viterbi on a lattice of words, with max-marginals).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final

from ingest.frequent import FREQUENT, PUNCTUATION
from ingest.repairing.fluency import LOST, is_word, simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST: Final = 4
"""Characters of a word, at most."""
COMBINATIONS: Final = 400
"""So many ways to fill the places of one word are looked up, at most."""
CERTAIN: Final = 4.2
"""How much likelier a character must be than any other, as a logarithm: 66 times; for a mark, 20."""
CERTAIN_MARK: Final = 3.0
OCCURRENCES: Final = 60_000_000
"""Words in the sources from which the dictionary has its frequencies."""
MARKS: Final = {
    "，": -2.5,
    "。": -4.5,
    "、": -4.5,
    "；": -5.0,
    "：": -5.0,
    "（": -5.5,
    "）": -5.5,
    "　": -9.0,
}
"""How frequent punctuation is, as the logarithm of its share; other marks have that of a usual word."""
OTHER_MARK: Final = -7.0
LAST: Final = {"。": 3.0, "；": 2.0, "：": 2.0}
"""How much likelier a mark is at the end."""
UNKNOWN: Final = -18.0
NUMERAL: Final = frozenset("〇一二三四五六七八九十百千万萬兩两")
"""Any figure is as good as another, though the dictionary knows some."""
YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
"""What 年 stands behind, as no word tells."""
BOUNDS: Final = frozenset(
    f"{not_}{bound}{than}" for not_ in ("", "不") for bound in "高低多少大小晚早" for than in "于於"
)
"""The bounds of figures, most of which the dictionary lacks: 不少于, 高于."""
BOUND: Final = -10.0

Slot = tuple[str, ...]
"""The characters that a place may hold: one where it is whole."""


@dataclass(slots=True)
class _Word:
    """A word that may stand at a place, with its weight."""

    text: str
    weight: float
    anchored: bool
    """Whether it tells of its lost characters: it has others that are known."""


def chosen(slots: Sequence[Slot]) -> list[str]:
    """Return the character of each place, U+FFFD where several are left in doubt."""
    if all(len(slot) == 1 for slot in slots):
        return [slot[0] for slot in slots]
    slots = _in_one_script(slots)
    words = [list(_words(slots, at)) for at in range(len(slots))]
    ahead = [0.0] + [-math.inf] * len(slots)
    for at, here in enumerate(words):
        for word in here:
            end = at + len(word.text)
            ahead[end] = max(ahead[end], ahead[at] + word.weight)
    behind = [-math.inf] * len(slots) + [0.0]
    proved: list[dict[str, float]] = [{} for _ in slots]
    any_way: list[dict[str, float]] = [{} for _ in slots]
    for at in range(len(slots) - 1, -1, -1):
        for word in words[at]:
            rest = word.weight + behind[at + len(word.text)]
            behind[at] = max(behind[at], rest)
            for place, character in enumerate(word.text, at):
                for best in (proved[place], any_way[place]) if word.anchored else (any_way[place],):
                    best[character] = max(best.get(character, -math.inf), ahead[at] + rest)
    return [
        slot[0] if len(slot) == 1 else _surest(*found)
        for slot, *found in zip(slots, proved, any_way, strict=True)
    ]


def _in_one_script(slots: Sequence[Slot]) -> list[Slot]:
    """Return the places without traditional characters where what is known has none of them."""
    known = "".join(slot[0] for slot in slots if len(slot) == 1)
    if simplified(known) != known:
        return list(slots)
    return [tuple(c for c in slot if simplified(c) == c) or (LOST,) for slot in slots]


def _surest(proved: dict[str, float], any_way: dict[str, float]) -> str:
    """Return the character that makes a word, or the mark, that is much likelier than all others."""
    best, *rivals = sorted(any_way, key=lambda c: -any_way[c])
    if best not in FREQUENT or (best in NUMERAL and not NUMERAL.isdisjoint(rivals)):
        return LOST
    margin = proved.get(best, -math.inf) - any_way[rivals[0]] if rivals else math.inf
    return best if margin >= (CERTAIN if best.isalpha() else CERTAIN_MARK) else LOST


def _words(slots: Sequence[Slot], at: int) -> Iterator[_Word]:
    """Yield the words that may begin at a place, single characters among them."""
    around = (*slots[max(at - 1, 0) : at], *slots[at + 1 : at + 2])
    year = YEAR.fullmatch("".join(slot[0] for slot in slots[max(at - 4, 0) : at]))
    for character in slots[at]:
        weight, stands = _weight(character), not character.isalpha() and all(map(_is_known, around))
        if year and character == "年":
            weight, stands = MARKS["，"], True
        elif at == len(slots) - 1:
            weight += LAST.get(character, 0.0)
        yield _Word(character, weight, stands)
    for end in range(at + 2, min(at + LONGEST, len(slots)) + 1):
        here = slots[at:end]
        if math.prod(map(len, here)) > COMBINATIONS:
            return
        anchored = any(map(_is_known, here))
        for characters in product(*here):
            weight = -math.inf if NUMERAL.issuperset(characters) else _weight("".join(characters))
            if weight > -math.inf:
                yield _Word("".join(characters), weight, anchored)


def _is_known(slot: Slot) -> bool:
    """Whether one character stands at a place beyond doubt."""
    return len(slot) == 1 and slot[0] != LOST


@lru_cache(maxsize=200_000)
def _weight(word: str) -> float:
    """Return the logarithm of a word's share in running text, minus infinity for what is no word."""
    from rjieba import suggest_freq

    if len(word) == 1 and not word.isalpha():
        return MARKS.get(word, OTHER_MARK if word in PUNCTUATION else UNKNOWN)
    if word in BOUNDS:
        return BOUND
    if not is_word(word):
        return UNKNOWN if len(word) == 1 else -math.inf
    if len(word) == 1 and word not in FREQUENT:
        return UNKNOWN
    return math.log(suggest_freq(simplified(word)) / OCCURRENCES)
