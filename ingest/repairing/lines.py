"""The lines of a text in which something may be wrong: all the others are left alone, and fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


def alarmed_lines(text: str, *alarms: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """Yield each line in which one of the alarms goes off, once and in order, with its place."""
    starts: set[int] = set()
    for alarm in alarms:
        at = 0
        while match := alarm.search(text, at):
            starts.add(text.rfind("\n", at, match.start()) + 1 or at)
            at = _end(text, match.end())
    for start in sorted(starts):
        yield text[start : _end(text, start)], start


def _end(text: str, at: int) -> int:
    """Return where the line around a place ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end
