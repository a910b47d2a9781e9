"""The list of official addresses can be read, and says of each what it stands on."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from ingest.web.locations import locate

SOURCES = tomllib.loads(files("corpus").joinpath("sources.toml").read_text(encoding="utf-8"))["source"]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source["address"])
def test_a_source_is_an_address_with_its_basis(source: dict[str, str]) -> None:
    assert source.keys() == {"title", "publisher", "language", "address", "basis", "verified"}
    assert source["basis"] in ("repost", "home")
    assert locate(source["address"]).url == source["address"]
    assert (locate(source["address"]).target == "/") is (source["basis"] == "home")


def test_no_address_stands_there_twice() -> None:
    assert len({source["address"] for source in SOURCES}) == len(SOURCES)
