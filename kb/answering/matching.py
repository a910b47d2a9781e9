"""How much of a question a stretch of text covers: word by word, within a language and across.

Each word of a question is matched with the nearest words of the text: by its stem or characters where both
are of one language, by the encoder's vectors otherwise. Two words that belong together in the question
("ethics review") are tried together, and each is credited only where it helps the pair.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from kb.answering.glossary import entries
from kb.answering.words import weight, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from kb.answering.glossary import Entry
    from kb.answering.words import Word
    from kb.likeness import Encoder

    Rows = NDArray[np.float32]

# Cosines of words (or pairs) from which a match begins and at which it is sure; fitted on the question cases.
BEGINS_WITHIN, SURE_WITHIN = 0.55, 0.9
BEGINS_ACROSS, SURE_ACROSS = 0.2, 0.5
NOT_QUITE = 0.85  # what a sure match by vectors counts beside the very word
SHORT = 4
HELPS, AKIN = 0.01, 0.1  # what a word must add to its pair, and be like by itself, to be credited for it
LONGEST = 3  # words of a text that may answer to one or two words of a question


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of text prepared for matching: its words, its characters, and vectors of its word groups."""

    keys: frozenset[str]
    text: str
    stems: str
    groups: Rows
    is_han: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a question prepared for matching: single words and neighbours in pairs."""

    words: tuple[Word, ...]
    weights: Rows
    rows: Rows
    pairs: tuple[tuple[int, int], ...]
    pair_rows: Rows
    entries: tuple[Entry, ...]
    forms: tuple[tuple[int, Rows], ...]


@dataclass(slots=True)
class Matcher:
    """Matches questions with texts; every word is encoded once."""

    encoder: Encoder
    _rows: dict[str, Rows] = field(default_factory=dict)
    _scopes: dict[str, Scope] = field(default_factory=dict)

    def learn(self, texts: Iterable[str]) -> None:
        """Encode the words of `texts` in one batch."""
        self._encode({w.text for t in texts for w in words(t)})

    def _encode(self, texts: set[str]) -> None:
        if new := sorted(texts - self._rows.keys()):
            self._rows.update(zip(new, self.encoder.encode(new), strict=True))

    def asked(self, chosen: Sequence[Word]) -> Asked:
        """Prepare the words of a question."""
        self._encode({form for w in chosen for form in (w.text, *_forms(w))})
        rows = self._stack([w.text for w in chosen])
        forms = tuple((i, self._rows[form]) for i, w in enumerate(chosen) for form in _forms(w))
        pairs = tuple((i, i + 1) for i in range(len(chosen) - 1) if chosen[i + 1].start - chosen[i].end <= 1)
        joined = np.array([rows[i] + rows[j] for i, j in pairs], dtype=np.float32).reshape(
            len(pairs), rows.shape[1]
        )
        weights = np.array([weight(w) for w in chosen], dtype=np.float32)
        return Asked(tuple(chosen), weights, rows, pairs, _unit(joined), tuple(entries(chosen)), forms)

    def scope(self, text: str) -> Scope:
        """Prepare a stretch of text."""
        if text not in self._scopes:
            found = words(text)
            self._encode({w.text for w in found})
            self._scopes[text] = self._scope(found)
        return self._scopes[text]

    def _scope(self, found: Sequence[Word]) -> Scope:
        told = [w for w in found if weight(w) > 0]
        rows = self._stack([w.text for w in told])
        groups, han = [rows], [np.array([w.is_han for w in told], dtype=np.bool_)]
        for size in range(2, LONGEST + 1):
            starts = [i for i in range(len(told) - size + 1) if all(w.joined for w in told[i + 1 : i + size])]
            summed = sum(
                (rows[[i + k for i in starts]] for k in range(size)), np.zeros((len(starts), rows.shape[1]))
            )
            groups.append(_unit(np.asarray(summed, dtype=np.float32)))
            han.append(np.array([told[i].is_han for i in starts], dtype=np.bool_))
        return Scope(
            keys=frozenset(w.key for w in found),
            text="".join(w.text for w in found),
            stems=f" {' '.join(w.key for w in found)} ",
            groups=np.concatenate(groups),
            is_han=np.concatenate(han),
        )

    def cover(self, asked: Asked, scope: Scope) -> Rows:
        """Return for each word of the question how surely the text has it, 0 to 1."""
        count = len(asked.words)
        covered = np.zeros(count, dtype=np.float32)
        if not count:
            return covered
        if len(scope.groups):
            han = np.array([w.is_han for w in asked.words])
            near = asked.rows @ scope.groups.T
            for i, row in asked.forms:
                np.maximum(near[i], row @ scope.groups.T, out=near[i])
            covered = _sure(near, han, scope.is_han).max(axis=1)
            if asked.pairs:
                self._pairs(asked, scope, near, han, covered)
        for i, word in enumerate(asked.words):
            covered[i] = max(covered[i], _literal(word, scope))
        for entry in asked.entries:
            if any(w in scope.text for w in entry.meaning.zh) or any(
                s in scope.stems for s in entry.meaning.en
            ):
                covered[list(entry.positions)] = 1.0
        return covered

    def _pairs(self, asked: Asked, scope: Scope, near: Rows, han: NDArray[np.bool_], covered: Rows) -> None:
        """Credit the words of each pair with the pair's best match, where the word helps it."""
        both = asked.pair_rows @ scope.groups.T
        sure = _sure(both, han[[i for i, _ in asked.pairs]], scope.is_han)
        for number, (i, j) in enumerate(asked.pairs):
            at = int(sure[number].argmax())
            for this, other in ((i, j), (j, i)):
                if both[number, at] - near[other, at] >= HELPS and near[this, at] >= AKIN:
                    covered[this] = max(covered[this], sure[number, at])

    def _stack(self, texts: Sequence[str]) -> Rows:
        if not texts:
            return np.zeros((0, len(self.encoder.encode(["x"])[0])), dtype=np.float32)
        return np.stack([self._rows[t] for t in texts])


def _forms(word: Word) -> tuple[str, ...]:
    """Return other forms of an English word, since a model may know only one of them: restoring, restore."""
    text = word.text
    if word.is_han or len(text) <= SHORT:
        return ()
    if text.endswith("ies"):
        return (f"{text[:-3]}y",)
    if text.endswith(("ing", "ed")):
        stem = text.removesuffix("ing").removesuffix("ed")
        return (f"{stem}e", stem)
    return (text[:-1],) if text.endswith("s") and not text.endswith("ss") else ()


def _unit(rows: Rows) -> Rows:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), dtype=np.float32)


def _sure(near: Rows, asked_han: NDArray[np.bool_], scope_han: NDArray[np.bool_]) -> Rows:
    """Turn cosines into 0 to 1; words of two languages are less near than those of one."""
    across = asked_han[:, None] != scope_han[None, :]
    begins = np.where(across, BEGINS_ACROSS, BEGINS_WITHIN)
    sure = np.where(across, SURE_ACROSS, SURE_WITHIN)
    return np.asarray(np.clip((near - begins) / (sure - begins), 0.0, NOT_QUITE), dtype=np.float32)


def _literal(word: Word, scope: Scope) -> float:
    """Return how much of a word stands in the text as it is."""
    if not word.is_han:
        return 1.0 if word.key in scope.keys else 0.0
    if word.text in scope.text:
        return 1.0
    bigrams = [word.text[i : i + 2] for i in range(len(word.text) - 1)]
    if len(bigrams) < 2:  # one shared character of two is no match: 产值, 产品
        return 0.0
    return 0.9 * sum(b in scope.text for b in bigrams) / len(bigrams)
