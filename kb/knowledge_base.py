"""The public door: one object with a method for each command, which returns what `--json` prints."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kb import finding, shapes
from kb.holdings import Holdings
from kb.keeping import drop
from kb.narrowing import narrowed
from kb.settings import choose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from ingest.web import Web
    from kb.adding import Added, Intake
    from kb.narrowing import Within

Json = dict[str, Any]


class KnowledgeBase(Holdings):
    """The policy releases in one home, and everything that can be asked of them."""

    # Taking in

    def add(self, sources: Iterable[str | Path], *, allow_private: bool = False) -> Iterator[Json]:
        """Read files, folders, addresses or "-"; yield a line for each source as soon as it is safely kept.

        Which plans the documents are about, and what they copy, is joined once, when all have arrived.
        `allow_private` lets addresses lead into private networks, too.
        """
        from kb.arriving import expand

        intake = self._intake(allow_private)
        yield from self._lines(r for source in expand(str(s) for s in sources) for r in intake.take(source))

    def crawl(
        self, listing: str, *, expect: int = 1, limit: int | None = None, allow_private: bool = False
    ) -> Iterator[Json]:
        """Follow a listing of articles on the web; yield a line for each, and at the end what became of all.

        Raises:
            SourceError: the listing itself cannot be had.

        """
        from kb.crawling import Crawl

        crawl = Crawl(self._intake(allow_private), listing, expect=expect, limit=limit)
        yield from self._lines(crawl.run())
        yield crawl.report()

    def _visit(self, allow_private: bool) -> Callable[[], Web]:
        """Return the door to the web, which is opened only where an address is asked for, and once."""

        @cache
        def open_web() -> Web:
            from ingest.web import Cache, Limits, Web

            return Web(Limits(allow_private=allow_private), Cache(self.home.web))

        return open_web

    def _intake(self, allow_private: bool) -> Intake:
        from kb.adding import Intake

        return Intake(self.store, self.blobs, lambda: self.index, self._visit(allow_private))

    def _lines(self, results: Iterable[Added]) -> Iterator[Json]:
        """Yield what became of each source; join what is known once all are in."""
        changed = False
        for result in results:
            changed = changed or result.status == "added"
            yield {
                "source": result.source,
                "status": result.status,
                "reason": result.reason,
                "documents": [self.describe(d, joined=False) for d in result.documents],
                "repairs": dict(result.repairs),
            }
        if changed:
            self.index.sync()
            _ = self.knowledge

    def forget(self, identity: str) -> Json:
        """Erase a document and all that came from it; raises NotFound."""
        from ingest.web.caching import Cache

        self.store.document(identity)
        with self.store.transaction():
            self.index.remove(identity)
            source = self.store.forget(identity)
            drop(self.store)
        if source:
            self.blobs.erase(source)
            Cache(self.home.web).erase(source)
        self.index.sync()
        self.store.compact()
        return {"forgotten": identity}

    def reindex(self) -> Json:
        """Build the index anew from the store."""
        self.index.rebuild()
        return {"passages": self.index.count()}

    def verify(self) -> Json:
        """Prove the store and the index whole."""
        from kb.proving import verify

        return verify(self)

    # Judging and choosing

    def review(self) -> Json:
        """Return what is doubtful, and what a person has judged already; see `kb.reviewing`."""
        from kb.reviewing import review

        with self.moment():
            return review(self)

    def judge(self, identities: Sequence[str], accepted: bool | None) -> Json:
        """Keep a person's word on doubts: they hold, or not, None to take it back; raises NotFound."""
        from kb.reviewing import judge

        return judge(self, identities, accepted)

    def config(self) -> Json:
        """Return what is chosen, the model in use, and whether the index is to be built anew for it."""
        chosen = self.settings
        return {
            "encoder": chosen.encoder,
            "reranker": chosen.reranker,
            "model": self.encoder.name,
            "stale": self.index.stale,
        }

    def configure(self, key: str, value: str | None) -> Json:
        """Choose what `key` is to be, None for the default; raises NotFound, MissingExtra, UnusableModel."""
        choose(self.store, key, value)
        for held in ("encoder", "index"):
            self.__dict__.pop(held, None)
        return self.config()

    # Listing

    def documents(self) -> Json:
        """Return what is held."""
        with self.moment():
            return {"documents": [self.describe(d) for d in self.held.values()]}

    def show(self, identity: str, *, text: bool = True, raw: bool = False, repairs: bool = False) -> Json:
        """Return one record by its id, whatever its kind; raises NotFound."""
        with self.moment():
            return finding.show(self, identity, text=text, raw=raw, repairs=repairs)

    def plans(self) -> Json:
        """Return the policies that the documents are about."""
        with self.moment():
            return {"plans": [shapes.plan(p) for p in self.knowledge.plans]}

    def figures(self, document: str | None = None, plan: str | None = None) -> Json:
        """Return every figure read, of one document or plan if asked; raises NotFound."""
        if document:
            self.store.document(document)
        with self.moment():
            within = set(self.plan(plan).documents) if plan else None
            found = [
                shapes.figure(f)
                for f in self.figure_by_key.values()
                if (not document or f.quote.document == document)
                and (within is None or f.quote.document in within)
            ]
            return {"figures": found}

    def targets(self, query: str | None = None) -> Json:
        """Return the canonical targets, or those that fit a query in either language, best first."""
        with self.moment():
            return {"targets": [shapes.target(t) for t in finding.targets(self, query)]}

    def tasks(self, query: str | None = None) -> Json:
        """Return the tasks, or those that fit a query in either language, best first."""
        with self.moment():
            return {"tasks": [shapes.task(t) for t in finding.tasks(self, query)]}

    def organisations(self, query: str | None = None) -> Json:
        """Return the bodies, or those that fit a query in either language, best first."""
        with self.moment():
            return {"organisations": [shapes.organisation(o) for o in finding.organisations(self, query)]}

    # Asking

    def search(self, query: str, limit: int = 10, within: Within | None = None) -> Json:
        """Return the passages that fit a query best, in whatever language; raises NotFound."""
        return finding.search(narrowed(self, within), query, limit)

    def ask(self, question: str, language: str | None = None, within: Within | None = None) -> Json:
        """Answer a question from evidence, or say what was looked for and not found.

        `within` keeps it to a part of what is held, as if the rest were not there. Raises NotFound.
        """
        from kb.answering import ask

        with self.moment():
            return ask(narrowed(self, within), question, language)

    # Checking

    def check(self, text: str, language: str | None = None) -> Json:
        """Judge every figure that a sentence or an article claims."""
        from kb.checking import check

        with self.moment():
            return check(self, text, language)

    def check_file(
        self, source: str | Path, language: str | None = None, *, allow_private: bool = False
    ) -> Json:
        """Judge every figure that a file or a page of the web claims, whatever state it is in.

        Raises:
            SourceError: it cannot be read; the message says why.

        """
        from kb.arriving import arrive
        from kb.checking import check_documents

        arrival = arrive(str(source), self._visit(allow_private))
        documents = arrival.read().documents
        with self.moment():
            return check_documents(self, documents, language)

    def compare(self, plan: str | None = None, language: str = "en") -> Json:
        """Return the matrix of a plan: how each document states each target; raises NotFound."""
        from kb.comparing import compare

        with self.moment():
            return compare(self, plan, language)

    def diff(self, older: str, newer: str | None = None, language: str = "en") -> Json:
        """Return what changed from one plan, document or version to another; raises NotFound."""
        from kb.changes import diff

        with self.moment():
            return diff(self, older, newer, language)

    def timeline(self, target: str, language: str = "en") -> Json:
        """Return who said what of a target when; it goes by its id or by words. Raises NotFound."""
        from kb.timeline import timeline

        with self.moment():
            return timeline(self, target, language)

    def eval(self, folder: Path | str | None = None) -> dict[str, float]:
        """Score this installation on a gold folder, or on the bundled gold, in a home of its own.

        Raises:
            SourceError: the folder holds no gold, or its sources are missing.

        """
        from kb.evaluating import evaluate, open_gold

        return dict(evaluate(open_gold(folder)).measures)

    # Taking out

    def export(self, plan: str | None = None) -> Json:
        """Return the structured plan; raises NotFound."""
        from kb.exporting import export_plan

        with self.moment():
            chosen = self.plan(plan)
            documents = [self.describe(self.held[d]) for d in chosen.documents]
            return export_plan(chosen, self.knowledge, self.figure_by_key, documents)

    def schema(self) -> Json:
        """Return the JSON Schema of the exported plan."""
        from kb.exporting import load_schema

        return load_schema()
