"""A web of one machine: servers that misbehave, names that lie, addresses that all lead to loopback.

Nothing outside this machine is touched: `World` stands where the operating system's resolver and sockets do,
and leads each public address that a test invents to a server on 127.0.0.1. Every server ends with its test,
and no answer goes on for more than a few seconds.
"""

from __future__ import annotations

import gzip
import http.server
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpcore

from ingest.web.exchange import Line
from ingest.web.pacing import Clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

CERTIFICATE = Path(__file__).parent / "cases" / "gov.example.pem"  # signed by itself, with its key
TRUST = ssl.create_default_context(cafile=CERTIFICATE)
PATIENCE = 5.0  # seconds that an endless answer goes on at most

Reply = Callable[["Visitor"], None]


class Visitor(http.server.BaseHTTPRequestHandler):
    """One request to a hostile server; replies write to it as they like."""

    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers.items())))
        reply = self.server.replies.get(self.path)
        with suppress(OSError):  # the visitor hung up, as it should
            (reply or missing)(self)

    def head(self, status: int, headers: Mapping[str, str]) -> None:
        """Send status line and headers."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value.encode().decode("latin-1"))  # UTF-8 as it is, as servers do
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class Server(http.server.ThreadingHTTPServer):
    """A server on loopback that answers each path as it was told, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self, replies: Mapping[str, Reply]) -> None:
        super().__init__(("127.0.0.1", 0), Visitor)
        self.replies = dict(replies)
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order, without the rules for robots."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def serving(replies: Mapping[str, Reply], *, tls: bool = False) -> Iterator[Server]:
    """Run a server for the length of a test; with `tls` it proves to be gov.example."""
    with Server(replies) as server:
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            server.socket = context.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@dataclass
class World(httpcore.NetworkBackend):
    """Names and addresses as a test invents them.

    Args:
        names: the addresses of each name; of several answers the next is given each time, the last for ever.
        servers: the server behind each address.

    """

    names: Mapping[str, list[list[str]]]
    servers: Mapping[str, Server]
    dialled: list[str] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)

    @property
    def line(self) -> Line:
        """The way out of the machine, which leads back into it."""
        return Line(self, self.lookup, TRUST)

    def lookup(self, host: str, port: int) -> Sequence[str]:  # noqa: ARG002  the shape of a lookup
        """Answer as the resolver would; an address is its own answer."""
        self.looked_up.append(host)
        with suppress(ValueError):
            return [str(ip_address(host.strip("[]")))]
        answers = self.names.get(host)
        if not answers:
            raise OSError("no such name")
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def connect_tcp(
        self,
        host: str,
        port: int,  # noqa: ARG002  every port of an address is the one server
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Lead to the server behind an address."""
        self.dialled.append(host)
        if host not in self.servers:
            raise httpcore.ConnectError("nobody is there")
        mine = self.servers[host].server_port
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", mine, timeout, local_address, socket_options)


@dataclass
class Hours:
    """Time that passes only when somebody sleeps."""

    passed: float = 0.0
    slept: list[float] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        """The time for a visit to the web."""
        return Clock(lambda: self.passed, self.sleep)

    def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.slept.append(seconds)
        self.passed += seconds


# Replies


def page(body: str | bytes, *, status: int = 200, **headers: str) -> Reply:
    """Answer with a body; `etag="x"` becomes a header, `content_type` Content-Type."""
    data = body.encode() if isinstance(body, str) else body
    named = {name.replace("_", "-").title(): value for name, value in headers.items()}

    def reply(visitor: Visitor) -> None:
        visitor.head(
            status, {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(data)), **named}
        )
        visitor.wfile.write(data)

    return reply


missing = page("nothing here", status=404)


def moved(to: str, status: int = 302) -> Reply:
    """Send the visitor elsewhere."""
    return page("", status=status, location=to)


def in_turn(*replies: Reply) -> Reply:
    """Answer differently each time; the last reply is given for ever."""
    left = list(replies)

    def reply(visitor: Visitor) -> None:
        chosen = left.pop(0) if len(left) > 1 else left[0]
        chosen(visitor)

    return reply


def marked(body: str, etag: str) -> Reply:
    """Answer 304 to whoever knows the mark."""

    def reply(visitor: Visitor) -> None:
        known = visitor.headers.get("If-None-Match") == etag
        page("" if known else body, status=304 if known else 200, etag=etag)(visitor)

    return reply


def packed(data: bytes, encoding: str = "gzip") -> Reply:
    """Answer with bytes that claim to be packed."""
    return page(data, content_encoding=encoding)


def bomb(megabytes: int) -> bytes:
    """Return a small gzip file that grows to so many megabytes."""
    return gzip.compress(bytes(megabytes << 20), compresslevel=9)


def drip(visitor: Visitor) -> None:
    """Promise much and send a byte now and then."""
    visitor.head(200, {"Content-Type": "text/html", "Content-Length": "1000000"})
    _go_on(visitor, b"x", pause=0.05)


def drip_headers(visitor: Visitor) -> None:
    """Never come to the end of the headers."""
    visitor.wfile.write(b"HTTP/1.1 200 OK\r\n")
    _go_on(visitor, b"X-Slow: yes\r\n", pause=0.05)


def endless(visitor: Visitor) -> None:
    """Send a body without a length and without an end."""
    visitor.head(200, {"Content-Type": "text/html"})
    _go_on(visitor, bytes(1 << 16), pause=0.0)


def endless_headers(visitor: Visitor) -> None:
    """Send one header after another."""
    visitor.wfile.write(b"HTTP/1.1 200 OK\r\n")
    _go_on(visitor, b"X-Long: " + b"y" * 4000 + b"\r\n", pause=0.0)


def silent(visitor: Visitor) -> None:
    """Accept the request and say nothing."""
    _go_on(visitor, b"", pause=0.05)


def raw(answer: bytes) -> Reply:
    """Answer with these very bytes and hang up."""

    def reply(visitor: Visitor) -> None:
        visitor.wfile.write(answer)

    return reply


def _go_on(visitor: Visitor, piece: bytes, pause: float) -> None:
    """Send a piece again and again, for a while."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        visitor.wfile.write(piece)
        time.sleep(pause)
