"""The report is one whole page: nothing is loaded, nothing of a document is run, all is in it."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kb.exporting import render

Export = dict[str, Any]
VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Reads a page strictly: every tag that is opened is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        told = dict(attrs)
        self.ids += [told["id"]] if told.get("id") else []  # type: ignore[list-item]
        self.addresses += [value for name in ("href", "src") if (value := told.get(name))]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read(page: str) -> Reader:
    """Read a page to its end."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_the_page_is_well_formed_and_names_each_record_once(plan: Export, ids: list[str]) -> None:
    reader = read(render(plan, "html").decode())
    assert len(reader.ids) == len(set(reader.ids))
    assert {*ids, *(t["id"] for t in plan["tasks"]), *(d["id"] for d in plan["documents"])} <= set(reader.ids)


def test_the_page_holds_both_languages_and_every_quote(plan: Export) -> None:
    text = "".join(read(render(plan, "html").decode()).texts)
    for task in plan["tasks"]:
        assert task["title"]["zh"] in text
        assert task["title"]["en"] in text
    stated = {s["figure"] for t in plan["targets"] for s in t["statements"]}
    assert all(f["quote"]["text"] in text for f in plan["figures"] if f["id"] in stated)


def test_the_page_loads_nothing(plan: Export) -> None:
    page = render(plan, "html").decode()
    assert not re.search(r"<(?:link|img|iframe|script(?! type=\"application/json\"))|@import|url\(", page)


def test_what_differs_is_marked_in_the_matrix(plan: Export) -> None:
    differing = sum(s["verdict"] == "differs" for t in plan["targets"] for s in t["statements"])
    assert differing > 0
    assert render(plan, "html").decode().count('<td class="differs"') == differing


def test_nothing_that_a_document_says_becomes_markup_or_a_dangerous_link(plan: Export) -> None:
    evil = "<script>alert(1)</script>"
    label = {"zh": evil, "en": '"><img src=x onerror=y>'}
    first = {**plan["targets"][0], "label": label}
    source = {**plan["documents"][0], "title": evil, "url": "javascript:alert(1)", "original_url": None}
    page = render({**plan, "targets": [first], "documents": [source]}, "html").decode()
    assert evil not in page
    assert "<img" not in page
    assert not any(address.startswith("javascript:") for address in read(page).addresses)


ARTEFACTS = Path(__file__).resolve().parents[3] / "build" / "artefacts"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
def test_a_browser_draws_the_page(plan: Export, tmp_path: Path) -> None:
    assert CHROMIUM
    page, picture = tmp_path / "plan.html", tmp_path / "plan.png"
    page.write_bytes(render(plan, "html"))
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,2400"]
    command = [CHROMIUM, *options, f"--user-data-dir={tmp_path / 'profile'}", f"--screenshot={picture}"]
    subprocess.run([*command, page.as_uri()], check=True, capture_output=True, timeout=120)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 20_000  # an empty page is far smaller
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    shutil.copy(picture, ARTEFACTS / "report.png")  # for people to look at
