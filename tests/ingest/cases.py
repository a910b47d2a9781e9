"""The cases of a heuristic: one JSON object a line in tests/cases."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "cases"


def cases(name: str) -> list[dict[str, Any]]:
    """Return the cases of one file."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]


def label(case: dict[str, Any]) -> str:
    """Return what a case is about, as the name of its test."""
    return str(case["label"])
