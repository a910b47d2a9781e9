"""How surely two figures are on one subject."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kb.likeness import Likeness
from kb.matching.terms import head
from kb.matching.words import Given, Wanted, Words, missing, share

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kb.likeness import Encoder
    from kb.matching.stated import Stated

# What the parts of a match weigh: a logistic regression on tests/cases/claims.jsonl (without those held
# out), rounded; either half of the claims gives the same within 0.04.
FORTH, BACK, TOPIC, CONTEXT = 0.22, 0.36, 0.22, 0.2
REST = 0.5  # a word of the claim's sentence outside its subject, against one of the subject
IN_SENTENCE, IN_TITLES = 0.85, 0.6  # what a word is worth outside the figure's own clause


@dataclass(frozen=True, slots=True)
class Match:
    """A document's figure beside what is claimed, each part 0 to 1.

    Args:
        said: the figure.
        forth: how many of the claim's words stand near the figure.
        back: how many words of the figure's subject the claim has.
        topic: cosine of the two subjects.
        context: cosine of the two sentences.
        contrast: whether each subject has a word that the other statement lacks: 海洋生产总值, 地区生产总值.
        head: whether the thing itself that the claim counts is named near the figure.

    """

    said: Stated
    forth: float
    back: float
    topic: float
    context: float
    contrast: bool = False
    head: bool = True

    @property
    def score(self) -> float:
        """All of it in one number."""
        return FORTH * self.forth + BACK * self.back + TOPIC * self.topic + CONTEXT * self.context


@dataclass(frozen=True, slots=True)
class Prepared:
    """The words of one statement, to be looked for and to be looked among."""

    claim: Wanted
    subject: Wanted
    head: Wanted
    around: Given
    sentence: Given
    reach: Given


@dataclass(slots=True)
class Matcher:
    """Matches statements; each is prepared once."""

    encoder: Encoder
    _words: Words = field(init=False)
    _likeness: Likeness = field(init=False)
    _prepared: dict[int, tuple[Stated, Prepared]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._words = Words(self.encoder)
        self._likeness = Likeness(self.encoder)

    def fresh(self) -> Matcher:
        """Return a matcher that knows the same words but holds no prepared statements: they are large."""
        other = Matcher(self.encoder)
        other._words, other._likeness = self._words, self._likeness
        return other

    def learn(self, stated: Iterable[Stated]) -> None:
        """Encode all words and texts of statements in a few batches."""
        every = [s for s in stated if id(s) not in self._prepared]
        self._words.learn(
            t for s in every for t in (s.topic, s.clause, s.reach, s.rest, s.context, *s.around)
        )
        self._likeness.learn(t for s in every for t in (s.topic, s.context))

    def ranked(self, claim: Stated, candidates: Sequence[Stated]) -> list[Match]:
        """Return the candidates as matches, the best first."""
        self.learn((claim, *candidates))
        found = [self.match(claim, said) for said in candidates]
        return sorted(found, key=lambda m: (-m.score, m.said.subject, m.said.span))

    def match(self, claim: Stated, said: Stated) -> Match:
        """Set one statement beside another."""
        one, two = self._ready(claim), self._ready(said)
        return Match(
            said=said,
            forth=share(one.claim, two.around),
            back=share(two.subject, one.sentence),
            topic=max(0.0, self._likeness.cosine(claim.topic, said.topic)),
            context=max(0.0, self._likeness.cosine(claim.context, said.context)),
            contrast=claim.figure.language == said.figure.language and _contrast(one, two),
            head=missing(one.head, two.reach) == 0,
        )

    def alike(self, one: Stated, other: Stated) -> float:
        """Return how surely two statements are on one subject, whichever of them is asked of the other."""
        return (self.match(one, other).score + self.match(other, one).score) / 2

    def _ready(self, stated: Stated) -> Prepared:
        known = self._prepared.get(id(stated))
        if known is None:
            known = self._prepared[id(stated)] = (stated, self._prepare(stated))
        return known[1]

    def _prepare(self, s: Stated) -> Prepared:
        titles = [(title, IN_TITLES) for title in s.around]
        return Prepared(
            claim=self._words.wanted([(s.topic, 1.0), (s.rest, REST)]),
            subject=self._words.wanted([(s.topic, 1.0)]),
            head=self._words.wanted([(thing.text, 1.0)] if (thing := head(s.topic)) else []),
            around=self._words.given([(s.topic, 1.0), (s.clause, 1.0), (s.context, IN_SENTENCE), *titles]),
            sentence=self._words.given([(s.topic, 1.0), (s.context, 1.0)]),
            reach=self._words.given([(text, 1.0) for text in (s.topic, s.clause, s.reach, *s.around)]),
        )


def _contrast(claim: Prepared, said: Prepared) -> bool:
    """Whether either subject names what the other does not: such a pair is on two things of one kind."""
    return missing(claim.subject, said.reach) >= 1 and missing(said.subject, claim.sentence) >= 1
