"""The figure × source matrix of a plan: how every document states every target, and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb import shapes
from kb.comparing.rules import GRAVITY, Cell, view
from kb.comparing.wording import REASONS
from kb.writing import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.records import Document
    from kb.holdings import Holdings
    from kb.matching import Stated, Statements
    from kb.records import Plan, Statement, Target

__all__ = ["Cell", "compare"]


def compare(base: Holdings, plan_id: str | None = None, language: str = "en") -> shapes.Json:
    """Return the matrix of a plan: for each target and document a verdict, its reason and both quotes."""
    plan = base.plan(plan_id)
    origins = {d: _origin(base, base.held[d], plan) for d in plan.documents}
    matrix = Matrix(base, plan, origins, language)
    return {
        "plan": plan.id,
        "title": {"zh": plan.title.zh, "en": plan.title.en},
        "sources": list(plan.documents),
        "origins": origins,
        "authority": _authority(plan, language),
        "rows": [matrix.row(t) for t in base.knowledge.targets if t.plan == plan.id],
    }


class Matrix:
    """Fills the rows of one plan."""

    def __init__(self, base: Holdings, plan: Plan, origins: dict[str, shapes.Json], language: str) -> None:
        self.base = base
        self.plan = plan
        self.origins = origins
        self.language = language
        self.statements: Statements = base.pool.statements

    def row(self, target: Target) -> shapes.Json:
        """Return how every document states a target."""
        chief = self._stated(target.statements[0])
        cells = {d: self._cell(d, target, chief) for d in self.plan.documents}
        return {
            "target": target.id,
            "label": {"zh": target.label.zh, "en": target.label.en},
            "value": written(chief.figure, self.language),
            "cells": cells,
        }

    def _stated(self, statement: Statement) -> Stated:
        return self.statements.of(self.base.figure_by_key[statement.key])

    def _cell(self, document: str, target: Target, chief: Stated) -> shapes.Json:
        """Return how one document states a target; of several statements the ones that differ most."""
        told = [(self._stated(s), s) for s in target.statements if s.document == document]
        if not told:
            return self._shape(Cell.MISSING, "missing", [], chief)
        judged = [(view(said, chief), said) for said, _ in told]
        worst = min((v for v, _ in judged), key=lambda v: GRAVITY.index(v.cell))
        cell = self._shape(worst.cell, worst.rule, [said for v, said in judged if v == worst], chief)
        if self.origins[document]["role"] in ("repost", "superseded"):
            # No second witness for what it copies, or what its newest version says now.
            cell["inherits"] = self.origins[document]["parent"]
        return cell

    def _shape(self, cell: Cell, rule: str, said: Sequence[Stated], chief: Stated) -> shapes.Json:
        figures = list(dict.fromkeys(s.identity for s in said))
        reason = REASONS[rule][self.language].format(
            said=" / ".join(dict.fromkeys(written(s.figure, self.language) for s in said)),
            chief=written(chief.figure, self.language),
            subject=said[0].subject if said else "",
        )
        spans = dict.fromkeys((s.document, s.span) for s in ((chief, *said) if said else ()))
        return {
            "verdict": cell.value,
            "figure": figures[0] if figures else None,
            "figures": figures,
            "reason": reason,
            "quotes": [shapes.quote(self.base.held[d].quote(span)) for d, span in spans],
        }


def _origin(base: Holdings, document: Document, plan: Plan) -> shapes.Json:
    """Return what a document is: the official text, an older version, a report, a repost or a translation."""
    parents = base.parents.get(document.id, ())
    link = next((k for k in parents if k.kind.value in ("repost_of", "translation_of")), None)
    newest = base.newest.get(document.id)
    parent = newest or (link.parent if link else None)
    if newest:
        role = "superseded"
    elif document.id in plan.official:
        role = "official"
    elif link and link.kind.value == "translation_of":
        role = "translation"
    elif link or document.kind == "repost" or document.original_url:
        role = "repost"
    else:
        role = "report"
    return {"role": role, "parent": parent, "url": document.original_url}


def _authority(plan: Plan, language: str) -> shapes.Json:
    """Return the document whose figures are the measure, and why."""
    rule = "official" if plan.official else "fullest"
    return {"document": plan.documents[0], "reason": REASONS[rule][language]}
