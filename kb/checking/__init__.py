"""Checking what a sentence or an article claims against all that is held.

text → claims      every figure with its subject, deadline, place    `claims`
→ candidates  held figures of the same kind of unit and place   `pool`
→ matches     how surely they are on the claim's subject        `kb.matching`
→ findings    what speaks against the claim, rule by rule       `rules`
→ judgement   with its evidence and the reason in words         `judging`, `wording`
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kb import shapes
from kb.checking.claims import language_of, read_claims
from kb.checking.judging import Ruling, judge
from kb.checking.wording import reason
from kb.matching import Matcher
from kb.records import plain

if TYPE_CHECKING:
    from collections.abc import Collection

    from kb.checking.pool import Pool
    from kb.knowledge_base import KnowledgeBase
    from kb.matching.stated import Stated
    from kb.records import Target

__all__ = ["check"]

_QUOTES = 4


def check(
    base: KnowledgeBase, text: str, language: str | None = None, *, without: Collection[str] = ()
) -> shapes.Json:
    """Judge every figure that `text` claims, in its language; documents `without` are no witnesses."""
    language = language or language_of(text)
    checker = Checker(base)
    claims = read_claims(text, language_of(text))
    return {"claims": [checker.shape(claim, text, language, without) for claim in claims]}


class Checker:
    """Judges claims against one state of a knowledge base."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        self.pool: Pool = base.pool
        self.matcher = Matcher(base.encoder)
        self.targets: dict[str, Target] = {s.figure: t for t in base.knowledge.targets for s in t.statements}

    def rule(self, claim: Stated, without: Collection[str] = ()) -> Ruling:
        """Return the judgement on one claim."""
        found = self.matcher.ranked(claim, self.pool.near(claim, without))
        return judge(claim, found, self.authority)

    def authority(self, said: Stated) -> Stated:
        """Return what the most authoritative document says of the same target."""
        target = self.targets.get(getattr(said.figure, "id", ""))
        if target is None:
            return said
        chief = target.statements[0].figure
        known = self.base.figure_by_id
        return self.pool.statements.of(known[chief]) if chief in known else said

    def shape(self, claim: Stated, text: str, language: str, without: Collection[str]) -> shapes.Json:
        """Return one claim as published."""
        ruling = self.rule(claim, without)
        span = claim.stretch
        return {
            "text": span.cut(text),
            "start": span.start,
            "end": span.end,
            "figure": _figure(claim),
            "verdict": ruling.finding.judgement.value,
            "reason": reason(claim, ruling, language),
            "evidence": self._quotes(ruling, language),
        }

    def _quotes(self, ruling: Ruling, language: str) -> list[shapes.Json]:
        """Return the sentences that show it: the deciding one, then those in the reader's language."""
        first, rest = ruling.evidence[:1], ruling.evidence[1:]
        ordered = (*first, *sorted(rest, key=lambda s: s.figure.language != language))
        places = dict.fromkeys((said.document, said.span) for said in ordered)
        return [shapes.quote(self.base.held[d].quote(span)) for d, span in list(places)[:_QUOTES]]


def _figure(claim: Stated) -> dict[str, Any]:
    """Return what was read in the claim; it stands in no document, so it has no id and no quote."""
    f = claim.figure
    return {
        "value": plain(f.value),
        "value_max": None if f.value_max is None else plain(f.value_max),
        "bound": f.bound.value,
        "unit": f.unit,
        "unit_text": f.unit_text,
        "subject": f.subject,
        "deadline": f.deadline,
        "baseline": f.baseline,
        "change": f.change.value,
        "kind": f.kind.value,
        "language": f.language,
    }
