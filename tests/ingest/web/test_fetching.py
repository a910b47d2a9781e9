"""Whatever a server does, a fetch ends with the page or with one clear line, within its limits."""

from __future__ import annotations

import gzip
import re
import time
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.errors import (
    BadAddress,
    DisallowedByRobots,
    FetchError,
    NotServed,
    OversizedAnswer,
    PrivateAddress,
    TooSlow,
    Unreachable,
)
from ingest.web import Cache, Limits, Web
from tests import hostile
from tests.hostile import Hours, World, in_turn, moved, page, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

PUBLIC = "93.184.216.34"
OTHER = "101.226.4.6"
SITE = "http://gov.example"
LIMITS = Limits(connect=5.0, read=20.0, total=30.0, size=1 << 20, tries=2)
HURRIED = replace(LIMITS, read=1.0, total=1.5)  # for servers that never come to an end


class Visit:
    """A web, the world that it sees, and the server behind gov.example."""

    def __init__(self, server: hostile.Server, cache: Cache | None = None) -> None:
        self.server = server
        self.hours = Hours()
        self.names = {
            "gov.example": [[PUBLIC]],
            "other.example": [[OTHER]],
            "inside.example": [["127.0.0.1"]],
        }
        self.world = World(self.names, {PUBLIC: server, OTHER: server, "127.0.0.1": server})
        self.limits = LIMITS
        self.cache = cache

    @property
    def web(self) -> Web:
        return Web(self.limits, self.cache, line=self.world.line, clock=self.hours.clock)

    def refused(self, path: str = "/") -> FetchError:
        """Fetch what must be refused, and return the refusal."""
        with pytest.raises(FetchError) as caught:
            self.web.fetch(SITE + path)
        assert "\n" not in caught.value.line
        return caught.value


@contextmanager
def visit(cache: Cache | None = None, /, **replies: hostile.Reply) -> Iterator[Visit]:
    """Visit a server that answers "/" and further paths as told."""
    with serving({f"/{name}".replace("/root", "/"): reply for name, reply in replies.items()}) as server:
        yield Visit(server, cache)


def test_a_page_comes_with_its_address_and_charset() -> None:
    with visit(root=page("政策".encode("gbk"), content_type="text/html; charset=GBK")) as v:
        fetched = v.web.fetch(SITE)
        assert fetched.data.decode("gbk") == "政策"
        assert (fetched.url, fetched.media_type, fetched.charset) == (f"{SITE}/", "text/html", "gbk")
        sent = v.server.asked[-1][1]
        assert re.fullmatch(r"policykb/[\w.]+ \(\+https://\S+\)", sent["User-Agent"])
        assert sent["Host"] == "gov.example"


def test_loopback_is_fetched_on_demand_through_the_machine_itself() -> None:
    with serving({"/": page("intranet")}) as server:
        url = f"http://127.0.0.1:{server.server_port}/"
        assert Web(replace(LIMITS, allow_private=True, pause=0.0)).fetch(url).data == b"intranet"
        with pytest.raises(PrivateAddress):
            Web(LIMITS).fetch(url)
        assert server.paths == ["/"]


def test_not_even_an_intranet_leads_to_where_clouds_keep_their_secrets() -> None:
    with serving({"/": moved("http://169.254.169.254/latest/meta-data/")}) as server:
        web = Web(replace(LIMITS, allow_private=True, pause=0.0))
        with pytest.raises(PrivateAddress, match="never fetched from"):
            web.fetch(f"http://127.0.0.1:{server.server_port}/")


# Where names and redirects lead


@pytest.mark.parametrize(
    "inside",
    [
        "http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://10.0.0.1:8080/",
        "http://[::ffff:169.254.169.254]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
        "http://inside.example/", "//127.0.0.1/",
    ],
)  # fmt: skip
def test_a_redirect_into_a_private_network_is_refused_and_never_dialled(inside: str) -> None:
    with visit(root=moved(inside)) as v:
        assert isinstance(v.refused(), PrivateAddress)
        assert set(v.world.dialled) == {PUBLIC}


