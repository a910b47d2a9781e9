"""Learning piece vectors from pairs: what says the same shall point the same way, whole and piece by piece.

Two losses, both over all pairs of a batch in both directions: the cosine of the texts' vectors, and for
a part of the batch late interaction, so that single pieces find their counterparts too. PyTorch is
needed here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn.functional import cross_entropy, embedding, embedding_bag, normalize

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt
    from torch import Tensor

    from index.batches import Bags, Corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a model is trained; part of its card."""

    seed: int = 1
    dimensions: int = 256
    steps: int = 1_200
    batch: int = 2_048
    rate: float = 0.01  # falls linearly to nothing
    scale: float = 20.0  # of the cosines before the softmax
    spread: float = 0.05  # of the first random vectors
    rarity_power: float = 0.5  # how a piece's rarity weighs in the mean, at first
    late_every: int = 4  # steps between those that also match piece by piece
    late_batch: int = 192  # pairs that they match
    late_pieces: int = 32  # of each side of these pairs
    late_scale: float = 30.0
    common: float = 0.2  # share of what frequent pieces have in common that is taken off in the end


class Learner:
    """The vectors while they are learned."""

    def __init__(self, rarity: npt.NDArray[np.float32], recipe: Recipe) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.rarity = torch.from_numpy(rarity)
        self.weights = self.rarity**recipe.rarity_power
        first = torch.randn(len(rarity), recipe.dimensions) * recipe.spread
        self.rows = torch.nn.Parameter(first)

    def learn(self, corpus: Corpus, report: Callable[[int, float], None]) -> npt.NDArray[np.float32]:
        """Go through all batches and return the vectors with the weights in their lengths."""
        recipe = self.recipe
        optimiser = torch.optim.Adam([self.rows], lr=recipe.rate, fused=True)
        falling = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.01, recipe.steps)
        for step, (zh, en) in enumerate(corpus.batches(recipe.steps, recipe.batch, recipe.seed), start=1):
            loss = self.whole(zh, en)
            total = loss if step % recipe.late_every else loss + self.piecewise(zh, en)
            optimiser.zero_grad()
            torch.autograd.backward(total)
            optimiser.step()
            falling.step()
            report(step, float(loss.detach()))
        learned: npt.NDArray[np.float32] = (self.rows.detach() * self.weights[:, None]).numpy()
        return learned

    def whole(self, zh: Bags, en: Bags) -> Tensor:
        """Return the loss of telling the counterpart of each text among the batch by its vector."""
        return both_ways(self.pooled(zh) @ self.pooled(en).T * self.recipe.scale)

    def pooled(self, texts: Bags) -> Tensor:
        """Return the vectors of texts."""
        pieces = torch.from_numpy(texts.pieces)
        starts = torch.from_numpy(texts.starts[:-1])
        sums = embedding_bag(pieces, self.rows, starts, mode="sum", per_sample_weights=self.weights[pieces])
        return normalize(sums, dim=1)

    def piecewise(self, zh: Bags, en: Bags) -> Tensor:
        """Return the same loss for late interaction, over the beginnings of the first pairs of the batch."""
        first = np.arange(min(self.recipe.late_batch, len(zh)))
        zh, en = zh.take(first).cut(self.recipe.late_pieces), en.take(first).cut(self.recipe.late_pieces)
        known, places = torch.unique(
            torch.from_numpy(np.concatenate((zh.pieces, en.pieces))), return_inverse=True
        )
        units = normalize(embedding(known, self.rows), dim=1)
        near = units @ units.T
        rarity = self.rarity[known]
        zh_at, en_at = torch.split(places, [len(zh.pieces), len(en.pieces)])
        found = interaction(near, rarity, (zh, zh_at), (en, en_at))
        back = interaction(near, rarity, (en, en_at), (zh, zh_at))
        return (own(found * self.recipe.late_scale) + own(back * self.recipe.late_scale)) / 2


def interaction(
    near: Tensor, rarity: Tensor, asked: tuple[Bags, Tensor], held: tuple[Bags, Tensor]
) -> Tensor:
    """Return how well each text that is asked fits each that is held, piece by piece.

    A side comes as its texts and the rows of their pieces in `near`, the cosines of all pieces.
    """
    texts, places = asked
    mine, at = torch.unique(places, return_inverse=True)
    rows = near[mine]
    best = rows.gather(1, nearest(rows.detach(), *held)).clamp(min=0)
    weights = torch.zeros(len(texts), len(mine))
    weights.index_put_((torch.from_numpy(texts.owners), at), rarity[places], accumulate=True)
    return weights / weights.sum(dim=1, keepdim=True).clamp(min=1e-6) @ best


def both_ways(scores: Tensor) -> Tensor:
    """Return the mean loss over rows and over columns of a square of scores."""
    return (own(scores) + own(scores.T)) / 2


def own(scores: Tensor) -> Tensor:
    """Return the loss of each row finding its own column."""
    return cross_entropy(scores, torch.arange(len(scores)))


def nearest(rows: Tensor, held: Bags, places: Tensor) -> Tensor:
    """Return for each row of cosines and each text that is held the text's nearest piece.

    Without gradients: those flow through the winners alone.
    """
    padded = torch.full((len(held), int(held.lengths.max())), -1)
    padded[torch.arange(padded.shape[1]) < torch.from_numpy(held.lengths)[:, None]] = places
    found = []
    for some in torch.split(rows, 256):
        cosines = some[:, padded.reshape(-1)].reshape(len(some), *padded.shape)
        best = cosines.masked_fill_(padded < 0, -1.0).argmax(dim=2, keepdim=True)
        found.append(padded.expand(len(some), *padded.shape).gather(2, best).squeeze(2))
    return torch.cat(found).clamp(min=0)
