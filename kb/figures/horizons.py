"""The deadline that a text carries from one sentence to the next.

到2027年 at the head of a paragraph governs what follows in it; under a heading 发展目标 it governs all
the lines; a list keeps what its first line, or the line that introduces it, has set.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.figures.times import Role, Time, ends_at, times_en, times_zh
from kb.records import FigureKind

if TYPE_CHECKING:
    from kb.figures.sentences import Sentence

RANKS = (
    re.compile(r"[\s#]*(?:第[一二三四五六七八九十]+[章编部]|[IVX]+\.|Part\s|Chapter\s)"),
    re.compile(r"[\s#]*(?:[一二三四五六七八九十]{1,3}、|Section\s|Group\s\d+:)"),
    re.compile(r"[\s#]*[(][一二三四五六七八九十]{1,3}[)]"),
    re.compile(r"[\s#]*\d{1,2}(?:[.、](?!\d)|\s)"),
    re.compile(r"[\s#]*(?:[(]\d{1,2}[)]|[①-⑳])"),
)
BULLET = re.compile(
    r"\s*(?:——|—|-|•|·|\*|\d{1,2}[.、)](?!\d)|[(][一二三四五六七八九十\d]{1,3}[)]|[①-⑳]|[一二三四五六七八九十]是|[a-z][.)])"
)
GOALS = re.compile(r"目标|指标|愿景|\b(?:goals?|objectives?|targets?)\b", re.IGNORECASE)
# What a heading says of the figures below it.
LOOKS_AHEAD = re.compile(
    r"任务|安排|计划|措施|举措|思路|要求|保障|重点|打算|\b(?:tasks?|measures|plans?|arrangements|support|outlook|priorities|actions)\b",
    re.IGNORECASE,
)
LOOKS_BACK = re.compile(
    r"回顾|成效|成绩|现状|(?:发展|工作|现实|良好)基础|基础(?:条件|和|与|$)|成就|(?:工作|取得|主要|重要|积极)进展|总结|(?:执行|完成|运行|落实|开展|推进|基本)情况|短板|形势|存在的?问题|背景$|"
    r"\bcurrent (?:status|situation)|\bachievements?\b|\bprogress (?:made|to date|so far)|"
    r"\bin review\b|^(?:background|review|progress|overview)\b",
    re.IGNORECASE,
)
# 夯实发展基础 and 补齐短板 name what is to be done, whatever they name it of.
ACTS = re.compile(r"(?:补齐|补强|补短|夯实|打牢|筑牢|厚植|破解|巩固|强化|加快|推[进动]|完善|优化|提升)")
CLAUSE = re.compile(r"[,，]")
INLINE_HEADING = re.compile(
    r"(?:Summary by [A-Z]\w+(?: [A-Z]\w+)* ?)?(?:Group \d+: )?[A-Z][\w&,'/-]*(?: (?:and|of|for|in|"
    r"to|the|on|by|[A-Z][\w&,'/-]*)){0,9}\s*"
)
# The plan's own period, which ends when its first aim is due.
ITS_PERIOD = re.compile(
    r"规划期(?:[内末间限]|$)"
    r"|\b(?:over|during|within|throughout) the (?:plan(?:ning)?|program(?:me)?) period\b",
    re.IGNORECASE,
)
OF_THE_PLAN = re.compile(
    r"\b(?:the|this) (?:action |implementation )?(?:plan|initiative|program|programme|strategy|"
    r"guideline|scheme|roadmap)\b",
    re.IGNORECASE,
)
THEN = re.compile(r"届时|到那时|\bby (?:then|that time)\b", re.IGNORECASE)
PLAN_ASKS = re.compile(r"(?:方案|规划|行动计划)(?:还|也|同时)?(?:要求|提出|明确)")
UNRANKED = len(RANKS)
HEADLINE = re.compile(r"[\u4e00-\u9fff“”、]{2,14}|[A-Z][A-Za-z' -]{2,48}")
HEADING_END = re.compile(r"[\s:：。.]+$")
TITLE_LENGTH = {"zh": 30, "en": 90}
TITLE_END = re.compile(r"[。;；：:]|[.](?=\s|$)|\s-\s")


@dataclass(slots=True)
class Horizon:
    """What the lines read so far pass on.

    Args:
        deadline: what the sentences before have set.
        kind: what they were about; `section` is what the heading above says.
        goals: the rank of the heading 目标 that we are under, None elsewhere.
        aim: the first deadline of the text; one at the end of a sentence is carried only if it is this one.
        named: the last deadline of the text, whether carried or not: what 届时 means.

    """

    deadline: str | None = None
    kind: FigureKind | None = None
    section: FigureKind | None = None
    line: int = -1
    goals: int | None = None
    heads: int = UNRANKED
    opens_list: bool = False
    listed: bool = False
    distant: bool = False
    colon: bool = False
    runs_on: bool = False
    aim: str | None = None
    named: str | None = None

    def enter(self, sentence: Sentence, text: str) -> None:
        """Take up a sentence: a new line keeps the deadline only in a list or under a heading of goals."""
        line = text[sentence.start : sentence.end]
        self._enter_line(sentence, text, line)
        if ITS_PERIOD.search(line):
            self.deadline, self.distant = self.aim or self.deadline, False

    def _enter_line(self, sentence: Sentence, text: str, line: str) -> None:
        if sentence.line == self.line:
            if sentence.language == "en" and INLINE_HEADING.fullmatch(line.strip(" -•*:")):
                self._pass_heading(line)
            return
        end = text.find("\n", sentence.end)
        line = text[sentence.start : end if end >= 0 else len(text)]
        rank, title = _title(line)
        listed = bool(BULLET.match(line))
        if len(title) <= TITLE_LENGTH[sentence.language] and self._heads(rank, title, line):
            self._enter_section(rank, title, sentence.language)
        elif self._ends_goals(rank, line) or not (
            self._under_goals(rank) or (listed and self._continues(rank))
        ):
            self.goals = self.deadline = self.kind = None
            self.distant = False
        self.line, self.listed = sentence.line, listed
        self.runs_on = sentence.language == "en" and rank == UNRANKED

    def _continues(self, rank: int) -> bool:
        """Whether an item takes over from the line before it: what a colon has opened, else dashes."""
        self.colon = self.opens_list or (self.colon and self.listed)
        return self.colon or (self.listed and rank == UNRANKED)

    def _pass_heading(self, title: str) -> None:
        """Go on under a heading that a digest runs into its line: the deadline holds for the plan only."""
        back = _looks_back(title)
        self.kind, self.section = None, FigureKind.STATUS if back else None
        self.distant = not GOALS.search(title)

    def due(self, text: str) -> str | None:
        """Return the deadline that holds for a sentence without one of its own."""
        if THEN.search(text):
            return self.named
        if PLAN_ASKS.search(text):
            return self.deadline or self.aim
        return self.deadline if not self.distant or OF_THE_PLAN.search(text) else None

    def _heads(self, rank: int, title: str, line: str) -> bool:
        """Whether a line is a heading that says something of the figures below it."""
        runs_on = CLAUSE.search(title) or len(title) < len(HEADING_END.sub("", line.lstrip(" #*")))
        if rank == UNRANKED and runs_on:
            return False
        return bool(
            GOALS.search(title) or (rank <= self.heads and (LOOKS_AHEAD.search(title) or _looks_back(title)))
        )

    def _enter_section(self, rank: int, title: str, language: str) -> None:
        self.heads, self.kind = rank, None
        goals, back = GOALS.search(title), _looks_back(title)
        if goals and back:  # 发展基础与目标: the headings under it tell
            self.heads, self.goals, self.deadline, self.section = UNRANKED, None, None, None
            return
        self.section = FigureKind.STATUS if back and not goals else FigureKind.TARGET
        period = None if back and not goals else _period(title, language)
        self.goals = rank if goals or period else None
        self.deadline = period

    def _ends_goals(self, rank: int, line: str) -> bool:
        """Whether a line without a number is the next heading after a heading of goals without one."""
        return self.goals == rank == UNRANKED and bool(HEADLINE.fullmatch(line.strip(" #*:")))

    def _under_goals(self, rank: int) -> bool:
        if self.goals is None:
            return False
        return rank > self.goals or (self.goals == UNRANKED and rank > 1)

    def leave(self, text: str, times: tuple[Time, ...], kind: FigureKind | None, first: int) -> None:
        """Keep what this sentence sets for those behind it: a time that stands before its `first` figure."""
        roles = (Role.BY, Role.DURING, Role.WHEN) if self.goals is not None else (Role.BY, Role.DURING)
        by = [time for time in times if time.role in roles and not time.date.startswith("P")]
        if by and kind is not FigureKind.STATUS:
            self.aim, self.named = self.aim or by[-1].date, by[-1].date
        runs_on = self.runs_on and by and by[0].role is Role.BY
        leads = bool(by) and (by[0].start < first or (runs_on and by[-1].date == self.aim))
        leads = leads and (self.goals is not None or not ends_at(by[-1], text))
        if leads and kind is not FigureKind.STATUS:
            self.deadline, self.distant = by[-1].date, False
        elif any(time.role is Role.AS_OF for time in times):
            self.deadline = None
        if not (self.listed and self.colon):  # an item does not change what the list is of
            self.kind = kind or self.kind
        self.opens_list = text.rstrip().endswith((":", "："))


def _title(line: str) -> tuple[int, str]:
    """Return the rank of a line's number, and its words up to the first stop."""
    ranked = ((rank, number) for rank, style in enumerate(RANKS) if (number := style.match(line)))
    rank, number = next(ranked, (UNRANKED, None))
    words = line[number.end() if number else 0 :].strip(" *#")
    stop = TITLE_END.search(words)
    return rank, words[: stop.start()] if stop else words


def _looks_back(title: str) -> bool:
    """Whether a heading speaks of what has been."""
    return bool(LOOKS_BACK.search(title)) and not ACTS.match(title)


def _period(title: str, language: str) -> str | None:
    """Return the end of the period that a heading names: 发展目标（2025—2027年）."""
    times = times_zh(title) if language == "zh" else times_en(title)
    roles = (Role.BY, Role.WHEN, Role.DURING)
    ends = [time.date for time in times if time.role in roles and time.date[0] != "P"]
    return ends[-1] if ends else None
