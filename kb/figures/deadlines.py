"""Which of the times of a sentence governs a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.figures.times import Role, Time
from kb.records import FigureKind

if TYPE_CHECKING:
    from kb.figures.quantities import Quantity

NEAR = 90  # characters behind a figure within which its own deadline may follow
RESPECTIVELY = re.compile(r"分别|respectively", re.IGNORECASE)
CLAUSE = re.compile(r"[,，。;；]|\.\s")
SEGMENT = re.compile(r"[。;；]")
OPENS_SEGMENT = re.compile(r"[。;；]\s?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The times of one sentence beside its figures.

    Args:
        carried: the deadline that the text before passes on.
        year: when the text was written, if that is known.

    """

    text: str
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    carried: str | None
    year: int | None

    def deadline(self, quantity: Quantity, kind: FigureKind) -> str | None:
        """Return the date by which a figure is to be reached.

        A status has none; a limit only what its own sentence says; a target may take what is carried to it.
        """
        if kind is FigureKind.STATUS:
            return None
        roles = (Role.BY, Role.WHEN) if kind is FigureKind.TARGET else (Role.BY,)
        dates = [time for time in self.times if time.role in roles or self._is_this_year(time)]
        own = self._governing(quantity, dates)
        if own is not None:
            return self._absolute(own.date)
        return None if kind is FigureKind.LIMIT else self.carried

    def baseline(self, quantity: Quantity) -> str | None:
        """Return the year that a figure is compared with: named right before it, or right behind."""
        since = [time for time in self.times if time.role is Role.SINCE]
        for time in sorted(
            since, key=lambda time: min(abs(quantity.start - time.end), abs(time.start - quantity.end))
        ):
            before = time.end <= quantity.start
            between = (
                self.text[time.end + 1 : quantity.start] if before else self.text[quantity.end : time.start]
            )
            if len(between) <= NEAR and not re.search(r"[,，。;；、]", between):
                return time.date
        return None

    def kind(self, place: int) -> FigureKind | None:
        """Return what a bare year says: what is dated before the text was written is how things were."""
        dates = [time.date for time in self.times if time.role is Role.WHEN and time.start < place]
        if not dates:
            return None
        if self.year is None:
            return FigureKind.STATUS
        year = self.year if dates[-1].startswith("P") else int(dates[-1][:4])
        if year == self.year:
            return None
        return FigureKind.TARGET if year > self.year else FigureKind.STATUS

    def _governing(self, quantity: Quantity, dates: list[Time]) -> Time | None:
        """Find the governing time: paired by 分别, right behind the figure, or before it."""
        paired = self._paired(quantity, dates)
        if paired is not None:
            return paired
        follow = next((time for time in dates if time.start >= quantity.end), None)
        if follow is not None and self._is_own(quantity, follow):
            return follow
        before = [time for time in dates if time.start < quantity.start and self._reaches(time, quantity)]
        strong = [time for time in before if time.role is Role.BY]
        if before:
            return (strong or before)[-1]
        if follow is None or follow.role is Role.BY:
            return follow
        return None if CLAUSE.search(self.text[quantity.end : follow.start]) else follow

    def _is_own(self, quantity: Quantity, time: Time) -> bool:
        """Whether a time behind a figure is its own: near, no other figure and no new clause between."""
        between = self.text[quantity.end : time.start]
        if len(between) > NEAR or CLAUSE.search(between):
            return False
        return not any(quantity.end <= other.start < time.start for other in self.quantities)

    def _reaches(self, time: Time, quantity: Quantity) -> bool:
        """Whether a time before a figure is about it: a year behind another figure ends with its clause."""
        if time.role is Role.BY or not any(other.end <= time.start for other in self.quantities):
            return True
        ends = SEGMENT if OPENS_SEGMENT.search(self.text[: time.start]) else CLAUSE
        return not ends.search(self.text[time.end : quantity.start])

    def _paired(self, quantity: Quantity, dates: list[Time]) -> Time | None:
        """Pair 到2025年和2027年分别达到50%和60%."""
        if len(dates) < 2 or len(dates) != len(self.quantities) or not RESPECTIVELY.search(self.text):
            return None
        leads = dates[-1].end <= self.quantities[0].start
        return dates[self.quantities.index(quantity)] if leads else None

    def _is_this_year(self, time: Time) -> bool:
        return time.role is Role.WHEN and self.year is not None and time.date in ("P0Y", str(self.year))

    def _absolute(self, date: str) -> str | None:
        """Turn 三年内 into a year where it is known when the text was written."""
        if not date.startswith("P"):
            return date
        if self.year is not None:
            return str(self.year + int(date[1:-1]))
        return None if date == "P0Y" else date
