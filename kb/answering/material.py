"""What an answer can be made of: the passages that fit a question, and the records that stand in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from corpus.text import Span
from index.late import idf
from index.passages import TITLES_JOINT
from index.searching import LARGE
from kb.answering.citing import sentences_in
from kb.answering.forms import NICKNAME, PAPER
from kb.answering.matching import Matcher
from kb.answering.naming import bodies_named
from kb.answering.sources import named_source
from kb.answering.words import weight, words
from kb.figures.fold import fold
from kb.matching.stated import places_in
from kb.organisations import NATION, has_district, mentions, place_of, places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.records import Document
    from index.passages import Passage
    from index.searching import Hit
    from kb.answering.matching import Asked, Rows
    from kb.answering.question import Question
    from kb.holdings import Holdings
    from kb.records import Figure, Key, Organisation, Plan, Target, Task, TaskReading

# What speaks of the whole country; a "national green factory", 国家级, is one that a city may have.
_NATIONWIDE = re.compile(
    r"\bnationwide\b|\bacross (?:the country|China)\b|\bChina\b|全国|我国"
    r"|国家(?:的|层面|方案|计划|规划|政策|行动|目标|要求|规定|有关|统计)"
    r"|\b[Nn]ational (?:[\w-]+ ){0,3}?(?:plans?|programmes?|programs?|schemes?|polic(?:y|ies)"
    r"|targets?|totals?|averages?|rules|regulations?|circulars?|notices?|strateg(?:y|ies)|guidelines?|government|figures?)\b"
)
_MINISTRY = re.compile(r"\b[Tt]he ministr(?:y|ies)\b|部委")
# Of them that fit the place asked for, below which its own documents are searched; in a large base that takes
# 70 ms more for one question of 200.
FEW = 32
HITS = 48  # passages that an answer is sought in
HELD = 0.5  # how surely a passage must have a word to be counted among those that have it


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence that may answer, with the titles that lead to it."""

    document: Document
    span: Span
    section: str
    passage: str
    rank: float

    @property
    def text(self) -> str:
        """The sentence's words."""
        return self.span.cut(self.document.text)

    @property
    def titles(self) -> list[str]:
        """The titles that lead to it, outermost first."""
        return self.section.split(TITLES_JOINT)


