"""The bundled releases hold the facts of one public plan, in words of their own, and say what they are."""

import json
import re
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC

from ingest import repair
from tests.shared import SHARED, needs_shared

CASES = Path(__file__).parents[1] / "cases" / "samples.jsonl"
SAMPLES = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
ENCODINGS = {case["name"]: case["encoding"] for case in SAMPLES}
SAYS_SO = ("本文为样例", "本文為樣(yàng)例", "Sample text: restates public facts in our own words")

# Names are facts and may stand in any text as they are.
PLAN = "上海市促进高端医疗器械产业全链条发展行动方案"
TITLES = [
    f"Action Plan {of_whom} Promoting the Full-Chain Development of High-End Medical Device Industry"
    for of_whom in ("of Shanghai Municipality on", "on", "for")
]
UNITS = re.compile(r"\(Responsible units?:[^()]*\)")
READING = re.compile(r"\([^()\u4e00-\u9fff]{1,8}\)")  # 醫(yī), also where spaces got into it
HAN_RUN, WORD_RUN = 12, 10


def sample(name: str) -> str:
    return (files("corpus") / "samples" / name).read_bytes().decode(ENCODINGS[name])


def han(text: str) -> str:
    """The Chinese characters alone, simplified, without readings in brackets."""
    simplified: str = OpenCC("t2s").convert(READING.sub("", text))
    return re.sub(r"[^\u4e00-\u9fff]", "", simplified.replace(PLAN, "\n"))


def words(text: str) -> list[str]:
    """The English words, without the plan's title and the lists of responsible units."""
    for title in TITLES:
        text = text.replace(title, "")
    return re.findall(r"[a-z0-9.']+", UNITS.sub("", text).lower())


def runs(sequence: str | list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(sequence[at : at + length]) for at in range(len(sequence) - length + 1)}


def test_there_are_nine_samples_and_nothing_else() -> None:
    there = {entry.name for entry in (files("corpus") / "samples").iterdir()}
    assert there == set(ENCODINGS)


@pytest.mark.parametrize("name", ENCODINGS)
def test_every_sample_says_that_it_is_one(name: str) -> None:
    assert any(line in sample(name) for line in SAYS_SO)


@pytest.mark.parametrize("case", SAMPLES, ids=ENCODINGS)
def test_every_sample_holds_its_figures(case: dict[str, Any]) -> None:
    text = sample(case["name"])
    assert [words for words in case["holds"] if words not in text] == []


@pytest.mark.parametrize(
    ("name", "unit"), [("plan.zh.txt", r"（责任单位："), ("plan.en.txt", r"\(Responsible units?:")]
)
def test_both_plans_number_twenty_tasks_with_their_units(name: str, unit: str) -> None:
    tasks = re.findall(rf"^\(?(\d+)[.)] .*{unit}", sample(name), re.MULTILINE)
    assert [int(number) for number in tasks] == list(range(1, 21))


def test_both_plans_give_each_task_as_many_units() -> None:
    chinese = [line.count("、") + 1 for line in re.findall(r"责任单位：(.*?)）", sample("plan.zh.txt"))]
    listed = UNITS.findall(sample("plan.en.txt"))
    english = [len(re.split(r", and |, (?=the |[A-Z])", line)) for line in listed]
    assert chinese == english


def test_the_wrong_report_differs_from_the_plan_in_two_figures() -> None:
    report = sample("report-wrong.zh.txt")
    assert "超500件" not in report
    assert "至3周" not in report


def test_the_gbk_page_declares_what_it_is_not() -> None:
    data = (files("corpus") / "samples" / "page-gbk.html").read_bytes()
    assert b"charset=utf-8" in data
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")


def test_the_repost_is_garbled_in_characters_and_across_their_borders() -> None:
    repost = sample("repost.zh.txt")
    assert "醫(yī)療器械" in repost
    assert "日?qǐng)?bào)訊" in repost


def test_repair_gives_the_repost_the_words_of_the_news_it_was_made_from() -> None:
    repaired = repair(sample("repost.zh.txt"))
    assert repaired.lost == ()
    assert READING.findall(repaired.text) == []
    paragraphs = re.findall(r"<p>(.*)</p>", sample("news.zh.html"))
    assert [p for p in paragraphs if han(p) not in han(repaired.text)] == []


@needs_shared
@pytest.mark.parametrize("name", ENCODINGS)
def test_no_sample_repeats_the_sentences_of_the_development_texts(name: str) -> None:
    seeds = [path.read_text(encoding="utf-8") for path in (SHARED / "seeds").glob("*.txt")]
    known_han = set(chain.from_iterable(runs(han(seed), HAN_RUN + 1) for seed in seeds))
    known_words = set(chain.from_iterable(runs(words(seed), WORD_RUN + 1) for seed in seeds))
    assert runs(han(sample(name)), HAN_RUN + 1) & known_han == set()
    assert runs(words(sample(name)), WORD_RUN + 1) & known_words == set()
