"""Turning texts into vectors: the shipped bilingual model, or any Sentence Transformers model by its name."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from index.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tokenizers import Tokenizer

Vectors: TypeAlias = npt.NDArray[np.float32]
Pieces: TypeAlias = npt.NDArray[np.uint16]

SHIPPED = Path(__file__).parent / "model"
DTYPES = {"F16": "<f2", "F32": "<f4"}


class Encoder(Protocol):
    """Anything that turns texts into vectors of one length; `name` differs where the vectors would."""

    name: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text that is to be found."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text that is looked for."""
        ...


def unit(rows: Vectors) -> Vectors:
    """Return the rows with length 1; a row of zeros stays one."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Vectors = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return scaled


class StaticEncoder:
    """A static model: a text's vector is the mean of its pieces' rows. Read from its folder with NumPy alone.

    The length of a row is what its piece weighs in the mean; `rarity` is what it weighs when texts are
    matched piece by piece. The matrix stays on disk and is read where it is needed.
    """

    def __init__(self, folder: Path = SHIPPED) -> None:
        self.folder = folder
        card = json.loads((folder / "training.json").read_text(encoding="utf-8"))
        self.name: str = card["name"]

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The tokenizer, loaded when first needed."""
        from tokenizers import Tokenizer

        return Tokenizer.from_file(str(self.folder / "tokenizer.json"))

    @cached_property
    def tensors(self) -> dict[str, npt.NDArray[Any]]:
        """The numbers of the model, on disk."""
        return read_tensors(self.folder / "model.safetensors")

    @cached_property
    def rarity(self) -> Vectors:
        """How much each piece tells: its inverse document frequency in training."""
        return self.tensors["rarity"].astype(np.float32)

    def rows(self, pieces: Pieces) -> Vectors:
        """Return the vectors of these pieces."""
        found: Vectors = self.tensors["embedding.weight"][pieces].astype(np.float32)
        return found

    def units(self, pieces: Pieces) -> Vectors:
        """Return the vectors of these pieces with length 1."""
        return unit(self.rows(pieces))

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """Return the numbers of the pieces of each text; both Chinese scripts give the same."""
        found = self.tokenizer.encode_batch_fast([fold(text) for text in texts], add_special_tokens=False)
        return [np.array(one.ids, dtype=np.uint16) for one in found]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text; an empty text has a row of zeros."""
        return self.pool(self.pieces(texts))

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return the same as `encode`: to a static model a question is a text as any other."""
        return self.encode(texts)

    def pool(self, texts: Sequence[Pieces]) -> Vectors:
        """Return the vectors of texts whose pieces are known."""
        return unit(self.sums(texts))

    def sums(self, texts: Sequence[Pieces]) -> Vectors:
        """Return the sum of the rows of each text's pieces."""
        sums = np.zeros((len(texts), self.tensors["embedding.weight"].shape[1]), dtype=np.float32)
        known, places = np.unique(np.concatenate([*texts, np.empty(0, np.uint16)]), return_inverse=True)
        rows = self.rows(known)
        start = 0
        for total, pieces in zip(sums, texts, strict=True):
            if len(pieces):
                rows[places[start : start + len(pieces)]].sum(axis=0, out=total)
            start += len(pieces)
        return sums


def read_tensors(path: Path) -> dict[str, npt.NDArray[Any]]:
    """Map a safetensors file: eight bytes of length, a header in JSON, then the numbers."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(length))
    return {
        name: np.memmap(path, DTYPES[t["dtype"]], "r", 8 + length + t["data_offsets"][0], tuple(t["shape"]))
        for name, t in header.items()
        if name != "__metadata__"
    }


def load_encoder(name: str | None = None) -> Encoder:
    """Return the shipped model, or with a name any Sentence Transformers model."""
    if name is None:
        return StaticEncoder()
    from index.pretrained import SentenceEncoder

    return SentenceEncoder(name)
