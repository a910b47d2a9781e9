"""Following a listing on the web: its articles, its next pages, and whether they were as many as expected."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corpus.errors import FetchError, SourceError, UnreadableFile
from corpus.journal import Level
from ingest.web.listings import Listing, read_listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kb.adding import Added, Intake

MOST_PAGES = 100  # of one listing; whoever wants an archive of years asks for it in pieces


@dataclass(slots=True)
class Crawl:
    """One visit to a listing.

    Args:
        intake: where articles are taken in.
        listing: the address of a channel page, a sitemap or a feed.
        expect: how many articles there are at least; fewer mean that the site has changed.
        limit: how many articles are taken at most.

    """

    intake: Intake
    listing: str
    expect: int = 1
    limit: int | None = None
    pages: list[str] = field(default_factory=list)
    articles: dict[str, str] = field(default_factory=dict)

    def run(self) -> Iterator[Added]:
        """Take in every article with its attachments, page after page of the listing.

        Raises:
            SourceError: the listing itself cannot be had.

        """
        for url in self._listed():
            page, *parts = self.intake.take(url)
            self.articles[url] = page.status
            yield page
            yield from parts

    def report(self) -> dict[str, Any]:
        """Return what became of the listing, and note in the journal where it held less than expected."""
        statuses = list(self.articles.values())
        taken = len(statuses) - statuses.count("skipped")
        short = taken < self.expect
        reason = (
            f"{self.listing} gave {taken} articles, at least {self.expect} were expected" if short else None
        )
        if reason:
            self.intake.store.journal.write(
                Level.WARNING, self.listing, reason, found=len(statuses), taken=taken, expected=self.expect
            )
        return {
            "listing": self.listing,
            "status": "short" if short else "done",
            "reason": reason,
            "pages": len(self.pages),
            "found": len(statuses),
            **{status: statuses.count(status) for status in ("added", "unchanged", "skipped")},
        }

    def _listed(self) -> Iterator[str]:
        """Yield the address of every article, each once, as far as the limit and the listing go."""
        waiting = [self.listing]
        while waiting and len(self.pages) < MOST_PAGES:
            url = waiting.pop(0)
            self.pages.append(url)
            listing = self._read(url)
            fresh = [article for article in listing.articles if article not in self.articles]
            for article in fresh:
                if self.limit is not None and len(self.articles) >= self.limit:
                    return
                yield article
            # A next page that lists nothing new leads round in a circle, or to the end over and over.
            if fresh or not listing.articles:
                waiting += [page for page in listing.further if page not in (*self.pages, *waiting)]

    def _read(self, url: str) -> Listing:
        """Read one page of the listing; only the first is indispensable."""
        web = self.intake.open_web()
        try:
            return read_listing(web.fetch(url), web.limits.size)
        except SourceError as error:
            if url == self.listing:
                raise _refusal(url, error) from None
            self.intake.store.journal.write(Level.WARNING, url, str(error), error=type(error).__name__)
            return Listing((), ())


def _refusal(url: str, error: SourceError) -> SourceError:
    """Return why there is no listing, with its address; what failed on the way names it already."""
    if isinstance(error, FetchError):
        return error
    return UnreadableFile(f"{url}: {error}", hint="name a channel page, a sitemap or a feed")
