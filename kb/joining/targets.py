"""Joining the figures of a plan's documents into targets: numbers are the anchors, text the tie-breaker.

The most authoritative document's figures come first and found the targets; every other document's
figures then go to the target they fit best. Each join keeps its score and reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.records import make_id
from kb.joining.agreement import comparable, deadlines_fit, rounded, same_value, verdict
from kb.records import Bilingual, Statement, Target, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kb.likeness import Likeness
    from kb.records import Figure, Plan

# Thresholds on `Likeness.alike` of two subjects; fitted on the development documents.
SAME_NUMBER = 0.2  # the value is the anchor, the text must only not speak against it
SAME_SMALL_NUMBER = 0.35  # 2 and 3 are everywhere: the text must carry more
OTHER_NUMBER = 0.62  # a different value of the same thing: the text carries all
SMALL = 10


@dataclass(slots=True)
class Draft:
    """A target in the making: its founding figure and every statement of it with score and reason."""

    founder: Figure
    stated: list[tuple[Figure, float, str]] = field(default_factory=list)

    @property
    def figures(self) -> list[Figure]:
        """All figures that state this target."""
        return [self.founder, *(f for f, _, _ in self.stated)]


def join_targets(
    plan: Plan, figures: Mapping[str, Sequence[Figure]], likeness: Likeness
) -> tuple[Target, ...]:
    """Return the targets of `plan` over all its documents, in the order its authority states them."""
    likeness.learn(f.subject for d in plan.documents for f in figures.get(d, ()))
    drafts: list[Draft] = []
    for document in plan.documents:
        _place(figures.get(document, ()), drafts, likeness)
    return tuple(_target(draft, plan) for draft in drafts)


def _place(figures: Sequence[Figure], drafts: list[Draft], likeness: Likeness) -> None:
    """Give each figure of one document to the draft it fits best; the rest found drafts of their own."""
    scored = [
        (score, -i, -j, reason)
        for i, figure in enumerate(figures)
        for j, draft in enumerate(drafts)
        if (score := (found := _fit(figure, draft, likeness))[0]) and (reason := found[1])
    ]
    known = len(drafts)
    homes: dict[int, tuple[int, float, str]] = {}
    told: set[int] = set()  # drafts whose value this document has stated: a second value is another thing
    for score, i, j, reason in sorted(scored, reverse=True):
        equal = reason != "text"
        if -i in homes or (not equal and -j in told):
            continue
        homes[-i] = (-j, score, reason)
        told.add(-j)
    for i, figure in enumerate(figures):
        if i in homes:
            j, score, reason = homes[i]
            drafts[j].stated.append((figure, score, reason))
        elif twin := _twin(figure, drafts[known:], likeness):
            twin.stated.append((figure, 1.0, "value"))
        else:
            drafts.append(Draft(figure))


def _twin(figure: Figure, fresh: Iterable[Draft], likeness: Likeness) -> Draft | None:
    """Return the draft that this very document has founded for the same statement made twice."""
    for draft in fresh:
        if same_value(figure, draft.founder) and deadlines_fit(figure, draft.founder):
            alike = likeness.alike(figure.subject, draft.founder.subject)
            if alike >= OTHER_NUMBER and bool(figure.of) == bool(draft.founder.of):
                return draft
    return None


def _fit(figure: Figure, draft: Draft, likeness: Likeness) -> tuple[float, str]:
    """Return how well a figure fits a draft, with the reason; 0 where it does not."""
    best = (0.0, "")
    for other in draft.figures:
        best = max(best, _pair(figure, other, likeness))
    return best


def _pair(a: Figure, b: Figure, likeness: Likeness) -> tuple[float, str]:
    """Return how surely two figures state one target: 1 and more where their values agree."""
    if not comparable(a.unit, b.unit) or a.change != b.change:
        return 0.0, ""
    text = likeness.alike(a.subject, b.subject)
    if same_value(a, b) or rounded(a, b):
        enough = SAME_SMALL_NUMBER if a.value < SMALL and a.unit in ("count", "person") else SAME_NUMBER
        fits = deadlines_fit(a, b)
        if text >= enough:
            return 1.0 + text + (0.2 if fits else 0.0) + (0.1 if bool(a.of) == bool(b.of) else 0.0), "value"
        return 0.0, ""
    if bool(a.of) != bool(b.of) or a.kind != b.kind or not deadlines_fit(a, b):
        return 0.0, ""
    return (text, "text") if text >= OTHER_NUMBER else (0.0, "")


def _target(draft: Draft, plan: Plan) -> Target:
    """Make the record; the founding figure's document is the authority."""
    first = draft.founder
    stated = {
        first.id: Statement(
            document=first.quote.document,
            figure=first.id,
            verdict=Verdict.SAME,
            score=1.0,
            reason="authority",
        )
    }
    label = Bilingual(**{first.language: first.subject}) if first.language in ("zh", "en") else Bilingual()
    for figure, score, reason in draft.stated:
        stated[figure.id] = Statement(
            document=figure.quote.document,
            figure=figure.id,
            verdict=verdict(figure, first),
            score=round(min(score, 2.0) / 2, 3),
            reason=reason,
        )
        if reason == "value" and figure.language in ("zh", "en"):
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
