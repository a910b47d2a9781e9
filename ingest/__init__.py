"""Takes documents in: bytes become characters, garbled text is repaired, pages become documents."""

from ingest.decoding import Decoded, decode
from ingest.repairing import Repaired, repair

__all__ = ["Decoded", "Repaired", "decode", "repair"]
