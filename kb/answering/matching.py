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
_NOT_CUT = 0.9  # what characters in runs count beside the very word
SHORT = 4
HELPS, AKIN = 0.01, 0.1  # what a word must add to its pair, and be like by itself, to be credited for it
KEPT = 40_000  # words whose vectors are kept from question to question, a kilobyte each
LONGEST = 3  # words of a text that may answer to one or two words of a question


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of text prepared for matching: its words, its characters, and its word groups.

    Args:
        at: rows of the telling words.
        starts: for groups of 1, 2, 3 … words where among these they start.
        lengths: of the sums of the groups' vectors, all groups in order.
        is_han: whether each group is Chinese.

    """

    keys: frozenset[str]
    text: str
    stems: str
    at: NDArray[np.intp]
    starts: tuple[NDArray[np.intp], ...]
    lengths: Rows
    is_han: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a question prepared for matching: single words and neighbours in pairs.

    `rows` holds the words' vectors, then those of their other `forms`, then those of the `pairs`.
    """

    words: tuple[Word, ...]
    weights: Rows
    rows: Rows
    han: NDArray[np.bool_]
    forms: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class Matcher:
    """Matches questions with texts; words are encoded and texts prepared once, as many as are kept."""

    encoder: Encoder
    _place: dict[str, int] = field(default_factory=dict)
    _rows: Rows = field(default_factory=lambda: np.zeros((0, 1), dtype=np.float32))
    _scopes: dict[str, Scope] = field(default_factory=dict)

    def learn(self, texts: Iterable[str]) -> None:
        """Encode the words of `texts` in one batch, after making room where much is kept."""
        if len(self._place) > KEPT:
            self._place.clear()
            self._scopes.clear()
        self._encode({w.text for t in texts if t not in self._scopes for w in words(t)})

    def _encode(self, texts: set[str]) -> None:
        if new := sorted(texts - self._place.keys()):
            rows = self.encoder.encode(new)
            known = len(self._place)
            if known + len(new) > len(self._rows):  # twice the room needed, so that rows are seldom moved
                grown = np.zeros((2 * (known + len(new)), rows.shape[1]), dtype=np.float32)
                grown[:known] = self._rows[:known]
                self._rows = grown
            self._rows[known : known + len(new)] = rows
            self._place.update(zip(new, range(known, known + len(new)), strict=True))

    def asked(self, chosen: Sequence[Word]) -> Asked:
        """Prepare the words of a question."""
        forms = [(i, form) for i, w in enumerate(chosen) for form in _forms(w)]
        self._encode({w.text for w in chosen} | {form for _, form in forms} | {""})
        rows = self._rows[[self._place[w.text] for w in chosen]]
        others = self._rows[[self._place[form] for _, form in forms]]
        pairs = tuple((i, i + 1) for i in range(len(chosen) - 1) if chosen[i + 1].start - chosen[i].end <= 1)
        joined = rows[[i for i, _ in pairs]] + rows[[j for _, j in pairs]]
        return Asked(
            words=tuple(chosen),
            weights=np.array([weight(w) for w in chosen], dtype=np.float32),
            rows=np.concatenate([rows, others, _unit(joined)]),
            han=np.array([w.is_han for w in chosen], dtype=np.bool_),
            forms=tuple(i for i, _ in forms),
            pairs=pairs,
            entries=tuple(entries(chosen)),
        )

    def scope(self, text: str) -> Scope:
        """Prepare a stretch of text."""
        if text not in self._scopes:
            found = words(text)
            self._encode({w.text for w in found})
            self._scopes[text] = self._scope(found)
        return self._scopes[text]

    def _scope(self, found: Sequence[Word]) -> Scope:
        told = [w for w in found if weight(w) > 0]
        at = np.array([self._place[w.text] for w in told], dtype=np.intp)
        rows = self._rows[at] if len(at) else np.zeros((0, 1), dtype=np.float32)
        starts, lengths = [], []
        for size in range(1, LONGEST + 1):
            first = [i for i in range(len(told) - size + 1) if all(w.joined for w in told[i + 1 : i + size])]
            starts.append(np.array(first, dtype=np.intp))
            lengths.append(np.linalg.norm(_summed(rows.T, starts[-1], size), axis=0))
        return Scope(
            keys=frozenset(w.key for w in found),
            text="".join(w.text for w in found),
            stems=f" {' '.join(w.key for w in found)} ",
            at=at,
            starts=tuple(starts),
            lengths=np.maximum(np.concatenate(lengths), 1e-9).astype(np.float32),
            is_han=np.array([told[i].is_han for first in starts for i in first], dtype=np.bool_),
        )

    def cover(self, asked: Asked, scope: Scope) -> Rows:
        """Return for each word of the question how surely the text has it, 0 to 1."""
        count = len(asked.words)
        covered = np.zeros(count, dtype=np.float32)
        if not count:
            return covered
        if len(scope.at):
            covered = self._by_vectors(asked, scope)
        for i, word in enumerate(asked.words):
            covered[i] = max(covered[i], _literal(word, scope), _NOT_CUT * _run(word, asked, scope))
        for entry in asked.entries:
            if any(w in scope.text for w in entry.meaning.zh) or any(
                s in scope.stems for s in entry.meaning.en
            ):
                covered[list(entry.positions)] = 1.0
        return covered

    def _by_vectors(self, asked: Asked, scope: Scope) -> Rows:
        """Return how surely each word is among the word groups of a text, by itself or with its neighbour."""
        single = asked.rows @ self._rows[scope.at].T
        groups = [_summed(single, first, size) for size, first in enumerate(scope.starts, start=1)]
        every = np.concatenate(groups, axis=1) / scope.lengths
        count, paired = len(asked.words), len(asked.words) + len(asked.forms)
        near, both = every[:count], every[paired:]
        for i, row in zip(asked.forms, every[count:paired], strict=True):
            np.maximum(near[i], row, out=near[i])
        covered: Rows = _sure(near, asked.han, scope.is_han).max(axis=1)
        if asked.pairs:
            sure = _sure(both, asked.han[[i for i, _ in asked.pairs]], scope.is_han)
            for number, (i, j) in enumerate(asked.pairs):
                at = int(sure[number].argmax())
                for this, other in ((i, j), (j, i)):  # credited is a word that helps its pair
                    if both[number, at] - near[other, at] >= HELPS and near[this, at] >= AKIN:
                        covered[this] = max(covered[this], sure[number, at])
        return covered


def _summed(columns: Rows, first: NDArray[np.intp], size: int) -> Rows:
    """Return the sums of `size` neighbouring columns from each of the `first` ones."""
    total = columns[:, first]
    for step in range(1, size):
        total = total + columns[:, first + step]
    return total


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
    return 0.0


def _run(word: Word, asked: Asked, scope: Scope) -> float:
    """Return how much of a Chinese word stands in the text, each character beside one of its neighbours.

    老旧货车 may be cut into 老, 旧货, 车: 老旧 and 货车 in a text hold all of it.
    """
    if not word.is_han or len(word.text) < 2:
        return 0.0
    before = next((w.text[-1] for w in asked.words if w.end == word.start and w.is_han), "")
    after = next((w.text[0] for w in asked.words if w.start == word.end and w.is_han), "")
    run = before + word.text + after
    first = len(before)
    held = {j for i in range(len(run) - 1) if run[i : i + 2] in scope.text for j in (i, i + 1)}
    share = len(held & set(range(first, first + len(word.text)))) / len(word.text)
    # One shared character of two is no match: 产值, 产品.
    return share if share == 1.0 or len(word.text) > 2 else 0.0
