"""What is held by document, read when it is asked for: a question on ten documents reads ten of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from corpus.records import Document

if TYPE_CHECKING:
    from corpus.store import Store

K = TypeVar("K")
V = TypeVar("V")


class ByDocument(Mapping[str, V]):
    """What each document has, read once and when first asked for.

    Args:
        read: returns what the document with an id has, None where it has nothing.
        documents: the ids of all, in order; to go through this mapping is to read them all.

    """

    def __init__(self, read: Callable[[str], V | None], documents: Collection[str]) -> None:
        self._read = read
        self._documents = documents
        self._known: dict[str, V | None] = {}

    def __getitem__(self, document: str) -> V:
        if document not in self._known:
            self._known[document] = self._read(document)
        found = self._known[document]
        if found is None:
            raise KeyError(document)
        return found

    def __iter__(self) -> Iterator[str]:
        return (document for document in self._documents if document in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Documents(ByDocument[Document]):
    """All documents by id, in the order of their sources; which there are is known before any is read."""

    def __init__(self, store: Store) -> None:
        ids = dict.fromkeys(store.document_ids())
        super().__init__(lambda identity: store.document(identity) if identity in ids else None, ids)

    def __contains__(self, identity: object) -> bool:
        return identity in self._documents

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)


class ByKey(Mapping[tuple[str, K], V]):
    """The same by document and a name within it, such as a figure's id."""

    def __init__(self, read: Callable[[str], Mapping[K, V]], documents: Collection[str]) -> None:
        self._named: ByDocument[Mapping[K, V]] = ByDocument(read, documents)

    def __getitem__(self, key: tuple[str, K]) -> V:
        document, name = key
        return self._named[document][name]

    def __iter__(self) -> Iterator[tuple[str, K]]:
        return ((document, name) for document, named in self._named.items() for name in named)

    def __len__(self) -> int:
        return sum(map(len, self._named.values()))
