"""Bytes are kept once, whole, under their digest."""

from hashlib import sha256
from pathlib import Path

import pytest

from corpus.blobs import Blobs
from corpus.errors import NotFound


def test_bytes_come_back_under_their_digest(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    digest = blobs.put(b"plan")
    assert digest == sha256(b"plan").hexdigest()
    assert blobs.get(digest) == b"plan"
    assert blobs.put(b"plan") == digest
    assert list(blobs.digests()) == [digest]


def test_erased_bytes_are_not_found(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    digest = blobs.put(b"plan")
    blobs.erase(digest)
    blobs.erase(digest)
    with pytest.raises(NotFound):
        blobs.get(digest)


def test_a_draft_of_a_killed_process_is_no_blob(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    digest = blobs.put(b"plan")
    blobs.path(digest).with_name("half.4711").write_bytes(b"pl")
    assert list(blobs.digests()) == [digest]
