"""The command line keeps to its contract: one JSON object, exit codes, one line for what went wrong."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from kb.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from kb import KnowledgeBase

PLAN = "杭州市养老服务行动计划\n\n一、主要目标\n到2027年，全市新增护理型床位超8000张。\n"


def run(home: Path, *args: str) -> Result:
    return CliRunner().invoke(main, ["--home", str(home), *args])


def answer(home: Path, *args: str) -> Any:
    result = run(home, *args, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.fixture
def home(samples: KnowledgeBase) -> Path:
    return samples.home.folder


@pytest.mark.parametrize(
    ("command", "key"),
    [
        (("documents",), "documents"),
        (("plans",), "plans"),
        (("figures",), "figures"),
        (("targets",), "targets"),
        (("tasks",), "tasks"),
        (("organisations",), "organisations"),
        (("search", "审评"), "hits"),
    ],
)
def test_lists_come_as_one_json_object_and_as_a_table(home: Path, command: tuple[str, ...], key: str) -> None:
    assert answer(home, *command)[key]
    table = run(home, *command)
    assert table.exit_code == 0
    assert table.stdout.strip()


@pytest.mark.parametrize("query", ["人工智能", "artificial intelligence"])
def test_tasks_are_found_in_either_language(home: Path, query: str) -> None:
    titles = [task["title"]["zh"] for task in answer(home, "tasks", query)["tasks"]]
    assert any("人工智能" in title for title in titles[:2])


def test_show_gives_every_kind_of_record_by_its_id(home: Path) -> None:
    for command, key in (
        ("documents", "documents"), ("plans", "plans"), ("figures", "figures"), ("targets", "targets"),
        ("tasks", "tasks"), ("organisations", "organisations"),
    ):  # fmt: skip
        identity = answer(home, command)[key][0]["id"]
        assert answer(home, "show", identity)["id"] == identity


def test_a_repaired_document_shows_its_edits_and_its_source(home: Path) -> None:
    repaired = next(d for d in answer(home, "documents")["documents"] if d["kind"] == "repost")
    shown = answer(home, "show", repaired["id"], "--repairs", "--raw")
    assert shown["edits"]
    for edit in shown["edits"]:
        assert shown["raw"][edit["start"] : edit["end"]] == edit["before"]
    assert "-'" in run(home, "show", repaired["id"], "--repairs").stdout


def test_an_unknown_id_is_one_line_and_exit_status_1(home: Path) -> None:
    result = run(home, "show", "fig-0000000000000000")
    assert result.exit_code == 1
    assert result.stderr.startswith("policykb: nothing is held")
    assert result.stderr.count("\n") == 1


def test_wrong_usage_is_exit_status_2(home: Path) -> None:
    assert run(home, "export", "--format", "docx").exit_code == 2
    assert run(home, "ask").exit_code == 2


def test_add_prints_a_line_for_each_source_and_goes_on_after_a_bad_one(tmp_path: Path) -> None:
    good, bad = tmp_path / "plan.txt", tmp_path / "none.txt"
    good.write_text(PLAN, encoding="utf-8")
    result = run(tmp_path / "home", "add", str(bad), str(good), "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["status"] for line in lines] == ["skipped", "added"]
    assert result.exit_code == 1
    assert result.stderr == f"policykb: {bad} does not exist: check the path\n"


def test_a_foreign_database_is_one_line(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "policykb.sqlite3")
    db.execute("create table theirs (x)")
    db.close()
    result = run(tmp_path, "documents")
    assert result.exit_code == 1
    assert "not one of policykb" in result.stderr


def test_export_writes_a_file(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    result = run(home, "export", "--output", str(path))
    assert result.exit_code == 0
    assert json.loads(path.read_text(encoding="utf-8"))["tasks"]


def test_forget_takes_a_document_out_of_everything(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    home = tmp_path / "home"
    assert run(home, "add", str(path)).exit_code == 0
    identity = answer(home, "documents")["documents"][0]["id"]
    assert answer(home, "forget", identity) == {"forgotten": identity}
    assert answer(home, "documents") == {"documents": []}
    assert answer(home, "figures") == {"figures": []}
    assert answer(home, "search", "床位") == {"hits": []}
    assert answer(home, "verify") == {"ok": True, "findings": []}
    for file in home.rglob("*"):
        assert file.is_dir() or "护理型床位".encode() not in file.read_bytes(), file


def test_reindex_finds_the_same(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    home = tmp_path / "home"
    run(home, "add", str(path))
    before = answer(home, "search", "床位")
    assert answer(home, "reindex")["passages"] >= 1
    assert answer(home, "search", "床位") == before


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from kb.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'chromadb', 'tokenizers', 'opencc', 'trafilatura', 'bs4', 'rich', 'torch'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
