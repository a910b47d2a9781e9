"""One knowledge base of invented releases and the bundled samples, shared by all tests of answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import KnowledgeBase

CASES = Path(__file__).resolve().parents[2] / "cases"
SAMPLES = Path(__file__).resolve().parents[3] / "corpus" / "samples"


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    """A base that holds nineteen releases of other cities and ministries beside the samples."""
    with KnowledgeBase(tmp_path_factory.mktemp("answers") / "home") as made:
        lines = list(made.add([*sorted((CASES / "releases").iterdir()), *sorted(SAMPLES.iterdir())]))
        assert all(line["status"] == "added" for line in lines)
        yield made
