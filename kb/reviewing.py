"""What is doubtful, for a person to accept or reject.

`review` returns

    {"doubts": [{"id", "kind": "join"/"task"/"product"/"organisation"/"figure"/"link",
                 "why": "text alone"/"low score"/"one list"/"no unit"/"no subject", "score": 0 to 1 or null,
                 "records": [id], "quotes": [quote], "titles": [text or null]}],
     "settled": [{"id", "kind", "records": [id], "accepted": bool, "at"}]}

A join is two figures taken for one target (the authority's first); a task, a product and an organisation are
two readings or two names taken for one; a link is one document taken for the copy or translation of another
(the copy first). What is rejected does not hold any more: the figure is not read, the two are not joined
again, the document counts as a source of its own. What is accepted holds whatever the computation says later.
Doubts come in a fixed order, the most doubtful of each kind first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING

from corpus.errors import NotFound
from corpus.judgements import Judgement
from corpus.records import Link, LinkKind, make_id
from kb import shapes
from kb.decided import Decided
from kb.organisations import Mention
from kb.works import work_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from corpus.records import Quote
    from kb.holdings import Holdings
    from kb.records import Figure

PERSON = "person"  # the maker of links that a person has judged
SURE_JOIN = 0.75  # a join by value with more than that has text enough
SURE_LINK = 0.8
SURE_ENTRY = 0.35  # of a task or product; twins in one list have less only where one was translated freely
SURE_BODY = 0.75  # two twin lists that name a body side by side
JOINS = ("join", "task", "product", "organisation")
KINDS = (*JOINS, "figure", "link")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Something that can be judged; `why` says what is doubtful about it, if anything."""

    id: str
    kind: str
    records: tuple[str, ...]
    why: str | None = None
    score: float | None = None

    @property
    def rank(self) -> tuple[int, float, str]:
        """The most doubtful of each kind first."""
        return KINDS.index(self.kind), self.score or 0.0, self.id


def review(base: Holdings) -> shapes.Json:
    """Return what is doubtful and not yet judged, and what was judged."""
    settled = tuple(base.store.judgements)
    known = {j.id for j in settled}
    doubts = sorted((m for m in matters(base) if m.why and m.id not in known), key=lambda m: m.rank)
    said = _quotes(base) if doubts else {}
    return {"doubts": [_shape(m, base, said) for m in doubts], "settled": [_settled(j) for j in settled]}


def judge(base: Holdings, identities: Sequence[str], accepted: bool | None) -> shapes.Json:
    """Keep a person's word on each, None to take it back; all are kept or, with NotFound, none."""
    with base.moment():
        judged: dict[str, Matter] = {
            **{m.id: m for m in matters(base)},
            **{j.id: Matter(id=j.id, kind=j.kind, records=j.records) for j in base.store.judgements},
        }
    for identity in identities:
        if identity not in judged:
            raise NotFound(f"nothing to judge is called {identity}", hint="`policykb review` lists what is")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with base.store.transaction():
        for identity in identities:
            m = judged[identity]
            if accepted is None:
                base.store.judgements.withdraw(m.id)
            else:
                judgement = Judgement(id=m.id, kind=m.kind, records=m.records, accepted=accepted, at=at)
                base.store.judgements.put(judgement)
    return {"settled": [_settled(j) for j in base.store.judgements if j.id in set(identities)]}


def seal(judgements: Iterable[Judgement]) -> str:
    """Return what tells these judgements from all others: what was joined under others is not taken over."""
    return make_id("said", *((j.id, j.accepted) for j in judgements))


def decided(judgements: Iterable[Judgement]) -> Decided:
    """Return what was said of pairs: of figures, tasks, products and names."""
    joins = [j for j in judgements if j.kind in JOINS]
    return Decided(
        joined=frozenset(frozenset(j.records) for j in joins if j.accepted),
        parted=frozenset(frozenset(j.records) for j in joins if not j.accepted),
    )


