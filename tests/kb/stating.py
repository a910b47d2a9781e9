"""Statements for tests: a sentence with one figure, read by the real grammar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kb.checking.claims import language_of, read_claims

if TYPE_CHECKING:
    from kb.matching import Stated


def stated(sentence: str, *, horizon: frozenset[str] = frozenset()) -> Stated:
    """Return the first figure that a sentence states."""
    first = read_claims(sentence, language_of(sentence))[0]
    return replace(first, horizon=horizon)
