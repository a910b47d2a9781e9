"""A figure with the words around it."""

from dataclasses import replace

import pytest

from kb.matching.stated import places_in, unplaced
from tests.kb.stating import stated


def test_places_are_left_out_of_the_topic() -> None:
    assert "Sichuan" not in stated("Sichuan wants 80 hydrogen stations by 2027.").topic
    assert "四川" not in stated("到2027年，四川加氢站达到80座。").topic


def test_who_says_so_is_left_out_of_the_topic() -> None:
    topic = stated("The Ministry of Education asks for at least 24 hours of training a year.").topic
    assert "Ministry" not in topic
    assert "training" in topic


def test_a_subject_that_says_nothing_gives_way_to_its_sentence() -> None:
    said = stated("风电装机规模目标是：到2025年达到2000万千瓦。")
    bare = replace(said, figure=replace(said.figure, subject="到2025年"))
    assert bare.topic == bare.context


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("杭州和全国相比，老年人更多", {"杭州"}),
        ("the Ministry of Commerce", {"国家"}),
        ("Guangdong and Fujian", {"广东"}),
        ("no place at all", set()),
    ],
)
def test_places_are_read(text: str, wanted: set[str]) -> None:
    assert places_in(text) == wanted


def test_a_place_is_taken_out_in_either_language() -> None:
    assert "Hangzhou" not in unplaced("in Hangzhou and hangzhou", frozenset({"杭州"}))
    assert unplaced("text", frozenset()) == "text"
