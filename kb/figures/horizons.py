"""The deadline that a text carries from one sentence to the next.

到2027年 at the head of a paragraph governs what follows in it; under a heading 发展目标 it governs all the lines;
a list keeps what its first line, or the line that introduces it, has set.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.figures.times import Role, Time, times_en, times_zh

if TYPE_CHECKING:
    from kb.figures.sentences import Sentence
    from kb.records import FigureKind

RANKS = (
    re.compile(r"\s*#*\s*(?:第[一二三四五六七八九十]+[章编部]|[IVX]+\.|Part\s|Chapter\s)"),
    re.compile(r"\s*#*\s*(?:[一二三四五六七八九十]{1,3}、|Section\s|Group\s\d+:)"),
    re.compile(r"\s*#*\s*[(][一二三四五六七八九十]{1,3}[)]"),
    re.compile(r"\s*#*\s*\d{1,2}(?:[.、](?!\d)|\s)"),
    re.compile(r"\s*#*\s*(?:[(]\d{1,2}[)]|[①-⑳])"),
)
BULLET = re.compile(r"\s*(?:——|—|-|•|·|\*|\d{1,2}[.、)](?!\d)|[(][一二三四五六七八九十\d]{1,3}[)]|[①-⑳]|[一二三四五六七八九十]是|[a-z][.)])")
GOALS = re.compile(r"目标|指标|愿景|\b(?:goals?|objectives?|targets?)\b", re.IGNORECASE)
UNRANKED = len(RANKS)
TITLE_LENGTH = {"zh": 30, "en": 90}
TITLE_END = re.compile(r"[。;；：:]|[.](?=\s|$)|\s-\s")


@dataclass(slots=True)
class Horizon:
    """What the lines read so far pass on."""

    deadline: str | None = None
    kind: FigureKind | None = None
    line: int = -1
    goals: int | None = None  # the rank of the heading 目标 that we are under
    opens_list: bool = False
    listed: bool = False

    def enter(self, sentence: Sentence, text: str) -> None:
        """Take up a sentence: a new line keeps the deadline only inside a list or under a heading of goals."""
        if sentence.line == self.line and not text.startswith("Group ", sentence.start):
            return
        line = text[sentence.start : sentence.end]
        rank = next((i for i, style in enumerate(RANKS) if style.match(line)), UNRANKED)
        title = line[: stop.start()] if (stop := TITLE_END.search(line)) else line
        heads_goals = bool(GOALS.search(title)) and len(title) <= TITLE_LENGTH[sentence.language]
        listed = bool(BULLET.match(line))
        if heads_goals:
            self.goals, self.deadline, self.kind = rank, _period(title, sentence.language), None
        elif self.goals is not None and rank > self.goals:
            pass
        elif self.goals is not None and self.goals == UNRANKED and rank > 1:
            pass
        elif not (listed and (self.opens_list or self.listed)):
            self.goals = self.deadline = self.kind = None
        self.line, self.listed = sentence.line, listed

    def leave(self, text: str, times: tuple[Time, ...], kind: FigureKind | None) -> None:
        """Keep what this sentence sets for those behind it."""
        by = [time for time in times if time.role is Role.BY and not time.date.startswith("P")]
        if by:
            self.deadline = by[-1].date
        elif any(time.role is Role.AS_OF for time in times):
            self.deadline = None
        self.kind = kind or self.kind
        self.opens_list = text.rstrip().endswith((":", "："))


def _period(title: str, language: str) -> str | None:
    """Return the end of the period that a heading names: 发展目标（2025—2027年）."""
    times = times_zh(title) if language == "zh" else times_en(title)
    ends = [time.date for time in times if time.role in (Role.BY, Role.WHEN) and time.date[0] != "P"]
    return ends[-1] if ends else None
