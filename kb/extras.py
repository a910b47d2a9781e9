"""What is not installed by default, and how it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from corpus.errors import MissingExtra


def need(module: str, extra: str) -> Any:
    """Return a module of an extra; raises MissingExtra with the line that installs it."""
    try:
        return import_module(module)
    except ImportError:
        hint = f"pip install 'policykb[{extra}]'"
        raise MissingExtra(f"{module} is not installed", hint=hint) from None
