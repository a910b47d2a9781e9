"""Figures of a text, sentence by sentence: quantities with subject, deadline, baseline, change and kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.figures.changes import change, starting_levels
from kb.figures.deadlines import baseline, dated_kind, deadline, resolve
from kb.figures.fold import fold
from kb.figures.horizons import Horizon
from kb.figures.kinds import is_limit, mood
from kb.figures.names import NAMES_EN, NAMES_ZH, blank
from kb.figures.quantities import LIST_EN, LIST_ZH
from kb.figures.scan_en import scan_en
from kb.figures.scan_zh import scan_zh
from kb.figures.sentences import sentences
from kb.figures.subjects import subject_en, subject_zh
from kb.figures.thresholds import qualified, stated
from kb.figures.times import times_en, times_zh
from kb.records import Bound, Change, FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.figures.kinds import Mood
    from kb.figures.quantities import Quantity
    from kb.figures.sentences import Sentence
    from kb.figures.subjects import Subject
    from kb.figures.times import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One figure as it stands in a text.

    Args:
        span: the shortest stretch that holds subject, bound, number and unit.
        number: the number with its unit.
        of: position, among the readings of the same text, of the figure that this one qualifies.

    """

    span: Span
    number: Span
    value: Decimal
    value_max: Decimal | None
    bound: Bound
    unit: str
    unit_text: str
    subject: str
    deadline: str | None
    baseline: str | None
    change: Change
    kind: FigureKind
    language: str
    of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of a text before its sentences are read: what its figures are for, when it was written."""

    kind: FigureKind = FigureKind.STATUS
    year: int | None = None


def read_sentences(text: str, language: str, setting: Setting) -> tuple[Reading, ...]:
    """Read the figures of a whole text."""
    folded = fold(text)
    views = {"zh": blank(folded, NAMES_ZH), "en": blank(folded, NAMES_EN)}
    horizon = Horizon()
    readings: list[Reading] = []
    for sentence in sentences(folded, language):
        horizon.enter(sentence, folded)
        part = _part(sentence, text, folded, views[sentence.language])
        readings += part.readings(horizon, setting, len(readings))
        horizon.leave(part.text, part.times, part.mood.at(len(part.text)), part.first)
    return tuple(readings)


def _part(sentence: Sentence, text: str, folded: str, masked: str) -> Part:
    cut = slice(sentence.start, sentence.end)
    zh = sentence.language == "zh"
    return Part(
        sentence=sentence,
        source=text[cut],
        text=folded[cut],
        masked=masked[cut],
        quantities=stated((scan_zh if zh else scan_en)(masked[cut]), masked[cut], sentence.language),
        times=(times_zh if zh else times_en)(folded[cut]),
        mood=mood(folded[cut], sentence.language),
    )


OUTLINE = {
    "zh": (
        re.compile(r"(?:部署|提出|明确|包括|包含|围绕|涵盖|分为|推出|聚焦|从|涉及|共|细化)[^,，。;]{0,24}$"),
        re.compile(r"[^,，。;、\d\x00]{0,10}?(?:任务|措施|举措|方面|部分|内容|领域|条款|政策|章节)"),
    ),
    "en": (
        re.compile(r"\b(?:outlines?|includes?|lists?|covers?|covering|across|contains?|comprises?|identif(?:y|ies)|puts? forward|specif(?:y|ies)|proposes?|sets? out|consists? of|in)\b[^.;]{0,30}$", re.IGNORECASE),
        re.compile(r"(?:\s[\w-]+){0,2}?\s(?:tasks|measures|areas|aspects|categories|fields|sections|parts|items|chapters|policies)\b", re.IGNORECASE),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One sentence in all its views, with what was found in it."""

    sentence: Sentence
    source: str
    text: str
    masked: str
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    mood: Mood

    @property
    def first(self) -> int:
        """Where the first quantity stands, or the end."""
        return self.quantities[0].start if self.quantities else len(self.text)

    def readings(self, horizon: Horizon, setting: Setting, offset: int) -> Iterator[Reading]:
        """Read each quantity; `offset` is the number of readings of the text so far."""
        language = self.sentence.language
        inside = qualified(self.quantities, self.text, language)
        starts = starting_levels(self.quantities, self.text, language)
        subject: Subject | None = None
        for i, quantity in enumerate(self.quantities):
            subject = self._subject(i, subject)
            main = inside.get(i)
            kind = self._kind(self.quantities[i if main is None else main], horizon, setting)
            kind = FigureKind.STATUS if i in starts or self._describes(quantity) else kind
            within = inside.get(i, starts.get(i))
            date = deadline(quantity, self.quantities, self.times, self.text, kind, horizon.due(self.text), setting.year)
            yield Reading(
                span=self._span(quantity, subject),
                number=self._place(quantity.start, quantity.end),
                value=quantity.value,
                value_max=quantity.value_max,
                bound=quantity.bound,
                unit=quantity.unit,
                unit_text=quantity.unit_text,
                subject=subject.words if subject else "",
                deadline=resolve(date, setting.year),
                baseline=baseline(quantity, self.times, self.text),
                change=change(self.masked, self._list_head(i).left, quantity.right, quantity.unit, language),
                kind=kind,
                language=language,
                of=None if within is None else offset + within,
            )

    def _kind(self, quantity: Quantity, horizon: Horizon, setting: Setting) -> FigureKind:
        """Weigh the cues: the sentence's own, its dates, the lines before it, then the kind of text."""
        said = self.mood.at(quantity.left) or dated_kind(self.times, quantity.left, setting.year)
        if said is FigureKind.STATUS:
            return said
        if is_limit(self.text, quantity.left, quantity.right, quantity.bound, quantity.unit, self.sentence.language):
            return FigureKind.LIMIT
        return said or horizon.kind or horizon.section or self.mood.leaning(quantity.left) or setting.kind

    def _describes(self, quantity: Quantity) -> bool:
        """Whether it counts the parts of the document itself: the plan outlines 20 key tasks."""
        if quantity.unit != "count":
            return False
        verb, part = OUTLINE[self.sentence.language]
        return bool(verb.search(self.text, max(0, quantity.left - 60), quantity.left) and part.match(self.text, quantity.right))

    def _list_head(self, i: int) -> Quantity:
        """Return the first quantity of the list that this one stands in: 分别增长6.2%和7.5%."""
        gap = LIST_ZH if self.sentence.language == "zh" else LIST_EN
        while i and self.quantities[i].unit == self.quantities[i - 1].unit:
            if not gap.match(self.masked[self.quantities[i - 1].right : self.quantities[i].left]):
                break
            i -= 1
        return self.quantities[i]

    def _subject(self, i: int, previous: Subject | None) -> Subject | None:
        find = subject_zh if self.sentence.language == "zh" else subject_en
        floor = self.quantities[i - 1].right if i else 0
        return find(self.text, self.source, self.quantities[i], floor) or previous

    def _place(self, start: int, end: int) -> Span:
        return Span(self.sentence.start + start, self.sentence.start + end)

    def _span(self, quantity: Quantity, subject: Subject | None) -> Span:
        if subject is None:
            return self._place(quantity.left, quantity.right)
        return self._place(min(subject.start, quantity.left), max(subject.end, quantity.right))
