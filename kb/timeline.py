"""One target through time: what was said first, where, and when a different number first appeared.

`timeline` returns

    {"target": target, "first": said or null, "first_different": said or null, "said": [said]}

where said is {"published", "document", "title", "publisher", "copy_of": id or null, "figure", "words",
"verdict": how the number stands to the first one, or null where no date is known, "quote"}. Statements come
by the date of their documents; those without a date come last, and count neither as the first nor as the
first that differs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import NotFound
from kb import shapes
from kb.finding import targets
from kb.joining.agreement import verdict
from kb.records import Verdict
from kb.writing import written

if TYPE_CHECKING:
    from kb.holdings import Holdings
    from kb.records import Statement, Target

UNDATED = "9999"


def timeline(base: Holdings, query: str, language: str = "en") -> shapes.Json:
    """Return who said what of a target when; `query` is its id or words that name it. Raises NotFound."""
    target = _target(base, query)
    # Stable: of one day the authority comes first.
    order = sorted(target.statements, key=lambda s: base.held[s.document].published or UNDATED)
    dated = [s for s in order if base.held[s.document].published]
    first = dated[0] if dated else None
    said = [_said(base, statement, first, language) for statement in order]
    differing = (one for one in said if one["verdict"] == Verdict.DIFFERS.value)
    return {
        "target": shapes.target(target),
        "first": said[0] if first else None,
        "first_different": next(differing, None),
        "said": said,
    }


def _target(base: Holdings, query: str) -> Target:
    """Return the target with this id, or the one that fits the words best."""
    for target in base.knowledge.targets:
        if target.id == query:
            return target
    if not query.startswith("target-"):
        for target in targets(base, query):
            return target
    raise NotFound(f"no target is called {query}", hint="`policykb targets` lists what there is")


def _said(base: Holdings, statement: Statement, first: Statement | None, language: str) -> shapes.Json:
    """Return one statement with where and when it was made."""
    document, figure = base.held[statement.document], base.figure_by_key[statement.key]
    copied = [k.parent for k in base.parents.get(document.id, ()) if k.kind.value == "repost_of"]
    held = verdict(figure, base.figure_by_key[first.key]) if first and document.published else None
    return {
        "published": document.published,
        "document": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "copy_of": copied[0] if copied else None,
        "figure": figure.id,
        "words": written(figure, language),
        "verdict": held.value if held else None,
        "quote": shapes.quote(figure.quote),
    }
