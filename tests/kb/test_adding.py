"""Sources come in whole or not at all, whatever they are and whenever the process dies."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from corpus.journal import Level
from ingest.reading import LARGEST
from kb import KnowledgeBase
from tests.hostile import moved, page
from tests.kb.conftest import SAMPLES
from tests.kb.pages import SITE, article, visiting

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """杭州市养老服务行动计划

一、主要目标
到2027年，全市新增护理型床位超8000张，建成社区食堂300家。
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_one_source_is_added_and_then_unchanged(tmp_path: Path) -> None:
    path = write(tmp_path, "plan.txt", PLAN)
    with KnowledgeBase(tmp_path / "home") as base:
        (first,) = base.add([path])
        (again,) = base.add([path])
    assert (first["status"], again["status"]) == ("added", "unchanged")
    assert [d["id"] for d in first["documents"]] == [d["id"] for d in again["documents"]]


def test_the_same_bytes_under_another_name_are_unchanged(tmp_path: Path) -> None:
    with KnowledgeBase(tmp_path / "home") as base:
        list(base.add([write(tmp_path, "b.txt", PLAN)]))
        (again,) = base.add([write(tmp_path, "a.txt", PLAN)])
        assert again["status"] == "unchanged"
        assert base.documents()["documents"][0]["source"] == "a.txt"


