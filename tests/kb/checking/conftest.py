"""One knowledge base of the bundled samples and all the releases written for tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kb import KnowledgeBase

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "cases"


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    with KnowledgeBase(tmp_path_factory.mktemp("releases")) as base:
        list(base.add([ROOT / "corpus" / "samples", CASES / "releases", CASES / "reports"]))
        yield base
