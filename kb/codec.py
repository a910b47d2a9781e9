"""Records as plain JSON values, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from corpus.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.records import Quote

T = TypeVar("T")

_encoder = msgspec.json.Encoder(decimal_format="string")


def dump(value: object) -> Any:
    """Return dataclasses, enums and decimals as plain JSON values."""
    return msgspec.to_builtins(value)


def dump_json(value: object) -> str:
    """Return dataclasses as JSON text."""
    return _encoder.encode(value).decode()


def load_json(text: str, kind: type[T]) -> T:
    """Read what `dump_json` wrote."""
    return msgspec.json.decode(text, type=kind)


def as_record(kind: str, identity: str, document: str, reading: object, quotes: Iterable[Quote]) -> Record:
    """Wrap one reading of a document for the store."""
    return Record(id=identity, kind=kind, document=document, quotes=tuple(quotes), body=dump(reading))