def test_a_folder_is_read_in_order_and_hidden_files_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    write(folder, "b.txt", PLAN)
    write(folder / "deep", "a.txt", PLAN.replace("8000", "9000"))
    write(folder, ".hidden", PLAN.replace("8000", "7000"))
    with KnowledgeBase(tmp_path / "home") as base:
        names = [line["source"].removeprefix(str(folder)) for line in base.add([folder])]
    assert names == ["/b.txt", "/deep/a.txt"]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "picture.png"),
        ("spaces.txt", b" \n\t\n ", "spaces.txt"),
    ],
)
def test_unusable_bytes_are_skipped_with_one_line_and_a_row(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(data)
    good = write(tmp_path, "good.txt", PLAN)
    with KnowledgeBase(tmp_path / "home") as base:
        bad, after = base.add([tmp_path / name, good])
        (entry,) = base.store.journal.entries()
    assert (bad["status"], after["status"]) == ("skipped", "added")
    assert says in bad["reason"]
    assert "\n" not in bad["reason"]
    assert (entry.level, entry.source) == (Level.SKIPPED, str(tmp_path / name))


def test_a_missing_file_an_empty_folder_and_an_address_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    sources = [str(tmp_path / "none.txt"), str(tmp_path / "empty"), "https://example.org/plan"]
    with KnowledgeBase(tmp_path / "home") as base:
        lines = list(base.add(sources))
        entries = list(base.store.journal.entries())
    assert [line["status"] for line in lines] == ["skipped"] * 3
    assert [e.source for e in entries] == sources


def test_broken_utf_8_is_read_with_its_damage_marked(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(PLAN.encode().replace("社".encode(), b"\xe7\xa4", 1))
    with KnowledgeBase(tmp_path / "home") as base:
        (line,) = base.add([tmp_path / "broken.txt"])
        found = base.show(line["documents"][0]["id"], repairs=True)
    assert line["status"] == "added"
    assert found["lost"]


def test_a_text_larger_than_any_release_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with KnowledgeBase(tmp_path / "home") as base:
        (line,) = base.add([path])
    assert line["status"] == "skipped"
    assert "MB" in line["reason"]


def test_standard_input_is_a_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    with KnowledgeBase(tmp_path / "home") as base:
        (line,) = base.add(["-"])
    assert (line["source"], line["status"]) == ("-", "added")


def test_every_quote_of_every_record_leads_back_to_the_source(samples: KnowledgeBase) -> None:
    figures = samples.figures()["figures"]
    assert figures
    for figure in figures:
        quote = figure["quote"]
        document = samples.held[quote["document"]]
        assert document.text[quote["start"] : quote["end"]] == quote["text"]
        raw = samples.store.source(document.source).text[quote["raw"]["start"] : quote["raw"]["end"]]
        if not document.repairs and raw.isprintable():
            assert quote["text"][:1] == raw[:1]


def test_two_homes_filled_in_different_order_export_the_same(tmp_path: Path) -> None:
    files = sorted(SAMPLES.glob("*.*"))
    exports: list[Any] = []
    for name, order in (("one", files), ("two", files[::-1])):
        with KnowledgeBase(tmp_path / name) as base:
            list(base.add(order))
            export = base.export()
            export.pop("generated")
            exports.append(json.dumps(export, ensure_ascii=False))
    assert exports[0] == exports[1]


@pytest.mark.parametrize("seconds", [0.6, 1.0, 1.4, 2.0])
def test_what_was_acknowledged_outlives_a_kill(tmp_path: Path, seconds: float) -> None:
    home = tmp_path / "home"
    command = [sys.executable, "-m", "kb.cli", "--home", str(home), "add", str(SAMPLES), "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGKILL)
    said = (process.communicate()[0] or b"").decode().splitlines()
    promised = [d["id"] for line in said if line.endswith("}") for d in json.loads(line)["documents"]]
    with KnowledgeBase(home) as base:
        assert set(promised) <= set(base.held)
        assert base.verify() == {"ok": True, "findings": []}
        statuses = {line["status"] for line in base.add([SAMPLES])}
        assert statuses <= {"added", "unchanged"}
        assert base.verify() == {"ok": True, "findings": []}


# From the web

PAGE = "/202509/t20250911_1.html"


def test_a_page_of_the_web_keeps_its_address(tmp_path: Path) -> None:
    with visiting(tmp_path, {"/old": moved(PAGE), PAGE: article(1)}) as (base, intake, _):
        [added] = intake.take(f"{SITE}/old#top")
        assert added.status == "added"
        [document] = base.documents()["documents"]
        assert (document["url"], document["source"]) == (SITE + PAGE, f"{SITE}/old")
        assert "公共充电桩1300个" in base.show(document["id"])["text"]
        assert [again.status for again in intake.take(SITE + PAGE)] == ["unchanged"]


def test_bytes_from_files_and_the_web_have_one_address_in_any_order(tmp_path: Path) -> None:
    file = tmp_path / "saved.html"
    exports: list[Any] = []
    for order in ((str(file), f"{SITE}/a", f"{SITE}/b"), (f"{SITE}/b", f"{SITE}/a", str(file))):
        replies = {"/a": article(1), "/b": article(1)}
        with visiting(tmp_path / str(len(exports)), replies) as (base, intake, _):
            file.write_bytes(intake.open_web().fetch(f"{SITE}/a").data)
            statuses = [added.status for source in order for added in intake.take(source)]
            assert statuses == ["added", "unchanged", "unchanged"]
            exports.append(base.documents())
    assert exports[0] == exports[1]
    assert exports[0]["documents"][0]["url"] == f"{SITE}/a"


def test_a_page_of_which_only_the_frame_has_changed_is_unchanged(tmp_path: Path) -> None:
    with visiting(tmp_path, {PAGE: article(1, "<!-- 17 -->")}) as (base, intake, server):
        [first] = intake.take(SITE + PAGE)
        server.replies[PAGE] = article(1, "<!-- 18 -->")
        [second] = intake.take(SITE + PAGE)
        assert second.status == "unchanged"
        assert second.documents == first.documents
        assert len(base.documents()["documents"]) == 1


def test_a_page_that_has_changed_is_a_revision(tmp_path: Path) -> None:
    with visiting(tmp_path, {PAGE: article(1)}) as (base, intake, server):
        [first] = intake.take(SITE + PAGE)
        server.replies[PAGE] = article(2)
        [second] = intake.take(SITE + PAGE)
        [link] = [link for link in base.store.links() if link.kind == "revision_of"]
        assert (link.child, link.parent) == (second.documents[0].id, first.documents[0].id)


def test_the_charset_of_the_header_is_evidence(tmp_path: Path) -> None:
    text = "<html><body><p>El plan prevé 300 estaciones más: año nuevo, señal única.</p></body></html>"
    reply = page(text.encode("cp1252"), content_type="text/html; charset=ISO-8859-1")
    with visiting(tmp_path, {PAGE: reply}) as (base, intake, _):
        [added] = intake.take(SITE + PAGE)
        assert added.status == "added"
        assert "señal única" in base.show(added.documents[0].id)["text"]


ANNEX = "充电桩布局表\n\n一、城区\n到2028年，城区新增公共充电桩800个。\n"
OFFERS = (
    '<p>附件：<a href="annex.txt">充电桩布局表</a> <a href="old.doc">旧表</a> <a href="gone.pdf">图</a></p>'
)


def test_the_files_that_a_page_offers_become_its_parts(tmp_path: Path) -> None:
    site = {
        PAGE: article(1, OFFERS),
        "/202509/annex.txt": page(ANNEX, content_type="text/plain"),
        "/202509/old.doc": page(b"\xd0\xcf\x11\xe0" + bytes(600), content_type="application/msword"),
        "/202509/gone.pdf": page("<html><body>您访问的页面不存在</body></html>"),
    }
    with visiting(tmp_path, site) as (base, intake, _):
        whole, annex, old, gone = intake.take(SITE + PAGE)
        assert [a.status for a in (whole, annex, old, gone)] == ["added", "added", "skipped", "skipped"]
        assert "a page instead of the file" in str(gone.reason)
        [link] = base.store.links()
        assert (link.child, link.parent) == (annex.documents[0].id, whole.documents[0].id)
        assert "充电桩布局表" in link.reason
        assert [e.source for e in base.store.journal.entries()] == [old.source, gone.source]
        generation = base.store.generation
        assert [a.status for a in intake.take(SITE + PAGE)][:2] == ["unchanged", "unchanged"]
        assert base.store.generation == generation
        parents = base.show(annex.documents[0].id)["parents"]
        assert [(p["id"], p["kind"]) for p in parents] == [(whole.documents[0].id, "part_of")]


def test_what_is_forgotten_is_not_in_the_cache_of_the_web_either(tmp_path: Path) -> None:
    with visiting(tmp_path, {PAGE: article(1)}) as (base, intake, server):
        [added] = intake.take(SITE + PAGE)
        assert any(b"1300" in path.read_bytes() for path in base.home.web.iterdir())
        base.forget(added.documents[0].id)
        assert not any(b"1300" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
        assert [again.status for again in intake.take(SITE + PAGE)] == ["added"]
        assert "If-None-Match" not in server.asked[-1][1]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/a.html", "HTTPS://[::1]/", "http://user:pw@gov.example/"]
)
def test_an_address_that_must_not_be_fetched_is_skipped_in_one_line(tmp_path: Path, address: str) -> None:
    with KnowledgeBase(tmp_path) as base:
        [line] = base.add([address])
        assert line["status"] == "skipped"
        assert "\n" not in line["reason"]
