"""Quantities in the words of a language."""

import pytest

from kb.writing import written
from tests.kb.stating import stated

CASES = [
    ("到2027年，加氢站达到80座以上。", "80座以上（到2027年）", "at least 80 by 2027"),
    ("产值突破1800亿元。", "超过1800亿元", "more than 180 billion yuan"),
    ("审查压缩至3周以内。", "3周以内", "at most 3 weeks"),
    ("The rate is about 30%.", "约30%", "about 30%"),
    ("It takes less than 25 weeks.", "不到25周", "less than 25 weeks"),
    ("培育8—10家企业。", "8—10家", "8 to 10"),
    ("Output reached 1.5 million tonnes.", "150万吨", "1.5 million tonnes"),
]


@pytest.mark.parametrize(("sentence", "zh", "en"), CASES)
def test_a_quantity_is_written_as_its_reader_would(sentence: str, zh: str, en: str) -> None:
    figure = stated(sentence).figure
    assert written(figure, "zh") == zh
    assert written(figure, "en") == en
