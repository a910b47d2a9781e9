"""What a claim and a document state: a quantity with all the words that say of what, where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from ingest.script import to_simplified, to_traditional
from kb.matching.periods import Period, periods
from kb.matching.terms import weight
from kb.organisations import NATION, meant, place_in, places
from kb.records import Figure, FigureKind

if TYPE_CHECKING:
    from corpus.text import Span
    from kb.figures import Reading

ENOUGH = 1.0  # a subject whose words weigh less than one full word says nothing by itself: "by 2025", "单站"
# Who says so, in front of what is said: "The Ministry of Education asks for …", 水利部提出…
_LEAD = re.compile(
    r"""
    ^[^，。,.]{0,14}?(?:提出|要求|明确|规定|指出|表示|显示|强调)[，,]?
  | ^(?:[\w'’-]+\s){0,9}?
     (?:asks?|wants?|requires?|plans?|aims?|intends?|expects?|hopes?|calls?|demands?|says?)
     \s+(?=to\b|for\b|that\b|at\b|its\b|the\b|over\b|more\b|\d|[a-z]+ing\b|$)
    """,
    re.VERBOSE,
)
# A document that speaks of itself: "for these measures", 用于本行动方案.
_ITSELF = re.compile(
    r"\b(?:these|this|the) (?:action )?(?:measures|plan|programme|policy|policies|scheme)\b"
    r"|本(?:办法|措施|政策|方案|计划|行动)",
    re.IGNORECASE,
)
# With what something is compared: "against 12 in 2023".
_COMPARED = re.compile(
    r"\b(?:against|compared (?:with|to)|(?:up|down) from|than|versus)\b[^,;.]*|(?:比|较|相比)[^，。；]*",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[，,。；;：:\n]|(?<=[a-z])\.\s")


@dataclass(frozen=True, eq=False)
class Stated:
    """A figure in its words.

    Args:
        figure: the quantity, read from a claim or from a document.
        stretch: where subject and number stand.
        clause: the words there.
        reach: the words around it as far as no other figure has them.
        sentence: the sentence around it.
        span: where that sentence stands.
        document: the id of its document, empty for a claim.
        around: what else speaks of it: titles of the section, of the document, of the plan.
        home: the places that the document or the claim as a whole is about.
        horizon: the years that its document speaks of: published in, planned for.
        thresholds: what each of the things counted has to pass: 100 million of "10 firms above 100 million".

    """

    figure: Figure | Reading
    stretch: Span
    clause: str
    reach: str
    sentence: str
    span: Span
    document: str = ""
    around: tuple[str, ...] = ()
    home: frozenset[str] = frozenset()
    horizon: frozenset[str] = frozenset()
    thresholds: tuple[Figure | Reading, ...] = ()

    @property
    def identity(self) -> str:
        """The id of a held figure; what is claimed has none."""
        return self.figure.id if isinstance(self.figure, Figure) else ""

    @property
    def subject(self) -> str:
        """What is measured, in the text's own words; where that could not be read, the sentence."""
        return self.figure.subject or self.sentence

    @cached_property
    def topic(self) -> str:
        """The subject without places, which are compared by themselves.

        Where little is left ("the city sets aside") it is what stands around, and the document's title where
        that is meant ("for these measures").
        """
        known = self.places | self.home
        topic = unplaced(_LEAD.sub(" ", self.subject), known)
        if weight(topic) >= ENOUGH:
            return topic
        wider = (
            f"{self.reach} {self.around[-1]}" if self.around and _ITSELF.search(self.reach) else self.reach
        )
        topic = unplaced(_LEAD.sub(" ", wider), known)
        return topic if weight(topic) >= ENOUGH else self.context

    @cached_property
    def context(self) -> str:
        """The sentence without the names of places and without who says so."""
        return unplaced(_LEAD.sub(" ", self.sentence), self.places | self.home)

    @cached_property
    def rest(self) -> str:
        """The sentence without its places and its subject."""
        return self.context.replace(self.topic, " ")

    @cached_property
    def places(self) -> frozenset[str]:
        """The places that the sentence names, else the ones that all of it is about.

        "Second nationwide" is said of a province, too: the country gives way to a place that is known.
        """
        named = places_in(self.sentence)
        return named - {NATION} or self.home or named

    @cached_property
    def periods(self) -> frozenset[Period]:
        """The times that its own clause names with what follows it, else the sentence."""
        leads = self.sentence.startswith(self.reach)  # "In 2024 the city built 48": nothing stands before it
        own = self.reach if leads else self.reach[max(0, self.reach.find(self.clause)) :]
        narrow, wide = (to_simplified(_COMPARED.sub(" ", text)) for text in (own, self.sentence))
        named = periods(narrow) or periods(wide)
        past = self.figure.baseline if self.figure.kind is FigureKind.STATUS else None
        return named or (frozenset({Period(past[:4], None)}) if past else named)  # the heading of its column

    @cached_property
    def wording(self) -> tuple[str, ...]:
        """Subject, clause and reach in simplified characters, for telling qualifiers apart."""
        return tuple(map(to_simplified, (self.figure.subject, self.clause, self.reach)))


def places_in(text: str) -> frozenset[str]:
    """Return the places that the clauses of a text name; a city named makes "national" an adjective."""
    found = named_places(text)
    return found - {NATION} or found


def named_places(text: str) -> frozenset[str]:
    """Return all places that the clauses of a text name, the country among them."""
    view = to_simplified(text)
    named = {place for clause in _CLAUSE.split(view) if (place := place_in(clause, view))}
    return frozenset(city for place in named for city in meant(place))


def unplaced(text: str, names: frozenset[str]) -> str:
    """Return a text without the names of `names` in either language."""
    return _pattern(names).sub(" ", text) if names else text


def names_any(text: str, names: frozenset[str]) -> bool:
    """Whether a text has a name of one of `names` in either language; "nationwide" names no place."""
    lowered = text.lower()
    return any(spelling.lower() in lowered for spelling in _spellings(names - {NATION}))


@lru_cache(1024)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, _spellings(names)), key=len, reverse=True)
    return re.compile("|".join(longest_first), re.IGNORECASE)


@lru_cache(1024)
def _spellings(names: frozenset[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in (name, to_traditional(name), *_latin(name)))


def _latin(name: str) -> tuple[str, ...]:
    known = places().get(name)
    return known.romanised if known else ()
