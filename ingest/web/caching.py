"""What was fetched before, with the marks by which a server can say that it is still so."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One answer that was kept: its marks, and the digest of its body."""

    url: str
    sha256: str
    content_type: str
    etag: str = ""
    last_modified: str = ""

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it has changed."""
        marks = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: mark for name, mark in marks.items() if mark}


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of answers, two files for each address; it can be thrown away at any time."""

    folder: Path

    def find(self, url: str) -> tuple[Kept, bytes] | None:
        """Return what was kept for an address, if it is whole."""
        try:
            kept = Kept(**json.loads(self._marks(url).read_text(encoding="utf-8")))
            body = self._body(url).read_bytes()
        except (OSError, ValueError, TypeError):
            return None
        return (kept, body) if kept.url == url and kept.sha256 == sha256(body).hexdigest() else None

    def keep(self, url: str, headers: Mapping[str, str], body: bytes) -> None:
        """Keep an answer if its server marked it; without a mark it could never be asked about."""
        kept = Kept(
            url=url,
            sha256=sha256(body).hexdigest(),
            content_type=headers.get("content-type", ""),
            etag=headers.get("etag", ""),
            last_modified=headers.get("last-modified", ""),
        )
        if not kept.conditions or "no-store" in headers.get("cache-control", "").lower():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        _write(self._body(url), body)
        _write(self._marks(url), json.dumps(asdict(kept), ensure_ascii=False).encode())

    def erase(self, digest: str) -> None:
        """Remove every answer with this body: what is forgotten must not lie here still."""
        for marks in self._all():
            if digest in marks.read_text(encoding="utf-8"):
                marks.with_suffix(".body").unlink(missing_ok=True)
                marks.unlink(missing_ok=True)

    def _all(self) -> Iterator[Path]:
        return self.folder.glob("*.json")

    def _marks(self, url: str) -> Path:
        return self.folder / f"{sha256(url.encode()).hexdigest()[:32]}.json"

    def _body(self, url: str) -> Path:
        return self._marks(url).with_suffix(".body")


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(data)
    draft.replace(path)
