import pytest

from corpus.text import Span
from ingest.lines import join_titles, read_lines


def test_lines_have_their_place_without_the_white_space_around_them() -> None:
    lines = read_lines("  一 \n\n　　二\r\n \n", lambda _: None)
    assert [(line.text, line.span) for line in lines] == [("一", Span(2, 3)), ("二", Span(8, 9))]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("本市将建设三个产业园区，总投资五十亿元。", True),
        ("The city will build three parks.", True),
        ("- The city is to build three parks by 2028 [1]", True),
        ("本市将建设三个产业园区", False),
        ("Three Industrial Parks", False),
        ("完。", False),
    ],
)
def test_prose_is_told_from_names(text: str, prose: bool) -> None:
    [line] = read_lines(text, lambda _: None)
    assert line.is_prose is prose


def test_the_view_of_a_traditional_line_is_simplified() -> None:
    [line] = read_lines("產業園區", lambda _: None)
    assert (line.text, line.view) == ("產業園區", "产业园区")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("某市人民政府办公厅\n关于印发储能产业措施的通知", ["某市人民政府办公厅关于印发储能产业措施的通知"]),
        ("关于印发《某市储能产业\n三年行动方案》的通知", ["关于印发《某市储能产业三年行动方案》的通知"]),
        (
            "Notice on the Measures of\nthe City for Storage",
            ["Notice on the Measures of", "the City for Storage"],
        ),
        ("某市人民政府\n2025年9月1日", ["某市人民政府", "2025年9月1日"]),
        ("某市出台储能措施\n某某日报 2025-09-01", ["某市出台储能措施", "某某日报 2025-09-01"]),
    ],
)
def test_the_halves_of_a_title_are_joined(text: str, titles: list[str]) -> None:
    lines = join_titles(read_lines(text, lambda _: None))
    assert [line.text for line in lines] == titles
    assert lines[-1].span.end == len(text)
