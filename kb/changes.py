"""What changed between two plans, or two documents: targets added, dropped, raised, lowered, moved.

`diff` returns

    {"from": {"id", "title"}, "to": {"id", "title"},
     "changes": [{"change": ["added"] or ["dropped"] or one or more of "raised", "lowered", "moved" (another
                             deadline), "dated", "undated" (a deadline where there was none, or none any
                             more), "stricter", "looser" (another bound), "changed" (another unit),
                  "score": 0 to 1 or null, "from": said or null, "to": said or null}],
     "unchanged": [the same with an empty "change"]}

where said is {"figure", "subject", "value", "value_max", "bound", "unit", "deadline", "words", "quote"}.
Changes come in the order of the newer text, what was dropped behind them in the order of the older.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import NotFound
from corpus.records import LinkKind
from kb import shapes
from kb.joining.agreement import comparable, deadlines_fit, far_apart, ratio, same_value, stricter
from kb.matching import Matcher, conflict
from kb.records import FigureKind, plain
from kb.writing import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kb.holdings import Holdings
    from kb.matching import Stated
    from kb.records import Figure

SAME_NUMBER = 0.3  # with one number the texts must only not speak against each other
OTHER_NUMBER = 0.5  # a number that has changed: the text carries all
NUMBER = 0.15  # what one number adds: of two targets that fit, the one that has not changed
PROMISES = (FigureKind.TARGET, FigureKind.LIMIT)


@dataclass(frozen=True, slots=True)
class Side:
    """A plan or a document with what it promises, in its order."""

    id: str
    title: shapes.Json
    figures: tuple[Figure, ...]


def diff(base: Holdings, older: str, newer: str | None = None, language: str = "en") -> shapes.Json:
    """Return what changed from one plan or document to another; raises NotFound.

    With one document alone it is what this version changed in the one that it revises.
    """
    if newer is None:
        older, newer = _revised(base, older), older
    old, new = _side(base, older), _side(base, newer)
    partner = _pairs(base, old.figures, new.figures)
    rows = []
    for i, figure in enumerate(new.figures):
        j, score = partner.get(i, (None, None))
        rows.append(_row(None if j is None else old.figures[j], figure, score, language))
    kept = {j for j, _ in partner.values()}
    rows += [_row(f, None, None, language) for j, f in enumerate(old.figures) if j not in kept]
    return {
        "from": {"id": old.id, "title": old.title},
        "to": {"id": new.id, "title": new.title},
        "changes": [row for row in rows if row["change"]],
        "unchanged": [row for row in rows if not row["change"]],
    }


def _revised(base: Holdings, document: str) -> str:
    """Return the version that a document revises."""
    for link in base.parents.get(document, ()):
        if link.kind is LinkKind.REVISION_OF:
            return link.parent
    hint = "name two plans or documents to compare"
    raise NotFound(f"no older version of {document} is held", hint=hint)


def _side(base: Holdings, identity: str) -> Side:
    """Return the plan or document with this id; what is said twice is one promise."""
    for plan in base.knowledge.plans:
        if plan.id == identity:
            targets = [t for t in base.knowledge.targets if t.plan == plan.id]
            chief = (base.figure_by_key[t.statements[0].key] for t in targets)
            return Side(identity, {"zh": plan.title.zh, "en": plan.title.en}, _promises(chief))
    if identity not in base.held:
        hint = "`policykb plans` and `policykb documents` list what there is"
        raise NotFound(f"no plan or document {identity}", hint=hint)
    target_of, figures = base.target_of, base.readings.figures.get(identity, ())
    said = {target.id if (target := target_of.get(f.key)) else f.id: f for f in reversed(figures)}
    document = base.held[identity]
    title = {"zh": None, "en": None, document.language: document.title}
    return Side(identity, title, _promises(sorted(said.values(), key=lambda f: f.number)))


def _promises(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return the figures that promise something; a threshold in a promise is one that can be raised, too."""
    return tuple(f for f in figures if f.kind in PROMISES)


def _pairs(base: Holdings, old: Sequence[Figure], new: Sequence[Figure]) -> dict[int, tuple[int, float]]:
    """Return for the new figures the old ones that they succeed, the best pairs first, each taken once."""
    matcher, statements = Matcher(base.shipped), base.pool.statements
    matcher.learn(statements.of(f) for f in (*old, *new))
    target_of = base.target_of

    def fit(before: Figure, after: Figure) -> float:
        """Return 1 and more for what is joined already, else what the two say of each other."""
        joined = before.key in target_of and target_of[before.key] is target_of.get(after.key)
        return (before.id == after.id) + joined + _fit(statements.of(before), statements.of(after), matcher)

    scored = sorted(
        (-score, i, j)
        for i, figure in enumerate(new)
        for j, before in enumerate(old)
        if (score := fit(before, figure))
    )
    found: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, i, j in scored:
        if i not in found and j not in taken:
            found[i] = (j, min(1.0, round(-score, 3)))
            taken.add(j)
    return found


def _fit(old: Stated, new: Stated, matcher: Matcher) -> float:
    """Return how surely a figure succeeds another, 0 where it does not; deadlines are there to be moved."""
    a, b = old.figure, new.figure
    if not comparable(a.unit, b.unit) or a.change is not b.change:
        return 0.0
    equal = same_value(a, b)
    if (not equal and far_apart(a, b)) or conflict(old.wording, new.wording):
        return 0.0
    text = matcher.alike(old, new)
    return text + NUMBER * equal if text >= (SAME_NUMBER if equal else OTHER_NUMBER) else 0.0


def _row(old: Figure | None, new: Figure | None, score: float | None, language: str) -> shapes.Json:
    """Return one target with what both sides say of it."""
    return {
        "change": _change(old, new),
        "score": score,
        "from": old and _said(old, language),
        "to": new and _said(new, language),
    }


def _change(old: Figure | None, new: Figure | None) -> list[str]:
    """Return in which ways a target changed."""
    if old is None or new is None:
        return ["added" if old is None else "dropped"]
    found = []
    if not same_value(old, new):
        found.append(_direction(old, new))
    elif old.bound is not new.bound:
        found.append("looser" if stricter(old.bound, new.bound) else "stricter")
    if bool(old.deadline) != bool(new.deadline):
        found.append("dated" if new.deadline else "undated")
    elif not deadlines_fit(old, new):
        found.append("moved")
    return found


def _direction(old: Figure, new: Figure) -> str:
    """Return whether a number went up or down; without a common step of units it has only changed."""
    times = ratio(new, old)
    if times is not None and times != 1:
        return "raised" if times > 1 else "lowered"
    if times is None and old.unit != new.unit:
        return "changed"
    before, after = ((f.value, f.value if f.value_max is None else f.value_max) for f in (old, new))
    return "raised" if after > before else "lowered"


def _said(figure: Figure, language: str) -> shapes.Json:
    """Return what one side says of a target."""
    f = figure
    return {
        "figure": f.id,
        "subject": f.subject,
        "value": plain(f.value),
        "value_max": None if f.value_max is None else plain(f.value_max),
        "bound": f.bound.value,
        "unit": f.unit,
        "deadline": f.deadline,
        "words": written(f, language),
        "quote": shapes.quote(f.quote),
    }
