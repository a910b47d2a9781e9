"""The one way to fetch: polite, bounded, followed step by step."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from corpus.errors import BadAddress, FetchError, NotServed, Unreachable
from ingest.web.exchange import PRODUCT, Answer, exchange, system_line
from ingest.web.limits import Limits
from ingest.web.locations import locate
from ingest.web.pacing import Clock, Pacer
from ingest.web.robots import Robots

if TYPE_CHECKING:
    from ingest.web.caching import Cache, Kept
    from ingest.web.exchange import Line
    from ingest.web.locations import Location

MOVED = frozenset({301, 302, 303, 307, 308})
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})  # refusals that may pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """Bytes from the web.

    Args:
        url: where they came from in the end, after redirects.
        data: the bytes, unpacked.
        media_type: as the server calls it, such as "text/html"; often wrong.
        charset: as the server calls it; evidence only.
        fresh: false where the server said that they are still what was kept before.

    """

    url: str
    data: bytes
    media_type: str
    charset: str | None
    fresh: bool


class Web:
    """The open web as one visit sees it: its limits, its cache, and what its sites asked for."""

    def __init__(
        self,
        limits: Limits | None = None,
        cache: Cache | None = None,
        *,
        line: Line | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._cache = cache
        self._line = line or system_line()
        self._clock = clock or Clock()
        self._pacer = Pacer(self._clock)
        self._robots = Robots(
            lambda place: self._follow([place], polite=False).data, PRODUCT, self.limits.patience
        )

    def fetch(self, url: str) -> Fetched:
        """Return what is at an address.

        Raises:
            FetchError: nothing usable; the message says where and why.

        """
        way = [locate(url)]
        try:
            return self._follow(way, polite=True)
        except FetchError as error:
            error.put_in_front(" leads to ".join(dict.fromkeys((way[0].url, way[-1].url))))
            raise

    def _follow(self, way: list[Location], *, polite: bool) -> Fetched:
        """Go from an address to where it leads, each step judged as the first; `way` grows by each of them.

        `polite` asks each site for its rules; only the rules themselves are fetched without.
        """
        while True:
            answer, kept = self._ask(way[-1], polite=polite)
            if answer.status not in MOVED:
                return self._take(way[-1], answer, kept)
            place = _next(way[-1], answer)
            if place in way:
                raise Unreachable("it leads round in a circle", hint="")
            if len(way) > self.limits.redirects:
                raise Unreachable(f"it is redirected more than {self.limits.redirects} times", hint="")
            way.append(place)

    def _ask(self, place: Location, *, polite: bool) -> tuple[Answer, Kept | None]:
        """Return what a server answers and what is kept of the page, the body of which is put into a 304."""
        pause = max(self.limits.pause, self._robots.pause(place) if polite else 0.0)
        found = self._cache.find(place.url) if self._cache else None
        answer = self._try(place, found[0].conditions if found else {}, pause)
        if found and answer.status == 304:
            return replace(answer, body=found[1]), found[0]
        return answer, None

    def _try(self, place: Location, conditions: dict[str, str], pause: float) -> Answer:
        """Ask until there is an answer that will not pass, as often as the limits allow."""
        for tried in range(1, self.limits.tries):
            self._pacer.wait(place.host, pause)
            try:
                answer = exchange(place, conditions, self.limits, self._line)
            except Unreachable:
                self._clock.sleep(self._backoff(tried))
                continue
            if answer.status not in PASSING:
                return answer
            self._clock.sleep(self._delay(answer, tried))
        self._pacer.wait(place.host, pause)
        return exchange(place, conditions, self.limits, self._line)

    def _backoff(self, tried: int) -> float:
        return self.limits.backoff * 2.0 ** (tried - 1)

    def _delay(self, answer: Answer, tried: int) -> float:
        """Return how long to wait before the next try; raises NotServed where that is too long."""
        asked = _retry_after(answer)
        if asked > self.limits.patience:
            hint = f"try again in {asked / 60:.0f} minutes"
            raise NotServed(_refusal(answer.status), status=answer.status, hint=hint)
        return max(asked, self._backoff(tried))

    def _take(self, place: Location, answer: Answer, kept: Kept | None) -> Fetched:
        """Return the page that an answer holds or stands for; raises NotServed."""
        if kept is None and answer.status != 200:
            raise NotServed(_refusal(answer.status), status=answer.status)
        if kept is None and self._cache:
            self._cache.keep(place.url, answer.headers, answer.body)
        media_type, charset = _content_type(
            kept.content_type if kept else answer.headers.get("content-type", "")
        )
        return Fetched(
            url=place.url, data=answer.body, media_type=media_type, charset=charset, fresh=kept is None
        )


def _next(place: Location, answer: Answer) -> Location:
    """Return where a redirect leads; raises BadAddress."""
    link = answer.headers.get("location", "")
    if not link:
        raise BadAddress("it is moved, but nobody says where", hint="")
    # Servers send Chinese paths unescaped; read as Latin-1, they are brought back before they are escaped.
    with suppress(UnicodeError):
        link = link.encode("latin-1").decode("utf-8")
    return place.follow(link)


def _retry_after(answer: Answer) -> float:
    """Return the seconds that a server asks us to wait, 0 if it does not say."""
    said = answer.headers.get("retry-after", "").strip()
    if said.isdecimal():
        return float(said[:9])
    try:
        at = parsedate_to_datetime(said)
    except ValueError:
        return 0.0
    return max(0.0, (at.replace(tzinfo=at.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def _content_type(value: str) -> tuple[str, str | None]:
    """Return media type and charset of a Content-Type."""
    message = Message()
    message["content-type"] = value or "application/octet-stream"
    return message.get_content_type(), message.get_content_charset()


REFUSALS = {
    401: "it is shown to its own readers only",
    403: "the server refuses to show it",
    404: "there is no such page",
    410: "the page was taken down",
    429: "the server asks for fewer requests",
    451: "the page is withheld by law",
}


def _refusal(status: int) -> str:
    """Return what a status means, in words."""
    words = REFUSALS.get(status, "the server is out of order" if status >= 500 else "no page came back")
    return f"{words} (status {status})"
