import pytest

from index.numerals import number_tokens, numeral, ordinal
from tests.ingest.cases import cases, label


@pytest.mark.parametrize("case", cases("numerals"), ids=label)
def test_numbers_of_both_languages_are_the_same_words(case: dict[str, object]) -> None:
    assert list(number_tokens(str(case["text"]))) == case["tokens"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("十", 10), ("十五", 15), ("二十", 20), ("三百零五", 305), ("两千", 2000), ("一二", 12)],
)
def test_a_numeral_has_its_value(text: str, value: int) -> None:
    assert numeral(text) == value


def test_a_rank_is_read_in_every_script() -> None:
    assert [ordinal(text) for text in ("4", "四", "iv", "xx")] == [4, 4, 4, None]
