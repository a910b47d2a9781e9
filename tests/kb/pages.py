"""A small site of invented releases, on loopback, and an intake that reaches it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ingest.web import Cache, Limits, Web
from kb import KnowledgeBase
from kb.adding import Intake
from tests.hostile import Hours, Server, World, page, serving

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.hostile import Reply

ADDRESS = "93.184.216.34"
SITE = "http://www.gov.example"


def article(number: int, extra: str = "") -> Reply:
    """Return a release about charging points, one like no other."""
    title = f"本市第{number}批公共充电桩建设方案发布"
    body = f"近日，本市发布第{number}批公共充电桩建设方案。到2028年，全市新增公共充电桩{number}300个。"
    return page(
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{body}</p>{extra}</body></html>",
        etag=f'"{number}"',
    )


def channel(*links: str, more: str = "") -> Reply:
    """Return a channel page that lists these addresses."""
    items = "".join(f'<li><a href="{link}">本市公共充电桩建设方案发布</a></li>' for link in links)
    return page(f"<html><body><ul>{items}</ul>{more}</body></html>")


@contextmanager
def visiting(home: Path, replies: Mapping[str, Reply]) -> Iterator[tuple[KnowledgeBase, Intake, Server]]:
    """Open a knowledge base whose web holds one site."""
    with serving(replies) as server, KnowledgeBase(home) as base:
        world = World({"www.gov.example": [[ADDRESS]]}, {ADDRESS: server})
        web = Web(Limits(tries=1), Cache(base.home.web), line=world.line, clock=Hours().clock)
        yield base, Intake(base.store, base.blobs, lambda: base.index, lambda: web), server
