"""How a statement stands to the authority's."""

import pytest

from kb.comparing.rules import GRAVITY, RULES, Cell, view
from tests.kb.stating import stated

CHIEF_OUTPUT = "到2027年，培育年产值超100亿元的企业。"
CASES = [
    ("companies with an annual output value of over 10 billion yuan by 2027", CHIEF_OUTPUT, Cell.SAME),
    ("companies with annual revenues exceeding 10 billion yuan", CHIEF_OUTPUT, Cell.SUBJECT),
    ("companies with an annual output value exceeding 10 billion", CHIEF_OUTPUT, Cell.UNIT),
    ("伦理审查压缩至3天以内。", "伦理审查压缩至3周以内。", Cell.UNIT),
    ("伦理审查压缩至5周以内。", "伦理审查压缩至3周以内。", Cell.CONFLICTING),
    ("Output value reached 555.1 billion yuan.", "产值达到555.1亿元。", Cell.UNIT),
    ("Output value reached 55.5 billion yuan.", "产值达到555.1亿元。", Cell.ROUNDED),
    ("到2030年，加氢站达到80座。", "到2027年，加氢站达到80座。", Cell.DEADLINE),
    ("加氢站超过80座。", "加氢站达到80座。", Cell.STRONGER),
    ("加氢站80座。", "加氢站80座以上。", Cell.WEAKER),
    ("加氢站不到80座。", "加氢站80座以上。", Cell.CONFLICTING),
    ("加氢站达到50座。", "加氢站达到80座。", Cell.CONFLICTING),
]


@pytest.mark.parametrize(("said", "chief", "wanted"), CASES)
def test_a_cell_says_what_differs(said: str, chief: str, wanted: Cell) -> None:
    assert view(stated(said), stated(chief)).cell is wanted


@pytest.mark.parametrize("sentence", [case[1] for case in CASES])
def test_a_statement_is_the_same_as_itself(sentence: str) -> None:
    assert view(stated(sentence), stated(sentence)).cell is Cell.SAME


def test_every_rule_says_what_it_does() -> None:
    assert all(rule.__doc__ for rule in RULES)


def test_gravity_orders_every_cell_that_a_rule_may_give() -> None:
    assert set(GRAVITY) == set(Cell) - {Cell.MISSING}
