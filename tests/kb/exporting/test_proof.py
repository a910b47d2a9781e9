"""An exported file can be checked wherever it is: what was changed in it is found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from kb.cli import main
from kb.exporting import render, verify_file
from kb.exporting.proof import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

Export = dict[str, Any]
WHOLE = ["json", "html", "sqlite"]


@pytest.mark.parametrize("form", WHOLE)
def test_a_file_as_it_was_written_is_whole(plan: Export, form: str) -> None:
    assert verify_file(render(plan, form)) == []


@pytest.mark.parametrize("form", WHOLE)
def test_a_figure_that_was_changed_afterwards_is_found(plan: Export, form: str) -> None:
    first, *rest = plan["targets"]
    forged = {**plan, "targets": [{**first, "value": "1"}, *rest]}
    assert "another fingerprint" in verify_file(render(forged, form))[0]


def test_a_page_that_was_changed_around_the_plan_is_found(plan: Export) -> None:
    page = render(plan, "html").decode().replace("</h1>", "!</h1>", 1)
    assert "around it" in verify_file(page.encode())[0]


def test_when_it_was_written_does_not_matter(plan: Export) -> None:
    assert fingerprint({**plan, "generated": "2001-01-01T00:00:00+00:00"}) == plan["fingerprint"]


@pytest.mark.parametrize("data", [b"id,label\n1,x\n", b"\xff\xfe\x00", b"{}", b"[]", b"SQLite format 3\x00"])
def test_what_cannot_be_checked_is_said(data: bytes) -> None:
    assert len(verify_file(data)) == 1


def test_an_empty_database_is_no_export() -> None:
    import sqlite3

    db = sqlite3.connect(":memory:")
    db.execute("create table other (x)")
    data = db.serialize()
    db.close()
    assert "no export" in verify_file(data)[0]


def test_the_command_checks_a_file_and_exits_1_where_it_was_changed(plan: Export, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(render(plan, "json"))
    assert CliRunner().invoke(main, ["verify", str(path)]).exit_code == 0
    path.write_bytes(render({**plan, "as_of": "2030-01-01"}, "json"))
    told = CliRunner().invoke(main, ["verify", str(path), "--json"])
    assert (told.exit_code, json.loads(told.stdout)["ok"]) == (1, False)
