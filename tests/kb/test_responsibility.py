import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text import Span
from kb.responsibility import Clause, first_is_lead, read_clauses

CHINESE = (
    "责任单位：",
    "市财政局",
    "、",
    "，",
    "（",
    "）",
    "牵头",
    "按职责分工负责",
    "\n",
    "。",
    "各市、州",
    "同上",
)
ENGLISH = (
    "Lead: ",
    "Support: ",
    "the Bureau of ",
    "Finance",
    " and ",
    ", ",
    "(",
    ")",
    "led by ",
    "; ",
    "Office",
)
PIECES = st.sampled_from(CHINESE + ENGLISH)


def clauses(text: str, language: str = "zh") -> tuple[Clause, ...]:
    return read_clauses(text, text, Span(0, len(text)), language)


def names(text: str, language: str = "zh") -> list[str]:
    return [unit.name for clause in clauses(text, language) for unit in clause.units]


@pytest.mark.parametrize(
    "text",
    [
        "支持龙头企业牵头组建创新联合体。",
        "市财政局负责安排专项资金，用于道路建设。",
        "完善设施（港口、园区）。",
        "支持创建平台（国家级平台、省级中心）。",
        "压实主体责任：企业是第一责任人。",
        "（详见附件）",
        "由企业自主负责。",
    ],
)
def test_prose_that_speaks_of_duties_is_no_clause(text: str) -> None:
    assert clauses(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Deepening exchange and cooperation.",
        "The city will support enterprises (see Annex 2).",
        "Leading firms take the lead in building consortia.",
        "Support: the plan offers loans to farms.",
    ],
)
def test_english_prose_is_no_clause_either(text: str) -> None:
    assert all(unit.role != "lead" for clause in clauses(text, "en") for unit in clause.units)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Responsible units: the the Bureau of Finance", ["Bureau of Finance"]),
        (
            "(Responsible units: the Bureau of A and\nB, and the Office of C)",
            ["Bureau of A and B", "Office of C"],
        ),
        ("(Lead: Bureau of Planning and Natural Resources)", ["Bureau of Planning and Natural Resources"]),
        (
            "(Responsible units: Yacht Club Co., Ltd., and Port Bureau)",
            ["Yacht Club Co., Ltd", "Port Bureau"],
        ),
    ],
)
def test_names_keep_their_own_commas_and_conjunctions(text: str, expected: list[str]) -> None:
    assert names(text, "en") == expected


def test_a_name_broken_by_a_line_is_whole_and_its_place_holds_the_break() -> None:
    text = "（责任单位：市住房城乡\n建设局）"
    [clause] = clauses(text)
    [unit] = clause.units
    assert unit.name == "市住房城乡建设局"
    assert unit.span.cut(text) == "市住房城乡\n建设局"


def test_the_statement_that_the_first_leads_is_understood_in_both_languages() -> None:
    assert first_is_lead("注：责任单位中排在第一位的为牵头单位。")
    assert first_is_lead("The first-listed unit takes the lead.")
    assert not first_is_lead("市财政局为第一批试点单位。")


@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["zh", "en"]))
def test_whatever_the_text_every_unit_has_a_name_and_a_place_in_its_clause(text: str, language: str) -> None:
    if text:
        for clause in clauses(text, language):
            assert clause.span.end <= len(text)
            for unit in clause.units:
                assert unit.name
                assert clause.span.holds(unit.span)


@pytest.mark.parametrize("label", ["责任分工", "任务分工", "职责分工", "部门分工"])
def test_a_division_of_work_is_a_label(label: str) -> None:
    (clause,) = clauses(f"{label}：市科技局（牵头）、市教育局")
    assert [unit.role for unit in clause.units] == ["lead", "joint"]
