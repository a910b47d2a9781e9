"""Which of the times of a sentence governs a figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.figures.times import Role, Time
from kb.records import FigureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.figures.quantities import Quantity

NEAR = 90  # characters behind a figure within which its own deadline may follow
RESPECTIVELY = re.compile(r"分别|respectively", re.IGNORECASE)


def deadline(
    quantity: Quantity,
    around: Sequence[Quantity],
    times: Sequence[Time],
    text: str,
    kind: FigureKind,
    carried: str | None,
    year: int | None,
) -> str | None:
    """Return the date by which a figure is to be reached.

    A status has none; a limit only what its own sentence says; a target may take what was carried to it.
    """
    if kind is FigureKind.STATUS:
        return None
    roles = (Role.BY, Role.WHEN) if kind is FigureKind.TARGET else (Role.BY,)
    own = _own(
        quantity, around, [time for time in times if time.role in roles or _is_this_year(time, year)], text
    )
    if own or kind is FigureKind.LIMIT:
        return own
    return carried


def baseline(quantity: Quantity, times: Sequence[Time], text: str) -> str | None:
    """Return the year that a figure is compared with: named right before it, or right behind."""
    for time in reversed([time for time in times if time.role is Role.SINCE]):
        before = time.end <= quantity.start
        between = text[time.end : quantity.start] if before else text[quantity.end : time.start]
        if len(between) <= NEAR and not re.search(r"[,，。;；、]", between[1:] if before else between):
            return time.date
    return None


def _own(quantity: Quantity, around: Sequence[Quantity], dates: Sequence[Time], text: str) -> str | None:
    """Find the governing time in the sentence: paired by 分别, right behind the figure, before it, anywhere."""
    if not dates:
        return None
    paired = _paired(quantity, around, dates, text)
    if paired:
        return paired.date
    follow = next((time for time in dates if time.start >= quantity.end), None)
    if follow and _belongs(quantity, around, follow, text):
        return follow.date
    before = [
        time for time in dates if time.start < quantity.start and _reaches(time, quantity, around, text)
    ]
    if before:
        strong = [time for time in before if time.role is Role.BY]
        return (strong or before)[-1].date
    return follow.date if follow and follow.role is Role.BY else None


def _belongs(quantity: Quantity, around: Sequence[Quantity], time: Time, text: str) -> bool:
    """Whether a time behind a figure is its own: near, no other figure and no new clause between."""
    between = text[quantity.end : time.start]
    if len(between) > NEAR or re.search(r"[,，。;；]|\.\s", between):
        return False
    return not any(quantity.end <= other.start < time.start for other in around)


def _reaches(time: Time, quantity: Quantity, around: Sequence[Quantity], text: str) -> bool:
    """Whether a time before a figure is about it: a year named behind another figure ends with its clause."""
    if time.role is Role.BY or not any(other.end <= time.start for other in around):
        return True
    between = text[time.end : quantity.start]
    opens = re.search(r"[。;；]\s?$", text[: time.start])
    return not re.search(r"[。;；]" if opens else r"[,，。;；]", between)


def _paired(quantity: Quantity, around: Sequence[Quantity], dates: Sequence[Time], text: str) -> Time | None:
    """Pair 到2025年和2027年分别达到50%和60%."""
    if len(dates) < 2 or len(dates) != len(around) or not RESPECTIVELY.search(text):
        return None
    return dates[around.index(quantity)] if dates[-1].end <= around[0].start else None


def dated_kind(times: Sequence[Time], place: int, year: int | None) -> FigureKind | None:
    """Return what a bare year says: what is dated before the text was written is how things were."""
    dates = [time.date for time in times if time.role is Role.WHEN and time.start < place]
    if not dates:
        return None
    if year is not None and (dates[-1].startswith("P") or int(dates[-1][:4]) >= year):
        ahead = not dates[-1].startswith("P") and int(dates[-1][:4]) > year
        return FigureKind.TARGET if ahead else None
    return FigureKind.STATUS


def _is_this_year(time: Time, year: int | None) -> bool:
    return time.role is Role.WHEN and year is not None and time.date in ("P0Y", str(year))


def resolve(date: str | None, year: int | None) -> str | None:
    """Turn 三年内 into a year where it is known when the text was written."""
    if date is None or not date.startswith("P"):
        return date
    if year is not None:
        return str(year + int(date[1:-1]))
    return None if date == "P0Y" else date
