"""Optional packages, by the name of the extra that brings them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from corpus.errors import MissingExtra


def need(module: str, extra: str, what: str) -> Any:
    """Import a package that `what` cannot do without; raises MissingExtra with the way to install it."""
    try:
        return import_module(module)
    except ImportError as error:
        message = f"{what} cannot be read or written without {module}"
        raise MissingExtra(message, hint=f"pip install 'policykb[{extra}]'") from error
