"""One request and its answer, within the limits."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from typing import TYPE_CHECKING

import httpcore

from corpus.errors import OversizedAnswer, Unreachable
from ingest.web.addresses import system_lookup
from ingest.web.connecting import Deadline, Network, too_slow
from ingest.web.unpacking import ACCEPTED, unpack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ingest.web.addresses import Lookup
    from ingest.web.limits import Limits
    from ingest.web.locations import Location

PRODUCT = "policykb"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said to one request; the names of headers are in lower case, the body is unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Line:
    """The way out of the machine.

    Args:
        dial: opens a connection to an IP address.
        lookup: finds the addresses of a name.
        trust: proves the certificates of servers.

    """

    dial: httpcore.NetworkBackend
    lookup: Lookup
    trust: ssl.SSLContext


def system_line() -> Line:
    """Return the machine's own way out.

    Proxies of the environment are not used, for a proxy would resolve the names anew.
    """
    return Line(httpcore.SyncBackend(), system_lookup, httpcore.default_ssl_context())


def exchange(place: Location, headers: Mapping[str, str], limits: Limits, line: Line) -> Answer:
    """Send one GET and return the answer, whatever its status.

    Raises:
        FetchError: nothing whole came back; the message says why.

    """
    deadline = Deadline.after(limits.total)
    network = Network(line.dial, line.lookup, deadline, allow_private=limits.allow_private)
    asked = {
        "Host": place.origin.partition("://")[2],
        "User-Agent": user_agent(),
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
        "Accept-Encoding": ACCEPTED,
        "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8",
        "Connection": "close",
        **headers,
    }
    sent = [(name.encode(), value.encode("latin-1")) for name, value in asked.items()]
    timeout = {"connect": limits.connect, "read": limits.read, "write": limits.read, "pool": limits.connect}
    try:
        with (
            httpcore.ConnectionPool(ssl_context=line.trust, network_backend=network) as pool,
            pool.stream("GET", place.url, headers=sent, extensions={"timeout": timeout}) as response,
        ):
            return _receive(response, limits.size)
    except httpcore.TimeoutException as error:
        if deadline.is_past:
            raise too_slow() from None
        late = "no connection in time" if isinstance(error, httpcore.ConnectTimeout) else "no answer in time"
        raise Unreachable(late) from None
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
        raise Unreachable(_why(error)) from None


def user_agent() -> str:
    """Return who we are, for the people who run the servers."""
    try:
        facts = metadata(PRODUCT)
    except PackageNotFoundError:
        return PRODUCT
    homes = [entry.partition(",")[2].strip() for entry in facts.get_all("Project-URL") or ()]
    return f"{PRODUCT}/{facts['Version']}" + "".join(f" (+{home})" for home in homes[:1])


def _receive(response: httpcore.Response, limit: int) -> Answer:
    """Read an answer to its end, unless it is longer than the limit."""
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
    announced = headers.get("content-length", "")
    body = bytearray()
    if announced.isdecimal() and int(announced) > limit:
        raise OversizedAnswer(f"the answer has {int(announced) >> 20} MB; up to {limit >> 20} MB are taken")
    for piece in response.iter_stream():
        body += piece
        if len(body) > limit:
            raise OversizedAnswer(f"the answer does not end; up to {limit >> 20} MB are taken")
    return Answer(response.status, headers, unpack(bytes(body), headers.get("content-encoding", ""), limit))


def _why(error: Exception) -> str:
    """Return what broke, in words for people where there are some."""
    if isinstance(error.__context__, ssl.SSLCertVerificationError):
        return f"its certificate cannot be trusted ({error.__context__.verify_message})"
    if isinstance(error, httpcore.RemoteProtocolError):
        return "the answer is broken or cut short"
    if isinstance(error, httpcore.LocalProtocolError):
        return "it cannot be asked for"
    return "nobody answers there"