def denials(judgements: Iterable[Judgement]) -> Iterator[Link]:
    """Yield a link that does not hold for each that a person has rejected."""
    for j in judgements:
        if j.kind == "link" and not j.accepted:
            child, parent, kind = j.records
            yield Link(child=child, parent=parent, kind=LinkKind(kind), by=PERSON, score=1.0, holds=False)


def rejected(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Return the ids of the figures that a person has rejected."""
    return frozenset(j.id for j in judgements if j.kind == "figure" and not j.accepted)


def without(figures: Iterable[Figure], gone: Collection[str]) -> tuple[Figure, ...]:
    """Return the figures that are not `gone`; none qualifies one that is."""
    return tuple(replace(f, of=None) if f.of in gone else f for f in figures if f.id not in gone)


def matters(base: Holdings) -> Iterator[Matter]:
    """Yield everything that can be judged."""
    yield from _joins(base)
    yield from _entries(base)
    for figure, *_ in base.figures_by_id.values():
        why = "no subject" if not figure.subject else "no unit" if not figure.unit_text else None
        yield Matter(id=figure.id, kind="figure", records=(figure.id,), why=why)
    for link in base.store.links():
        if link.child in base.held and link.parent in base.held:
            records = (link.child, link.parent, link.kind.value)
            why = "low score" if link.score < SURE_LINK else None
            yield Matter(
                id=make_id("link", *records), kind="link", records=records, why=why, score=link.score
            )


def _joins(base: Holdings) -> Iterator[Matter]:
    """Yield every two figures that are taken for one target, each with the authority's."""
    for target in base.knowledge.targets:
        first, *others = target.statements
        for said in {s.figure: s for s in reversed(others) if s.figure != first.figure}.values():
            why = "text alone" if said.reason == "text" else "low score" if said.score < SURE_JOIN else None
            records = (first.figure, said.figure)
            yield Matter(
                id=make_id("join", *sorted(records)), kind="join", records=records, why=why, score=said.score
            )


def _entries(base: Holdings) -> Iterator[Matter]:
    """Yield every two readings that are taken for one task or product, and every two names of a body."""
    known = base.knowledge
    for kind, sure, joined in (
        ("task", SURE_ENTRY, known.tasks),
        ("product", SURE_ENTRY, known.products),
        ("organisation", SURE_BODY, known.organisations),
    ):
        low = "one list" if kind == "organisation" else "low score"
        for joining in (j for record in joined for j in record.joins):
            records = (joining.first, joining.other)
            why = low if joining.score < sure else None
            identity = make_id(kind, *sorted(records))
            yield Matter(id=identity, kind=kind, records=records, why=why, score=joining.score)


def _quotes(base: Holdings) -> dict[str, Quote]:
    """Return where what can be judged is said: the first quote of each figure, task, product and name."""
    readings, known = base.readings, base.knowledge
    places = {d: plan.place for plan in known.plans for d in plan.documents}
    found = {identity: figures[0].quote for identity, figures in base.figures_by_id.items()}
    for product in chain.from_iterable(readings.products.values()):
        found.setdefault(product.id, product.quote)
    for task in chain.from_iterable(readings.tasks.values()):
        found.setdefault(task.id, task.quote)
        document = task.quote.document
        for body in task.responsible:
            name = Mention(body.name, task.language, work_of(base.held[document]), places.get(document))
            found.setdefault(name.id, body.quote)
    return found


def _shape(matter: Matter, base: Holdings, said: Mapping[str, Quote]) -> shapes.Json:
    quotes = [said[r] for r in matter.records if r in said]
    documents = [q.document for q in quotes] or [r for r in matter.records if r in base.held]
    return {
        "id": matter.id,
        "kind": matter.kind,
        "why": matter.why,
        "score": matter.score,
        "records": list(matter.records),
        "quotes": [shapes.quote(q) for q in quotes],
        "titles": [base.held[d].title for d in documents],
    }


def _settled(judgement: Judgement) -> shapes.Json:
    j = judgement
    return {"id": j.id, "kind": j.kind, "records": list(j.records), "accepted": j.accepted, "at": j.at}
