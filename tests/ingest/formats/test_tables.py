import pytest

from corpus.text import Span
from ingest.reading import read

ANNEX = '序号,指标,目标\n1,"泊位,万吨级",12个\n2,"岸""电""\n比例",90%\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("mark", [",", ";"])
def test_rows_become_lines_with_a_tab_between_cells(encoding: str, mark: str) -> None:
    text = ANNEX.replace(",", mark).replace(f"泊位{mark}", "泊位,")
    reading = read(text.encode(encoding), "annex")
    [document] = reading.documents
    assert document.text == '序号\t指标\t目标\n1\t泊位,万吨级\t12个\n2\t岸"电" 比例\t90%'
    assert reading.source.reader == "csv"
    at = document.text.index("90%")
    raw = document.quote(Span(at, at + 3)).raw
    assert raw
    assert raw.cut(reading.source.text) == "90%"


@pytest.mark.parametrize(
    "text",
    [
        "The city, on Monday, issued a plan.\nIt names, in all, three parks.\nAll, by law, is public.\n",
        "某市发布方案。\n到2028年建成港口3个。\n",
        "1,2\n3\n4,5,6\n",
        "三个,两个\n",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert read(text.encode(), "text").source.reader == "plain"


def test_a_row_is_no_title() -> None:
    assert read(ANNEX.encode(), "annex").documents[0].title is None
