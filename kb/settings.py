"""What a person has chosen for one knowledge base; kept in its store, so that it travels with it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from corpus.errors import NotFound
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
        reranker: the cross-encoder that puts the best of them in order, named alike; None is none.

    """

    encoder: str | None = None
    reranker: str | None = None


KEYS = tuple(field.name for field in fields(Settings))


def load_settings(store: Store) -> Settings:
    """Return what is chosen for the knowledge base of `store`."""
    kept = store.meta(KEY)
    return load_json(kept, Settings) if kept else Settings()


def choose(store: Store, key: str, name: str | None) -> Settings:
    """Choose a model for one of `KEYS`, None for the default, and keep the choice.

    A name is pinned to the revision it stands for now, and the model has to prove that it can be read here.

    Raises:
        NotFound: there is no such key.
        MissingExtra: Sentence Transformers is not installed.
        UnusableModel: the model cannot be had, or not safely; the choice stays what it was.

    """
    if key not in KEYS:
        raise NotFound(f"no setting is called {key}", hint=f"there are: {', '.join(KEYS)}")
    if name is not None:
        from index.pretrained import CrossEncoder, SentenceEncoder, pin

        name = pin(name)
        if key == "encoder":
            SentenceEncoder(name).encode(["a"])
        else:
            CrossEncoder(name).scores("a", ["a"])
    chosen: dict[str, Any] = {key: name}
    settings = replace(load_settings(store), **chosen)
    store.set_meta(KEY, dump_json(settings))
    return settings
