"""The fingerprint of an exported plan, and the check of an exported file without the knowledge base."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from kb.exporting.database import from_sqlite
from kb.exporting.report import from_html
from kb.exporting.rows import as_json
from kb.exporting.seals import is_proved, is_sealed

if TYPE_CHECKING:
    from kb.exporting.tables import Export

OPEN = frozenset({"generated", "fingerprint"})  # what the fingerprint does not cover
SQLITE = b"SQLite format 3\x00"
HTML = b"<!DOCTYPE html>"
LAID_OUT = "the plan inside is whole, but the JSON is not laid out as it was written"
CHANGED = "the file is not as it was written: it has another hash than its seal says"


def fingerprint(export: Export) -> str:
    """Return the hash of all that is known; when it was written does not matter."""
    told = {name: value for name, value in export.items() if name not in OPEN}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + sha256(text.encode()).hexdigest()


def verify_file(data: bytes, beside: bytes | None = None) -> list[str]:
    """Return what is wrong with an exported file, an empty list where it is as it was written.

    Every form has a seal over its bytes, in itself or in the proof `beside` it, but JSON, which is the same
    for the same knowledge whenever it is written: it is its fingerprint. What else holds the whole plan has
    the fingerprint, too.
    """
    try:
        sealed = is_sealed(data) if beside is None else is_proved(data, beside)
    except ValueError as error:
        return [f"the proof beside the file cannot be read ({error})"]
    plan = _whole_plan(data)
    if plan is not None and fingerprint(plan) != plan["fingerprint"]:
        return ["the content has another fingerprint than the file states: it was changed"]
    if sealed is None and plan is None:
        hint = "CSV and lists of references are proved by the file FILE.proof written with them"
        return [f"this is no export that can be checked, it states neither seal nor fingerprint: {hint}"]
    if plan is not None and not data.startswith((SQLITE, HTML)):
        return [] if data == as_json(plan).encode() else [LAID_OUT]
    return [] if sealed else [CHANGED]


def _whole_plan(data: bytes) -> dict[str, Any] | None:
    """Return the plan that a file holds with its fingerprint, None where it holds none."""
    try:
        plan = json.loads(_json(data))
    except ValueError:
        return None
    return plan if isinstance(plan, dict) and "fingerprint" in plan else None


def _json(data: bytes) -> str:
    """Return the JSON inside a file; raises ValueError."""
    if data.startswith(SQLITE):
        return from_sqlite(data)
    return from_html(data.decode()) if data.startswith(HTML) else data.decode()
