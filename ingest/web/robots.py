"""What a site asks of robots, by RFC 9309."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protego import Protego

from corpus.errors import DisallowedByRobots, NotServed, OversizedAnswer

if TYPE_CHECKING:
    from collections.abc import Callable

    from ingest.web.locations import Location

LARGEST = 500 << 10  # bytes that are read of one file, as the RFC has it


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of every site that was visited, read once each.

    Args:
        fetch: returns the bytes at an address; raises FetchError.
        agent: the name that rules call us by.
        patience: the longest pause between two visits, in seconds, that we can keep to.

    """

    fetch: Callable[[Location], bytes]
    agent: str
    patience: float
    held: dict[str, Protego] = field(default_factory=dict)

    def pause(self, place: Location) -> float:
        """Return the seconds between two visits that the site asks for.

        Raises:
            DisallowedByRobots: it asks us not to fetch this address.
            FetchError: it cannot be asked; a site whose rules are unknown is left alone.

        """
        if place.origin not in self.held:
            self.held[place.origin] = self._read(place)
        rules = self.held[place.origin]
        if not rules.can_fetch(place.url, self.agent):
            raise DisallowedByRobots("its site asks robots to stay away (robots.txt)")
        pause = float(rules.crawl_delay(self.agent) or 0.0)
        if pause > self.patience:
            raise DisallowedByRobots(
                f"its site asks robots to wait {pause:.0f} seconds between visits (robots.txt)"
            )
        return pause

    def _read(self, place: Location) -> Protego:
        """Return a site's rules; a site that has no such file sets none."""
        try:
            data = self.fetch(place.follow("/robots.txt"))
        except OversizedAnswer:
            data = b""
        except NotServed as error:
            if error.status == 429 or error.status >= 500:
                message = f"its robots.txt cannot be read: {error}"
                raise NotServed(message, status=error.status, hint=error.hint) from None
            data = b""
        return Protego.parse(data[:LARGEST].decode("utf-8-sig", "replace"))
