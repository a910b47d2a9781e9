"""Finding passages in two languages: the model, the passages and three ways of matching them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.encoder import Encoder

__all__ = ["load_encoder"]


def load_encoder(name: str | None = None) -> Encoder:
    """Return the shipped model, or with a name any Sentence Transformers model."""
    from index import encoder

    return encoder.load_encoder(name)
