"""Where the material for development lies, if it is there: users of the project do not have it."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the development material beside the checkout is absent"
)
