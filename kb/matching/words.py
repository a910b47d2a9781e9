"""How much of one text another text has, word by word, within a language and across languages.

A mean vector blurs: "exports of medical devices" is near every sentence on medical devices. Here every
content word must find its like: the same word or stem, or a word whose vector is near. Generic words of
policy ("reach", "建设") weigh little.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from kb.matching.terms import pairs, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from kb.likeness import Encoder

    Floats = NDArray[np.float32]

# Cosines of single words under the shipped model: nine of ten unrelated pairs stay under the first number,
# half of all translations lie over the second; between them a match counts in part.
_UNRELATED, _SYNONYM = 0.12, 0.4
_UNRELATED_ALIKE, _SYNONYM_ALIKE = 0.3, 0.7  # the same between words of one language
HALF = 0.5  # a word found less surely than this is not found
_IN_PAIR = 0.9  # a match of two neighbours taken together, against a match of the word itself


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to look for: their keys and weights, their vectors, and the vectors of neighbours as pairs."""

    keys: tuple[str, ...]
    weights: Floats
    rows: Floats
    pairs: Floats
    latin: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Given:
    """Words to look among: what each is worth, its vector, and the Chinese ones run together.

    The first `single` rows are words, the others are neighbours taken together.
    """

    worth: dict[str, float]
    chinese: tuple[tuple[str, float], ...]
    rows: Floats
    worths: Floats
    latin: NDArray[np.bool_]
    single: int


@dataclass(slots=True)
class Words:
    """Turns texts into words with vectors; each word is encoded once."""

    encoder: Encoder
    _rows: dict[str, Floats] = field(default_factory=dict)

    def learn(self, texts: Iterable[str]) -> None:
        """Encode the words of `texts`, and their neighbours as pairs, in one batch."""
        words = {w for text in texts for w in (*(t.text for t in terms(text)), *pairs(text))}
        self._stack(sorted(words))

    def wanted(self, texts: Sequence[tuple[str, float]]) -> Wanted:
        """Prepare texts to be looked for; each comes with the weight of its words."""
        found = [(term, weight) for text, weight in texts for term in terms(text)]
        neighbours = [p for text, _ in texts for p in (*pairs(text), "")[: len(terms(text))]]
        return Wanted(
            keys=tuple(term.key for term, _ in found),
            weights=np.array([term.weight * weight for term, weight in found], np.float32),
            rows=self._stack([term.text for term, _ in found]),
            pairs=self._stack(neighbours),
            latin=np.array([term.text.isascii() for term, _ in found], bool),
        )

    def given(self, texts: Sequence[tuple[str, float]]) -> Given:
        """Prepare texts to be looked among; each comes with what a match in it is worth."""
        worth: dict[str, float] = {}
        chinese = []
        near: dict[str, float] = {}
        joint: dict[str, float] = {}
        for text, value in texts:
            for term in terms(text):
                worth[term.key] = max(value, worth.get(term.key, 0.0))
            chinese.append(("|".join(t.key for t in terms(text) if not t.key.isascii()), value))
            for term in terms(text):
                near[term.text] = max(value, near.get(term.text, 0.0))
            for pair in pairs(text):
                joint[pair] = max(value, joint.get(pair, 0.0))
        single = len(near)
        near |= {pair: value for pair, value in joint.items() if pair not in near}
        return Given(
            worth=worth,
            chinese=tuple(chinese),
            rows=self._stack(list(near)),
            worths=np.array(list(near.values()), np.float32),
            latin=np.array([w.isascii() for w in near], bool),
            single=single,
        )

    def _stack(self, words: Sequence[str]) -> Floats:
        """Return the vectors of words; those not learnt before are encoded now."""
        new = sorted({w for w in words if w not in self._rows})
        if new:
            self._rows.update(zip(new, self.encoder.encode(new), strict=True))
        if not words:
            return np.zeros((0, 1), np.float32)
        return np.stack([self._rows[word] for word in words])


def share(wanted: Wanted, given: Given) -> float:
    """Return how much of the wanted words is given, 0 to 1; 0 where there is nothing to look for."""
    total = float(wanted.weights.sum())
    return float(found(wanted, given) @ wanted.weights) / total if total else 0.0


def missing(wanted: Wanted, given: Given) -> float:
    """Return what the wanted words weigh that are not given, each by itself and not even in part."""
    if not wanted.keys:
        return 0.0
    alone = _near(wanted.rows, wanted.latin, given, given.single)
    lacking = [i for i, key in enumerate(wanted.keys) if max(alone[i], _worth(key, given)) < HALF]
    return float(wanted.weights[lacking].sum())


def found(wanted: Wanted, given: Given) -> Floats:
    """Return for each wanted word how surely it is given, 0 to 1."""
    if not wanted.keys:
        return np.zeros(0, np.float32)
    best: Floats = _near(wanted.rows, wanted.latin, given)
    neighbours = _IN_PAIR * _near(wanted.pairs, wanted.latin, given)
    best = np.maximum(best, neighbours)
    best[1:] = np.maximum(best[1:], neighbours[:-1])
    for i, key in enumerate(wanted.keys):
        best[i] = max(best[i], _worth(key, given))
    return best


def _near(rows: Floats, latin: NDArray[np.bool_], given: Given, count: int | None = None) -> Floats:
    """Return for each row how near its nearest given word is, as a share of a sure match."""
    others, worths = given.rows[:count], given.worths[:count]
    if not len(others):
        return np.zeros(len(rows), np.float32)
    foreign = latin[:, None] != given.latin[None, :count]
    low = np.where(foreign, np.float32(_UNRELATED), np.float32(_UNRELATED_ALIKE))
    high = np.where(foreign, np.float32(_SYNONYM), np.float32(_SYNONYM_ALIKE))
    sure = ((rows @ others.T - low) / (high - low)).clip(0.0, 1.0)
    best: Floats = (sure * worths).max(axis=1)
    return best


def _worth(key: str, given: Given) -> float:
    """Return what the same word is worth among the given, or a Chinese word that holds it or is in it."""
    exact = given.worth.get(key, 0.0)
    if key.isascii() or len(key) < 2:
        return exact
    holding = max((value for text, value in given.chinese if key in text), default=0.0)
    held = max((given.worth.get(part, 0.0) for part in _parts(key)), default=0.0)
    return max(exact, holding, held)


@lru_cache(4096)
def _parts(word: str) -> tuple[str, ...]:
    """Return every run of two characters and more in a Chinese word."""
    return tuple(word[i:j] for i in range(len(word)) for j in range(i + 2, len(word) + 1))
