"""Where a name leads, and whether that is on the open web.

The registries of special addresses are written out here, because the answers of `ipaddress.is_global` differ
between versions of Python, and multicast and site-local addresses count as global in some.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from corpus.errors import PrivateAddress, Unreachable

Lookup = Callable[[str, int], Sequence[str]]
"""Turns a host and a port into addresses, best first; raises OSError."""

CLOSED_4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",
            "100.64.0.0/10",  # carriers' own
            "127.0.0.0/8",
            "169.254.0.0/16",  # link-local, where clouds keep their secrets
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",  # documentation
            "192.88.99.0/24",  # relays of 6to4
            "192.168.0.0/16",
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ),
    )
)
OPEN_6 = IPv6Network("2000::/3")  # everything else is no global unicast
CLOSED_6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocols' own, Teredo among them
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4, which carries any IPv4 address inside
            "3fff::/20",  # documentation
        ),
    )
)
NEVER = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "169.254.0.0/16",
            "100.100.100.200/32",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/128",
            "2002::/16",
            "fe80::/10",
            "fd00:ec2::254/128",
            "ff00::/8",
        ),
    )
)
"""What no intranet publishes on: link-local, multicast, tunnels, and where clouds keep their secrets."""

NAT64 = IPv6Network("64:ff9b::/96")


def system_lookup(host: str, port: int) -> Sequence[str]:
    """Ask the system where a host is."""
    found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def resolve(host: str, port: int, lookup: Lookup, *, allow_private: bool) -> Sequence[str]:
    """Return the addresses of a host, every one of which may be connected to.

    One private address among public ones is refused with them: no publisher has such a name, but it is how
    a name is made to lead elsewhere at the second look.

    Raises:
        Unreachable: the name is not known.
        PrivateAddress: it leads to an address that is not on the open web.

    """
    try:
        found = lookup(host, port)
    except (OSError, UnicodeError):
        raise Unreachable(f"{host} is not known to the name service") from None
    if not found:
        raise Unreachable(f"{host} is not known to the name service")
    for address in found:
        named = f"{host} leads to {address}, which" if host.strip("[]") != address else address
        if is_never(address):
            raise PrivateAddress(f"{named} is never fetched from", hint="")
        if not (allow_private or is_open(address)):
            raise PrivateAddress(f"{named} is not on the open web")
    return found


def is_open(address: str) -> bool:
    """Whether an IP address is one that anybody on the open web can reach."""
    ip = _real(address)
    if isinstance(ip, IPv6Address):
        return ip in OPEN_6 and not any(ip in network for network in CLOSED_6)
    return ip is not None and not any(ip in network for network in CLOSED_4)


def is_never(address: str) -> bool:
    """Whether an IP address is one that is not fetched from even where private networks are allowed."""
    ip = _real(address)
    return ip is None or any(ip in network for network in NEVER)


def _real(address: str) -> IPv4Address | IPv6Address | None:
    """Return the address that packets really go to, IPv4 out of IPv6; None for what is no address."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return None
    if isinstance(ip, IPv6Address):
        if ip in NAT64:
            return IPv4Address(int(ip) & 0xFFFFFFFF)
        return ip.ipv4_mapped or ip
    return ip
