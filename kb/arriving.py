"""Where sources come from: files, folders, standard input, addresses of the web."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import MissingSource, SourceError, UnreadableFile
from ingest.reading import LARGEST, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ingest.reading import Reading
    from ingest.web import Web

STDIN = "-"
ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Bytes at the door: the name they are kept under and, from the web, their address and charset.

    `missing` says what kept away a further page of an article, if anything did.
    """

    data: bytes
    name: str
    url: str | None = None
    declared: str | None = None
    missing: str | None = None

    def read(self) -> Reading:
        """Read them; raises SourceError."""
        return read(self.data, self.name, url=self.url, declared=self.declared)


def expand(sources: Iterable[str]) -> Iterator[str]:
    """Yield every file that `sources` name: a folder stands for its files, in order, less hidden ones."""
    for source in sources:
        path = Path(source)
        if source == STDIN or not path.is_dir():
            yield source
            continue
        files = sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p.relative_to(path)))
        if not files:
            yield source  # an empty folder is refused where it is read
        yield from map(str, files)


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def arrive(source: str, open_web: Callable[[], Web]) -> Arrival:
    """Return the bytes that a path, an address or "-" names; raises SourceError."""
    if ADDRESS.match(source):
        from ingest.web.paging import follow

        web = open_web()
        first = web.fetch(source)
        data, missing = follow(web, first)
        name = source.partition("#")[0]
        return Arrival(
            data=_within(data, source), name=name, url=first.url, declared=first.charset, missing=missing
        )
    if source == STDIN:
        data = _within(sys.stdin.buffer.read(LARGEST + 1), "standard input")
        return Arrival(data=data, name="standard input")
    path = Path(source)
    if path.is_dir():
        raise MissingSource(f"{source} is a folder without documents", hint="name a folder that holds files")
    try:
        if path.stat().st_size > LARGEST:
            raise _too_large(source, path.stat().st_size)
        return Arrival(data=_within(path.read_bytes(), source), name=path.name)
    except FileNotFoundError:
        raise MissingSource(f"{source} does not exist") from None
    except OSError as error:
        raise SourceError(
            f"{source} cannot be read ({error.strerror})", hint="check its permissions"
        ) from None


def _within(data: bytes, source: str) -> bytes:
    if len(data) > LARGEST:
        raise _too_large(source, len(data))
    return data


def _too_large(source: str, size: int) -> UnreadableFile:
    limit = f"more than {LARGEST >> 20} MB is not read"
    return UnreadableFile(f"{source} has {size >> 20} MB; {limit}", hint="split it into its articles")
