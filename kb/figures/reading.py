"""Figures of a text, sentence by sentence: quantities with subject, deadline, baseline, change and kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.figures.blanks import blank
from kb.figures.changes import change, starting_levels
from kb.figures.deadlines import Calendar
from kb.figures.fold import fold
from kb.figures.grammars import GRAMMARS
from kb.figures.horizons import THEN, Horizon
from kb.figures.kinds import bounded, describes, goes_on, is_at_present, is_grant, is_limit, mood, offers
from kb.figures.numerals_en import said_once
from kb.figures.readings import Reading
from kb.figures.sentences import sentences
from kb.figures.subjects import Subject, wording
from kb.figures.tabled import tabled
from kb.figures.tables import table_values
from kb.figures.thresholds import behind_threshold, qualified, stated
from kb.records import FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.figures.kinds import Mood
    from kb.figures.quantities import Quantity
    from kb.figures.readings import Setting
    from kb.figures.sentences import Sentence
    from kb.figures.times import Time


def read_sentences(text: str, language: str, setting: Setting) -> tuple[Reading, ...]:
    """Read the figures of a whole text."""
    folded = fold(text)
    horizon = Horizon()
    readings: list[Reading] = []
    line = -1  # where the last reading stands
    tables = table_values(folded, language, setting.year)
    for sentence in sentences(folded, language, tables):
        if sentence.line in tables:
            readings += tabled(tables[sentence.line], text, sentence.language, horizon, setting)
            continue
        horizon.enter(sentence, folded)
        part = _part(sentence, text, folded, setting.year)
        said = readings[-1].subject if readings and sentence.line == line else ""
        found = tuple(part.readings(horizon, setting, len(readings), said))
        readings += found
        line = sentence.line if found else line
        horizon.leave(part.text, part.times, part.mood.at(len(part.text)), part.first)
    return tuple(readings)


def _part(sentence: Sentence, text: str, folded: str, year: int | None) -> Part:
    view = folded[sentence.start : sentence.end]
    view = said_once(view) if sentence.language == "en" else view
    grammar = GRAMMARS[sentence.language]
    masked = blank(view, grammar.names) if grammar.hint.search(view) else ""
    return Part(
        sentence=sentence,
        source=text[sentence.start : sentence.end],
        text=view,
        masked=masked,
        quantities=stated(grammar.scan(masked), masked, sentence.language) if masked else (),
        times=grammar.times(view),
        mood=mood(view, sentence.language, year),
    )


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

    def readings(self, horizon: Horizon, setting: Setting, offset: int, said: str) -> Iterator[Reading]:
        """Read each quantity.

        `offset` is the number of readings of the text so far, `said` the last subject of the paragraph.
        """
        language = self.sentence.language
        inside = qualified(self.quantities, self.text, language)
        starts = starting_levels(self.quantities, self.masked, language)
        calendar = Calendar(
            text=self.text,
            times=self.times,
            quantities=self.quantities,
            carried=horizon.due(self.text),
            goals=horizon.goals is not None,
            year=setting.year,
            then=then.start() if (then := THEN.search(self.text)) else None,
        )
        words: Subject | None = None
        kind = setting.kind
        for i, quantity in enumerate(self.quantities):
            words = self._subject(i, inside, words, said)
            last = self.quantities[i - 1] if i else None
            if not (last and kind is FigureKind.LIMIT and goes_on(last, quantity, self.text)):
                kind = self._kind(self.quantities[inside.get(i, i)], calendar, horizon, setting)
            if i in starts or is_at_present(self.text, quantity) or describes(self.text, quantity, language):
                kind = FigureKind.STATUS
            within = inside.get(i, starts.get(i))
            dated = calendar.deadline(self.quantities[inside.get(i, i)], kind)
            if kind is FigureKind.LIMIT and is_grant(self.text, self.quantities[inside.get(i, i)], language):
                dated = None
            yield Reading(
                span=self._span(quantity, words),
                number=self._place(quantity.start, quantity.end),
                value=quantity.value,
                value_max=quantity.value_max,
                bound=quantity.bound,
                unit=quantity.unit,
                unit_text=self._unit_text(quantity, words),
                subject=words.words if words else "",
                deadline=dated,
                baseline=calendar.baseline(quantity),
                change=change(self.masked, self._list_head(i).left, quantity.right, quantity.unit, language),
                kind=kind,
                language=language,
                of=None if within is None else offset + within,
            )

    def _kind(self, quantity: Quantity, calendar: Calendar, horizon: Horizon, setting: Setting) -> FigureKind:
        """Weigh the cues: the sentence's own, its dates, the lines before it, then the kind of text."""
        said = self.mood.at(quantity.left) or calendar.kind(quantity.left)
        if said is FigureKind.STATUS:
            return said
        told = not said and setting.kind is horizon.kind is FigureKind.STATUS and not bounded(quantity)
        told = told and not offers(self.text, quantity)
        if not told and is_limit(self.text, quantity, self.sentence.language):
            return FigureKind.LIMIT
        around = said or horizon.kind or horizon.section
        leaning = None if setting.report else self.mood.leaning(quantity.left)
        return around or leaning or setting.kind

    def _list_head(self, i: int) -> Quantity:
        """Return the first quantity of the list that this one stands in: 分别增长6.2%和7.5%."""
        gap = GRAMMARS[self.sentence.language].gap
        while i and self.quantities[i].unit == self.quantities[i - 1].unit:
            if not gap.match(self.masked[self.quantities[i - 1].right : self.quantities[i].left]):
                break
            i -= 1
        return self.quantities[i]

    def _subject(
        self, i: int, thresholds: dict[int, int], previous: Subject | None, said: str
    ) -> Subject | None:
        """Find the subject of the i-th quantity; a threshold in front of it belongs to its words."""
        first = i
        while first and thresholds.get(first - 1) == i:
            first -= 1
        floor = self.quantities[first - 1].right if first else 0
        words = wording(self.text, self.source, self.sentence.language, said)
        quantity = self.quantities[i]
        between = thresholds.get(i + 1) == i and self.sentence.language == "zh"
        past = behind_threshold(self.quantities[i + 1], self.text) if between else quantity.right
        condition = words.condition(quantity, floor) if i in thresholds else None
        found = condition or words.subject(quantity, floor, past, previous)
        if found is previous and thresholds.get(i, i) > i:  # 千亿级企业2家: both are of the same noun
            return self._subject(thresholds[i], thresholds, previous, said)
        return found

    def _unit_text(self, quantity: Quantity, subject: Subject | None) -> str:
        """Return the unit as written: behind the number, before it, or the noun that is counted."""
        behind = self.source[quantity.digits_end : quantity.end].strip(" -")
        if behind:
            return behind
        if quantity.unit in ("count", "person"):
            named = subject and subject.start >= quantity.end and not subject.stem  # no pronoun
            return subject.words.split()[-1] if subject and named else ""
        sign = re.match(r"[A-Z]{3}|[A-Z]{0,2}[$£€¥￥]", self.source[quantity.start : quantity.end])
        return sign[0] if sign else self.source[quantity.start : quantity.end]

    def _place(self, start: int, end: int) -> Span:
        return Span(self.sentence.start + start, self.sentence.start + end)

    def _span(self, quantity: Quantity, subject: Subject | None) -> Span:
        if subject is None:
            return self._place(quantity.left, quantity.right)
        return self._place(min(subject.start, quantity.left), max(subject.end, quantity.right))
