"""The exported plan of the bundled samples, made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from kb import KnowledgeBase


@pytest.fixture(scope="session")
def plan(samples: KnowledgeBase) -> dict[str, Any]:
    return samples.export()


@pytest.fixture(scope="session")
def ids(plan: dict[str, Any]) -> list[str]:
    """The ids of the targets, in their order."""
    return [target["id"] for target in plan["targets"]]
