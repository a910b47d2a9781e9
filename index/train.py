"""Train the bilingual static model: `python -m index.train --data FOLDER --output FOLDER`.

The folder holds tab-separated pairs and dictionaries (see index/corpora.py), and any of them plain or
compressed. What comes out is a folder that Sentence Transformers loads as a StaticEmbedding, with the
card. The same data, recipe and versions give the same model.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

from index import batches, vocabulary
from index.corpora import collections
from index.folding import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from index.corpora import Collection
    from index.learning import Recipe

PIECES = (34_000, 30_000)  # of each language; with the numbers less than 65,535 in all
# Shares of the largest collections that the vocabulary is learned from; the law of one place would fill it.
SHARES = {"twlaw": 0.25, "python_docs": 0.08, "postgres_docs": 0.08}
MODULES = [
    {
        "idx": 0,
        "name": "0",
        "path": "",
        "type": "sentence_transformers.models.StaticEmbedding",
    }
]


def main(arguments: Sequence[str] | None = None) -> None:
    """Train a model from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m index.train", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument(
        "--data", type=Path, required=True, action="append", help="folder of pairs; may be repeated"
    )
    parser.add_argument("--output", type=Path, required=True, help="folder for the model")
    parser.add_argument("--vocabulary", type=Path, help="tokenizer.json to take instead of learning one")
    parser.add_argument("--steps", type=int, help="batches to learn from")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    from index.learning import Recipe

    changes = {"steps": options.steps} if options.steps else {}
    train(options.data, options.output, Recipe(seed=options.seed, **changes), options.vocabulary)


def train(folders: Sequence[Path], output: Path, recipe: Recipe, known: Path | None = None) -> None:
    """Learn vocabulary, unless one is known, and vectors from the pairs in `folders`; write the model."""
    from index.learning import Learner

    held = [collection for folder in folders for collection in collections(folder)]
    tokenizer = Tokenizer.from_file(str(known)) if known else learn_vocabulary(held, recipe.seed)
    corpus = batches.corpus(tokenizer, held)
    rarity = batches.rarity(corpus, tokenizer.get_vocab_size())
    learned = scaled(Learner(rarity, recipe).learn(corpus, Progress(recipe.steps)))
    rows = less_common(learned, rarity, chinese(tokenizer), recipe.common)
    write(output, tokenizer, rows, rarity)
    card = {
        "recipe": asdict(recipe),
        "pieces": tokenizer.get_vocab_size(),
        "data": [
            {"name": c.name, "sha256": c.sha256, "pairs": len(c.pairs), "weight": c.weight} for c in held
        ],
    }
    digest = sha256((output / "model.safetensors").read_bytes()).hexdigest()
    card = {"name": f"policykb-static-{digest[:12]}", "sha256": digest, **card}
    text = json.dumps(card, ensure_ascii=False, indent=1) + "\n"
    (output / "training.json").write_text(text, encoding="utf-8")


def learn_vocabulary(held: Sequence[Collection], seed: int) -> Tokenizer:
    """Learn the pieces from all collections, of the largest from a share."""

    def texts(side: str) -> Iterator[str]:
        chance = random.Random(seed)  # noqa: S311 (a sample, not a secret)
        for collection in held:
            share = SHARES.get(collection.name, 1.0)
            yield from (getattr(pair, side) for pair in collection.pairs if chance.random() < share)

    return vocabulary.learn(texts("zh"), texts("en"), PIECES)


class Progress:
    """Says on standard error how far learning has come."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.start = time.monotonic()
        self.mean = 0.0

    def __call__(self, step: int, loss: float) -> None:
        """Note the loss of a step."""
        self.mean = loss if step == 1 else 0.95 * self.mean + 0.05 * loss
        if step % 50 == 0 or step == self.steps:
            seconds = time.monotonic() - self.start
            sys.stderr.write(f"{step}/{self.steps}  loss {self.mean:.3f}  {seconds:.0f} s\n")


def write(
    output: Path, tokenizer: Tokenizer, rows: npt.NDArray[np.float32], rarity: npt.NDArray[np.float32]
) -> None:
    """Write the folder that Sentence Transformers and `StaticEncoder` read."""
    output.mkdir(parents=True, exist_ok=True)
    (output / "modules.json").write_text(json.dumps(MODULES, indent=1) + "\n")
    settings = {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine", "prompts": {}}
    (output / "config_sentence_transformers.json").write_text(json.dumps(settings, indent=1) + "\n")
    (output / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    write_tensors(output / "model.safetensors", {"embedding.weight": scaled(rows), "rarity": rarity})


def scaled(rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return the rows of length 1 in the mean, which half precision holds well; directions stay."""
    length = np.float32(np.linalg.norm(rows, axis=1).mean())
    return rows / length


def chinese(tokenizer: Tokenizer) -> npt.NDArray[np.bool_]:
    """Return which pieces have a Chinese character."""
    pieces = (tokenizer.id_to_token(number) or "" for number in range(tokenizer.get_vocab_size()))
    return np.array([HAN.search(piece) is not None for piece in pieces])


def less_common(
    rows: npt.NDArray[np.float32],
    rarity: npt.NDArray[np.float32],
    chinese: npt.NDArray[np.bool_],
    share: float,
) -> npt.NDArray[np.float32]:
    """Return the rows with a share of what they have in common taken off.

    That is the mean of the Chinese rows, or of all others, and then the first principal component of both;
    pieces count by the share of texts that hold them. 的, "the" and full stops tell no text from another.
    Sources: Mu and Viswanath 2018, "All-but-the-top" (mean and components of words); Arora, Liang and Ma
    2017, "A simple but tough-to-beat baseline for sentence embeddings" (frequencies); Libovický, Rosa and
    Fraser 2020, "On the language neutrality of pre-trained multilingual representations" (each language its
    mean).
    """
    # Rounded as a model is kept, so that a kept model can be taken through this step alone.
    rows, rarity = (numbers.astype(np.float16).astype(np.float32) for numbers in (rows, rarity))
    held = np.exp(0.5 - rarity)  # see batches.rarity
    means = [np.average(rows[own], axis=0, weights=held[own]) for own in (chinese, ~chinese)]
    mean = np.where(chinese[:, None], *means)
    left = rows - mean
    first = np.linalg.eigh((left.T * held) @ left)[1][:, -1:]
    less: npt.NDArray[np.float32] = rows - np.float32(share) * (mean + (left @ first) @ first.T)
    return less


def write_tensors(path: Path, tensors: dict[str, npt.NDArray[np.float32]]) -> None:
    """Write a safetensors file in half precision: eight bytes of length, a header in JSON, the numbers."""
    header, blobs, at = {}, [], 0
    for name, tensor in tensors.items():
        blobs.append(tensor.astype("<f2").tobytes())
        header[name] = {
            "dtype": "F16",
            "shape": list(tensor.shape),
            "data_offsets": [at, at + len(blobs[-1])],
        }
        at += len(blobs[-1])
    lines = json.dumps(header).encode()
    lines += b" " * (-len(lines) % 8)
    path.write_bytes(len(lines).to_bytes(8, "little") + lines + b"".join(blobs))


if __name__ == "__main__":
    main()
