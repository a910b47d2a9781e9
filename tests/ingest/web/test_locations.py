"""Addresses come in as people and pages write them, and go out in one form."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadAddress
from ingest.web.locations import join, locate


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("https://example.org", "https://example.org/"),
        (" HTTPS://Example.ORG:443/a?b=c#d ", "https://example.org/a?b=c"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        (
            "http://example.org/政策 文件.html",
            "http://example.org/%E6%94%BF%E7%AD%96%20%E6%96%87%E4%BB%B6.html",
        ),
        ("http://example.org/a%20b?q=%E6%94%BF", "http://example.org/a%20b?q=%E6%94%BF"),
        ("http://上海.中国/", "http://xn--fhqz97e.xn--fiqs8s/"),
        ("http://[::1]:81/x", "http://[::1]:81/x"),
    ],
)
def test_an_address_has_one_form(written: str, sent: str) -> None:
    assert locate(written).url == sent


@pytest.mark.parametrize(
    "written",
    [
        "", "example.org/page", "file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "http://",
        "http:///path", "http://user@example.org/", "http://user:secret@example.org/", "http://exa mple.org/",
        "http://example.org:port/", "http://example.org:99999/", "http://[::1/", "http://a..中国/",
        "http://example.org\\@10.0.0.1/", "http://example.org/" + "a" * 3000,
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_one_line(written: str) -> None:
    with pytest.raises(BadAddress) as caught:
        locate(written)
    assert "\n" not in caught.value.line
    assert "secret" not in caught.value.line


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for written in (text, f"http://{text}", f"http://example.org/{text}"):
        with suppress(BadAddress):
            assert locate(locate(written).url).url == locate(written).url


def test_links_are_joined_with_their_page() -> None:
    page = locate("https://example.org/news/2025/index.html")
    assert page.follow("../a.html#top").url == "https://example.org/news/a.html"
    assert page.follow("//cdn.example.org/x").url == "https://cdn.example.org/x"
    assert join("https://example.org/", "http://[") == ""
