"""Scoring on a gold folder: right things count as right, wrong things are seen, bad gold is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from corpus.errors import MissingSource, UnreadableFile
from kb.cli import main
from kb.evaluating import BUNDLED, evaluate, open_gold
from kb.evaluating.evidence import quotes, shows, states
from kb.evaluating.gold import names
from kb.evaluating.trial import Trial, share

if TYPE_CHECKING:
    from pathlib import Path

    from kb import KnowledgeBase

PLAN = """宁川市低空物流三年行动方案
发布时间：2025年3月

一、总体目标
到2028年，全市开通货运航线60条，建成起降场超120个。

二、重点任务
（一）完善设施
1. 建设起降场。各区分别选址。（责任单位：市交通局、市规划局）
2. 更新航线。每季度评估一次。（责任单位：市交通局）
"""
NOTE = "宁川市气象局今日发布通报，全市平均气温上升1.5度。\n"

FIGURES = {
    "documents": {
        "01": [
            {"value": 60, "bound": "=", "unit": "count", "deadline": "2028", "kind": "target"},
            {"value": 120, "bound": ">=", "unit": "count", "deadline": "2028", "kind": None},
            {"value": 999, "bound": "=", "unit": "count", "deadline": None, "kind": "target"},
        ]
    },
    "articles": {"01": 1, "02": 1},
}
TASKS = [
    {"number": 1, "title": "建设起降场", "units": ["市交通局", "市规划局"]},
    {"number": 2, "title": "更新航线", "units": ["市财政局"]},
]
QUESTIONS = [
    {
        "question": "到2028年，宁川市要开通多少条货运航线？",
        "answer_docs": ["01"],
        "answer_quote": "开通货运航线60条",
        "answer_value": 60,
    },
    {
        "question": "到2028年，宁川市要建成多少个起降场？",
        "answer_docs": ["02"],  # wrong on purpose: the answer stands in another source
        "answer_quote": "建成起降场超120个",
        "answer_value": 120,
    },
    {"question": "宁川市要培训多少名飞手？", "answer_docs": [], "answer_quote": None, "answer_value": None},
]
CLAIMS = [
    {"claim": "到2028年，宁川市将开通货运航线60条。", "verdict": "supported"},
    {"claim": "到2028年，宁川市将开通货运航线60条。", "verdict": "contradicted"},
]
GARBLED = [
    {"kind": "clean", "garbled": "开通货运航线。", "clean": "开通货运航线。", "recoverable": True},
    {
        "kind": "bytes:gb18030",
        "garbled": "货运".encode("gb18030").hex(),
        "clean": "货运",
        "recoverable": True,
    },
    {"kind": "lossy", "garbled": "????", "clean": "货运航线", "recoverable": False},
]


def write_gold(folder: Path, **rows: Any) -> Path:
    """A gold folder about the plan and the note, with the files that are named."""
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "01_plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "sources" / "02_note.txt").write_text(NOTE, encoding="utf-8")
    for name, value in rows.items():
        if name in ("figures", "tasks"):
            (folder / f"{name}.json").write_text(json.dumps(value), encoding="utf-8")
        else:
            text = "".join(json.dumps(row) + "\n" for row in value)
            (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("gold") / "gold"
    gold = {"figures": FIGURES, "tasks": TASKS, "questions": QUESTIONS, "claims": CLAIMS, "garbled": GARBLED}
    return evaluate(open_gold(write_gold(folder, **gold)))


def test_figures_that_were_read_count_and_one_that_is_not_there_is_named(scored: Any) -> None:
    assert scored.measures["figures.recall"] == share(2, 3)
    assert scored.measures["figures.bound"] == 0.5
    assert scored.measures["figures.deadline"] == 1.0
    assert any("999" in miss for miss in scored.misses)


def test_sources_with_the_right_number_of_articles_count(scored: Any) -> None:
    assert scored.measures["articles.right"] == 1.0


def test_a_task_with_other_units_is_named(scored: Any) -> None:
    assert (scored.measures["tasks.recall"], scored.measures["tasks.precision"]) == (1.0, 1.0)
    assert scored.measures["tasks.units"] == 0.5
    assert any("市财政局" in miss for miss in scored.misses)


def test_an_answer_out_of_another_source_is_wrong_and_a_due_refusal_right(
    scored: Any,
) -> None:
    assert scored.measures["questions.right"] == 0.5
    assert scored.measures["questions.refused"] == 1.0
    assert scored.measures["questions.guarded"] == 1.0


def test_only_passages_of_the_right_source_are_found(scored: Any) -> None:
    assert scored.measures["retrieval.found@10"] == 0.5


def test_a_contradicted_claim_that_is_called_supported_is_counted(scored: Any) -> None:
    assert scored.measures["claims.right"] == 0.5
    assert scored.measures["claims.contradicted_called_supported"] == 1.0


def test_text_that_lost_characters_is_not_asked_to_come_back(scored: Any) -> None:
    assert (scored.measures["repair.exact"], scored.measures["repair.clean"]) == (1.0, 1.0)


def test_a_file_that_is_absent_gives_no_measure(tmp_path: Path) -> None:
    gold = open_gold(write_gold(tmp_path / "gold", garbled=GARBLED))
    assert {name.split(".")[0] for name in evaluate(gold).measures} == {"repair"}


def test_the_sources_may_lie_in_seeds_beside_the_folder(tmp_path: Path) -> None:
    folder = write_gold(tmp_path / "gold", garbled=GARBLED)
    (folder / "sources").rename(tmp_path / "seeds")
    assert [path.name for path in open_gold(folder).sources] == ["01_plan.txt", "02_note.txt"]


def test_a_folder_without_gold_or_without_sources_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingSource, match="no gold folder"):
        open_gold(tmp_path)
    (tmp_path / "claims.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(MissingSource, match="sources"):
        open_gold(tmp_path)


def test_gold_that_is_no_json_or_has_another_form_is_refused(tmp_path: Path) -> None:
    gold = open_gold(write_gold(tmp_path / "gold", claims=[{"sentence": "x"}]))
    with pytest.raises(UnreadableFile, match="form of gold"):
        evaluate(gold)
    (gold.folder / "claims.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="not JSON"):
        gold.read("claims.jsonl")


def test_the_command_prints_measures_and_tells_misses_beside_them(tmp_path: Path) -> None:
    row = {"kind": "odd", "garbled": "货运", "clean": "客运", "recoverable": True}
    folder = str(write_gold(tmp_path / "gold", garbled=[row]))
    told = CliRunner().invoke(main, ["eval", folder, "--json", "--misses"])
    assert json.loads(told.stdout) == {"repair.exact": 0.0, "repair.clean": 1.0}
    assert "odd" in told.stderr
    assert "repair.exact  0" in CliRunner().invoke(main, ["eval", folder]).stdout


def test_the_command_says_in_one_line_that_there_is_no_gold(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["eval", str(tmp_path)])
    assert (told.exit_code, told.stdout, told.stderr.count("\n")) == (1, "", 1)


def test_the_bundled_gold_names_bundled_samples_only() -> None:
    sources = [path.name for path in BUNDLED.sources]
    named = set(BUNDLED.read("figures.json")["documents"])
    named |= {doc for row in BUNDLED.read("questions.jsonl") for doc in row["answer_docs"]}
    assert all(sum(names(key, source) for source in sources) == 1 for key in named)


@pytest.mark.parametrize(
    ("key", "source", "means"),
    [
        ("003", "003_official.txt", True),
        ("003", "0031.txt", False),
        ("plan.zh", "plan.zh.txt", True),
        ("3", "x3", False),
    ],
)
def test_a_source_is_named_by_the_beginning_of_its_name(key: str, source: str, means: bool) -> None:
    assert names(key, source) is means


@pytest.mark.parametrize(
    ("text", "value", "there"),
    [
        ("The output is to pass 55.51 billion yuan.", 55_510_000_000, True),
        ("产值达到555.1亿元。", 55_510_000_000, True),
        ("within three weeks", 3, True),
        ("within five weeks", 3, False),
        (None, 3, False),
    ],
)
def test_a_value_is_stated_in_whatever_words(text: str | None, value: int, there: bool) -> None:
    assert states(text, value) is there


def test_a_quote_shows_the_answer_by_its_words_or_most_of_them(samples: KnowledgeBase) -> None:
    trial = Trial(samples, {"doc-1": "01_plan.txt", "doc-2": "02_note.txt"})
    row = {"answer_docs": ["01"], "answer_quote": "各区分别选址，建设起降场"}
    most = {"document": "doc-1", "text": "各区分别选址，另行通知"}
    assert shows(trial, row, most)
    assert not quotes(trial, row, most)
    assert not shows(trial, row, {**most, "document": "doc-2"})
    assert shows(trial, {**row, "cited_words": ["通知"]}, most)
    assert not shows(trial, {**row, "cited_words": ["航线"]}, most)
