"""Joining the figures of a plan's documents into targets: numbers are the anchors, text the tie-breaker.

The most authoritative document's figures come first and found the targets; every other document's
figures then go to the target they fit best. Each join keeps its score and reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.records import make_id
from kb.decided import UNDECIDED, Decided
from kb.joining.agreement import comparable, deadlines_fit, far_apart, rounded, same_value, verdict
from kb.matching import conflict
from kb.records import Bilingual, Change, FigureKind, Statement, Target, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kb.matching import Matcher, Statements
    from kb.records import Figure, Plan

# Thresholds on `Match.score`; fitted on the pairs of tests/cases/joins.jsonl.
SAME_NUMBER = 0.3  # the value is the anchor, the text must only not speak against it
SAME_SMALL_NUMBER = 0.42  # 2 and 3 are everywhere: the text must carry more
OTHER_NUMBER = 0.55  # a different value of the same thing: the text carries all
BESIDE = 0.3  # the same for a second value in the breath of a first: "5 days for one centre, 10 for several"
SMALL = 10
DECIDED = 3.0  # what a person has said goes before all that is computed
SAME_STATEMENT = 2.5  # goes before all that is alike
ANCHORED = 1.0  # added where the value is the anchor: such a join goes before every one by text


@dataclass(slots=True)
class Draft:
    """A target in the making: its founding figure and every statement of it with score and reason."""

    founder: Figure
    stated: list[tuple[Figure, float, str]] = field(default_factory=list)
    figures: set[str] = field(init=False)  # the ids of all that are taken for this target so far

    def __post_init__(self) -> None:
        self.figures = {self.founder.id}

    def add(self, figure: Figure, score: float, reason: str) -> None:
        """Take a figure for this target, too."""
        self.stated.append((figure, score, reason))
        self.figures.add(figure.id)

    @property
    def speakers(self) -> list[Figure]:
        """The founder, and of each language the first figure that states the same value."""
        by_language = {f.language: f for f, _, reason in reversed(self.stated) if reason == "value"}
        return [self.founder, *(f for f in by_language.values() if f.language != self.founder.language)]


@dataclass(frozen=True, slots=True)
class Judge:
    """Says how surely two figures state one target."""

    statements: Statements
    matcher: Matcher
    decided: Decided = UNDECIDED

    def learn(self, figures: Iterable[Figure]) -> None:
        """Encode the words of figures for the comparisons to come."""
        self.matcher.learn(self.statements.of(f) for f in figures)

    def fit(self, figure: Figure, draft: Draft) -> tuple[float, str]:
        """Return how well a figure fits a draft, with the reason; 0 where it does not."""
        word = self.word(figure, draft)
        if word is not None:
            return (DECIDED, "person") if word else (0.0, "")
        if figure.id in draft.figures:  # another version of the work says the very same
            return SAME_STATEMENT, "value"
        return max((self.pair(figure, other) for other in draft.speakers), default=(0.0, ""))

    def word(self, figure: Figure, draft: Draft) -> bool | None:
        """Return what a person has said of a figure and those of a draft."""
        return self.decided.of(figure.id, draft.figures) if self.decided else None

    def pair(self, a: Figure, b: Figure) -> tuple[float, str]:
        """Return how surely two figures state one target: over 1 where their values agree."""
        if not comparable(a.unit, b.unit) or {a.change, b.change} == {Change.INCREASE, Change.DECREASE}:
            return 0.0, ""
        equal = same_value(a, b) or (rounded(a, b) and _is_state(a) == _is_state(b))
        if not equal and not self._may_differ(a, b):
            return 0.0, ""
        one, two = self.statements.of(a), self.statements.of(b)
        axis = conflict(one.wording, two.wording)
        if axis and not (equal and axis == "measure"):
            return 0.0, ""
        text = self.matcher.alike(one, two)
        if not equal:
            return (text, "text") if text >= BESIDE else (0.0, "")
        if text < (SAME_SMALL_NUMBER if _small(a) else SAME_NUMBER):
            return 0.0, ""
        alike = 0.2 * deadlines_fit(a, b) + 0.1 * (bool(a.of) == bool(b.of))
        return ANCHORED + text + alike, "value"

    @staticmethod
    def _may_differ(a: Figure, b: Figure) -> bool:
        """Whether two figures may be one target with two values: all but the value fits.

        What has been reached is another thing than what is wanted, and no wrong report of it.
        """
        timely = deadlines_fit(a, b) and _is_state(a) == _is_state(b)
        return bool(a.of) == bool(b.of) and timely and not far_apart(a, b)


def _is_state(figure: Figure) -> bool:
    return figure.kind is FigureKind.STATUS


def _small(figure: Figure) -> bool:
    return figure.value < SMALL and figure.unit in ("count", "person")


def join_targets(
    plan: Plan,
    figures: Mapping[str, Sequence[Figure]],
    statements: Statements,
    matcher: Matcher,
    decided: Decided = UNDECIDED,
) -> tuple[Target, ...]:
    """Return the targets of `plan` over all its documents, in the order its authority states them."""
    judge = Judge(statements, matcher.fresh(), decided)
    judge.learn(f for d in plan.documents for f in figures.get(d, ()))
    drafts: list[Draft] = []
    for document in plan.documents:
        _place(figures.get(document, ()), drafts, judge)
    return tuple(_target(draft, plan) for draft in drafts)


def _place(figures: Sequence[Figure], drafts: list[Draft], judge: Judge) -> None:
    """Give each figure of one document to the draft it fits best; the rest found drafts of their own."""
    scored = [
        (score, -i, -j, reason)
        for i, figure in enumerate(figures)
        for j, draft in enumerate(drafts)
        for score, reason in [judge.fit(figure, draft)]
        if score
    ]
    known = len(drafts)
    homes: dict[int, tuple[int, float, str]] = {}
    told: dict[int, list[int]] = {}  # the figures by which this document has stated a draft
    for score, i, j, reason in sorted(scored, reverse=True):
        by_value = reason != "text"
        if -i not in homes and (by_value or _may_add(score, -i, told.get(-j, ()), homes)):
            homes[-i] = (-j, score, reason)
            told.setdefault(-j, []).append(-i)
    for i, figure in enumerate(figures):
        if i in homes:
            j, score, reason = homes[i]
            drafts[j].add(figure, score, reason)
        elif twin := _twin(figure, drafts[known:], judge):
            twin.add(figure, ANCHORED + 1, "value")
        else:
            drafts.append(Draft(figure))


def _may_add(score: float, i: int, told: Sequence[int], homes: Mapping[int, tuple[int, float, str]]) -> bool:
    """Whether a document may state a target with a value that is not the authority's.

    Once it has stated the authority's value, another value is another thing. Two wrong values stand side by
    side: "5 days for one centre, 10 for several".
    """
    if not told:
        return score >= OTHER_NUMBER
    return all(homes[other][2] == "text" and abs(other - i) == 1 for other in told)


def _twin(figure: Figure, fresh: Iterable[Draft], judge: Judge) -> Draft | None:
    """Return the draft that this very document has founded for the same statement made twice."""
    for draft in fresh:
        same = same_value(figure, draft.founder) and bool(figure.of) == bool(draft.founder.of)
        parted = judge.word(figure, draft) is False
        if same and not parted and deadlines_fit(figure, draft.founder):
            score, _ = judge.pair(figure, draft.founder)
            if score >= ANCHORED + OTHER_NUMBER:
                return draft
    return None


def _target(draft: Draft, plan: Plan) -> Target:
    """Make the record; the founding figure's document is the authority."""
    first = draft.founder
    stated = {
        first.key: Statement(
            document=first.quote.document,
            figure=first.id,
            verdict=Verdict.SAME,
            score=1.0,
            reason="authority",
        )
    }
    label = Bilingual(**{first.language: first.subject}) if first.language in ("zh", "en") else Bilingual()
    for figure, score, reason in draft.stated:
        stated[figure.key] = Statement(
            document=figure.quote.document,
            figure=figure.id,
            verdict=verdict(figure, first),
            score=round(min(score, ANCHORED + 1) / (ANCHORED + 1), 3),
            reason=reason,
        )
        if reason != "text" and figure.language in ("zh", "en"):
            label = label.join(Bilingual(**{figure.language: figure.subject}))
    tellers = {s.document for s in stated.values()}
    return Target(
        id=make_id("target", plan.id, first.id),
        plan=plan.id,
        label=label,
        value=first.value,
        value_max=first.value_max,
        bound=first.bound,
        unit=first.unit,
        deadline=first.deadline,
        kind=first.kind,
        statements=tuple(stated.values()),
        missing=tuple(d for d in plan.documents if d not in tellers),
        authority=first.quote.document,
    )
