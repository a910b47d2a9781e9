"""`check` and `compare` on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from kb.cli import main

if TYPE_CHECKING:
    from kb import KnowledgeBase

WRONG = Path(__file__).parents[2] / "corpus" / "samples" / "report-wrong.zh.txt"
CLAIM = "Shanghai's plan has 30 key tasks."


def run(base: KnowledgeBase, *args: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["--home", str(base.home.folder), *args], input=text)


def test_a_claim_is_judged_as_one_json_object(samples: KnowledgeBase) -> None:
    found = json.loads(run(samples, "check", CLAIM, "--json").stdout)
    (claim,) = found["claims"]
    assert list(found) == ["claims"]
    assert set(claim) == {"text", "start", "end", "figure", "verdict", "reason", "evidence"}
    assert claim["verdict"] == "contradicted"
    assert CLAIM[claim["start"] : claim["end"]] == claim["text"]


def test_a_person_sees_the_figure_marked_in_place(samples: KnowledgeBase) -> None:
    shown = run(samples, "check", CLAIM).stdout
    assert shown.startswith("Shanghai's plan has 30 key tasks[1].")
    assert "[1] contradicted" in shown


def test_a_file_is_checked_article_by_article(samples: KnowledgeBase) -> None:
    found = json.loads(run(samples, "check", "--file", str(WRONG), "--json").stdout)
    assert len(found["parts"]) == 1
    assert [c["figure"]["value"] for c in found["claims"] if c["verdict"] == "contradicted"] == ["300", "5"]


def test_standard_input_is_checked_too(samples: KnowledgeBase) -> None:
    result = run(
        samples, "check", "--file", "-", "--json", text="上海方案速览\n上海方案共部署20项重点任务。\n"
    )
    assert [c["verdict"] for c in json.loads(result.stdout)["claims"]] == ["supported"]


@pytest.mark.parametrize("args", [(), ("text", "--file", "a.txt")])
def test_exactly_one_thing_is_checked(samples: KnowledgeBase, args: tuple[str, ...]) -> None:
    assert run(samples, "check", *args).exit_code == 2


def test_a_missing_file_is_one_clear_line(samples: KnowledgeBase) -> None:
    result = run(samples, "check", "--file", "/nowhere/at-all.txt")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1


def test_a_text_without_figures_says_so(samples: KnowledgeBase) -> None:
    assert "no figure" in run(samples, "check", "上海将加强统筹。").stdout


def test_the_matrix_comes_as_json_and_as_a_table(samples: KnowledgeBase) -> None:
    found = json.loads(run(samples, "compare", "--json").stdout)
    assert found["rows"][0]["cells"].keys() == set(found["sources"])
    shown = run(samples, "compare", "--lang", "zh").stdout
    assert "conflicting" in shown
    assert "原文为" in shown


def test_an_unknown_plan_is_one_clear_line(samples: KnowledgeBase) -> None:
    result = run(samples, "compare", "--plan", "plan-none")
    assert result.exit_code == 1
    assert "plan-none" in result.stderr
