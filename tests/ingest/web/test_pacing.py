"""Hosts are asked one request at a time, with a pause between."""

from __future__ import annotations

from ingest.web.pacing import Pacer
from tests.hostile import Hours


def test_the_second_visit_to_a_host_waits_for_its_turn() -> None:
    hours = Hours()
    pacer = Pacer(hours.clock)
    for _ in range(3):
        pacer.wait("a.example", 2.0)
    assert hours.slept == [2.0, 2.0]


def test_another_host_is_not_waited_for_nor_time_that_has_passed() -> None:
    hours = Hours()
    pacer = Pacer(hours.clock)
    pacer.wait("a.example", 2.0)
    pacer.wait("b.example", 2.0)
    hours.passed += 5
    pacer.wait("a.example", 2.0)
    assert hours.slept == []
