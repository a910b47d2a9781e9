"""Keeping a search or a question to a part of what is held: a plan, a document, days, a language, a kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from kb.by_document import ByDocument
from kb.holdings import Holdings
from kb.knowledge import Records
from kb.readings import Readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.records import Document, Link
    from index.searching import Index
    from kb.knowledge import Knowledge
    from kb.records import Product, Target, Task

T = TypeVar("T")
R = TypeVar("R", "Task", "Product")

DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")  # "2025", "2025-09", "2025-09-11"; not "2025/9", "9 September"


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """What is looked at; None is no limit.

    Args:
        plan: the id of a plan, all documents about it.
        document: the id of a document.
        since: the first day on which a document may have come out: ISO 8601, or a month or a year.
        until: the last such day, month or year.
        language: of documents and of the passages in them: "zh", "en", …
        kind: of documents: "plan", "news", …

    Raises:
        ValueError: `since` or `until` is no date.

    """

    plan: str | None = None
    document: str | None = None
    since: str | None = None
    until: str | None = None
    language: str | None = None
    kind: str | None = None

    def __post_init__(self) -> None:
        for day in (self.since, self.until):
            if day is not None and not is_day(day):
                raise ValueError(f"{day} is no date: write 2025-09-11, 2025-09 or 2025")

    def __bool__(self) -> bool:
        return self != EVERYTHING

    def documents(self, base: Holdings) -> frozenset[str]:
        """Return the documents that are looked at; raises NotFound for ids that nothing is held under."""
        if self.document:
            base.store.document(self.document)
        of_plan = set(base.plan(self.plan).documents) if self.plan else None
        return frozenset(
            d.id
            for d in base.held.values()
            if self.document in (None, d.id)
            and (of_plan is None or d.id in of_plan)
            and self.language in (None, d.language)
            and self.kind in (None, d.kind)
            and self._dated(d.published)
        )

    def _dated(self, published: str | None) -> bool:
        """Whether a document that came out then may be meant; where days are named, none without a date is.

        Dates are compared as far as both are precise: "2025" may be any day of that year.
        """
        if self.since is None and self.until is None:
            return True
        if not published:
            return False
        late = self.since is None or published[: len(self.since)] >= self.since[: len(published)]
        early = self.until is None or published[: len(self.until)] <= self.until[: len(published)]
        return late and early


EVERYTHING = Within()


def is_day(text: str) -> bool:
    """Whether a text is a day, a month or a year by ISO 8601, and one that the calendar has."""
    if not DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


class Part(Holdings):
    """A part of what a home holds, read as if the rest were not there; nothing is written through it."""

    def __init__(self, whole: Holdings, within: Within) -> None:
        self.whole = whole
        self.home, self.store, self.blobs = whole.home, whole.store, whole.blobs
        self.shipped, self.encoder = whole.shipped, whole.encoder
        self.within = within
        self.only = within.documents(whole)
        self._held, self.pinned = (None, {}), whole.pinned

    @property
    def held(self) -> Mapping[str, Document]:
        """The documents of this part by id."""
        found: Mapping[str, Document] = self.now("documents", lambda: self._kept(self.whole.held))
        return found

    @property
    def publishers(self) -> Mapping[str, str]:
        """Who published each of them, where that is known."""
        return {d: name for d, name in self.whole.publishers.items() if d in self.only}

    @property
    def readings(self) -> Readings:
        """What was read from each of them."""
        found: Readings = self.now("readings", self._readings)
        return found

    def _readings(self) -> Readings:
        every = self.whole.readings
        return Readings(
            figures=self._kept(every.figures),
            tasks=self._kept(every.tasks),
            products=self._kept(every.products),
            mentions=self._kept(every.mentions),
        )

    def _kept(self, whole: Mapping[str, T]) -> Mapping[str, T]:
        return ByDocument(whole.get, [d for d in self.whole.held if d in self.only])

    @cached_property
    def index(self) -> Index:
        """The index, which finds in this part alone."""
        language = self.within.language
        return self.whole.index.within(self.only, {language} if language else None)

    def _knowledge(self) -> Knowledge:
        """Return the joined records as far as this part states them."""
        every = self.whole.knowledge
        return replace(
            every,
            plans=Records(
                replace(
                    plan,
                    documents=tuple(d for d in plan.documents if d in self.only),
                    official=tuple(d for d in plan.official if d in self.only),
                )
                for plan in every.plans
                if not self.only.isdisjoint(plan.documents)
            ),
            targets=Records(self._stated(every.targets)),
            tasks=self._quoted(every.tasks),
            products=self._quoted(every.products),
        )

    def _stated(self, targets: Iterable[Target]) -> Iterable[Target]:
        """Yield the targets that these documents state, with their statements alone."""
        for target in targets:
            statements = tuple(s for s in target.statements if s.document in self.only)
            if statements:
                yield replace(target, statements=statements)

    def _quoted(self, records: Records[R]) -> Records[R]:
        """Return the records that these documents hold, with their quotes alone."""
        kept = (replace(r, quotes=tuple(q for q in r.quotes if q.document in self.only)) for r in records)
        return Records(record for record in kept if record.quotes)

    @property
    def parents(self) -> dict[str, list[Link]]:
        """What each of them is a copy, translation or version of, among themselves."""
        found = self.whole.parents
        return {d: [k for k in found.get(d, ()) if k.parent in self.only] for d in self.only}


def narrowed(base: Holdings, within: Within | None) -> Holdings:
    """Return what is held within some limits, all where there are none; raises NotFound."""
    return Part(base, within) if within else base
