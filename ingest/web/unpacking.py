"""Answers that were sent packed, opened without letting a small one grow without end."""

from __future__ import annotations

import zlib

from corpus.errors import OversizedAnswer, Unreachable

ACCEPTED = "gzip, deflate"
GZIP = b"\x1f\x8b"
MEMBERS = 64  # of one gzip answer; each costs a copy of what follows it
WINDOWS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


def unpack(data: bytes, encoding: str, limit: int) -> bytes:
    """Return what was packed for sending.

    Args:
        data: the bytes as they were sent.
        encoding: the Content-Encoding that they were sent with.
        limit: the largest result in bytes; memory never holds more than this and one buffer.

    Raises:
        OversizedAnswer: the result would be larger.
        Unreachable: the bytes are not what the encoding says, or end too early.

    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return data
    if encoding not in WINDOWS:  # "br", or packed several times over: nobody asked for it
        raise Unreachable(f"the answer is packed as {encoding[:40]!r}, which was not asked for", hint="")
    try:
        return _inflate(data, WINDOWS[encoding], limit)
    except zlib.error:
        if encoding != "deflate":
            raise _broken() from None
    try:
        return _inflate(data, -zlib.MAX_WBITS, limit)  # many servers leave the wrapping of "deflate" out
    except zlib.error:
        raise _broken() from None


def _inflate(data: bytes, window: int, limit: int) -> bytes:
    """Unpack every member, one after the other."""
    out = bytearray()
    for _ in range(MEMBERS):
        member = zlib.decompressobj(window)
        out += member.decompress(data, limit + 1 - len(out))
        if len(out) > limit:
            raise OversizedAnswer(f"the answer unpacks to more than {limit >> 20} MB")
        if not member.eof:
            raise _broken()
        data = member.unused_data
        if window <= zlib.MAX_WBITS or not data.startswith(GZIP):  # padding, or what browsers leave out, too
            return bytes(out)
    raise _broken()


def _broken() -> Unreachable:
    return Unreachable("the packed answer is broken or cut short")
