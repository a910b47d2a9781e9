"""The view in which figures are looked for."""

from hypothesis import given
from hypothesis import strategies as st

from kb.figures.fold import fold


def test_widths_signs_and_script_are_folded() -> None:
    assert fold("到２０３０年，億千瓦時達５０％～６０％") == "到2030年，亿千瓦时达50%~60%"


@given(st.text())
def test_a_view_is_as_long_as_its_text(text: str) -> None:
    assert len(fold(text)) == len(text)
