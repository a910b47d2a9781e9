"""No measure falls below its floor: on the bundled gold, on invented plans, and beside the checkout."""

import pytest

from kb.evaluating import evaluate
from tests.floors import ERRORS, INVENTED, fallen, fingerprints, load, open_golds, raised
from tests.shared import needs_shared

WORST = next(iter(ERRORS))
HERE = ("bundled", *sorted(path.name for path in INVENTED.iterdir()))


@pytest.mark.parametrize("name", [*HERE, pytest.param("development", marks=needs_shared)])
def test_no_measure_has_fallen(name: str) -> None:
    gold = open_golds()[name]
    assert fingerprints(gold) == load()[name]["gold"], "the gold has changed: run python -m tests.floors"
    score = evaluate(gold)
    assert list(fallen(score.measures, load()[name]["floors"])) == [], "\n".join(score.misses)


def test_every_measure_of_the_bundled_gold_has_a_floor() -> None:
    rooms = {name.split(".")[0] for name in load()["bundled"]["floors"]}
    assert rooms == {"figures", "articles", "tasks", "questions", "retrieval", "claims", "repair"}


def test_a_measure_that_is_worse_or_missing_has_fallen() -> None:
    floors = {"a": 0.9, "b": 0.5, WORST: 0.0}
    assert list(fallen({"a": 0.95, "b": 0.5, WORST: 0.0}, floors)) == []
    assert [line.split(":")[0] for line in fallen({"a": 0.8, WORST: 1.0}, floors)] == ["a", "b", WORST]


def test_floors_only_rise_and_ceilings_only_fall() -> None:
    floors = {"a": 0.9, "b": 0.5, WORST: 1.0}
    assert raised({"a": 0.8, "b": 0.6, WORST: 0.0, "new": 0.3}, floors) == {
        "a": 0.9,
        "b": 0.6,
        WORST: 0.0,
        "new": 0.3,
    }
