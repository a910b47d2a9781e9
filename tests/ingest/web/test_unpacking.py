"""Packed answers are opened whole, or not at all."""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import FetchError, OversizedAnswer, Unreachable
from ingest.web.unpacking import unpack
from tests.hostile import bomb

RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)
TEXT = "到2027年，新增泊位三百个。".encode() * 50
BARE = RAW.compress(TEXT) + RAW.flush()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT, ""),
        (TEXT, "identity"),
        (gzip.compress(TEXT), "gzip"),
        (gzip.compress(TEXT), " X-GZIP "),
        (gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]), "gzip"),
        (gzip.compress(TEXT) + bytes(20), "gzip"),
        (zlib.compress(TEXT), "deflate"),
        (BARE, "deflate"),
    ],
)
def test_what_was_packed_comes_out(data: bytes, encoding: str) -> None:
    assert unpack(data, encoding, len(TEXT)) == TEXT


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_not_let_off(encoding: str) -> None:
    data = bomb(50) if encoding == "gzip" else zlib.compress(bytes(50 << 20))
    assert len(data) < 100_000
    with pytest.raises(OversizedAnswer, match="unpacks to more than 1 MB"):
        unpack(data, encoding, 1 << 20)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (gzip.compress(TEXT)[:-9], "gzip"),
        (b"<html>", "gzip"),
        (b"", "gzip"),
        (b"<html>", "deflate"),
        (gzip.compress(b"") * 100_000, "gzip"),
        (TEXT, "br"),
        (gzip.compress(gzip.compress(TEXT)), "gzip, gzip"),
    ],
)
def test_what_cannot_be_unpacked_is_refused(data: bytes, encoding: str) -> None:
    with pytest.raises(Unreachable):
        unpack(data, encoding, 1 << 20)


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", ""]))
def test_any_bytes_unpack_or_are_refused(data: bytes, encoding: str) -> None:
    with suppress(FetchError):
        assert len(unpack(data, encoding, 100_000)) <= 100_000
