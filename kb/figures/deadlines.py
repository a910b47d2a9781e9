"""Which of the times of a sentence governs a figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.figures.times import Role, Time, ends_at
from kb.figures.units import MONEY, TIME
from kb.records import FigureKind

if TYPE_CHECKING:
    from kb.figures.quantities import Quantity

NEAR = 90  # characters behind a figure within which its own deadline may follow
RESPECTIVELY = re.compile(r"分别|respectively", re.IGNORECASE)
CLAUSE = re.compile(r"[,，。;；]|\.\s")
YEAREND = re.compile(r"(?<![今本])年底")
SEGMENT = re.compile(r"[。;；]")
# What must be so is so always: 不得低于, must be kept.
STANDING = re.compile(r"(?:不得|必须|应当)[^,，。;；]*$|\bmust\b[^.;]*$", re.IGNORECASE)
RELATED = re.compile(r",\s(?:representing|accounting|an? (?:increase|rise|growth)|up|reflecting)\b")
FOR_ZH = re.compile(r"(?:对于?|凡是?|针对|自|向)[^,，。;；]{0,12}$")
WHICH_ZH = re.compile(r"[^,，。;；\d]{1,24}的")
WHO_EN = re.compile(
    r"\b(?:who|whose|those|(?:companie|enterprise|project)s that)\b[^.;]{0,60}$", re.IGNORECASE
)
DOES_EN = re.compile(r"\s(?:can|may|will|shall|receive|get|are|is)\b")
OPENS_SEGMENT = re.compile(r"[。;；]\s?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The times of one sentence beside its figures.

    Args:
        carried: the deadline that the text before passes on; `goals` whether under a heading of goals.
        year: when the text was written, if that is known.
        then: where the sentence first says 届时, if it does.

    """

    text: str
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    carried: str | None
    goals: bool
    year: int | None
    then: int | None

    def deadline(self, quantity: Quantity, kind: FigureKind) -> str | None:
        """Return the date by which a figure is to be reached.

        A status has none; a limit only what its own sentence says, unless it is one of several goals; a
        target may take what is carried to it, but what must always be so is not dated by the sentence before.
        """
        if kind is FigureKind.STATUS:
            return None
        roles = (Role.BY, Role.WHEN, Role.DURING) if kind is FigureKind.TARGET else (Role.BY,)
        rate = quantity.unit not in (
            *TIME,
            *MONEY,
        )  # what is paid, and how long a thing takes, is so every year
        dates = [t for t in self.times if t.role in roles or (rate and self._is_this_year(t))]
        dates = [time for time in dates if not (self._is_past(time) or self._is_condition(time))]
        own = self._governing(quantity, dates)
        if own is not None:
            return self._absolute(self._of_its_year(own)) or self.carried
        clause = CLAUSE.search(self.text, quantity.right)
        if self.then is not None and self.then < (clause.start() if clause else len(self.text)):
            return self.carried
        standing = STANDING.search(self.text, max(0, quantity.left - NEAR), quantity.left)
        limit = kind is FigureKind.LIMIT and (quantity.unit in TIME or not self.goals)
        return None if limit or standing or self._is_over(self.carried) else self.carried

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
        dated = [time for time in self.times if time.role in (Role.WHEN, Role.DURING)]
        dates = [time.date for time in dated if time.start < place] or [
            time.date
            for time in dated
            if self._ahead(time) and not CLAUSE.search(self.text[place : time.start])
        ]
        if not dates:
            return None
        if dates[-1] == "P0Y":
            return None
        if self.year is None:
            return FigureKind.TARGET if self.goals else FigureKind.STATUS
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
        if before:
            own = [time for time in before[-1:] if not CLAUSE.search(self.text[time.end : quantity.start])]
            strong = [time for time in before if time.role is Role.BY]
            return (own or strong or before)[-1]
        return follow if follow and self._reaches_back(follow, quantity) else None

    def _reaches_back(self, time: Time, quantity: Quantity) -> bool:
        """Whether a time behind a figure dates it: from its clause, or from one without figures."""
        if not CLAUSE.search(self.text[quantity.end : time.start]):
            return True
        said = CLAUSE.split(self.text[quantity.end : time.start])[-1].strip()
        if ends_at(time, self.text) and len(said) > 1:  # 每省2个，材料于3月底前报送: a date of another thing
            return False
        end = SEGMENT.search(self.text, time.end)
        last = end.start() if end else len(self.text)
        return time.role is Role.BY and not any(time.end <= other.start < last for other in self.quantities)

    def _is_condition(self, time: Time) -> bool:
        """Whether a time only says who is meant: 对2026年底前建成的项目, shipowners who sell before 2027."""
        before = self.text[max(0, time.start - NEAR) : time.start]
        if FOR_ZH.search(before):
            return bool(WHICH_ZH.match(self.text, time.end))
        return bool(WHO_EN.search(before) and DOES_EN.match(self.text, time.end))

    def _is_past(self, time: Time) -> bool:
        """Whether a time is over when the text is written: 2000年底前建成的小区."""
        return self.year is not None and time.date[0] != "P" and int(time.date[:4]) < self.year

    def _is_over(self, date: str | None) -> bool:
        """Whether a date that the lines before have set lies before the writing."""
        return bool(self.year and date and date[0] != "P" and int(date[:4]) < self.year)

    def _ahead(self, time: Time) -> bool:
        """Whether a time is known to lie ahead of the writing."""
        return self.year is not None and time.date[0] != "P" and int(time.date[:4]) > self.year

    def _is_own(self, quantity: Quantity, time: Time) -> bool:
        """Whether a time behind a figure is its own: near, no other figure and no new clause between."""
        between = self.text[quantity.end : time.start]
        if len(between) > NEAR or CLAUSE.search(between):
            return False
        if "、" in between and any(
            t.end <= quantity.start for t in self.times
        ):  # 2026年底前1个、2027年底前3个
            return False
        return not any(quantity.end <= other.start < time.start for other in self.quantities)

    def _reaches(self, time: Time, quantity: Quantity) -> bool:
        """Whether a time before a figure is about it: a year behind another figure ends with its clause."""
        between = self.text[time.end : quantity.start]
        ends = CLAUSE if quantity.unit in TIME else SEGMENT
        if ends_at(time, self.text) and ends.search(between):
            return False
        if time.role is Role.BY or not any(other.end <= time.start for other in self.quantities):
            return True
        if RELATED.match(between):
            return True
        if self._ahead(time) and time.role is Role.WHEN:
            return not SEGMENT.search(between)
        ends = SEGMENT if OPENS_SEGMENT.search(self.text[: time.start]) else CLAUSE
        return not ends.search(between)

    def _paired(self, quantity: Quantity, dates: list[Time]) -> Time | None:
        """Pair 到2025年和2027年分别达到50%和60%."""
        if len(dates) < 2 or len(dates) != len(self.quantities) or not RESPECTIVELY.search(self.text):
            return None
        leads = dates[-1].end <= self.quantities[0].start
        return dates[self.quantities.index(quantity)] if leads else None

    def _is_this_year(self, time: Time) -> bool:
        return time.role is Role.WHEN and self.year is not None and time.date in ("P0Y", str(self.year))

    def _of_its_year(self, time: Time) -> str:
        """Return the date of 年底前 behind 2026年 in one sentence: of that year."""
        if time.date != "P0Y" or not YEAREND.search(self.text, time.start, time.end):
            return time.date
        named = [
            t.date for t in self.times if t.end <= time.start and t.role is Role.WHEN and t.date[0] != "P"
        ]
        ahead = named and not (self.year and int(named[-1][:4]) < self.year)
        return named[-1][:4] if ahead else time.date

    def _absolute(self, date: str) -> str | None:
        """Turn 三年内 into a year where it is known when the text was written."""
        if not date.startswith("P"):
            return date
        if self.year is not None:
            return str(self.year + int(date[1:-1]))
        return None if date == "P0Y" else date
