"""All figures that are held, ready to be matched with what is claimed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ingest.script import to_simplified
from kb.by_document import ByDocument
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


class Fitting(NamedTuple):
    """The figures that may be set beside claims on some places, with the vectors of their subjects."""

    figures: Sequence[Figure]
    rows: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pool:
    """The figures of all documents, read and their subjects encoded when a claim is made on their places.

    `texts` has each document's title and text, `topics` what its plans are about, as pairs of language and
    words.
    """

    statements: Statements
    texts: Mapping[str, tuple[str, str]]
    encoder: Encoder
    topics: Mapping[str, tuple[tuple[str, str], ...]]
    _known: dict[tuple[frozenset[str], frozenset[str]], Fitting] = field(default_factory=dict)

    def near(self, claim: Stated, without: Collection[str]) -> list[Stated]:
        """Return the figures that may be on the claim's subject: its place, its meaning, its kind of unit.

        A few of other units come with them, because the claim's subject may be theirs.
        """
        figures, rows = self._in_place(claim, frozenset(without))
        fitting = self._on_named_plan(claim, figures)
        if not fitting:
            return []
        cosines = rows[fitting] @ self.encoder.encode([claim.subject])[0]
        order = [fitting[i] for i in np.argsort(-cosines, kind="stable")]
        alike = [i for i in order if comparable(figures[i].unit, claim.figure.unit)]
        equal = [i for i in alike if same_value(figures[i], claim.figure)]
        chosen = dict.fromkeys((*alike[:NEAREST], *equal[:EQUAL], *order[:OTHERS]))
        return [self.statements.of(figures[i]) for i in chosen]

    def _in_place(self, claim: Stated, without: frozenset[str]) -> Fitting:
        """Return the figures on the claim's places, computed once for these places."""
        key = claim.places, without
        if key not in self._known:
            heard = (d for d in self.statements.documents if d not in without)
            figures = [f for d in heard for f in self._fitting(d, claim)]
            rows = self.encoder.encode([f.subject or f.quote.text for f in figures])
            self._known[key] = Fitting(figures, rows)
        return self._known[key]

    def _on_named_plan(self, claim: Stated, figures: Sequence[Figure]) -> list[int]:
        """Return which figures are of the plan that the claim's sentence names: a city has many plans.

        Documents on no plan with a name in the claim's language stay; where no plan is named, all do.
        """
        text, own = to_simplified(claim.sentence), claim.figure.language
        named: dict[str, float] = {}
        for d in {f.quote.document for f in figures}:
            for language, words in self.topics.get(d, ()):
                if language == own:
                    named[d] = max(named.get(d, 0.0), named_in(words, language, text))
        best = max(named.values(), default=0.0)
        if best < NAMED:
            return list(range(len(figures)))
        least = best - NAMED_LESS
        return [i for i, f in enumerate(figures) if named.get(f.quote.document, best) > least]

    def _fitting(self, document: str, claim: Stated) -> Iterable[Figure]:
        """Return the figures of a document that may be set beside a claim; another place's never are."""
        figures, home = self.statements.figures, self.statements.homes[document]
        if not claim.places or claim.places & (home or _NATIONWIDE):
            return figures.get(document, ())
        if not names_any(self.texts[document][1], claim.places):
            return ()
        return self._naming(figures.get(document, ()), claim.places)

    def _naming(self, figures: Iterable[Figure], names: frozenset[str]) -> list[Figure]:
        """Return the figures whose own sentence names a place, and the very figure where it does.

        "17 models, 11 of them in Zhengzhou": of Zhengzhou it says 11.
        """
        stated = [(figure, self.statements.of(figure)) for figure in figures]
        near = [(figure, said) for figure, said in stated if names_any(said.sentence, names)]
        own = [(figure, said.span) for figure, said in near if names_any(said.clause, names)]
        told = {(span, figure.unit) for figure, span in own}
        others = [figure for figure, said in near if (said.span, figure.unit) not in told]
        return [figure for figure, _ in own] + others


def build_pool(
    documents: Mapping[str, Document],
    texts: Mapping[str, tuple[str, str]],
    figures: Mapping[str, Sequence[Figure]],
    knowledge: Knowledge,
    encoder: Encoder,
) -> Pool:
    """Return the figures of all documents with the places and years that each document is about."""
    plans = knowledge.plans
    return Pool(
        statements=Statements(
            documents,
            figures,
            homes=ByDocument(lambda d: _home(*texts[d], plans.of(d)), documents),
            horizons=ByDocument(lambda d: _horizon(documents[d], figures.get(d, ()), plans.of(d)), documents),
        ),
        texts=texts,
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


def _home(title: str, text: str, plans: Sequence[Plan]) -> frozenset[str]:
    """Return the places a document is about: its plans', else what title and opening name.

    A ministry's circular names provinces in its opening and is about the country all the same; "Spring City"
    is no city of the table, and the one that is meant stands in the opening.
    """
    found = frozenset().union(*(meant(p.place) for p in plans if p.place))
    found = found or places_in(title)
    if found & (places().keys() | {NATION}):
        return found
    opening = _DATELINE.sub(lambda found: found[0].title(), text[:_OPENING])
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
