"""From bytes to documents: decode, read, repair, choose, split, describe, outline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ingest.decoding import Decoded, decode
    from ingest.repairing import Repaired, repair

__all__ = ["Decoded", "Repaired", "decode", "repair"]


def __getattr__(name: str) -> Any:
    """Import decoding and repair on first use: asking needs neither."""
    if name in ("Decoded", "decode"):
        from ingest import decoding

        return getattr(decoding, name)
    if name in ("Repaired", "repair"):
        from ingest import repairing

        return getattr(repairing, name)
    raise AttributeError(name)
