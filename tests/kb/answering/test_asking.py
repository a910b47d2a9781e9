import json
import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from kb import KnowledgeBase
from kb.answering import ask
from kb.answering.guard import held
from tests.answers import questions
from tests.kb.answering.conftest import CASES, SAMPLES

# Shares of tests/cases/questions.jsonl that must be right; they may only rise.
RIGHT, REFUSED = 0.93, 0.96

pytestmark = pytest.mark.timeout(900)  # some hundred questions, on whatever machine

Row = dict[str, Any]
ROWS: list[Row] = [json.loads(line) for line in (CASES / "questions.jsonl").read_text("utf-8").splitlines()]
SAMPLE_NAMES = {path.name for path in SAMPLES.iterdir()}
HAN = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture(scope="session")
def answers(base: KnowledgeBase) -> list[tuple[Row, Row]]:
    """Every question of the cases with its answer."""
    return [(row, ask(base, row["question"])) for row in ROWS]


def sources(base: KnowledgeBase, answer: Row) -> list[str]:
    """The names of the files that an answer cites, in order."""
    names = base.store.source_names()
    return [names[base.held[c["document"]].source] for c in answer["citations"]]


def is_right(base: KnowledgeBase, row: Row, answer: Row) -> bool:
    """Whether an answer has the value or the words wanted, and cites the right document early."""
    cited = sources(base, answer)
    fitting = [name == row["about"] or (row["about"] == "samples" and name in SAMPLE_NAMES) for name in cited]
    if not any(fitting[:3]):
        return False
    if isinstance(row["want"][0], str):
        quotes = [
            c["quote"]["text"].lower() for c, fits in zip(answer["citations"], fitting, strict=True) if fits
        ]
        return any(word.lower() in quote for word in row["want"] for quote in quotes)
    return all(says(answer["answer"], float(value)) for value in row["want"])


def says(text: str, value: float) -> bool:
    """Whether a number stands in a text, in whatever magnitude."""
    numbers = [float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]
    return any(
        abs(n * size - value) < 1e-6 * value for n in numbers for size in (1, 1e3, 1e4, 1e6, 1e8, 1e9, 1e12)
    )


def test_questions_with_an_answer_get_the_right_one(
    base: KnowledgeBase, answers: list[tuple[Row, Row]]
) -> None:
    asked = [(row, answer) for row, answer in answers if row["want"]]
    wrong = [row["question"] for row, a in asked if not (a["answered"] and is_right(base, row, a))]
    assert 1 - len(wrong) / len(asked) >= RIGHT, wrong


def test_questions_without_an_answer_are_refused(answers: list[tuple[Row, Row]]) -> None:
    asked = [(row, answer) for row, answer in answers if not row["want"]]
    answered = [row["question"] for row, answer in asked if answer["answered"]]
    assert 1 - len(answered) / len(asked) >= REFUSED, answered


def test_no_number_leaves_without_a_quote_that_holds_it(answers: list[tuple[Row, Row]]) -> None:
    for row, answer in answers:
        if answer["answered"]:
            assert held(answer["answer"], [c["quote"]["text"] for c in answer["citations"]]), row["question"]


def test_every_quote_stands_in_its_document(base: KnowledgeBase, answers: list[tuple[Row, Row]]) -> None:
    for _, answer in answers:
        for quote in [c["quote"] for c in answer["citations"]] + answer["nearest"]:
            assert base.held[quote["document"]].text[quote["start"] : quote["end"]] == quote["text"]


def test_an_answer_has_citations_and_a_refusal_has_none(answers: list[tuple[Row, Row]]) -> None:
    for _, answer in answers:
        assert answer["answered"] == bool(answer["citations"]) == (answer["answer"] is not None)
        assert answer["answered"] == (answer["missing"] is None)
        assert [c["n"] for c in answer["citations"]] == list(range(1, len(answer["citations"]) + 1))


def test_a_refusal_speaks_the_askers_language_and_shows_what_comes_nearest(
    answers: list[tuple[Row, Row]],
) -> None:
    for row, answer in answers:
        if not answer["answered"]:
            assert bool(HAN.search(answer["missing"].split("(")[0])) == (row["language"] == "zh")
            assert answer["nearest"]
            assert answer["searched"]["documents"] > 0


def test_a_false_premise_is_corrected(base: KnowledgeBase) -> None:
    english = ask(base, "Is it true that Shenzhen wants 3,000 take-off and landing points by 2027?")
    chinese = ask(base, "深圳是不是要在2030年前开通800条低空商业航线？")
    assert english["answer"].startswith("No: at least 1,500")
    assert "3,000" not in english["answer"]
    assert chinese["answer"].startswith("不是：超过420条")
    assert "800" not in chinese["answer"]


def test_a_true_premise_is_confirmed(base: KnowledgeBase) -> None:
    assert ask(base, "杭州是不是要新增300家老年食堂？")["answer"].startswith("是：")


def test_sources_that_disagree_are_named(base: KnowledgeBase) -> None:
    answer = ask(base, "How many first-time Class III certificates does Shanghai want by 2027?")
    assert "more than 500" in answer["answer"]
    assert "Sources disagree" in answer["answer"]
    assert len(answer["agreement"]["differs"]) == 1
    assert answer["agreement"]["same"] > 1


def test_an_answer_can_be_had_in_the_other_language(base: KnowledgeBase) -> None:
    assert "不少于1500个" in ask(base, "How many landing points will Shenzhen build by 2027?", "zh")["answer"]


def test_a_question_about_another_place_is_refused(base: KnowledgeBase) -> None:
    assert not ask(base, "到2027年成都低空经济产值要达到多少？")["answered"]


@pytest.mark.parametrize("question", ["", "？", "!!!", "多少", "how many", "a" * 5000, "\x00", "《》"])
def test_a_question_that_asks_nothing_is_refused(base: KnowledgeBase, question: str) -> None:
    assert not ask(base, question)["answered"]


@pytest.mark.timeout(1200)
@settings(
    max_examples=1000,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(question=questions())
def test_generated_questions_never_get_a_number_without_a_quote(base: KnowledgeBase, question: str) -> None:
    answer = ask(base, question)
    assert answer["answered"] == bool(answer["citations"])
    if answer["answered"]:
        assert held(answer["answer"], [c["quote"]["text"] for c in answer["citations"]])


def test_the_cases_are_of_every_direction() -> None:
    counted = Counter(
        (row["language"], row["about"].split(".")[-2][-2:]) for row in ROWS if "." in row["about"]
    )
    assert min(counted[pair] for pair in (("zh", "zh"), ("en", "en"), ("zh", "en"), ("en", "zh"))) >= 20
