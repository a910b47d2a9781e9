"""How alike two short texts are, within a language and across languages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

_WORD = re.compile(r"[a-z]+", re.ASCII)
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LITTLE = frozenset(
    "a an and at by for from in into of on or the to with its each new newly be is are will".split()
)


class Encoder(Protocol):
    """Anything that turns texts into unit vectors of one length."""

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        """Return one row of length 1 for each text."""
        ...


def words(text: str) -> frozenset[str]:
    """Return the stems of English words and the bigrams of Chinese characters in `text`."""
    stems = {stem(w) for w in _WORD.findall(text.lower()) if w not in _LITTLE}
    bigrams = {run[i : i + 2] for run in _HAN.findall(text) for i in range(max(1, len(run) - 1))}
    return frozenset(stems | bigrams)


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Return how much of the smaller set stands in the other, damped for very small sets (0 to 1)."""
    if not a or not b:
        return 0.0
    shared = len(a & b)
    # One word in common of two tiny sets is less than it looks: the one in the denominator says so.
    return shared / (min(len(a), len(b)) + 0.5)


@dataclass(slots=True)
class Likeness:
    """Compares texts by their words and by their vectors; texts are encoded once, in one batch."""

    encoder: Encoder
    _rows: dict[str, NDArray[np.float32]] = field(default_factory=dict)
    _words: dict[str, frozenset[str]] = field(default_factory=dict)

    def learn(self, texts: Iterable[str]) -> None:
        """Encode `texts` for the comparisons to come."""
        new = sorted({t for t in texts if t and t not in self._rows})
        if new:
            self._rows.update(zip(new, self.encoder.encode(new), strict=True))

    def cosine(self, a: str, b: str) -> float:
        """Return the cosine of two texts, 0 where one is empty."""
        if not a or not b:
            return 0.0
        self.learn((a, b))
        return float(self._rows[a] @ self._rows[b])

    def nearest(self, texts: Sequence[str], others: Sequence[str], count: int) -> list[list[int]]:
        """Return for each text where the `count` of `others` with the highest cosines stand, best first."""
        self.learn((*texts, *others))
        known = [(at, self._rows[other]) for at, other in enumerate(others) if other]
        if not known:
            return [[] for _ in texts]
        import numpy as np

        columns = np.stack([row for _, row in known]).T
        found = []
        for text in texts:
            cosines = self._rows[text] @ columns if text else np.zeros(len(known), np.float32)
            best = np.argsort(-cosines, kind="stable")[:count]
            found.append([known[at][0] for at in best])
        return found

    def words(self, text: str) -> frozenset[str]:
        """Return the words of `text`, computed once."""
        if text not in self._words:
            self._words[text] = words(text)
        return self._words[text]

    def alike(self, a: str, b: str) -> float:
        """Return how alike two texts are, 0 to 1: by words and vector within a language, else by vector."""
        cosine = max(0.0, self.cosine(a, b))
        lexical = overlap(self.words(a), self.words(b))
        return max(cosine, min(1.0, (lexical + cosine) / 2)) if lexical else cosine


def stem(word: str) -> str:
    """Fold plurals and the commonest endings: approved, approval and approve share a stem."""
    for ending in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ings",
        "ing",
        "ies",
        "als",
        "ed",
        "es",
        "al",
        "s",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
