"""What is read of one figure, and what is known of its text beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.records import FigureKind

if TYPE_CHECKING:
    from decimal import Decimal

    from corpus.text import Span
    from kb.records import Bound, Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One figure as it stands in a text.

    Args:
        span: the shortest stretch that holds subject, bound, number and unit.
        number: the number with its unit.
        of: position, among the readings of the same text, of the figure that this one qualifies.

    """

    span: Span
    number: Span
    value: Decimal
    value_max: Decimal | None
    bound: Bound
    unit: str
    unit_text: str
    subject: str
    deadline: str | None
    baseline: str | None
    change: Change
    kind: FigureKind
    language: str
    of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of a text beforehand.

    Args:
        kind: what its figures are for, where nothing else tells.
        year: when it was written.
        report: whether it only tells how things are, so that 建设 and 培育 are no plans.

    """

    kind: FigureKind = FigureKind.STATUS
    year: int | None = None
    report: bool = False
