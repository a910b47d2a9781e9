"""The open web: one way to fetch, for pages, attachments, listings and robots.txt alike.

    address → is it well formed?            `ingest.web.locations`
            → do its robots.txt let us in?  `ingest.web.robots`
            → is it our turn?               `ingest.web.pacing`
            → where does its name lead?     `ingest.web.addresses`, `ingest.web.connecting`
            → one request, one answer       `ingest.web.exchange`, `ingest.web.unpacking`
            → again, on, or from the cache  `ingest.web.fetching`, `ingest.web.caching`
            → what a page links to          `ingest.web.listings`, `ingest.web.attachments`
            → where an article goes on      `ingest.web.paging`

A link in a page is a stranger's word. So a name is resolved once and the connection goes to that very
address, never to one that is not on the open web; each step of a redirect is judged anew; time, bytes and
tries are bounded.
"""

from ingest.web.caching import Cache
from ingest.web.fetching import Fetched, Web
from ingest.web.limits import Limits

__all__ = ["Cache", "Fetched", "Limits", "Web"]
