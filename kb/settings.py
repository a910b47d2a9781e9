"""What a person has chosen for one knowledge base; kept in its store, so that it travels with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kb.codec import dump_json, load_json

if TYPE_CHECKING:
    from corpus.store import Store

KEY = "settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices; None is the default.

    Args:
        encoder: the Sentence Transformers model that finds passages, a folder or `name@revision`; None is
            the shipped one.

    """

    encoder: str | None = None


def load_settings(store: Store) -> Settings:
    """Return what is chosen for the knowledge base of `store`."""
    kept = store.meta(KEY)
    return load_json(kept, Settings) if kept else Settings()


def choose_encoder(store: Store, name: str | None) -> Settings:
    """Choose the model that finds passages, None for the shipped one, and keep the choice.

    A name is pinned to the revision it stands for now, and the model has to prove that it can be read here.

    Raises:
        MissingExtra: Sentence Transformers is not installed.
        UnusableModel: the model cannot be had, or not safely; the choice stays what it was.

    """
    if name is not None:
        from index import load_encoder
        from index.pretrained import pin

        name = pin(name)
        load_encoder(name).encode(["a"])
    settings = replace(load_settings(store), encoder=name)
    store.set_meta(KEY, dump_json(settings))
    return settings