@pytest.mark.parametrize("away", ["file:///etc/passwd", "ftp://gov.example/", "http://a:b@gov.example/", ""])
def test_a_redirect_to_what_is_no_address_of_the_web_is_refused(away: str) -> None:
    with visit(root=moved(away)) as v:
        assert isinstance(v.refused(), BadAddress)


def test_the_address_that_was_judged_is_the_one_that_is_dialled() -> None:
    with visit(root=page("ok")) as v:
        v.names["gov.example"] = [[PUBLIC], [OTHER], ["127.0.0.1"]]
        assert v.web.fetch(SITE).data == b"ok"
        assert v.world.dialled == [PUBLIC, OTHER]  # one look for robots.txt, one for the page, no third
        assert len(v.world.looked_up) == 2


def test_a_name_that_changes_to_a_private_address_is_refused_when_it_does() -> None:
    with visit(root=page("busy", status=503)) as v:
        v.names["gov.example"] = [[PUBLIC], [PUBLIC], ["169.254.169.254"]]
        assert isinstance(v.refused(), PrivateAddress)
        assert set(v.world.dialled) == {PUBLIC}


def test_the_next_address_is_tried_where_the_first_is_dead() -> None:
    with visit(root=page("ok")) as v:
        v.names["gov.example"] = [["2400:3200::1", PUBLIC]]
        assert v.web.fetch(SITE).data == b"ok"


def test_a_redirect_is_followed_to_its_end() -> None:
    with visit(root=moved("/a", 301), a=moved("http://other.example/政策", 307)) as v:
        v.server.replies["/%E6%94%BF%E7%AD%96"] = page("there")
        fetched = v.web.fetch(SITE)
        assert fetched.data == b"there"
        assert fetched.url == "http://other.example/%E6%94%BF%E7%AD%96"


def test_circles_and_long_ways_end() -> None:
    with visit(root=moved("/a"), a=moved("/b"), b=moved("/a")) as v:
        assert "circle" in str(v.refused())
    with visit(**{("root", *"abcdefgh")[i]: moved(f"/{'abcdefgh'[i]}") for i in range(8)}) as v:
        assert "more than 5 times" in str(v.refused())
        assert len(v.server.paths) == 6


def test_an_unknown_name_and_a_dead_address_are_unreachable() -> None:
    with visit() as v:
        v.names["gov.example"] = []
        assert "not known" in str(v.refused())
        v.names["gov.example"] = [["8.8.4.4"]]
        assert "nobody answers" in str(v.refused())


def test_a_name_service_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Event()
    with visit() as v:
        v.limits = replace(LIMITS, connect=0.2, tries=1)
        monkeypatch.setattr(v.world, "lookup", lambda _host, _port: asked.wait(hostile.PATIENCE))
        start = time.monotonic()
        assert "name service did not say in time" in str(v.refused())
        assert time.monotonic() - start < hostile.PATIENCE / 2
        asked.set()


def test_a_certificate_is_asked_for_the_name_though_an_address_is_dialled() -> None:
    with serving({"/": page("proved")}, tls=True) as server:
        v = Visit(server)
        assert v.web.fetch("https://gov.example/").data == b"proved"
        with pytest.raises(Unreachable, match="its certificate cannot be trusted") as caught:
            v.web.fetch("https://other.example/")
        assert "other.example" in str(caught.value)
        assert server.paths == ["/"]


# Servers that do not play by the rules


@pytest.mark.parametrize("reply", [hostile.drip, hostile.drip_headers])
def test_a_slow_drip_is_cut_off_and_not_asked_for_again(reply: hostile.Reply) -> None:
    with visit(root=reply) as v:
        v.limits = HURRIED
        assert isinstance(v.refused(), TooSlow)
        assert len(v.server.paths) == 1


def test_a_server_that_says_nothing_is_asked_again_and_given_up() -> None:
    with visit(root=hostile.silent) as v:
        v.limits = HURRIED
        error = v.refused()
        assert isinstance(error, Unreachable)
        assert "no answer in time" in str(error)
        assert len(v.server.paths) == LIMITS.tries


