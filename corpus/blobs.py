"""The bytes as they arrived, kept under their SHA-256."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from corpus.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Blobs:
    """A folder of files named by their content; a file there is always whole."""

    folder: Path

    def path(self, digest: str) -> Path:
        """Return where the bytes of this digest lie, or would lie."""
        return self.folder / digest[:2] / digest[2:]

    def put(self, data: bytes) -> str:
        """Keep `data` and return its SHA-256; bytes that are there already are not written again."""
        digest = sha256(data).hexdigest()
        path = self.path(digest)
        if path.exists():
            return digest
        path.parent.mkdir(parents=True, exist_ok=True)
        # A killed process leaves at most a file with the name of its own process, never half a blob.
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        return digest

    def get(self, digest: str) -> bytes:
        """Return the bytes of this digest; raises NotFound."""
        try:
            return self.path(digest).read_bytes()
        except FileNotFoundError:
            raise NotFound(f"no bytes are kept under {digest}") from None

    def erase(self, digest: str) -> None:
        """Remove the bytes of this digest, if they are there."""
        self.path(digest).unlink(missing_ok=True)

    def digests(self) -> Iterator[str]:
        """Yield the digest of everything that is kept, in order."""
        for path in sorted(self.folder.glob("??/*")):
            if "." not in path.name:
                yield path.parent.name + path.name
