"""Sources come in whole or not at all, whatever they are and whenever the process dies."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from corpus.journal import Level
from kb import KnowledgeBase
from kb.adding import MAX_BYTES
from tests.kb.conftest import SAMPLES

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
        file.truncate(MAX_BYTES + 1)
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
    exports = []
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
