"""The sources as citations in four styles."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from kb.exporting import render

Export = dict[str, Any]
REPORT = {
    "id": "doc-1",
    "source": "note.txt",
    "title": "Progress & plans: 50% done",
    "publisher": "Ningchuan Daily",
    "published": "2025-03-09T08:00",
    "language": "en",
    "kind": "news",
    "number": None,
    "url": "https://news.example/1",
    "original_url": None,
}
PLAN = {
    **REPORT,
    "id": "doc-2",
    "title": "宁川市低空物流行动方案",
    "publisher": "宁川市政府办公厅",
    "published": "2025-02",
    "language": "zh",
    "kind": "plan",
    "number": "宁政办发〔2025〕7号",
    "url": None,
}
BARE = {**REPORT, "id": "doc-3", "title": None, "publisher": None, "published": None, "url": None}
EXPORT = {
    "generated": "2026-01-05T10:00:00+00:00",
    "as_of": "2025-03-09",
    "fingerprint": f"sha256:{'0' * 64}",
    "documents": [REPORT, PLAN, BARE],
}


def test_gbt7714_numbers_the_sources_and_tells_kind_carrier_and_days() -> None:
    assert render(EXPORT, "gbt7714").decode().splitlines() == [
        "[1] Ningchuan Daily. Progress & plans: 50% done[N/OL]. (2025-03-09)[2026-01-05]. https://news.example/1.",
        "[2] 宁川市政府办公厅. 宁川市低空物流行动方案[R]. (2025-02).",
        "[3] note.txt[N].",
    ]


def test_apa_spells_the_day_as_far_as_it_is_known() -> None:
    assert render(EXPORT, "apa").decode().splitlines() == [
        "Ningchuan Daily. (2025, March 9). Progress & plans: 50% done. https://news.example/1",
        "note.txt. (n.d.).",
        "宁川市政府办公厅. (2025, February). 宁川市低空物流行动方案.",
    ]


def test_bibtex_escapes_what_tex_would_run() -> None:
    text = render(EXPORT, "bibtex").decode()
    assert r"title = {{Progress \& plans: 50\% done}}" in text
    assert re.findall(r"^@(\w+)\{([\w-]+),$", text, re.MULTILINE) == [
        ("online", "doc-1"),
        ("report", "doc-2"),
        ("online", "doc-3"),
    ]


def test_csl_gives_days_as_numbers_and_leaves_out_what_is_unknown() -> None:
    first, second, third = json.loads(render(EXPORT, "csl"))
    assert first["issued"] == {"date-parts": [[2025, 3, 9]]}
    assert first["accessed"] == {"date-parts": [[2026, 1, 5]]}
    assert (second["type"], second["number"]) == ("report", "宁政办发〔2025〕7号")
    assert third.keys() == {"id", "type", "title", "language"}


@pytest.mark.parametrize("form", ["bibtex", "csl"])
def test_every_source_of_the_samples_is_cited_under_its_id(plan: Export, form: str) -> None:
    text = render(plan, form).decode()
    assert all(document["id"] in text for document in plan["documents"])
