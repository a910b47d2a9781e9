"""Seals: an export states the hash of its own bytes, so that any change to it is found without the base.

The hash is taken with zeros where it will stand. A form whose readers would take the statement for content
has it in a file beside it, its proof.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from itertools import islice
from typing import Any

MARK = "seal-sha256:"
UNSEALED = MARK + "0" * 64  # what a form writes where the seal is to stand
BESIDE = frozenset({"csv", "gbt7714", "apa"})  # a line of comment would be a row, or a reference

_SEAL = re.compile(MARK.encode() + rb"[0-9a-f]{64}")
_TRIED = 4  # more than one place only where a source speaks of seals


def seal(data: bytes) -> bytes:
    """Put the seal where the form has left room for it."""
    return data.replace(UNSEALED.encode(), _hash(data), 1)


def is_sealed(data: bytes) -> bool | None:
    """Return whether the seal of a file fits its bytes, None where it has none."""
    found = [match.span() for match in islice(_SEAL.finditer(data), _TRIED)]
    if not found:
        return None
    blank = UNSEALED.encode()
    return any(data[a:b] == _hash(data[:a] + blank + data[b:]) for a, b in found)


def proof(export: dict[str, Any], data: bytes) -> bytes:
    """Return what is to lie beside a file that cannot hold its own statement."""
    told = {name: export[name] for name in ("schema", "as_of", "fingerprint")}
    stated = {**told, "seal": _hash(data).decode()}
    return (json.dumps(stated, ensure_ascii=False, indent=2) + "\n").encode()


def is_proved(data: bytes, beside: bytes) -> bool:
    """Whether a file is the one that its proof was written for; ValueError where that is no proof."""
    stated = json.loads(beside)
    if not isinstance(stated, dict) or "seal" not in stated:
        raise ValueError("it states no seal")
    return bool(stated["seal"] == _hash(data).decode())


def stamp(export: dict[str, Any]) -> str:
    """Return as of when and with which fingerprint an export was made, and room for its seal, in one line."""
    return f"as of {export['as_of'] or 'an unknown day'}; {export['fingerprint']}; {UNSEALED}"


def _hash(data: bytes) -> bytes:
    return (MARK + sha256(data).hexdigest()).encode()