def test_an_endless_body_is_cut_off() -> None:
    with visit(root=hostile.endless) as v:
        assert isinstance(v.refused(), OversizedAnswer)
        assert len(v.server.paths) == 1  # asking again would bring the same


def test_endless_headers_are_cut_off() -> None:
    with visit(root=hostile.endless_headers) as v:
        assert isinstance(v.refused(), Unreachable)


def test_a_body_that_is_announced_as_too_large_is_not_read() -> None:
    with visit(root=hostile.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")) as v:
        assert "has 95367 MB" in str(v.refused())


def test_a_gzip_bomb_does_not_go_off() -> None:
    with visit(root=hostile.packed(hostile.bomb(200))) as v:
        assert isinstance(v.refused(), OversizedAnswer)


def test_a_packed_page_is_unpacked() -> None:
    with visit(root=hostile.packed(gzip.compress("规划".encode()))) as v:
        assert v.web.fetch(SITE).data.decode() == "规划"


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\ntoo short",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nhello\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nhello",
        b"HTTP/9.9 huh\r\n\r\n", b"\x00\xff\x00\xff", b"",
    ],
)  # fmt: skip
def test_a_broken_answer_is_asked_for_again_and_then_refused(answer: bytes) -> None:
    with visit(root=hostile.raw(answer)) as v:
        assert isinstance(v.refused(), Unreachable)
        assert len(v.server.paths) == LIMITS.tries
        assert 1.0 in v.hours.slept


HEADERS = st.sampled_from(
    [
        b"Content-Length: 4", b"Content-Length: x", b"Transfer-Encoding: chunked", b"Content-Encoding: gzip",
        b"Content-Type: text/html; charset=\xff", b"Content-Type: ;;=", b"Location: //[", b"Location: /\xff",
        b"Retry-After: 1e9", b"ETag: \xe4", b"Set-Cookie: a=b", b"X: \x01", b": ", b"Connection: upgrade",
    ]
)  # fmt: skip
STATUSES = st.sampled_from([100, 101, 103, 200, 204, 206, 301, 302, 304, 404, 407, 429, 500, 999])


@settings(max_examples=150)
@given(STATUSES, st.lists(HEADERS, max_size=4), st.binary(max_size=60))
@example(200, [], b"")
def test_any_answer_at_all_is_a_page_or_one_line(status: int, headers: list[bytes], body: bytes) -> None:
    answer = b"\r\n".join([b"HTTP/1.1 %d X" % status, *headers, b"", body])
    with TemporaryDirectory() as folder, visit(Cache(Path(folder)), root=hostile.raw(answer)) as v:
        for _ in range(2):
            with suppress(FetchError):
                assert isinstance(v.web.fetch(SITE).data, bytes)


def test_more_than_was_announced_is_not_read() -> None:
    with visit(root=hostile.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more")) as v:
        assert v.web.fetch(SITE).data == b"hello"


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "no such page"), (403, "refuses"), (451, "law"), (204, "no page"), (304, "no page")],
)
def test_a_refusal_is_told_in_words_and_not_asked_for_again(status: int, words: str) -> None:
    with visit(root=page("", status=status)) as v:
        error = v.refused()
        assert isinstance(error, NotServed)
        assert error.status == status
        assert words in str(error)
        assert len(v.server.paths) == 1


# Servers that ask for patience


def test_a_server_that_is_busy_is_asked_again_when_it_says() -> None:
    with visit(root=in_turn(page("", status=429, retry_after="7"), page("ok"))) as v:
        assert v.web.fetch(SITE).data == b"ok"
        assert 7.0 in v.hours.slept


def test_a_retry_after_may_be_a_date() -> None:
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=30))
    with visit(root=in_turn(page("", status=503, retry_after=then), page("ok"))) as v:
        v.web.fetch(SITE)
        assert 25 < max(v.hours.slept) <= 30


@pytest.mark.parametrize("said", ["soon", "-4", "", "99999999999999999999x", "Mon, 01 Jan 1990 00:00:00 GMT"])
def test_a_retry_after_that_says_nothing_leaves_it_to_us(said: str) -> None:
    with visit(root=in_turn(page("", status=503, retry_after=said), page("ok"))) as v:
        assert v.web.fetch(SITE).data == b"ok"
        assert max(v.hours.slept) <= 1.0


