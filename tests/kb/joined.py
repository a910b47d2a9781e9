"""What a home has joined, read whole."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from kb.knowledge import Knowledge, Records

if TYPE_CHECKING:
    from kb import KnowledgeBase


def joined(base: KnowledgeBase) -> Knowledge:
    """All canonical records, to be compared with when others have taken their place."""
    known = base.knowledge
    return Knowledge(**{kind.name: Records(getattr(known, kind.name)) for kind in fields(known)})
