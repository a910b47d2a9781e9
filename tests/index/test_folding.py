from hypothesis import given
from hypothesis import strategies as st

from index.folding import fold


def test_both_scripts_become_one() -> None:
    assert fold("醫療器械產業發展") == "医疗器械产业发展"
    assert fold("医疗器械产业发展") == "医疗器械产业发展"


@given(st.text(alphabet=st.characters(max_codepoint=0x2FFF)))
def test_text_without_chinese_comes_back_as_it_is(text: str) -> None:
    assert fold(text) == text
