"""The cache gives back what it was given whole, or nothing."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from ingest.web.caching import Cache

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://example.org/a"


def test_a_marked_answer_is_kept_with_its_conditions(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "web")
    cache.keep(URL, {"etag": '"1"', "last-modified": "Mon, 01 Sep 2025 00:00:00 GMT"}, b"body")
    found = cache.find(URL)
    assert found
    assert found[1] == b"body"
    assert found[0].conditions == {
        "If-None-Match": '"1"', "If-Modified-Since": "Mon, 01 Sep 2025 00:00:00 GMT"
    }  # fmt: skip


@pytest.mark.parametrize("headers", [{}, {"etag": '"1"', "cache-control": "private, no-store"}])
def test_what_cannot_or_must_not_be_kept_is_not(tmp_path: Path, headers: dict[str, str]) -> None:
    cache = Cache(tmp_path)
    cache.keep(URL, headers, b"body")
    assert cache.find(URL) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"x": 1}', b"\xff"])
def test_a_damaged_entry_is_no_entry(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path)
    cache.keep(URL, {"etag": "1"}, b"body")
    for path in tmp_path.iterdir():
        kept = path.read_bytes()
        path.write_bytes(damage)
        assert cache.find(URL) is None
        path.write_bytes(kept)
    assert cache.find(URL)


def test_what_is_forgotten_is_erased_under_every_address(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for url, body in ((URL, b"body"), (URL + "?again", b"body"), ("https://example.org/b", b"other")):
        cache.keep(url, {"etag": "1"}, body)
    cache.erase(sha256(b"body").hexdigest())
    assert cache.find(URL) is None
    assert cache.find("https://example.org/b")
    assert not any(b"body" in path.read_bytes() for path in tmp_path.iterdir())
