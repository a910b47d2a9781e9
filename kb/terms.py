"""How much of one text another text covers, term by term, within a language and across languages.

A mean vector blurs: "exports of medical devices" is near every sentence on medical devices. Here every
content word must find its like: the same word or stem, or a word whose vector is near. Generic words of
policy ("reach", "建设") weigh little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ingest.script import to_simplified
from kb.likeness import stem
from kb.wordlists import FUNCTION_EN, FUNCTION_ZH, GENERIC_EN, GENERIC_ZH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from kb.likeness import Encoder

_RUN = re.compile(r"[A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*|[\u3400-\u9fff]+")
_GENERIC_WEIGHT = 0.3
# Cosines of single words under the shipped model: nine of ten unrelated pairs stay under the first number,
# half of all translations lie over the second; between them a match counts in part.
_UNRELATED, _SYNONYM = 0.12, 0.4
_UNRELATED_ALIKE, _SYNONYM_ALIKE = 0.3, 0.7  # the same between words of one language


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of a text, or two neighbours taken together; `key` is what equal words share."""

    text: str
    key: str
    weight: float


@dataclass(frozen=True, slots=True)
class Bag:
    """The terms of a text in order, and the pairs of neighbours, which help against compounds."""

    terms: tuple[Term, ...]
    pairs: tuple[str, ...]


@dataclass(slots=True)
class Terms:
    """Reads the terms of texts once and compares them; each term is encoded once, many in one batch."""

    encoder: Encoder
    _bags: dict[str, Bag] = field(default_factory=dict)
    _rows: dict[str, NDArray[np.float32]] = field(default_factory=dict)

    def bag(self, text: str) -> Bag:
        """Return the terms of `text`."""
        if text not in self._bags:
            self._bags[text] = read_bag(text)
        return self._bags[text]

    def learn(self, texts: Iterable[str]) -> None:
        """Encode the terms of `texts` for the comparisons to come."""
        words = {w for text in texts for bag in [self.bag(text)] for w in _words(bag)}
        new = sorted(words - self._rows.keys())
        if new:
            self._rows.update(zip(new, self.encoder.encode(new), strict=True))

    def matches(self, wanted: str, given: Sequence[tuple[str, float]]) -> list[float]:
        """Return for each term of `wanted` how surely a text of `given` has it, 0 to 1.

        Each given text comes with what a match in it is worth at most: a figure's own words are worth more
        than the title of its document.
        """
        needle = self.bag(wanted)
        self.learn((wanted, *(text for text, _ in given)))
        best = [0.0] * len(needle.terms)
        for text, worth in given:
            found = self._matches(needle, self.bag(text))
            best = [max(old, worth * new) for old, new in zip(best, found, strict=True)]
        return best

    def _matches(self, needle: Bag, hay: Bag) -> list[float]:
        keys = {term.key for term in hay.terms}
        words = _words(hay)
        near = self._near([t.text for t in needle.terms], words)
        pairs = self._near(list(needle.pairs), words)
        return [
            1.0 if _same(term.key, keys) else max(near[i], *_beside(pairs, i))
            for i, term in enumerate(needle.terms)
        ]

    def _near(self, needles: Sequence[str], words: Sequence[str]) -> list[float]:
        """Return for each needle how near its nearest word is, as a share of a sure match."""
        if not needles or not words:
            return [0.0] * len(needles)
        cosines = np.stack([self._rows[n] for n in needles]) @ np.stack([self._rows[w] for w in words]).T
        foreign = np.array([[n.isascii() != w.isascii() for w in words] for n in needles])
        low = np.where(foreign, _UNRELATED, _UNRELATED_ALIKE)
        high = np.where(foreign, _SYNONYM, _SYNONYM_ALIKE)
        return [float(b) for b in ((cosines - low) / (high - low)).clip(0.0, 1.0).max(axis=1)]


def read_bag(text: str) -> Bag:
    """Cut a text into its terms."""
    terms: list[Term] = []
    for run in _RUN.findall(to_simplified(text)):
        terms += _english(run) if run[0].isascii() else _chinese(run)
    joint = tuple(_join(a.text, b.text) for a, b in zip(terms, terms[1:], strict=False))
    return Bag(tuple(terms), joint)


def _english(word: str) -> list[Term]:
    found = []
    for part in word.lower().replace("’", "'").removesuffix("'s").split("-"):
        if part and part not in FUNCTION_EN:
            key = stem(part)
            found.append(Term(part, key, _GENERIC_WEIGHT if key in GENERIC_EN else 1.0))
    return found


def _chinese(run: str) -> list[Term]:
    """Cut a run of Chinese characters into words; neighbouring single characters make one word."""
    from rjieba import cut

    words: list[str] = []
    loose = False  # whether the last word is made of single characters that the dictionary left
    for word in cut(run):
        if word in FUNCTION_ZH:
            loose = False
        elif len(word) == 1 and loose:
            words[-1] += word
        else:
            words.append(word)
            loose = len(word) == 1
    return [Term(w, w, _GENERIC_WEIGHT if w in GENERIC_ZH else 1.0) for w in words]


def _join(a: str, b: str) -> str:
    return f"{a} {b}" if a.isascii() and b.isascii() else a + b


def _words(bag: Bag) -> tuple[str, ...]:
    return (*(t.text for t in bag.terms), *bag.pairs)


def _same(key: str, keys: set[str]) -> bool:
    """Whether a word stands among `keys`, or as a part of a longer Chinese word: 注册 in 注册证."""
    if key in keys:
        return True
    return not key.isascii() and len(key) > 1 and any(key in k or (len(k) > 1 and k in key) for k in keys)


def _beside(pairs: Sequence[float], i: int) -> tuple[float, ...]:
    """Return how near the pairs are that the i-th term is in, a little less than by itself."""
    return tuple(0.9 * pairs[j] for j in (i - 1, i) if 0 <= j < len(pairs)) or (0.0,)
