"""Numerals in both languages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.figures import numerals_en, numerals_zh
from kb.records import plain


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("二十五", "25"),
        ("两", "2"),
        ("百", "100"),
        ("一百零五", "105"),
        ("一千二百", "1200"),
        ("三千万", "30000000"),
        ("一万五千亿", "1500000000000"),
        ("一亿五千万", "150000000"),
        ("十三点七", "13.7"),
        ("万亿", "1000000000000"),
    ],
)
def test_a_chinese_numeral_has_its_value(written: str, value: str) -> None:
    read = numerals_zh.read_hanzi(written)
    assert read is not None
    assert plain(read) == value


@pytest.mark.parametrize("written", ["七八", "十四五", "二〇二七", "三五"])
def test_digits_in_a_row_are_no_single_number(written: str) -> None:
    assert numerals_zh.read_hanzi(written) is None


@pytest.mark.parametrize(
    ("written", "factor"), [("万", 10**4), ("亿", 10**8), ("千万", 10**7), ("万亿", 10**12)]
)
def test_a_magnitude_multiplies(written: str, factor: int) -> None:
    assert numerals_zh.magnitude(written) == factor


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("twenty-five", 25),
        ("one hundred and fifty", 150),
        ("two hundred thousand", 200_000),
        ("a dozen", 12),
        ("Three million", 3_000_000),
    ],
)
def test_an_english_numeral_has_its_value(written: str, value: int) -> None:
    found = numerals_en.NUMERAL.match(written)
    assert found is not None
    assert found[0] == written
    assert numerals_en.read_words(written) == value


def test_two_english_numbers_are_not_one() -> None:
    found = numerals_en.NUMERAL.match("two and three")
    assert found is not None
    assert found[0] == "two"
    assert numerals_en.read_words("five six") is None


@given(st.integers(min_value=0, max_value=10**15))
def test_separators_do_not_change_a_number(number: int) -> None:
    assert numerals_zh.read_arabic(f"{number:,}") == Decimal(number)
