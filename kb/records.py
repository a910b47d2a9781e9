"""The structured records that are extracted from documents and joined across them.

Field names and meanings are those of the published JSON; see `kb/schema.json` and the README.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from corpus.records import Quote

Key = tuple[str, str]  # a document's id and a statement's: the statement as this document makes it


class Bound(StrEnum):
    """On which side of the written number the truth may lie."""

    OVER = ">"
    AT_LEAST = ">="
    UNDER = "<"
    AT_MOST = "<="
    EXACT = "="
    ABOUT = "~"


class Change(StrEnum):
    """Whether a figure is the level of a thing or how much it changes."""

    LEVEL = "level"
    INCREASE = "increase"
    DECREASE = "decrease"


class FigureKind(StrEnum):
    """What a figure is for: something to reach, a line not to cross, or how things are."""

    TARGET = "target"
    LIMIT = "limit"
    STATUS = "status"


def plain(value: Decimal) -> str:
    """Return the number as a decimal string without exponent or trailing zeros: "55510000000", "13.7"."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class Quantified(Protocol):
    """Anything that says how much: a figure of a document, or one read in a claim."""

    @property
    def value(self) -> Decimal:
        """In base units."""
        ...

    @property
    def value_max(self) -> Decimal | None:
        """The upper end of a range."""
        ...

    @property
    def bound(self) -> Bound:
        """On which side of the value the truth may lie."""
        ...

    @property
    def unit(self) -> str:
        """The canonical unit."""
        ...

    @property
    def unit_text(self) -> str:
        """The unit as written."""
        ...

    @property
    def deadline(self) -> str | None:
        """By when."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity that one document states.

    Args:
        id: names the statement, see `kb.figures.naming`: versions of one work share it for what they share.
        quote: the shortest stretch of one sentence that holds subject, bound, number and unit.
        number: where in the document the number itself with its unit stands, start and end.
        value: in base units (yuan, not 亿元), `value_max` the upper end of a range.
        unit: canonical ("CNY", "%", "count", "week"); `unit_text` as written.
        subject: what is measured or counted, in the document's words, complete enough to stand alone.
        deadline: "2027", "2027-12" or "P30D after …".
        baseline: the year that it is compared with; of a value in a table's past column, the year of that.
        of: id of the figure that this one qualifies: a threshold in its subject (年产值超100亿元的企业2家),
            the level it starts from (从30%提高到50%), the condition of a grant, a sum repeated in
            another currency.

    """

    id: str
    quote: Quote
    number: tuple[int, int]
    value: Decimal
    value_max: Decimal | None = None
    bound: Bound = Bound.EXACT
    unit: str
    unit_text: str
    subject: str
    deadline: str | None = None
    baseline: str | None = None
    change: Change = Change.LEVEL
    kind: FigureKind
    language: str
    of: str | None = None

    @property
    def key(self) -> Key:
        """Tells this figure from that of every other document, its work's other versions too."""
        return self.quote.document, self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible:
    """A body that answers for a task, as one document names it."""

    name: str
    role: str  # "lead", "joint" or "responsible"
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReading:
    """One numbered task as one document states it; the id is made of the work and its title."""

    number: int
    section_number: str
    section_title: str
    title: str
    text: str
    language: str
    quote: Quote
    responsible: tuple[Responsible, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductReading:
    """One numbered class of products as one document lists it; the id is made of the work and its name."""

    number: int
    name: str
    items: tuple[str, ...]
    language: str
    quote: Quote
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMention:
    """A policy as one document names it; `weight` says how much the document is about it.

    `topic` is the name less its place, form and period; `official` that this document is its text. There is
    no quote where the name stands in a page's title only, which is not part of the text.
    """

    document: str
    name: str
    topic: str
    language: str
    place: str | None
    period: str | None
    weight: float
    official: bool
    quote: Quote | None
    id: str = ""

    @property
    def rank(self) -> tuple[float, int, str]:
        """What the document is most about comes first."""
        return -self.weight, self.quote.start if self.quote else 0, self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """One name in the two languages, as far as known."""

    zh: str | None = None
    en: str | None = None

    def join(self, other: Bilingual) -> Bilingual:
        """Fill what is missing here from `other`."""
        return Bilingual(zh=self.zh or other.zh, en=self.en or other.en)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """That two readings, or two names of a body, are taken for one; `first` was there before `other`.

    Both are ids. `score` is 0 to 1; `reason` says what speaks for it: "same text", "list", "title", "number",
    "field", "twin lists" or a "person".
    """

    first: str
    other: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One body under all its names."""

    id: str
    name: Bilingual
    aliases: tuple[str, ...] = ()
    joins: tuple[Joining, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A policy that one or more documents are about; `documents` has its official texts first."""

    id: str
    title: Bilingual
    place: str | None
    issuer: str | None
    document_number: str | None
    issued: str | None
    period: str | None
    documents: tuple[str, ...]
    official: tuple[str, ...]


class Verdict(StrEnum):
    """How one source's figure stands to the most authoritative one."""

    SAME = "same"
    ROUNDED = "rounded"
    DIFFERS = "differs"
    WEAKER = "weaker"
    STRONGER = "stronger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """That a document states a target, and how; `score` and `reason` say why it is taken for the same."""

    document: str
    figure: str
    verdict: Verdict
    score: float
    reason: str

    @property
    def key(self) -> Key:
        """The figure's key."""
        return self.document, self.figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One figure of a plan, joined over all documents that state it; the values are the authority's."""

    id: str
    plan: str
    label: Bilingual
    value: Decimal
    value_max: Decimal | None
    bound: Bound
    unit: str
    deadline: str | None
    kind: FigureKind
    statements: tuple[Statement, ...]
    missing: tuple[str, ...]
    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """An organisation's part in a task: "lead", "joint" or "responsible"."""

    organisation: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One numbered task of a plan, joined over its documents and languages."""

    id: str
    plan: str
    number: str
    section_number: str
    section_title: Bilingual
    title: Bilingual
    text: Bilingual
    responsible: tuple[Assignment, ...]
    figures: tuple[str, ...]
    quotes: tuple[Quote, ...]
    joins: tuple[Joining, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One numbered class of products of a plan."""

    plan: str
    number: str
    name: Bilingual
    items: tuple[str, ...]
    quotes: tuple[Quote, ...]
    joins: tuple[Joining, ...] = ()
