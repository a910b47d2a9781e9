"""Taking sources in: each is read, extracted, indexed and committed on its own, or skipped with a reason."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import FetchError, MissingSource, PolicyError, SourceError, UnreadableFile
from corpus.journal import Level
from corpus.records import Link, LinkKind
from index.passages import passages
from ingest.plain import is_html
from ingest.reading import read
from kb.extraction import extract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from corpus.blobs import Blobs
    from corpus.records import Document
    from corpus.store import Store
    from index.searching import Index
    from ingest.reading import Reading
    from ingest.web import Web
    from ingest.web.attachments import Attachment

MAX_BYTES = 64 * 1024 * 1024  # no release is a tenth of this; a larger file is a data dump
STDIN = "-"
ADDRESS = re.compile(r"https?://", re.IGNORECASE)
BY_PAGE = "page"  # the maker of links that a publisher made: its page offers the file


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Bytes at the door: the name they are kept under and, from the web, their address and charset."""

    data: bytes
    name: str
    url: str | None = None
    declared: str | None = None

    def read(self) -> Reading:
        """Read them; raises SourceError."""
        return read(self.data, self.name, url=self.url, declared=self.declared)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one source: "added", "unchanged" or "skipped" with the reason.

    `offered` are the files that it offers if it is a page of the web.
    """

    source: str
    status: str
    reason: str | None = None
    documents: tuple[Document, ...] = ()
    repairs: Mapping[str, int] = field(default_factory=dict)
    offered: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything that taking in a source writes to."""

    store: Store
    blobs: Blobs
    open_index: Callable[[], Index]
    open_web: Callable[[], Web]

    def take(self, source: str) -> Iterator[Added]:
        """Take in one source and, if it is a page of the web, the files that it offers as parts of it."""
        page = self.add(source)
        yield page
        for attachment in page.offered:
            part = self.add(attachment.url, part=True)
            with self.store.transaction():
                for document in part.documents:
                    self._link(document, page.documents[0], attachment.words)
            yield part

    def add(self, source: str, *, part: bool = False) -> Added:
        """Take in one file, address, or standard input; whatever goes wrong ends here and is journalled.

        `part` says that a page offers it as a file: another page in its place is refused.
        """
        try:
            return self._add(source, part=part)
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

    def _add(self, source: str, *, part: bool) -> Added:
        arrival = arrive(source, self.open_web)
        if part and is_html(arrival.data[:1000].decode("latin-1")):
            raise FetchError(f"{source} gives a page instead of the file", hint="")
        digest = sha256(arrival.data).hexdigest()
        if known := self._known(digest, arrival.name):
            offered = () if part else _offered(arrival, self.store.source(digest).text)
            return Added(source=source, status="unchanged", documents=known, offered=offered)
        index = self.open_index()
        reading = arrival.read()
        self.blobs.put(arrival.data)
        with self.store.transaction():
            if known := tuple(self.store.documents(digest)):  # another process was first
                return Added(source=source, status="unchanged", documents=known)
            self.store.put_source(reading.source, len(arrival.data))
            for document in reading.documents:
                self.store.put_document(document)
                self.store.put_records(document, extract(document))
                index.write(document.id, passages(document))
        return Added(
            source=source,
            status="added",
            documents=tuple(reading.documents),
            repairs=reading.repairs,
            offered=() if part else _offered(arrival, reading.source.text),
        )

    def _link(self, child: Document, parent: Document, words: str) -> None:
        """Note that a page offers a file as its part; a file that is the page itself is none."""
        if child.source != parent.source:
            reason = f"the page offers it as “{words}”"
            link = Link(
                child=child.id, parent=parent.id, kind=LinkKind.PART_OF, by=BY_PAGE, score=1.0, reason=reason
            )
            self.store.put_link(link)

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


def arrive(source: str, open_web: Callable[[], Web]) -> Arrival:
    """Return the bytes that a path, an address or "-" names; raises SourceError."""
    if ADDRESS.match(source):
        fetched = open_web().fetch(source)
        name = source.partition("#")[0]
        return Arrival(data=fetched.data, name=name, url=fetched.url, declared=fetched.charset)
    if source == STDIN:
        data = _within(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input")
        return Arrival(data=data, name="standard input")
    path = Path(source)
    if path.is_dir():
        raise MissingSource(f"{source} is a folder without documents", hint="name a folder that holds files")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(source, path.stat().st_size)
        return Arrival(data=_within(path.read_bytes(), source), name=path.name)
    except FileNotFoundError:
        raise MissingSource(f"{source} does not exist") from None
    except OSError as error:
        raise SourceError(
            f"{source} cannot be read ({error.strerror})", hint="check its permissions"
        ) from None


def _offered(arrival: Arrival, text: str) -> tuple[Attachment, ...]:
    """Return the files that a page of the web offers."""
    if arrival.url is None:
        return ()
    from ingest.web.attachments import attachments

    return attachments(text, arrival.url)


def _within(data: bytes, source: str) -> bytes:
    if len(data) > MAX_BYTES:
        raise _too_large(source, len(data))
    return data


def _too_large(source: str, size: int) -> UnreadableFile:
    limit = f"more than {MAX_BYTES >> 20} MB is not read"
    return UnreadableFile(f"{source} has {size >> 20} MB; {limit}", hint="split it into its articles")
