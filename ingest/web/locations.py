"""Addresses as people write them, made ready to be sent, and put together with the links of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from corpus.errors import BadAddress

PORTS = {"http": 80, "https": 443}
SAFE = (
    "!#$%&'()*+,/:;=?@[]~"  # what may stand in a path or query as it is; "%" because most links are escaped
)
HOST = re.compile(r"[a-z0-9_.-]{1,253}|\[[0-9a-f:.]{2,45}\]")
LONGEST = 2000  # characters; servers and browsers go no further


@dataclass(frozen=True, slots=True)
class Location:
    """A place on the web, in the one form in which it is asked for and compared.

    Args:
        scheme: "http" or "https".
        host: in ASCII, lower case; an IPv6 address in brackets.
        port: as given, else the scheme's own.
        target: path and query, escaped.

    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what has one robots.txt."""
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}"

    @property
    def url(self) -> str:
        """The address as one string."""
        return self.origin + self.target

    def follow(self, link: str) -> Location:
        """Return where a link on this page leads; raises BadAddress."""
        return locate(join(self.url, link))


def locate(url: str) -> Location:
    """Return the place that an address names; raises BadAddress."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = _ascii_host(parts.hostname or "")
    except ValueError as error:  # a port that is no number, half a bracket, a label that IDNA refuses
        raise BadAddress(f"{_short(url)} is no address ({error})") from None
    if parts.scheme not in PORTS:
        raise BadAddress(f"{_short(url)} is not on the web: only http and https are fetched")
    if "@" in parts.netloc:
        raise BadAddress(f"{_short(parts.hostname or '')}: an address with a name or password is not fetched")
    if not HOST.fullmatch(host) or len(url) > LONGEST:
        raise BadAddress(f"{_short(url)} is no address")
    query = f"?{quote(parts.query, SAFE)}" if parts.query else ""
    target = quote(parts.path or "/", SAFE) + query
    return Location(parts.scheme, host, port or PORTS[parts.scheme], target)


def join(base: str, link: str) -> str:
    """Return the whole address of a link on the page at `base`, without its fragment; "" if it has none."""
    try:
        return urljoin(base, link.strip().replace("\\", "/")).partition("#")[0]
    except ValueError:
        return ""


def _ascii_host(host: str) -> str:
    """Return a host name as it is looked up; "上海.中国" has a form in ASCII."""
    if ":" in host:
        return f"[{host.partition('%')[0]}]"
    return host if host.isascii() else host.encode("idna").decode("ascii").lower()


def _short(url: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in url[:120]) or "(nothing)"
