"""Records, answers and every face of the system; `KnowledgeBase` is the public door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kb.knowledge_base import KnowledgeBase
    from kb.narrowing import Within

__all__ = ["KnowledgeBase", "Within"]


def __getattr__(name: str) -> Any:
    """Import the door on first use: `policykb --help` needs nothing heavy."""
    if name == "KnowledgeBase":
        from kb.knowledge_base import KnowledgeBase

        return KnowledgeBase
    if name == "Within":
        from kb.narrowing import Within

        return Within
    raise AttributeError(name)
