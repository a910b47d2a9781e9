"""How long, how much and how often: the bounds of fetching in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds of one visit to the web; times are in seconds, sizes in bytes.

    Args:
        connect: until a connection stands.
        read: between two pieces of an answer.
        total: for one request with its whole answer, so that a slow drip ends, too.
        size: of an answer, as it is sent and as it is unpacked.
        redirects: followed from one address.
        tries: of one request, where the failure may pass.
        pause: between two requests to one host; a longer one that robots.txt asks for is kept.
        patience: the longest that a server may ask us to wait before the next try.
        backoff: before the second try; doubled before each further one.
        allow_private: whether addresses of private networks are fetched.

    """

    connect: float = 10.0
    read: float = 15.0
    total: float = 45.0
    size: int = 32 << 20
    redirects: int = 5
    tries: int = 3
    pause: float = 1.0
    patience: float = 60.0
    backoff: float = 1.0
    allow_private: bool = False
