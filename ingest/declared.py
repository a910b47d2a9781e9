"""What a page declares about itself: in <title> and <meta>, in its links, and in its scripts."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING

from corpus.records import Evidence
from corpus.text import Span
from ingest.language import HAN
from ingest.scripts import undone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ingest.tags import Token, Tree

# What JSON-LD, page states and variables say: "datePublished": "2025-09-30", var ct = "1763632920"
FACT = re.compile(
    r'"(?:datePublished|publish_?(?:Time|Date)|pub_?(?:Date|Time))"\s{0,3}:\s{0,3}(?:"(?P<datepublished>[^"\n]{6,40})"|(?P<epoch>1\d{9}))'
    r"|\b(?:ct|create_?time|publish_?time)\s{0,3}=\s{0,3}[\"'](?:(?P<seconds>1\d{9})|(?P<created>20\d\d-[^\"'\n]{4,20}))[\"']"
    r'|"headline"\s{0,3}:\s{0,3}"(?P<headline>[^"\n]{4,200})"'
    r'|"publisher"\s{0,3}:\s{0,3}\{[^{}]{0,300}?"name"\s{0,3}:\s{0,3}"(?P<organization>[^"\n]{2,60})"'
    r'|"(?:source|source_?name|media_?name)"\s{0,3}:\s{0,3}"(?P<medium>[^"\n:/.]{2,80})"'
    r"|\bnickname\s{0,3}=\s{0,3}(?:htmlDecode\()?[\"'](?P<account>[^\"'\n]{2,60})[\"']",
    re.IGNORECASE,
)
NAMED = {
    "epoch": "datepublished",
    "seconds": "datepublished",
    "created": "datepublished",
    "medium": "organization",
    "account": "organization",
}
HERE = timezone(timedelta(hours=8))  # clocks of China, Hong Kong and Taiwan
# The words of a link that leads to where an article was taken from.
ORIGINAL = re.compile(
    r"[\W_]*(?:阅读|查看|点击查看)?原文(?:链接|地址|网址|出处)?[\W_]*|[\W_]*original\s(?:link|url|article|source|text)[\W_]*",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


def declared(source: str, tree: Tree) -> dict[str, Evidence]:
    """Return what the page declares, each with its place; of several declarations the first counts.

    The names are those of <meta>, in lower case, and `<title>`; `canonical` is the page's own address,
    `original` the one that it gives for the original; `headline`, `datepublished` and `organization` come
    from scripts.
    """
    said = chain(_scripts(source, tree), _links(source, tree), _title(source, tree), _meta(source, tree))
    found: dict[str, Evidence] = {}
    for name, evidence in said:
        if name not in found or evidence.raw < found[name].raw:
            found[name] = evidence
    return found


def _meta(source: str, tree: Tree) -> Iterator[tuple[str, Evidence]]:
    for token in tree.tokens:
        node = tree.nodes[token.node]
        if token.text or node.tag not in ("meta", "link"):
            continue
        name, value = _pair(node.attributes)
        if name and value:
            yield name, _attribute(source, token, value)


def _pair(attributes: Mapping[str, str]) -> tuple[str, str]:
    """Return the name and the value of a <meta>, or of the <link> to the page's own address."""
    if attributes.get("rel", "").lower() == "canonical":
        return "canonical", attributes.get("href", "").strip()
    name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
    return name.lower(), attributes.get("content", "").strip()


def _attribute(source: str, token: Token, value: str) -> Evidence:
    """Return the value of an attribute with its place; with escapes in it, the place is the whole tag."""
    at = source.find(value, token.start, token.end)
    raw = Span(at, at + len(value)) if at >= 0 else Span(token.start, token.end)
    return Evidence(value=value, raw=raw)


def _title(source: str, tree: Tree) -> Iterator[tuple[str, Evidence]]:
    for span in tree.raw.get("title", ()):
        if value := " ".join(unescape(span.cut(source)).split()):
            yield "<title>", Evidence(value=value, raw=span)


def _links(source: str, tree: Tree) -> Iterator[tuple[str, Evidence]]:
    """Yield the address behind the words 原文链接."""
    tags: dict[int, Token] = {}
    for token in tree.tokens:
        if tree.nodes[token.node].tag != "a":
            continue
        if not token.text:
            tags.setdefault(token.node, token)
            continue
        address = tree.nodes[token.node].attributes.get("href", "").strip()
        if ORIGINAL.fullmatch(source, token.start, token.end) and ADDRESS.fullmatch(address):
            yield "original", _attribute(source, tags[token.node], address)


def _scripts(source: str, tree: Tree) -> Iterator[tuple[str, Evidence]]:
    for script in tree.raw.get("script", ()):
        for fact in FACT.finditer(source, script.start, script.end):
            name = fact.lastgroup or ""
            value = undone(fact[name]).strip()
            if name in ("epoch", "seconds"):
                value = f"{datetime.fromtimestamp(int(value), HERE):%Y-%m-%dT%H:%M}"
            if name == "medium" and not HAN.search(value):
                continue  # "source": "web" is a word of programs
            if value:
                yield NAMED.get(name, name), Evidence(value=value, raw=Span(*fact.span(name)))