def test_a_server_that_wants_an_hour_is_left_alone_with_the_time_to_come_back() -> None:
    with visit(root=page("", status=429, retry_after="3600")) as v:
        assert "try again in 60 minutes" in v.refused().line
        assert len(v.server.paths) == 1


def test_a_server_that_stays_busy_is_given_up() -> None:
    with visit(root=page("", status=502)) as v:
        assert "out of order (status 502)" in str(v.refused())
        assert len(v.server.paths) == LIMITS.tries


def test_pages_of_one_host_are_fetched_with_a_pause_between() -> None:
    with visit(root=page("ok")) as v:
        web = v.web
        web.fetch(SITE)
        web.fetch(SITE)
        assert v.hours.slept == [1.0, 1.0]  # robots.txt, the page, the page


# What sites ask of robots


def robots(text: str) -> dict[str, hostile.Reply]:
    return {"robots.txt": page(text, content_type="text/plain"), "root": page("ok")}


@pytest.mark.parametrize(
    "rules", ["User-agent: *\nDisallow: /", "User-agent: PolicyKB\nDisallow: /*\n\nUser-agent: *\nAllow: /"]
)
def test_a_site_that_forbids_robots_is_not_visited(rules: str) -> None:
    with visit(**robots(rules)) as v:
        assert isinstance(v.refused(), DisallowedByRobots)
        assert v.server.paths == []


def test_rules_for_other_robots_or_other_places_do_not_matter() -> None:
    rules = "User-agent: Else\nDisallow: /\n\nUser-agent: *\nDisallow: /secret"
    with visit(**robots(rules)) as v:
        assert v.web.fetch(SITE).data == b"ok"
        assert isinstance(v.refused("/secret/1"), DisallowedByRobots)


def test_a_redirect_does_not_lead_past_the_rules() -> None:
    with visit(**robots("User-agent: *\nDisallow: /secret")) as v:
        v.server.replies["/"] = moved("/secret")
        assert isinstance(v.refused(), DisallowedByRobots)
        assert v.server.paths == ["/"]


def test_a_pause_that_a_site_asks_for_is_kept_unless_it_is_absurd() -> None:
    with visit(**robots("User-agent: *\nCrawl-delay: 9")) as v:
        web = v.web
        web.fetch(SITE)
        web.fetch(SITE)
        assert 9.0 in v.hours.slept
    with visit(**robots("User-agent: *\nCrawl-delay: 1000000")) as v:
        assert isinstance(v.refused(), DisallowedByRobots)


def test_a_site_without_rules_sets_none_and_one_that_cannot_say_is_left_alone() -> None:
    with visit(root=page("ok")) as v:
        assert v.web.fetch(SITE).data == b"ok"
    for broken in (page("", status=503), hostile.silent, moved("http://127.0.0.1/")):
        with visit(**{"robots.txt": broken, "root": page("ok")}) as v:
            v.limits = HURRIED
            v.refused()
            assert v.server.paths == []


# What was fetched before


def test_an_unchanged_page_comes_from_the_cache(tmp_path: Path) -> None:
    with visit(Cache(tmp_path), root=hostile.marked("once", '"v1"')) as v:
        first, again = v.web.fetch(SITE), v.web.fetch(SITE)
        assert (first.data, first.fresh) == (b"once", True)
        assert (again.data, again.fresh) == (b"once", False)
        assert (again.media_type, again.charset) == ("text/html", "utf-8")
        assert v.server.asked[-1][1]["If-None-Match"] == '"v1"'


def test_a_changed_page_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    with visit(Cache(tmp_path), root=hostile.marked("once", '"v1"')) as v:
        v.web.fetch(SITE)
        v.server.replies["/"] = hostile.marked("twice", '"v2"')
        assert v.web.fetch(SITE).data == b"twice"
        assert (v.web.fetch(SITE).data, v.web.fetch(SITE).fresh) == (b"twice", False)
