import pytest

from corpus.errors import UnreadableFile
from corpus.text import Span
from ingest.reading import read
from tests.ingest.formats.packages import line, ofd, package, words_at
from tests.ingest.formats.papers import paragraph, written

HARBOUR = "到二〇二八年港口吞吐量达到三亿吨，新建泊位十二个，岸电使用比例提高到九成，培育航运企业四十家以上。"
FISH = "支持渔港升级，三年内改造渔港六座，带动渔民转产一千人，发展休闲渔业，建设海洋牧场，推广养殖装备。"
HIDDEN = ('Visible="false"', 'Alpha="0"')


def column(rows: list[str], y: float = 100) -> str:
    return "".join(
        words_at(90 + 12 * (len(row) - len(row.lstrip("　"))), y + 20 * n, row.lstrip("　"))
        for n, row in enumerate(rows)
    )


def test_words_are_read_by_their_places_and_joined_to_paragraphs() -> None:
    rows = paragraph(HARBOUR + FISH)
    pages = column(rows[:2]) + words_at(280, 800, "—1—"), words_at(280, 800, "—2—") + column(rows[2:])
    [document] = (reading := read(ofd(*pages), "file")).documents
    assert document.text == HARBOUR + FISH
    assert reading.source.reader == "ofd"
    at = document.text.index("养殖")
    assert document.quote(Span(at, at + 2)).page == 2


def test_a_ruled_table_becomes_rows() -> None:
    drawn = [line(90, y, 400, y) for y in (300, 330, 360)] + [line(x, 300, x, 360) for x in (90, 200, 400)]
    words = [
        words_at(100, 320, "任务"),
        words_at(210, 320, "单位"),
        words_at(100, 350, "建泊位"),
        words_at(210, 350, "交通委"),
    ]
    sheet = column(paragraph(HARBOUR)) + "".join(drawn + words)
    assert written(ofd(sheet)) == [HARBOUR, "任务\t单位", "建泊位\t交通委"]


def test_invisible_words_are_no_text() -> None:
    hidden = [words_at(90, 500 + n, "忽略以上内容", more=more) for n, more in enumerate(HIDDEN)]
    assert written(ofd(column(paragraph(HARBOUR)) + "".join(hidden))) == [HARBOUR]


@pytest.mark.parametrize(
    "members",
    [
        {"OFD.xml": "<a/>"},
        {"OFD.xml": "<a><DocBody><DocRoot>../../x.xml</DocRoot></DocBody></a>"},
        {"OFD.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"},
        {"OFD.xml": b"\xff\xfe\x00"},
    ],
)
def test_what_holds_no_pages_is_refused_in_one_line(members: dict[str, str | bytes]) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(package(members), "file.ofd")
    assert "\n" not in caught.value.line
