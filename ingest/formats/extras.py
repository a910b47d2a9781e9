"""Optional packages, by the name of the extra that brings them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from corpus.errors import MissingExtra

if TYPE_CHECKING:
    from types import ModuleType


def need(module: str, extra: str, what: str) -> ModuleType:
    """Import a package that reads `what`; raises MissingExtra with the way to install it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtra(
            f"{what} cannot be read without {module}", hint=f"pip install 'policykb[{extra}]'"
        ) from error
