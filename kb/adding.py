"""Taking sources in: each is read, extracted, indexed and committed on its own, or skipped with a reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import FetchError, PolicyError
from corpus.journal import Level
from corpus.records import Link, LinkKind
from index.passages import passages
from ingest.plain import is_html
from kb.arriving import arrive
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
    from kb.arriving import Arrival

PUBLISHER = "publisher"  # the maker of links that stand on the web: a page offers a file, an address changes


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
            self._join(part.documents, page.documents[0], attachment.words)
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
        if arrival.missing:
            self.store.journal.write(Level.WARNING, source, f"a further page is missing: {arrival.missing}")
        digest = sha256(arrival.data).hexdigest()
        if known := self._known(digest, arrival):
            offered = () if part else _offered(arrival, self.store.source(digest).text)
            return Added(source=source, status="unchanged", documents=known, offered=offered)
        index = self.open_index()
        reading = arrival.read()
        offered = () if part else _offered(arrival, reading.source.text)
        before = self._before(arrival.url)
        if [d.text for d in before] == [d.text for d in reading.documents]:  # only its frame is new
            return Added(source=source, status="unchanged", documents=before, offered=offered)
        self.blobs.put(arrival.data)
        with self.store.transaction():
            if known := tuple(self.store.documents(digest)):  # another process was first
                return Added(source=source, status="unchanged", documents=known)
            self._keep(reading, index, len(arrival.data))
            for new, old in zip(reading.documents, before, strict=False):
                self._link(new, old, LinkKind.REVISION_OF, f"{arrival.url} has changed")
        return Added(
            source=source,
            status="added",
            documents=tuple(reading.documents),
            repairs=reading.repairs,
            offered=offered,
        )

    def _keep(self, reading: Reading, index: Index, size: int) -> None:
        """Write a source with everything that was read in it."""
        self.store.put_source(reading.source, size)
        for document in reading.documents:
            self.store.put_document(document)
            self.store.put_records(document, extract(document))
            index.write(document.id, passages(document))

    def _join(self, parts: Iterable[Document], page: Document, words: str) -> None:
        """Note that a page offers these documents as a file; to say so again changes nothing."""
        held = {(link.child, link.parent, link.by) for link in self.store.links()}
        fresh = [part for part in parts if (part.id, page.id, PUBLISHER) not in held]
        if fresh:
            with self.store.transaction():
                for part in fresh:
                    self._link(part, page, LinkKind.PART_OF, f"the page offers it as “{words}”")

    def _link(self, child: Document, parent: Document, kind: LinkKind, reason: str) -> None:
        """Note what the publisher says of two documents; what is both is no part of itself."""
        if child.source != parent.source:
            self.store.put_link(
                Link(child=child.id, parent=parent.id, kind=kind, by=PUBLISHER, score=1.0, reason=reason)
            )

    def _known(self, digest: str, arrival: Arrival) -> tuple[Document, ...]:
        """Return the documents of bytes that are held already, and note their new name and address."""
        documents = tuple(self.store.documents(digest))
        if not documents:
            return ()
        at = documents[0].url
        placed = arrival.url is None or (at is not None and at <= arrival.url)
        if placed and arrival.name in self.store.names(digest):
            return documents
        with self.store.transaction():
            self.store.put_name(digest, arrival.name)
            self.store.put_url(digest, arrival.url)
        return tuple(self.store.documents(digest))

    def _before(self, url: str | None) -> tuple[Document, ...]:
        """Return the documents that came from an address when it was last read."""
        digest = self.store.latest_at(url) if url else None
        return tuple(self.store.documents(digest)) if digest else ()


def _offered(arrival: Arrival, text: str) -> tuple[Attachment, ...]:
    """Return the files that a page of the web offers."""
    if arrival.url is None:
        return ()
    from ingest.web.attachments import attachments

    return attachments(text, arrival.url)
