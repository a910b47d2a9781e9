"""What one home holds: its store, bytes and index, and all that is read and joined from them."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Self

from corpus.blobs import Blobs
from corpus.errors import NotFound
from corpus.store import Store, migrate
from index import tables
from kb import keeping, shapes
from kb.by_document import ByDocument, ByKey, Documents
from kb.home import open_home
from kb.likeness import Likeness
from kb.migrations import ROOM, steps
from kb.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from corpus.records import Document, Link
    from index.encoder import Encoder
    from index.reranking import Reranker
    from index.searching import Index
    from kb.checking.pool import Pool
    from kb.knowledge import Knowledge
    from kb.readings import Readings
    from kb.records import Figure, Key, Plan, Target, Task
    from kb.settings import Settings

Json = dict[str, Any]
State = tuple[int, str]  # the generation of the store, and the mark of what is joined in it


class Holdings:
    """One home, opened. What is read from the store is kept until another process changes it."""

    def __init__(self, home: Path | str | None = None) -> None:
        self.home = open_home(home)
        self.store = Store(self.home.database)
        migrate(self.store.db, tables.ROOM, tables.STEPS)
        migrate(self.store.db, keeping.ROOM, keeping.STEPS)
        migrate(self.store.db, ROOM, steps(self.store))
        self.blobs = Blobs(self.home.blobs)
        self._held: tuple[State | None, dict[str, Any]] = (None, {})
        self.pinned: State | None = None  # the state that is read, while it is one alone

    def close(self) -> None:
        """Let the files go."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # What is held, read anew when another process has changed it

    @cached_property
    def shipped(self) -> Encoder:
        """The shipped model, which judges whether two texts are on one thing: all limits are fitted to it."""
        from index import load_encoder

        return load_encoder()

    @property
    def settings(self) -> Settings:
        """What is chosen for this knowledge base."""
        return load_settings(self.store)

    @cached_property
    def encoder(self) -> Encoder:
        """The model that finds passages: the chosen one, else the shipped one."""
        from index import load_encoder

        chosen = self.settings.encoder
        return load_encoder(chosen) if chosen else self.shipped

    @cached_property
    def index(self) -> Index:
        """The index over all passages."""
        from index.searching import Index

        store = self.store
        return Index(store.db, self.home.index, self.encoder, self._reranker(), lambda: store.reading)

    def _reranker(self) -> Reranker | None:
        """Return the model that puts the best of what was found in order, where one is chosen."""
        chosen = self.settings.reranker
        if chosen is None:
            return None
        from index.pretrained import CrossEncoder

        return CrossEncoder(chosen)

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Read everything inside as it is at one moment, whatever other processes write meanwhile."""
        if self.pinned is not None:
            yield
            return
        _ = self.knowledge  # is kept in the store where it is new, which cannot be done from within
        with self.store.snapshot(), uncollected():
            self.pinned = self.state
            try:
                yield
            finally:
                self.pinned = None

    @property
    def state(self) -> State:
        """What tells the present state of the store from all others."""
        return self.pinned or (self.store.generation, self.store.meta(keeping.MARK) or "")

    def now(self, name: str, read: Any) -> Any:
        """Return `read()`, computed once for each state of the store."""
        state = self.state
        if self._held[0] != state:
            self._held = (state, {})
        if name not in self._held[1]:
            self._held[1][name] = read()
        return self._held[1][name]

    @property
    def held(self) -> Mapping[str, Document]:
        """All documents by id."""
        found: Mapping[str, Document] = self.now("documents", lambda: Documents(self.store))
        return found

    @property
    def publishers(self) -> Mapping[str, str]:
        """Who published each document, where that is known."""
        found: Mapping[str, str] = self.now("publishers", self.store.publishers)
        return found

    @property
    def readings(self) -> Readings:
        """What was read from each document."""
        from kb.readings import load_readings
        from kb.reviewing import rejected, without

        def read() -> Readings:
            documents = sorted(self.held)
            every = load_readings(self.store, documents)
            gone = rejected(self.store.judgements)
            if not gone:
                return every
            kept = ByDocument(lambda d: without(every.figures.get(d, ()), gone) or None, documents)
            return replace(every, figures=kept)

        found: Readings = self.now("readings", read)
        return found

    @property
    def figure_by_key(self) -> Mapping[Key, Figure]:
        """All figures by document and id, in the order of documents and text."""

        def read() -> Mapping[Key, Figure]:
            figures = self.readings.figures
            return ByKey(lambda d: {f.id: f for f in figures.get(d, ())}, sorted(self.held))

        found: Mapping[Key, Figure] = self.now("figures", read)
        return found

    @property
    def figures_by_id(self) -> dict[str, list[Figure]]:
        """What states each figure, by its id: one figure, or one of each version of a work."""

        def read() -> dict[str, list[Figure]]:
            by_id: dict[str, list[Figure]] = {}
            for figure in self.figure_by_key.values():
                by_id.setdefault(figure.id, []).append(figure)
            return by_id

        found: dict[str, list[Figure]] = self.now("statements", read)
        return found

    @property
    def knowledge(self) -> Knowledge:
        """The canonical records; joined once for each generation and kept in the store."""
        found: Knowledge = self.now("knowledge", self._knowledge)
        return found

    def _knowledge(self) -> Knowledge:
        from kb.copies import MAKERS
        from kb.reviewing import seal

        # Another version may join otherwise, and so may another word of a person: what they kept is not ours.
        own = f"{seal(self.store.judgements)} {version('policykb')}"
        with self.store.snapshot():
            generation, mark = self.state
            before = keeping.kept(self.store, mark) if mark.endswith(f" {own}") else None
            if before and mark == f"{generation} {own}":
                return before
            fresh, links = self._join(before)
        if not self.pinned:
            with self.store.transaction(derived=True):
                if self.store.generation == generation:  # else it is of the past, and joined anew when asked
                    self.store.replace_links(MAKERS, links)
                    keeping.keep(self.store, f"{generation} {own}", fresh)
        return fresh

    def _join(self, before: Knowledge | None) -> tuple[Knowledge, tuple[Link, ...]]:
        """Return what the readings give, and which documents are versions and copies of one another."""
        from kb.copies import MAKERS, find_copies, standing
        from kb.deriving import derive
        from kb.reviewing import decided, denials
        from kb.versions import find_versions, superseding

        documents = tuple(self.held.values())
        judgements = tuple(self.store.judgements)
        versions = find_versions(documents)
        told = (k for k in self.store.links() if k.by not in MAKERS)
        held = standing([*told, *versions, *denials(judgements)])
        said = decided(judgements)
        likeness = Likeness(self.shipped)
        fresh = derive(documents, self.readings, likeness, before, said, superseded=superseding(held))
        return fresh, (*versions, *find_copies(documents, fresh.plans, fresh.targets, held))

    # What is joined, by what it is joined of

    @property
    def plan_of(self) -> dict[str, Plan]:
        """The plan that each document is about, the last of several."""
        found: dict[str, Plan] = self.now(
            "plan of", lambda: {d: plan for plan in self.knowledge.plans for d in plan.documents}
        )
        return found

    @property
    def target_of(self) -> Mapping[Key, Target]:
        """The target that each figure states."""

        def read() -> Mapping[Key, Target]:
            targets = self.knowledge.targets
            return ByKey(
                lambda d: {s.figure: t for t in targets.of(d) for s in t.statements if s.document == d},
                self.held.keys(),
            )

        found: Mapping[Key, Target] = self.now("target of", read)
        return found

    @property
    def task_at(self) -> Mapping[tuple[str, int], Task]:
        """The task that begins at each place of a document."""

        def read() -> Mapping[tuple[str, int], Task]:
            tasks = self.knowledge.tasks
            return ByKey(
                lambda d: {q.start: t for t in tasks.of(d) for q in t.quotes if q.document == d},
                self.held.keys(),
            )

        found: Mapping[tuple[str, int], Task] = self.now("task at", read)
        return found

    @property
    def places(self) -> frozenset[str]:
        """The places that plans are held of."""
        found: frozenset[str] = self.now("places", lambda: frozenset(self.of_place))
        return found

    @property
    def of_place(self) -> Mapping[str, frozenset[str]]:
        """The documents about the plans of each place."""

        def read() -> Mapping[str, frozenset[str]]:
            found: dict[str, set[str]] = {}
            for plan in self.knowledge.plans:
                if plan.place:
                    found.setdefault(plan.place, set()).update(plan.documents)
            return {place: frozenset(documents) for place, documents in found.items()}

        found: Mapping[str, frozenset[str]] = self.now("of place", read)
        return found

    @property
    def parents(self) -> dict[str, list[Link]]:
        """What each document is a copy, translation or version of, as far as the judgements stand."""
        from kb.copies import standing
        from kb.reviewing import denials

        _ = self.knowledge
        found: dict[str, list[Link]] = self.now(
            "parents",
            lambda: shapes.link_map(standing([*self.store.links(), *denials(self.store.judgements)])),
        )
        return found

    @property
    def newest(self) -> Mapping[str, str]:
        """The newest version held of each document that has a newer one."""
        from kb.versions import superseding

        found: Mapping[str, str] = self.now(
            "newest", lambda: superseding(k for links in self.parents.values() for k in links)
        )
        return found

    @property
    def pool(self) -> Pool:
        """All figures, ready to be matched with what is claimed."""
        from kb.checking.pool import build_pool

        def build() -> Pool:
            texts = {d: (title, text) for d, title, text in self.store.heads()}
            return build_pool(self.held, texts, self.readings.figures, self.knowledge, self.shipped)

        found: Pool = self.now("pool", build)
        return found

    def describe(self, document: Document, *, joined: bool = True) -> Json:
        """Return a document; while sources still arrive its plans and parents are not yet known."""
        return shapes.document(
            document,
            next(iter(self.store.names(document.source)), ""),
            self.knowledge.plans_of(document.id) if joined else (),
            self.parents.get(document.id, ()) if joined else (),
            self.store.part_count(document.source),
        )

    def plan(self, identity: str | None = None) -> Plan:
        """Return a plan by id, or the one with most documents; raises NotFound."""
        plans: Sequence[Plan] = self.knowledge.plans
        if identity is None and plans:
            return max(plans, key=lambda p: (len(p.documents), bool(p.official), p.id))
        for plan in plans:
            if plan.id == identity:
                return plan
        hint = "`policykb plans` lists what there is" if plans else "add documents first"
        raise NotFound(f"no plan {identity}" if identity else "no plan is known yet", hint=hint)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage inside: what is held is much to walk through, and records form no circles."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
