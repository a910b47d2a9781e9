"""Models of Sentence Transformers from a folder or the Hugging Face Hub: other vectors, and rerankers.

Weights are read from safetensors only, and no code that comes with a model is run: neither pickles nor
Python files are even downloaded. The network is asked once, by `pin`; after that the copy on this machine
is read, so nothing hangs where there is no network.
"""

from __future__ import annotations

import os
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.errors import MissingExtra, UnusableModel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from index.encoder import Vectors

# What some families of models want before a text, by a part of their names: for a query and for a passage.
PREFIXES = {
    "e5-large-instruct": ("Instruct: Find the passages of policy that answer\nQuery: ", ""),
    "e5-": ("query: ", "passage: "),
    "bge-m3": ("", ""),
    "bge-": ("Represent this sentence for searching relevant passages: ", ""),
}
FILES = ["*.json", "*.txt", "*.model", "*.safetensors"]  # all that a model needs to be read
ANSWER_SECONDS = 8.0  # the Hub is asked for so long whether it is there
BATCH = 32
EXTRA = "pip install 'policykb[models]'"


class SentenceEncoder:
    """A model by its folder or its name on the Hub, `name@revision` to pin it; needs the extra `models`."""

    def __init__(self, name: str) -> None:
        self.name = name
        base = name.rpartition("/")[2].lower()
        found = (prefixes for part, prefixes in PREFIXES.items() if part in base)
        self.query_prefix, self.passage_prefix = next(found, ("", ""))

    @cached_property
    def model(self) -> Any:
        """The model, loaded when first needed; raises MissingExtra and UnusableModel."""
        return _load("SentenceTransformer", self.name)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each passage."""
        return self._encode([self.passage_prefix + text for text in texts])

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each query."""
        return self._encode([self.query_prefix + text for text in texts])

    def _encode(self, texts: list[str]) -> Vectors:
        rows = self.model.encode(texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32)


class CrossEncoder:
    """A cross-encoder by its folder or its name on the Hub, as above: it reads query and passage together."""

    def __init__(self, name: str) -> None:
        self.name = name

    @cached_property
    def model(self) -> Any:
        """The model, loaded when first needed; raises MissingExtra and UnusableModel."""
        model = _load("CrossEncoder", self.name)
        if model.num_labels != 1:
            message = f"the model {self.name} gives {model.num_labels} numbers for a pair and not one"
            raise UnusableModel(message, hint="choose one that was trained to rerank")
        return model

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """Return how well each text answers the query, on the model's own scale."""
        pairs = [(query, text) for text in texts]
        found: list[float] = self.model.predict(pairs, batch_size=BATCH, show_progress_bar=False).tolist()
        return found


def _load(kind: str, name: str) -> Any:
    """Load a model of a class of Sentence Transformers.

    Raises:
        MissingExtra: Sentence Transformers is not installed.
        UnusableModel: the model cannot be had, or not without running what came with it.

    """
    _require_extra(name)
    folder = _folder(name)
    _refuse_pickles(name, folder)
    package = _package("sentence_transformers", name)
    _package("transformers.utils.logging", name).disable_progress_bar()
    try:
        return getattr(package, kind)(
            str(folder),
            device="cpu",
            trust_remote_code=False,
            local_files_only=True,
            model_kwargs={"use_safetensors": True},
        )
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
        message = f"the model {name} cannot be read ({_first_line(error)})"
        raise UnusableModel(message) from error


def pin(name: str) -> str:
    """Return the name with the revision that it stands for now, and keep that on this machine.

    A folder is its own name, written out in full. Raises MissingExtra and UnusableModel.
    """
    if Path(name).expanduser().is_dir():
        return str(Path(name).expanduser().resolve())
    _require_extra(name)
    repository, _, revision = name.partition("@")
    try:
        return f"{repository}@{_download(repository, revision or None)}"
    except Exception as error:  # the Hub's own errors, those of its HTTP library, OSError, ValueError
        # That there is no network does not matter to a model that is here already.
        if kept := _kept(name):
            return f"{repository}@{kept.name}"
        message = f"the model {name} is no folder and cannot be had from the Hugging Face Hub"
        raise UnusableModel(f"{message} ({_first_line(error)})") from error


def _download(repository: str, revision: str | None) -> str:
    """Keep all safe files of a model on this machine and return the commit that they are of.

    The client waits without end for a server that says nothing, so that one is asked with a limit first.
    """
    hub = _hub(repository)
    commit: str = hub.HfApi().model_info(repository, revision=revision, timeout=ANSWER_SECONDS).sha
    hub.snapshot_download(repository, revision=commit, allow_patterns=FILES)
    return commit


def _folder(name: str) -> Path:
    """Return the folder of a model: its own, the copy on this machine, or one that is fetched now."""
    if Path(name).is_dir():
        return Path(name)
    return _kept(name) or _kept(pin(name)) or Path(name)


def _kept(name: str) -> Path | None:
    """Return the folder on this machine that holds a revision of a model; it is called by its commit."""
    repository, _, revision = name.partition("@")
    try:
        found = _hub(name).snapshot_download(repository, revision=revision or None, local_files_only=True)
    except (OSError, ValueError):
        return None
    return Path(found)


def _hub(name: str) -> Any:
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    return _package("huggingface_hub", name)


def _require_extra(model: str) -> None:
    """Say at once that the extra is missing: to import it takes seconds."""
    if find_spec("sentence_transformers") is None:
        message = f"the model {model} needs sentence-transformers, which is not installed"
        raise MissingExtra(message, hint=EXTRA)


def _package(package: str, model: str) -> Any:
    """Import what reads models; torch, under it, can fail in more ways than by its absence."""
    try:
        return import_module(package)
    except (ImportError, OSError) as error:
        message = f"the model {model} needs {package}, which cannot be loaded ({_first_line(error)})"
        raise MissingExtra(message, hint=EXTRA) from error


def _refuse_pickles(name: str, folder: Path) -> None:
    """Refuse a model one part of which has its weights only as a pickle, which can run code when read."""
    weights = [path.parent for path in folder.rglob("*.safetensors")]
    if not weights or any(path.parent not in weights for path in folder.rglob("pytorch_model*.bin")):
        raise UnusableModel(f"the model {name} does not hold its weights as safetensors")


def _first_line(error: Exception) -> str:
    """Return what an error says at its beginning: those of model libraries run on for a page."""
    line = next(iter(str(error).strip().splitlines()), "")
    return line[:200].rstrip(" .:") or type(error).__name__
