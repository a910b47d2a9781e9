from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.answering.guard import held

HELD = [
    ("More than 500 by 2027", ["到2027年，新增注册证超500件。"]),
    ("within 3 weeks", ["压缩至三周以内"]),
    ("55.51 billion yuan", ["产值达到555.1亿元"]),
    ("至2025年9月15日", ["released on September 15, 2025"]),
    ("2 by 2027", ["two leading firms will be raised by 2027"]),
    ("20 GW", ["装机容量达到2000万千瓦"]),
    ("没有数字的话", ["whatever"]),
    ("96% by 2030", ["Old-age insurance coverage (%)\t94.8\t96", "Indicator\t2025\t2030"]),
    ("9000万美元", ["茶叶出口额\t万美元\t3200\t9000"]),
]
FREE = [
    ("more than 500", ["新增注册证超300件"]),
    ("within 3 weeks", ["within 3 days"]),
    ("55.51 billion yuan", ["产值达到555.1万元"]),
    ("by 2030", ["到2027年，新增500件"]),
    ("30%", ["30 hospitals"]),
    ("96%", ["Nurses (persons)\t94\t96"]),
    ("97%", ["Coverage (%)\t94.8\t96"]),
    ("500", []),
]


@pytest.mark.parametrize(("text", "quotes"), HELD)
def test_a_number_that_a_quote_holds_may_leave(text: str, quotes: list[str]) -> None:
    assert held(text, quotes)


@pytest.mark.parametrize(("text", "quotes"), FREE)
def test_a_number_that_no_quote_holds_may_not(text: str, quotes: list[str]) -> None:
    assert not held(text, quotes)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_only_the_quoted_amount_is_held(said: int, written: int) -> None:
    assert held(f"补助{said}元", [f"每户补助{written}元。"]) == (Decimal(said) == Decimal(written))


@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=3))
def test_any_text_can_be_guarded(text: str, quotes: list[str]) -> None:
    assert held(text, [*quotes, text]) in (True, False)
