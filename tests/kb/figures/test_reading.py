"""Published idioms: each case of the two files is a sentence with all that a careful reader takes from it."""

import json
from pathlib import Path
from typing import Any

import pytest

from kb.figures import Reading, read_text
from kb.records import plain

CASES = Path(__file__).parents[2] / "cases"


def rows(language: str) -> list[dict[str, Any]]:
    lines = (CASES / f"figures_{language}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def cases(language: str) -> list[Any]:
    return [pytest.param(language, row, id=row["text"][:40]) for row in rows(language)]


def fields(reading: Reading, text: str) -> dict[str, Any]:
    return {
        "number": reading.number.cut(text),
        "value": plain(reading.value),
        "value_max": None if reading.value_max is None else plain(reading.value_max),
        "bound": str(reading.bound),
        "unit": reading.unit,
        "unit_text": reading.unit_text,
        "subject": reading.subject,
        "deadline": reading.deadline,
        "baseline": reading.baseline,
        "change": str(reading.change),
        "kind": str(reading.kind),
        "of": reading.of,
    }


@pytest.mark.parametrize(("language", "case"), cases("zh") + cases("en"))
def test_an_idiom_is_read_with_all_its_fields(language: str, case: dict[str, Any]) -> None:
    text = case["text"]
    read = [fields(reading, text) for reading in read_text(text, language)]
    for found, wanted in zip(read, case["figures"], strict=False):
        if wanted["kind"] is None:  # the sentence alone does not tell
            found["kind"] = None
    assert read == sorted(case["figures"], key=lambda figure: text.find(figure["number"]))


def test_there_are_enough_cases_and_enough_of_them_hold_no_figure() -> None:
    every = rows("zh") + rows("en")
    assert len(every) >= 300
    assert sum(not row["figures"] for row in every) >= 60


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_reading_stands_where_its_words_stand(language: str) -> None:
    text = "\n".join(row["text"] for row in rows(language))
    for reading in read_text(text, language):
        assert reading.span.holds(reading.number)
        assert reading.unit_text in reading.span.cut(text) or reading.unit in ("count", "person")
        assert "\n" not in reading.span.cut(text)


def test_traditional_text_is_read_as_simplified_and_quoted_in_its_own_script() -> None:
    text = "到2028年，建成養老服務設施三百處，每處補貼不超過５０萬元。"
    first, second = read_text(text, "zh")
    assert (plain(first.value), first.unit_text, first.subject) == ("300", "處", "養老服務設施")
    assert (plain(second.value), second.unit, second.bound) == ("500000", "CNY", "<=")
    assert second.number.cut(text) == "５０萬元"


def test_the_level_that_a_time_comes_down_from_is_counted_in_the_same_unit() -> None:
    due, now = read_text("Reviews will be finished within five working days, down from 12 now.", "en")
    assert (plain(now.value), now.unit, now.kind, now.of) == ("12", "workday", "status", 0)
    assert (due.bound, due.kind) == ("<=", "limit")


def test_a_plans_own_period_ends_with_its_first_aim() -> None:
    text = "到2030年，森林覆盖率达到40%。到2035年，达到45%。规划期内新建水库2座。"
    assert [reading.deadline for reading in read_text(text, "zh")] == ["2030", "2035", "2030"]


def test_a_threshold_points_at_the_figure_it_qualifies() -> None:
    threshold, main = read_text("培育年营业收入超20亿元的骨干企业8家。", "zh")
    assert threshold.of == 1
    assert main.of is None


def test_a_question_without_a_number_holds_no_figure() -> None:
    assert read_text("到2030年要建成多少个充电站？", "zh") == ()
    assert read_text("How many charging stations are planned by 2030?", "en") == ()


@pytest.mark.parametrize(
    "line",
    [
        "1" * 4_000,
        "一二三四" * 3_000,
        "最高" * 4_000,
        "1、" * 4_000,
        "超过100亿元的" * 1_000,
        "two hundred and " * 1_000,
        "aged " * 4_000 + "65",
        "((((((" * 4_000,
        "2025—" * 4_000,
        "“" * 4_000 + "5个",
        "increase by of at an a " * 1_000 + "5%",
        " " * 4_000 + "5%",
        "A " * 4_000 + "- 5%",
        "1,000," * 4_000,
        "给予5元；" * 2_000,
        "it 5%, " * 2_000,
        "| 5 " * 4_000,
        "指标\t" + "2027年\t" * 1_000 + "\n甲\t" + "5\t" * 1_000,
        "and to raise the " * 2_000 + "5%",
        "no a b c d may " * 1_500 + "more than 5%",
        "1万元以上" * 2_000,
        "到2027年，" * 2_000 + "5家",
        "5 a b and " * 2_000,
    ],
    ids=lambda line: line[:8],
)
def test_a_hostile_line_is_read_to_its_end(line: str) -> None:
    read_text(line, "zh")
    read_text(line, "en")


def test_what_something_rises_from_now_leaves_the_sentence_its_date() -> None:
    found = read_text("到2026年，过夜游客占比由目前的41%提高到50%，消费额突破900亿元。", "zh")
    assert [(str(r.value), r.kind.value, r.deadline) for r in found] == [
        ("41", "status", None),
        ("50", "target", "2026"),
        ("90000000000", "target", "2026"),
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "The city held 640 fairs in 2024, of which 35 were regional or national.",
            "fairs regional or national",
        ),
        ("It has 900 firms, of which 60 are listed abroad, and 12 banks.", "firms listed abroad"),
        (
            "Anning cut 3 million tonnes of timber, 2.4% of the national total.",
            "timber, of the national total",
        ),
    ],
)
def test_a_part_is_named_by_what_it_is_and_what_it_is_of(text: str, subject: str) -> None:
    assert read_text(text, "en")[1].subject == subject


def test_who_says_it_is_no_part_of_the_subject() -> None:
    text = "The administration said this week that computing capacity in the province reached 78 EFLOPS."
    assert [r.subject for r in read_text(text, "en")] == ["computing capacity in the province"]
