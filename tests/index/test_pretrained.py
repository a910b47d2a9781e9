"""Models other than the shipped one: prefixes, safe weights only, and one line for what cannot be had."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.errors import MissingExtra, UnusableModel
from index import load_encoder
from index.encoder import SHIPPED
from index.pretrained import SentenceEncoder, pin
from tests.minilm import MINILM, needs_minilm, needs_models

if TYPE_CHECKING:
    from pathlib import Path

NO_NETWORK = {"HF_ENDPOINT": "http://127.0.0.1:9", "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}


@pytest.mark.skipif(find_spec("sentence_transformers") is not None, reason="the extra `models` is installed")
def test_without_the_extra_the_error_says_what_to_install() -> None:
    with pytest.raises(MissingExtra, match="sentence-transformers") as caught:
        load_encoder("somebody/some-model").encode(["text"])
    assert "policykb[models]" in caught.value.line


@pytest.mark.parametrize(
    ("name", "prefixes"),
    [
        ("intfloat/multilingual-e5-small@main", ("query: ", "passage: ")),
        ("/models/E5-base", ("query: ", "passage: ")),
        ("BAAI/bge-m3", ("", "")),
        ("somebody/gte", ("", "")),
    ],
)
def test_models_that_want_prefixes_get_them(name: str, prefixes: tuple[str, str]) -> None:
    encoder = SentenceEncoder(name)
    assert (encoder.query_prefix, encoder.passage_prefix) == prefixes


@needs_models
def test_a_hub_that_cannot_be_reached_is_one_line() -> None:
    code = (
        "from index.pretrained import pin\n"
        "from corpus.errors import UnusableModel\n"
        "try: pin('somebody/some-model-that-is-not-here')\n"
        "except UnusableModel as error: print(error.line)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **NO_NETWORK},
        check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.stdout.startswith("the model somebody/some-model-that-is-not-here is no folder and cannot")
    assert done.stdout.count("\n") == 1


@needs_models
def test_a_model_that_is_here_is_pinned_and_read_without_a_network(tmp_path: Path) -> None:
    commit = "0123456789abcdef0123456789abcdef01234567"
    kept = tmp_path / "models--somebody--static"
    shutil.copytree(SHIPPED, kept / "snapshots" / commit)
    (kept / "refs").mkdir()
    (kept / "refs" / "main").write_text(commit)
    code = (
        "from index import load_encoder\n"
        "from index.pretrained import pin\n"
        "name = pin('somebody/static')\n"
        "print(name, load_encoder(name).encode(['a']).shape)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **NO_NETWORK, "HF_HUB_CACHE": str(tmp_path)},
        check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.stdout == f"somebody/static@{commit} (1, 256)\n"


@needs_models
def test_a_name_that_cannot_be_one_is_refused() -> None:
    with pytest.raises(UnusableModel, match="not a name"):
        pin("not a name")


@needs_models
def test_a_model_with_weights_in_a_pickle_is_refused_unread(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "model")
    (tmp_path / "model" / "1_Dense").mkdir()
    (tmp_path / "model" / "1_Dense" / "pytorch_model.bin").write_bytes(b"cos\nsystem\n")
    with pytest.raises(UnusableModel, match="safetensors"):
        load_encoder(str(tmp_path / "model")).encode(["text"])


@needs_models
def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.safetensors").write_bytes(b"no")
    with pytest.raises(UnusableModel, match="cannot be read"):
        load_encoder(str(tmp_path)).encode(["text"])


@needs_minilm
def test_a_real_model_gives_rows_of_length_one() -> None:
    encoder = load_encoder(pin(str(MINILM)))
    rows = encoder.encode(["a harbour plan", "the plan of a port", "boiled eggs"])
    assert rows.dtype == np.float32
    assert rows.shape == (3, 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    query = encoder.encode_queries(["plan for the harbour"])[0]
    assert (rows @ query).argmin() == 2


@needs_models
def test_sentence_transformers_reads_the_shipped_model_alike() -> None:
    texts = ["建成起降点120个", "Build 120 landing sites"]
    model = import_module("sentence_transformers").SentenceTransformer(str(SHIPPED), device="cpu")
    rows = model.encode(texts, normalize_embeddings=True)
    assert np.allclose(np.asarray(rows, dtype=np.float32), load_encoder().encode(texts), atol=5e-3)
