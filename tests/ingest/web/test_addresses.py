"""Only what is on the open web is reached, in whatever form an address comes."""

from __future__ import annotations

import pytest

from corpus.errors import PrivateAddress, Unreachable
from ingest.web.addresses import is_open, resolve, system_lookup


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "101.226.4.6",
        "192.0.1.1",
        "172.32.0.1",
        "2400:3200::1",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
    ],
)
def test_addresses_of_the_open_web_are_open(address: str) -> None:
    assert is_open(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.0.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.8", "192.0.2.7", "198.18.0.1",
        "198.51.100.2", "203.0.113.9", "192.88.99.1", "224.0.0.251", "239.1.1.1", "240.0.0.1",
        "255.255.255.255",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "100::1",
        "2001:db8::1", "2001::1", "3fff::1", "5f00::1",
        "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:a00:1", "::127.0.0.1",
        "2002:7f00:1::", "2002:a9fe:a9fe::1", "2002:808:808::1",
        "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::808:808",
        "no address", "",
    ],
)  # fmt: skip
def test_everything_else_is_closed(address: str) -> None:
    assert not is_open(address)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "017700000001", "[::1]", "127.0.0.1"])
def test_a_disguised_loopback_is_seen_through(host: str) -> None:
    with pytest.raises(PrivateAddress, match="not on the open web"):
        resolve(host, 80, system_lookup, allow_private=False)


def test_one_private_address_among_public_ones_is_refused_with_them() -> None:
    with pytest.raises(PrivateAddress, match=r"news\.example leads to 10\.0\.0\.5"):
        resolve("news.example", 80, lambda *_: ["8.8.8.8", "10.0.0.5"], allow_private=False)


def test_private_addresses_are_reached_on_demand() -> None:
    assert resolve("intranet", 80, lambda *_: ["10.0.0.5"], allow_private=True) == ["10.0.0.5"]


@pytest.mark.parametrize(
    "address",
    [
        "169.254.169.254", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1", "fe80::1",
        "100.100.100.200", "fd00:ec2::254", "0.0.0.0", "224.0.0.1", "ff02::1", "::", "nonsense",
    ],
)  # fmt: skip
def test_some_addresses_are_never_reached(address: str) -> None:
    with pytest.raises(PrivateAddress, match="never fetched from"):
        resolve("intranet", 80, lambda *_: [address], allow_private=True)


def test_a_name_without_an_address_is_said_to_be_unknown() -> None:
    with pytest.raises(Unreachable, match=r"gone\.example is not known"):
        resolve("gone.example", 80, lambda *_: [], allow_private=False)
