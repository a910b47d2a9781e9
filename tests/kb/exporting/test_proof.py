"""An exported file can be checked wherever it is: what was changed in it is found."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from kb.cli import main
from kb.exporting import BESIDE, FORMATS, as_claimreview, proof, render, verify_file
from kb.exporting.proof import fingerprint
from kb.exporting.seals import MARK, UNSEALED

if TYPE_CHECKING:
    from pathlib import Path

    from kb import KnowledgeBase

Export = dict[str, Any]
WHOLE = ["json", "html", "sqlite"]
INSIDE = [form for form in FORMATS if form not in BESIDE]


@pytest.mark.parametrize("form", INSIDE)
def test_a_file_as_it_was_written_is_whole(plan: Export, form: str) -> None:
    assert verify_file(render(plan, form)) == []


@pytest.mark.parametrize("form", INSIDE)
def test_every_form_says_as_of_when_it_is_and_with_which_fingerprint(plan: Export, form: str) -> None:
    data = render(plan, form)
    if form == "xlsx":
        data = ZipFile(io.BytesIO(data)).comment
    assert plan["fingerprint"].encode() in data
    assert plan["as_of"].encode() in data


@pytest.mark.parametrize("form", INSIDE)
def test_one_changed_character_anywhere_is_found(plan: Export, form: str) -> None:
    data = render(plan, form)
    seal = data.index(MARK.encode() if form != "json" else b"sha256:")
    for at in (*range(0, len(data), len(data) // 97), seal, seal + len(MARK), len(data) - 1):
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        assert len(verify_file(changed)) == 1, (form, at)


@pytest.mark.parametrize("form", sorted(BESIDE))
def test_what_cannot_hold_a_statement_is_proved_by_the_file_beside_it(plan: Export, form: str) -> None:
    data = render(plan, form)
    beside = proof(plan, data)
    assert MARK.encode() not in data
    stated = json.loads(beside)
    assert (stated["as_of"], stated["fingerprint"]) == (plan["as_of"], plan["fingerprint"])
    assert verify_file(data, beside) == []
    for at in (0, len(data) // 2, len(data) - 1):
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        assert len(verify_file(changed, beside)) == 1
    assert "cannot be read" in verify_file(data, b"{}")[0]
    assert "FILE.proof" in verify_file(data)[0]


@pytest.mark.parametrize("form", WHOLE)
def test_a_plan_that_was_changed_and_sealed_anew_is_found(plan: Export, form: str) -> None:
    first, *rest = plan["targets"]
    forged = {**plan, "targets": [{**first, "value": "1"}, *rest]}
    assert "another fingerprint" in verify_file(render(forged, form))[0]


def test_a_plan_laid_out_otherwise_is_said_to_be_whole(plan: Export) -> None:
    (finding,) = verify_file(json.dumps(plan, sort_keys=True).encode())
    assert "inside is whole" in finding


def test_a_source_that_speaks_of_seals_does_no_harm(plan: Export) -> None:
    first, *rest = plan["documents"]
    for words in (UNSEALED, MARK + "a" * 64):
        export = {**plan, "documents": [{**first, "title": words}, *rest]}
        for form in ("md", "bibtex", "jsonld"):
            assert verify_file(render(export, form)) == []


def test_reviews_are_sealed_too() -> None:
    data = as_claimreview({"claims": []}, [{"id": "doc-1", "published": "2026-01-15"}])
    assert b"as of 2026-01-15; sha256:" in data
    assert verify_file(data) == []
    assert len(verify_file(data.replace(b"2026", b"2027"))) == 1


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


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_command_proves_what_the_command_wrote(samples: KnowledgeBase, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"plan.{form}"
    home = ["--home", str(samples.home.folder)]
    assert CliRunner().invoke(main, [*home, "export", "--format", form, "--output", str(path)]).exit_code == 0
    assert CliRunner().invoke(main, ["verify", str(path)]).exit_code == 0
    path.write_bytes(path.read_bytes()[:-9] + b"?" + path.read_bytes()[-8:])
    told = CliRunner().invoke(main, ["verify", str(path)])
    assert (told.exit_code, len(told.stdout.splitlines())) == (1, 1)
