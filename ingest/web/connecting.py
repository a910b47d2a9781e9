"""Connections that go where they were judged to go, and end when their time is up."""

from __future__ import annotations

import time
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

import httpcore

from corpus.errors import TooSlow, Unreachable
from ingest.web.addresses import resolve

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Sequence

    from ingest.web.addresses import Lookup

BLINK = 0.02  # seconds


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment after which nothing is waited for."""

    at: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        """Return the moment that is so many seconds from now."""
        return cls(time.monotonic() + seconds)

    def cut(self, timeout: float | None) -> float:
        """Return a timeout that ends no later than this moment; raises TooSlow if it is past."""
        if self.is_past:
            raise too_slow()
        left = self.at - time.monotonic()
        return left if timeout is None else min(timeout, left)

    @property
    def is_past(self) -> bool:
        """Whether this moment is past, or so near that nothing can come before it."""
        return self.at - time.monotonic() < BLINK


def too_slow() -> TooSlow:
    """Return the error of an answer that took too long."""
    return TooSlow("the answer came too slowly and was cut off")


def bounded(lookup: Lookup, seconds: float) -> Lookup:
    """Return a lookup that raises Unreachable after so many seconds; the system's own may hang for minutes.

    Nothing can stop the system's call: its thread is left behind and ends with the process at the latest.
    """

    def look(host: str, port: int) -> Sequence[str]:
        answers: SimpleQueue[Sequence[str] | Exception] = SimpleQueue()

        def ask() -> None:
            try:
                answers.put(lookup(host, port))
            except Exception as error:  # noqa: BLE001  raised again for the one who asked
                answers.put(error)

        Thread(target=ask, name=f"lookup of {host}", daemon=True).start()
        try:
            answer = answers.get(timeout=seconds)
        except Empty:
            raise Unreachable(f"the name service did not say in time where {host} is") from None
        if isinstance(answer, Exception):
            raise answer
        return answer

    return look


class Network(httpcore.NetworkBackend):
    """Opens connections for one request: a name is resolved here, once, judged, and that address is dialled.

    So nothing can come between the judgement and the connection. The name itself is still what TLS asks a
    certificate for, and what the server is told.
    """

    def __init__(
        self, dial: httpcore.NetworkBackend, lookup: Lookup, deadline: Deadline, *, allow_private: bool
    ) -> None:
        self._dial = dial
        self._lookup = lookup
        self._deadline = deadline
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers."""
        failure: Exception = httpcore.ConnectError("no address")
        lookup = bounded(self._lookup, self._deadline.cut(timeout))
        for address in resolve(host, port, lookup, allow_private=self._allow_private):
            try:
                stream = self._dial.connect_tcp(
                    address, port, self._deadline.cut(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return Bounded(stream, self._deadline)
        raise failure


class Bounded(httpcore.NetworkStream):
    """A stream whose every step ends by the deadline, so that one byte a second is cut off, too."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come."""
        return self._stream.read(max_bytes, self._deadline.cut(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it."""
        self._stream.write(buffer, self._deadline.cut(timeout))

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Go on over TLS."""
        inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.cut(timeout))
        return Bounded(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Tell what the stream knows about itself."""
        return self._stream.get_extra_info(info)
