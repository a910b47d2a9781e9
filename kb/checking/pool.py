"""All figures that are held, ready to be matched with what is claimed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from ingest.script import to_simplified
from kb.joining.agreement import comparable, same_value
from kb.matching.sentences import Statements
from kb.matching.stated import Stated, named_places, names_any, places_in
from kb.organisations import NATION, meant, places
from kb.plans import named_in, place_words, topic

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from corpus.records import Document
    from kb.knowledge import Knowledge
    from kb.likeness import Encoder
    from kb.records import Figure, Plan

NEAREST = 25  # figures looked at closely for one claim: the nearest by vector …
EQUAL = 12  # … and the nearest of those with the claim's own value
OTHERS = 8  # the nearest whatever their unit
NAMED = 0.75  # so much of a plan's topic stands in a sentence that names it …
NAMED_LESS = 0.25  # … and a plan whose topic falls behind by so much is not meant
_OPENING = 600
_NATIONWIDE = frozenset({NATION})  # where no place is known, the country may be meant
_DATELINE = re.compile(r"^[A-Z]{3,}\b", re.MULTILINE)  # "KUNMING, Feb. 27 - …"
_NUMBER = re.compile(r"〔\d{4}〕\d+号$")  # the number of a document says nothing of what it is about
_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True, slots=True)
class Pool:
    """The figures of all documents with the vectors of their subjects.

    `places` has where each document's figures lie in `figures`, `topics` what the plans of each document are
    about, as pairs of language and words.
    """

    figures: Sequence[Figure]
    places: Mapping[str, range]
    rows: NDArray[np.float32]
    statements: Statements
    encoder: Encoder
    topics: Mapping[str, tuple[tuple[str, str], ...]]
    _known: dict[tuple[frozenset[str], frozenset[str]], list[int]] = field(default_factory=dict)

    def near(self, claim: Stated, without: Collection[str]) -> list[Stated]:
        """Return the figures that may be on the claim's subject: its place, its meaning, its kind of unit.

        A few of other units come with them, because the claim's subject may be theirs.
        """
        key = claim.places, frozenset(without)
        if key not in self._known:
            self._known[key] = [i for d in self.places for i in self._fitting(d, claim, without)]
        fitting = self._on_named_plan(claim, self._known[key])
        if not fitting:
            return []
        cosines = self.rows[fitting] @ self.encoder.encode([claim.subject])[0]
        order = [fitting[i] for i in np.argsort(-cosines, kind="stable")]
        alike = [i for i in order if comparable(self.figures[i].unit, claim.figure.unit)]
        equal = [i for i in alike if same_value(self.figures[i], claim.figure)]
        chosen = dict.fromkeys((*alike[:NEAREST], *equal[:EQUAL], *order[:OTHERS]))
        return [self.statements.of(self.figures[i]) for i in chosen]

    def _on_named_plan(self, claim: Stated, fitting: list[int]) -> list[int]:
        """Keep to the plan that the claim's sentence names: a city has many plans, each with its enterprises.

        Documents on no plan with a name in the claim's language stay; where no plan is named, all do.
        """
        text, own = to_simplified(claim.sentence), claim.figure.language
        named: dict[str, float] = {}
        for d in {self.figures[i].quote.document for i in fitting}:
            for language, words in self.topics.get(d, ()):
                if language == own:
                    named[d] = max(named.get(d, 0.0), named_in(words, language, text))
        best = max(named.values(), default=0.0)
        if best < NAMED:
            return fitting
        return [i for i in fitting if named.get(self.figures[i].quote.document, best) > best - NAMED_LESS]

    def _fitting(self, document: str, claim: Stated, without: Collection[str]) -> Iterable[int]:
        """Return which figures of a document may be set beside a claim; another place's never are."""
        if document in without:
            return ()
        home = self.statements.homes[document]
        if not claim.places or claim.places & (home or _NATIONWIDE):
            return self.places[document]
        if not names_any(self.statements.documents[document].text, claim.places):
            return ()
        return [i for i in self.places[document] if claim.places & self._named(i)]

    def _named(self, i: int) -> frozenset[str]:
        """Return the places that a figure's own sentence names."""
        return self.statements.of(self.figures[i]).places


def build_pool(
    documents: Mapping[str, Document],
    figures: Mapping[str, Sequence[Figure]],
    knowledge: Knowledge,
    encoder: Encoder,
) -> Pool:
    """Gather the figures of all documents, with the places and years each document is about."""
    every = [f for d in documents for f in figures.get(d, ())]
    ends = list(accumulate(len(figures.get(d, ())) for d in documents))
    starts = (0, *ends)
    about: dict[str, list[Plan]] = {d: [] for d in documents}
    for plan in knowledge.plans:
        for d in plan.documents:
            about[d].append(plan)
    return Pool(
        figures=every,
        places={d: range(start, end) for d, start, end in zip(documents, starts, ends, strict=False)},
        rows=encoder.encode([f.subject or f.quote.text for f in every]),
        statements=Statements(
            documents,
            figures,
            homes={d.id: _home(d, about[d.id]) for d in documents.values()},
            horizons={d.id: _horizon(d, figures.get(d.id, ()), about[d.id]) for d in documents.values()},
        ),
        encoder=encoder,
        topics=_topics(knowledge),
    )


def _topics(knowledge: Knowledge) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what each document's plans are about, in each language they have a name in."""
    found: dict[str, list[tuple[str, str]]] = {}
    for plan in knowledge.plans:
        words = place_words(plan.place) if plan.place else frozenset()
        names = (("zh", plan.title.zh), ("en", plan.title.en))
        telling = [(language, name) for language, name in names if name and not _NUMBER.search(name)]
        about = [(language, topic(name, language, words)) for language, name in telling]
        for document in plan.documents:
            found.setdefault(document, []).extend(about)
    return {d: tuple(pairs) for d, pairs in found.items() if pairs}


def _home(document: Document, plans: Sequence[Plan]) -> frozenset[str]:
    """Return the places a document is about: its plans', else what title and opening name.

    A ministry's circular names provinces in its opening and is about the country all the same; "Spring City"
    is no city of the table, and the one that is meant stands in the opening.
    """
    found = frozenset().union(*(meant(p.place) for p in plans if p.place))
    found = found or places_in(document.title or "")
    if found & (places().keys() | {NATION}):
        return found
    opening = _DATELINE.sub(lambda found: found[0].title(), document.text[:_OPENING])
    return found | named_places(opening)


def _horizon(document: Document, figures: Sequence[Figure], plans: Sequence[Plan]) -> frozenset[str]:
    """Return the years that a document's figures without a date of their own may be meant for.

    Those are the end of its plan, the year most of its targets name, the year it came out in and the one
    before.
    """
    years = {p.period[-4:] for p in plans if p.period}
    named = [f.deadline[:4] for f in figures if f.deadline and _YEAR.match(f.deadline)]
    if named:
        years.add(max(sorted(set(named)), key=named.count))
    if document.published:
        year = int(document.published[:4])
        years |= {str(year), str(year - 1)}
    return frozenset(years)