class Material:
    """All that one question can be answered from, read when first needed."""

    def __init__(self, base: Holdings, question: Question) -> None:
        self.base = base
        self.question = question
        self.matcher: Matcher = base.now("matcher", lambda: Matcher(base.shipped))
        self._covers: dict[str, Rows] = {}
        self.source = named_source(question.view, lambda: base.publishers)

    @cached_property
    def asked(self) -> Asked:
        """The question's words, ready for matching."""
        return self.matcher.asked(self.question.words)

    def covers(self, text: str) -> Rows:
        """Return for each word of the question how surely a text has it, computed once."""
        if text not in self._covers:
            self._covers[text] = self.matcher.cover(self.asked, self.matcher.scope(text))
        return self._covers[text]

    @cached_property
    def rarity(self) -> Rows:
        """How seldom each word of the question is in the passages that fit: 1 for one that none of them has.

        "medical device" is in every passage of a plan for them, "exports" in one: that is found by the
        second word.
        """
        count = len(self.hits)
        if not count or not self.question.words:
            return np.ones(len(self.question.words), dtype=np.float32)
        having = sum((self.covers(h.passage.text) >= HELD).astype(np.float32) for h in self.hits)
        return idf(np.asarray(having, dtype=np.float32), count)

    @cached_property
    def seldom(self) -> Rows:
        """What each word of the question weighs, seldom ones more, all of them together 1."""
        weights = self.asked.weights * self.rarity
        return np.asarray(weights / (float(weights.sum()) or 1.0), dtype=np.float32)

    def nearness(self, texts: Sequence[str]) -> list[float]:
        """Return the cosine of each text with what the question is about."""
        if not texts:
            return []
        rows = self.base.shipped.encode([self.question.rest, *texts])
        return [float(c) for c in rows[1:] @ rows[0]]

    @cached_property
    def found(self) -> tuple[Hit, ...]:
        """The passages found, in whatever place or source."""
        return tuple(self.base.index.search(self.question.text, HITS))

    def rank_of(self, hit: Hit) -> float:
        """Return how well a passage was found, 1 for the best one."""
        return hit.score / max(self.found[0].score, 1e-6)

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """The passages found that the question does not exclude by place or source."""
        fitting = [h for h in self.found if self.fits(h.passage)]
        if self.question.place and len(fitting) < FEW and self.base.index.roll.count < LARGE:
            fitting += self._of_place({h.passage for h in fitting})
        called = self._called({h.passage.document for h in fitting})
        fitting = [h for h in fitting if h.passage.document in called]
        self.matcher.learn(h.passage.text for h in fitting)
        return tuple(fitting)

    def _of_place(self, known: set[Passage]) -> list[Hit]:
        """Return further passages that fit, from the documents on the place that is asked about alone."""
        index, own = self.base.index, self.base.of_place.get(self.question.place or "", frozenset())
        own = own if index.documents is None else own.intersection(index.documents)
        if not own:
            return []
        found = index.within(own, index.languages).search(self.question.text, HITS)
        return [h for h in found if h.passage not in known and self.fits(h.passage)]

    def _called(self, documents: set[str]) -> set[str]:
        """Return those of some documents whose titles hold the name given to a plan, or all of them."""
        found = NICKNAME.search(self.question.text)
        if not found:
            return documents
        name = self.matcher.asked([w for w in words(found[1]) if weight(w) > 0])
        held = self.base.held
        called = {
            d
            for d in documents
            if (self.matcher.cover(name, self.matcher.scope(self.titles(held[d]))) >= HELD).all()
        }
        return called or documents

    @property
    def plan_of(self) -> dict[str, Plan]:
        """The plan that each document is about."""
        return self.base.plan_of

    @property
    def target_of(self) -> Mapping[Key, Target]:
        """The target that each figure states."""
        return self.base.target_of

    @property
    def organisations(self) -> Mapping[str, Organisation]:
        """The bodies that tasks name, by id."""
        bodies = self.base.knowledge.organisations
        found: Mapping[str, Organisation] = self.base.now("bodies", lambda: {b.id: b for b in bodies})
        return found

    def titles(self, document: Document) -> str:
        """Return the names a document goes by: its title and its plan's, in both languages."""
        plan = self.plan_of.get(document.id)
        names = (document.title, plan.title.zh if plan else None, plan.title.en if plan else None)
        return "\n".join(n for n in names if n)

    def place(self, document: Document) -> str | None:
        """Return the place a document is about."""
        return self._place(document.id, document.title or "")

    def _place(self, document: str, title: str) -> str | None:
        plan = self.plan_of.get(document)
        return (plan.place if plan else None) or place_of(title)

    def is_official(self, document: Document) -> bool:
        """Whether a document is the text of a plan and not a report on it."""
        plan = self.plan_of.get(document.id)
        return document.kind == "plan" or (plan is not None and document.id in plan.official)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the place that the question names, in both languages."""
        asked = self.question.place
        known = places().get(asked or "")
        both = ("港澳",) if asked in ("香港", "澳门") else ()
        return (*((asked,) if asked else ()), *(known.romanised if known else ()), *both)

    def fits(self, passage: Passage) -> bool:
        """Whether a passage may answer, by the place and the source that the question names."""
        asked, title, names = self.question.place, passage.title, self.names
        if self.source is not None and passage.document not in self.source:
            return False
        if asked is None:
            return not (self.is_national and self._is_local(passage.document, title, passage.text))
        if any(n in passage.text or n in passage.section or n in title for n in names):
            return not self._asks_paper or self._tells_paper_of(names, passage)
        if self._names_district(passage):
            return True
        own = self._place(passage.document, title)
        if own is None:
            return self._goes_on_about(passage, asked)
        if asked != own:
            return False
        return place_of(title) == asked or not self._elsewhere(passage)

    def _goes_on_about(self, passage: Passage, place: str) -> bool:
        """Whether a report without a place of its own named this one last: "the province" is that one."""
        before = _folded(self.base.held[passage.document].text)[: passage.start]
        named = [name for name, _, _ in mentions(before) if name != NATION]
        return bool(named) and named[-1] == place

    def _names_district(self, passage: Passage) -> bool:
        """Whether a passage names a district that goes by the Latin name of the place asked for."""
        if self.question.place in places() and self.question.asked_in != "en":
            return False
        view = fold(passage.text)
        return any(has_district(view, name) for name in self.names)

    @cached_property
    def _asks_paper(self) -> bool:
        """Whether the question is put to a paper of its place: 青岛市海上运动方案的目标."""
        return bool(_paper_of(self.names).search(self.question.view))

    def _tells_paper_of(self, names: Sequence[str], passage: Passage) -> bool:
        """Whether a passage is of a paper on a place or names one: "they went to Qingdao" does not."""
        place, asked = self._place(passage.document, passage.title), places().get(self.question.place or "")
        others = place not in (None, NATION, self.question.place, asked.province if asked else None)
        told = f"{passage.title}\n{passage.section}\n{passage.text}"
        return not others or bool(_paper_of(names).search(told))

    @cached_property
    def is_national(self) -> bool:
        """Whether the question is put to a paper of a ministry or asks about the whole country."""
        frames = " ".join(frame.cut(self.question.text) for frame in self.question.frames)
        asked = self.question.text
        return _is_of_nation(frames) or bool(_NATIONWIDE.search(asked) or _MINISTRY.search(asked))

    def _is_local(self, document: str, title: str, text: str) -> bool:
        """Whether words of a document are of a paper on one place and do not speak of a ministry."""
        return self._place(document, title) not in (None, NATION) and not _is_of_nation(text)

    def misplaced(self, document: Document, text: str) -> bool:
        """Whether words are of one place only where the question is on the whole country."""
        if not self.is_national or self.question.place:
            return False
        return self._is_local(document.id, document.title or "", text)

    def _elsewhere(self, passage: Passage) -> bool:
        """Whether a passage of a document on several places is about others than the one asked for.

        What was named last in its paragraph counts; a place in the one asked for is no other place.
        """
        asked = self.question.place
        text = self.base.held[passage.document].text
        line = text[text.rfind("\n", 0, passage.start) + 1 : passage.end]
        known = places()
        own = known[asked].province if asked in known else ""
        named = places_in(line) - {NATION, own}
        return bool(named) and not any(n in known and known[n].province == asked for n in named)

    def clauses(self) -> Iterator[Clause]:
        """Yield the sentences of all passages that fit."""
        for hit in self.hits:
            document = self.base.held[hit.passage.document]
            for span in sentences_in(document, hit.passage.span):
                yield Clause(document, span, hit.passage.section, hit.passage.text, self.rank_of(hit))

    def figures(self) -> Iterator[tuple[Figure, Hit]]:
        """Yield the figures that stand in the passages that fit."""
        for hit in self.hits:
            passage = hit.passage
            for figure in self.figures_in(passage.document, Span(passage.start, passage.end)):
                yield figure, hit

    def figures_in(self, document: str, span: Span) -> Iterator[Figure]:
        """Yield the figures whose numbers stand in a part of a document."""
        inside = self.base.readings.figures.get(document, ())
        first = bisect_left(inside, span.start, key=lambda f: f.number[0])
        for figure in inside[first:]:
            if figure.number[0] >= span.end:
                break
            yield figure

    def tasks(self) -> Iterator[tuple[TaskReading, Task | None, float]]:
        """Yield the tasks that stand in the passages that fit, each with the joined record it is part of."""
        joined = self.base.task_at
        seen: set[tuple[str, int]] = set()
        for hit in self.hits:
            for reading in self.base.readings.tasks.get(hit.passage.document, ()):
                place = reading.quote.document, reading.quote.start
                if place not in seen and reading.quote.span.overlaps(hit.passage.span):
                    seen.add(place)
                    task = joined.get(place)
                    yield reading, task, self.rank_of(hit)


@lru_cache(maxsize=64)  # passages of one document ask for it one after the other
def _folded(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=64)
def _paper_of(names: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern for a paper of a place that goes by these names."""
    name = "|".join(map(re.escape, names))
    runs_on = r"(?:(?!\b(?:in|under|by|to|from|of|and|as)\b)[^，,。？?!！\n]){0,40}?"
    return re.compile(rf"(?:{name}){runs_on}{PAPER}|{PAPER}\s(?:of|for)\s(?:{name})", re.IGNORECASE)


def _is_of_nation(text: str) -> bool:
    """Whether words speak of the whole country or of a body of it."""
    return bool(_NATIONWIDE.search(text)) or any(body.is_national for body in bodies_named(text))
