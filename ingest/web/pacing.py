"""Not too often: the pause between two requests to one host."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Clock:
    """The time, and a way to let it pass; tests pass their own."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Pacer:
    """Remembers when each host may be asked again."""

    clock: Clock
    free: dict[str, float] = field(default_factory=dict)

    def wait(self, host: str, pause: float) -> None:
        """Wait until it is our turn at a host, and book the next turn so many seconds after it."""
        now = self.clock.now()
        turn = max(now, self.free.get(host, now))
        self.free[host] = turn + pause
        if turn > now:
            self.clock.sleep(turn - now)
