"""The fingerprint of an exported plan, by which a file can be checked without the knowledge base."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from kb.exporting.database import from_sqlite
from kb.exporting.formats import render
from kb.exporting.report import from_html

if TYPE_CHECKING:
    from kb.exporting.tables import Export

OPEN = frozenset({"generated", "fingerprint"})  # what the fingerprint does not cover
SQLITE = b"SQLite format 3\x00"
CHECKED = "JSON, HTML and SQLite exports hold the whole plan and can be checked"


def fingerprint(export: Export) -> str:
    """Return the hash of all that is known; when it was written does not matter."""
    told = {name: value for name, value in export.items() if name not in OPEN}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + sha256(text.encode()).hexdigest()


def verify_file(data: bytes) -> list[str]:
    """Return what is wrong with an exported file, an empty list where it is as it was written."""
    try:
        form, export = _read(data)
    except ValueError as error:
        return [f"this is no export that can be checked ({error}): {CHECKED}"]
    if not isinstance(export, dict) or "fingerprint" not in export:
        return [f"the file states no fingerprint: {CHECKED}"]
    if fingerprint(export) != export["fingerprint"]:
        return ["the content has another fingerprint than the file states: it was changed"]
    if render(export, form) != data:
        return [f"the plan inside is whole, but the {form} around it was changed"]
    return []


def _read(data: bytes) -> tuple[str, Any]:
    """Return the form of a file and the plan inside; raises ValueError."""
    if data.startswith(SQLITE):
        return "sqlite", json.loads(from_sqlite(data))
    text = data.decode()
    if text.startswith("<!DOCTYPE html>"):
        return "html", json.loads(from_html(text))
    return "json", json.loads(text)
