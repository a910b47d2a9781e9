"""Checking what a sentence or an article claims against all that is held.

text → claims      every figure with its subject, deadline, place    `claims`
→ candidates  held figures of the same kind of unit and place   `pool`
→ matches     how surely they are on the claim's subject        `kb.matching`
→ findings    what speaks against the claim, rule by rule       `rules`
→ judgement   with its evidence and the reason in words         `judging`, `together`, `wording`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.records import LinkKind
from kb import shapes
from kb.checking.claims import language_of, read_claims
from kb.checking.judging import Ruling, judge
from kb.checking.together import complete, depend
from kb.checking.wording import reason
from kb.matching import Matcher

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from corpus.records import Document
    from kb.checking.pool import Pool
    from kb.holdings import Holdings
    from kb.matching.stated import Stated

__all__ = ["check", "check_documents"]

_QUOTES = 4


def check(base: Holdings, text: str, language: str | None = None) -> shapes.Json:
    """Judge every figure that `text` claims; the reasons are in its own language, or in `language`."""
    return {"claims": Checker(base).claims(text, language)}


def check_documents(
    base: Holdings, documents: Sequence[Document], language: str | None = None
) -> shapes.Json:
    """Judge the figures of whole documents; what is held of them already is no witness for itself."""
    own = {d.id for d in documents}
    links = [k for found in base.parents.values() for k in found]
    copies = {k.child for k in links if k.parent in own}
    copies |= {k.parent for k in links if k.child in own and k.kind is LinkKind.REVISION_OF}
    checker = Checker(base, without=own | copies)
    claims = [
        {**claim, "part": i}
        for i, document in enumerate(documents)
        for claim in checker.claims(document.text, language)
    ]
    return {"claims": claims, "parts": [{"title": d.title, "text": d.text} for d in documents]}


class Checker:
    """Judges claims against one state of a knowledge base; documents `without` are not heard."""

    def __init__(self, base: Holdings, without: Collection[str] = ()) -> None:
        self.base = base
        self.without = without
        self.pool: Pool = base.pool
        self.matcher = Matcher(base.shipped)
        self.targets = base.target_of

    def claims(self, text: str, language: str | None = None) -> list[shapes.Json]:
        """Return every figure that a text claims, judged."""
        own = language_of(text)
        stated = read_claims(text, own)
        alone = depend(stated, [self.rule(claim) for claim in stated])
        rulings = complete(stated, alone, self.pool.statements.beside, self.matcher.ranked)
        return [self.shape(c, r, text, language or own) for c, r in zip(stated, rulings, strict=True)]

    def rule(self, claim: Stated) -> Ruling:
        """Return the judgement on one claim."""
        found = self.matcher.ranked(claim, self.pool.near(claim, self.without))
        return judge(claim, found, self.authority)

    def authority(self, said: Stated) -> Stated:
        """Return what the most authoritative document that is heard says of the same target."""
        target = self.targets.get((said.document, said.identity))
        heard = (s for s in target.statements if s.document not in self.without) if target else iter(())
        chief = next(heard, None)
        return self.pool.statements.of(self.base.figure_by_key[chief.key]) if chief else said

    def shape(self, claim: Stated, ruling: Ruling, text: str, language: str) -> shapes.Json:
        """Return one claim as published."""
        span = claim.stretch
        return {
            "text": span.cut(text),
            "start": span.start,
            "end": span.end,
            "figure": shapes.measured(claim.figure),  # in no document: no id, no quote
            "verdict": ruling.finding.judgement.value,
            "reason": reason(claim, ruling, language),
            "evidence": self._quotes(ruling, language),
        }

    def _quotes(self, ruling: Ruling, language: str) -> list[shapes.Json]:
        """Return the sentences that show it: the deciding one, its authority's, then the reader's."""
        first, rest = ruling.evidence[:1], ruling.evidence[1:]
        official = [self.authority(said) for said in first]
        ordered = (*first, *official, *sorted(rest, key=lambda s: s.figure.language != language))
        places = dict.fromkeys((said.document, said.span) for said in ordered)
        return [shapes.quote(self.base.held[d].quote(span)) for d, span in list(places)[:_QUOTES]]
