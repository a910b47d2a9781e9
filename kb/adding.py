"""Taking sources in: each is read, extracted, indexed and committed on its own, or skipped with a reason."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import MissingSource, PolicyError, SourceError, UnreadableFile
from corpus.journal import Level
from index.passages import passages
from ingest.reading import read
from kb.extraction import extract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from corpus.blobs import Blobs
    from corpus.records import Document
    from corpus.store import Store
    from index.searching import Index

MAX_BYTES = 64 * 1024 * 1024  # no release is a tenth of this; a larger file is a data dump
STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one source: "added", "unchanged" or "skipped" with the reason."""

    source: str
    status: str
    reason: str | None = None
    documents: tuple[Document, ...] = ()
    repairs: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything that taking in a source writes to."""

    store: Store
    blobs: Blobs
    open_index: Callable[[], Index]

    def add(self, source: str) -> Added:
        """Take in one file (or standard input); whatever goes wrong ends here and is journalled."""
        try:
            return self._add(source)
        except PolicyError as error:
            self.store.journal.write(Level.SKIPPED, source, str(error), error=type(error).__name__)
            where = "" if Path(source).name in error.line else f"{source}: "
            return Added(source=source, status="skipped", reason=f"{where}{error.line}")
        except Exception as error:  # noqa: BLE001  one source must not take the rest of a batch with it
            self.store.journal.write(
                Level.SKIPPED, source, str(error), error=type(error).__name__, defect=True
            )
            reason = f"{source} could not be read ({type(error).__name__}: {error}): please report this"
            return Added(source=source, status="skipped", reason=" ".join(reason.split()))

    def _add(self, source: str) -> Added:
        data, name = bytes_of(source)
        digest = sha256(data).hexdigest()
        if known := self._known(digest, name):
            return Added(source=source, status="unchanged", documents=known)
        index = self.open_index()
        reading = read(data, name)
        self.blobs.put(data)
        with self.store.transaction():
            if known := tuple(self.store.documents(digest)):  # another process was first
                return Added(source=source, status="unchanged", documents=known)
            self.store.put_source(reading.source, len(data))
            for document in reading.documents:
                self.store.put_document(document)
                self.store.put_records(document, extract(document))
                index.write(document.id, passages(document))
        return Added(
            source=source, status="added", documents=tuple(reading.documents), repairs=reading.repairs
        )

    def _known(self, digest: str, name: str) -> tuple[Document, ...]:
        """Return the documents of bytes that are held already, and note their new name."""
        documents = tuple(self.store.documents(digest))
        if documents and name not in self.store.names(digest):
            with self.store.transaction():
                self.store.put_name(digest, name)
        return documents


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


def bytes_of(source: str) -> tuple[bytes, str]:
    """Return the bytes of a source and the name it is kept under; raises a SourceError."""
    if source == STDIN:
        return _within(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input"), "standard input"
    if source.startswith(("http://", "https://")):
        raise UnreadableFile(f"{source} is an address", hint="save the page to a file and add that")
    path = Path(source)
    if path.is_dir():
        raise MissingSource(f"{source} is a folder without documents", hint="name a folder that holds files")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(source, path.stat().st_size)
        return _within(path.read_bytes(), source), path.name
    except FileNotFoundError:
        raise MissingSource(f"{source} does not exist") from None
    except OSError as error:
        raise SourceError(
            f"{source} cannot be read ({error.strerror})", hint="check its permissions"
        ) from None


def _within(data: bytes, source: str) -> bytes:
    if len(data) > MAX_BYTES:
        raise _too_large(source, len(data))
    return data


def _too_large(source: str, size: int) -> UnreadableFile:
    limit = f"more than {MAX_BYTES >> 20} MB is not read"
    return UnreadableFile(f"{source} has {size >> 20} MB; {limit}", hint="split it into its articles")
