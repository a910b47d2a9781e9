"""Training pairs as numbers: tokenized once, drawn in batches, each source by its weight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tokenizers import Tokenizer

    from index.corpora import Collection

Numbers: TypeAlias = npt.NDArray[np.int64]

LONGEST = 96  # pieces of a side; the rest of a long article says little more
CHUNK = 20_000


@dataclass(frozen=True, slots=True)
class Bags:
    """The pieces of some texts in a row, and where each text starts; one start more than texts."""

    pieces: Numbers
    starts: Numbers

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lengths(self) -> Numbers:
        """How many pieces each text has."""
        return np.diff(self.starts)

    @property
    def owners(self) -> Numbers:
        """Which text each piece belongs to."""
        return np.repeat(np.arange(len(self)), self.lengths)

    def take(self, texts: Numbers) -> Bags:
        """Return the bags of some of the texts, in the order given."""
        lengths = self.lengths[texts]
        starts = np.concatenate(([0], np.cumsum(lengths)))
        places = np.arange(starts[-1]) + np.repeat(self.starts[texts] - starts[:-1], lengths)
        return Bags(self.pieces[places], starts)

    def cut(self, longest: int) -> Bags:
        """Return the bags with the first pieces of each text alone."""
        within = np.arange(len(self.pieces)) - np.repeat(self.starts[:-1], self.lengths) < longest
        lengths = np.minimum(self.lengths, longest)
        return Bags(self.pieces[within], np.concatenate(([0], np.cumsum(lengths))))


@dataclass(frozen=True, slots=True)
class Corpus:
    """All pairs as bags of pieces, with how likely each is to be drawn."""

    zh: Bags
    en: Bags
    chances: npt.NDArray[np.float64]

    def batches(self, count: int, size: int, seed: int) -> Iterator[tuple[Bags, Bags]]:
        """Yield `count` batches of pairs; a pair is in a batch once at most."""
        random = np.random.default_rng(seed)
        for _ in range(count):
            drawn = random.permutation(np.unique(random.choice(len(self.zh), size=size, p=self.chances)))
            yield self.zh.take(drawn), self.en.take(drawn)


def bags(tokenizer: Tokenizer, texts: Sequence[str]) -> Bags:
    """Tokenize texts."""
    found = [
        np.array(one.ids[:LONGEST], dtype=np.int64)
        for start in range(0, len(texts), CHUNK)
        for one in tokenizer.encode_batch_fast(list(texts[start : start + CHUNK]), add_special_tokens=False)
    ]
    return Bags(np.concatenate(found), np.concatenate(([0], np.cumsum([len(one) for one in found]))))


def corpus(tokenizer: Tokenizer, collections: Sequence[Collection]) -> Corpus:
    """Tokenize all pairs of all collections."""
    pairs = [pair for collection in collections for pair in collection.pairs]
    weights = np.repeat([c.weight for c in collections], [len(c.pairs) for c in collections])
    return Corpus(
        zh=bags(tokenizer, [pair.zh for pair in pairs]),
        en=bags(tokenizer, [pair.en for pair in pairs]),
        chances=weights / weights.sum(),
    )


def rarity(corpus: Corpus, size: int) -> npt.NDArray[np.float32]:
    """Return the inverse document frequency of each piece, never under one half."""
    holding = np.zeros(size, dtype=np.int64)
    for side in (corpus.zh, corpus.en):
        once = np.unique(side.owners * size + side.pieces)
        holding += np.bincount(once % size, minlength=size)
    found = np.log((len(corpus.zh) + 1) / (holding + 1)) + 0.5
    return np.clip(found, 0.5, None).astype(np.float32)
