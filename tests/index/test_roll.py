"""Which passage is in which language, as the store has it now."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.roll import Roll
from index.searching import Index
from tests.index.documents import lines, opened, put

BRIDGE = lines("修建大桥。")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with opened(tmp_path) as made:
        put(made, BRIDGE, lines("清洗道路。"), lines("Build a bridge.", "en"))
        yield made


def told(roll: Roll, removals: int = 0) -> dict[str, list[int]]:
    roll.refresh(removals)
    return {language: mask.nonzero()[0].tolist() for language, mask in roll.allowed(None, None)}


def test_each_passage_is_in_its_language(index: Index) -> None:
    assert told(Roll(index.db)) == {"en": [3], "zh": [1, 2]}


def test_what_is_added_and_what_is_removed_is_noticed(index: Index) -> None:
    roll = Roll(index.db)
    assert told(roll) == {"en": [3], "zh": [1, 2]}
    put(index, lines("Abrir el espacio.", "es"), lines("开放空域。"))
    assert told(roll) == {"en": [3], "es": [4], "zh": [1, 2, 5]}
    assert roll.count == 5
    index.remove(BRIDGE.id)
    assert told(roll, 1) == {"en": [3], "es": [4], "zh": [2, 5]}
    assert roll.count == 4


def test_it_can_be_kept_to_languages_and_documents(index: Index) -> None:
    roll = Roll(index.db)
    roll.refresh(0)
    assert [language for language, _ in roll.allowed({"en", "fr"}, None)] == ["en"]
    within = {language: mask.nonzero()[0].tolist() for language, mask in roll.allowed(None, {BRIDGE.id, "x"})}
    assert within == {"en": [], "zh": [1]}


def test_an_empty_store_has_no_language(tmp_path: Path) -> None:
    with opened(tmp_path) as empty:
        assert told(Roll(empty.db)) == {}
