"""Cutting a text into its content words, in either language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ingest.script import to_simplified
from kb.likeness import stem
from kb.matching.wordlists import FUNCTION_EN, FUNCTION_ZH, GENERIC_EN, GENERIC_ZH, SYNONYMS_EN

_RUN = re.compile(r"[A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*|[\u3400-\u9fff]+")
_GENERIC_WEIGHT = 0.3
# What follows the thing itself in English: "makers | of equipment", "rinks | that open to pupils".
_BEHIND = re.compile(r"\b(?:of|in|for|on|at|to|by|from|with|that|which|who|under|per)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of a text; `key` is what equal words share."""

    text: str
    key: str
    weight: float


@lru_cache(65536)
def terms(text: str) -> tuple[Term, ...]:
    """Cut a text into its content words."""
    found: list[Term] = []
    for run in _RUN.findall(to_simplified(text)):
        found += _english(run) if run[0].isascii() else _chinese(run)
    return tuple(found)


@lru_cache(65536)
def pairs(text: str) -> tuple[str, ...]:
    """Return every two neighbouring content words as one, to be held against compounds."""
    return tuple(
        f"{a} {b}" if a.isascii() and b.isascii() else a + b
        for a, b in pairwise(term.text for term in terms(text))
    )


def head(text: str) -> Term | None:
    """Return the word for the thing itself: 公园 of 花卉主题公园, "makers" of "makers of ice equipment"."""
    parts = _BEHIND.split(text) if text.isascii() else [text]
    full = ([term for term in terms(part) if term.weight == 1.0] for part in parts)
    return next((found[-1] for found in full if found), None)


def weight(text: str) -> float:
    """Return how much a text says: the sum of what its words weigh."""
    return sum(term.weight for term in terms(text))


def _english(word: str) -> list[Term]:
    found = []
    for part in word.lower().replace("’", "'").removesuffix("'s").split("-"):
        if part and part not in FUNCTION_EN:
            key = stem(part)
            weight = _GENERIC_WEIGHT if key in GENERIC_EN else 1.0
            found.append(Term(part, SYNONYMS_EN.get(key, key), weight))
    return found


def _chinese(run: str) -> list[Term]:
    """Cut a run of Chinese characters into words; neighbouring single characters make one word."""
    from rjieba import cut

    words: list[str] = []
    loose = False  # whether the last word is made of single characters that the dictionary left
    for word in cut(run):
        if word in FUNCTION_ZH or word[0] == "每":
            loose = False
        elif len(word) == 1 and loose:
            words[-1] += word
        else:
            words.append(word)
            loose = len(word) == 1
    return [Term(w, w, _weight(w)) for w in words]


def _weight(word: str) -> float:
    """Return what a Chinese word weighs; one character by itself is rarely what a figure is about: 总, 新."""
    return _GENERIC_WEIGHT if word in GENERIC_ZH or len(word) == 1 else 1.0
