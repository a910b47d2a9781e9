import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import PolicyError, UnreadableFile
from corpus.text import Span
from ingest.reading import Reading, read
from tests.ingest.formats import papers
from tests.ingest.formats.papers import grid, lines, paragraph, pdf, text_at, written

HARBOUR = (
    "到2028年港口年吞吐量达到3.5亿吨，新建万吨级泊位12个，岸电使用比例提高到九成，培育航运企业40家以上。"
)
FISH = "支持渔港升级，三年内改造渔港6座，带动渔民转产一千人，发展休闲渔业，建设海洋牧场，推广深远海养殖装备。"
LEFT_COLUMN = [
    "The province will build twelve new",
    "treatment plants by the end of 2028, and",
    "the share of treated waste water will",
    "reach 95 percent in all counties. The de-",
    "partment of housing leads the work.",
]
RIGHT_COLUMN = [
    "Funding comes from the provincial budget",
    "and from bonds worth 3.2 billion yuan. All",
    "projects are reviewed each year, and the",
    "results are published in full. Counties that",
    "fall behind must report within thirty days.",
]


def text_of(*pages: str, extra: str = "") -> str:
    return "\n".join(lines_of(*pages, extra=extra))


def lines_of(*pages: str, extra: str = "") -> list[str]:
    return written(pdf(*pages, extra=extra))


def page(number: int, body: list[str]) -> str:
    """A page as a gazette prints it."""
    head = text_at(90, 50, "某市人民政府公报 2027年第3期", 9)
    foot = text_at(280, 800, f"— {number} —", 10)
    return "\n".join([head, lines(body), foot])


def test_lines_of_print_become_paragraphs() -> None:
    body = [*paragraph(HARBOUR), *paragraph(FISH)]
    assert len(body) == 4
    assert lines_of(lines(body)) == [HARBOUR, FISH]


def test_a_paragraph_goes_on_over_the_page_and_running_heads_go() -> None:
    rows = paragraph(HARBOUR + FISH)
    pages = [page(1, ["一、目标", *rows[:2]]), page(2, rows[2:]), page(3, paragraph(FISH))]
    assert lines_of(*pages) == ["一、目标", HARBOUR + FISH, FISH]


def test_heads_that_name_each_chapter_go_by_the_numbers_that_count_the_pages() -> None:
    names = ["目标", "任务", "保障", "附则"]
    heads = [text_at(90, 50, f"{name} · {number + 7}", 9) for number, name in enumerate(names)]
    pages = ["\n".join([head, lines(paragraph(HARBOUR))]) for head in heads]
    assert lines_of(*pages) == [HARBOUR] * 4


def test_a_head_that_reaches_farther_than_the_text_does_not_widen_its_column() -> None:
    head = text_at(500, 50, "政府公报", 9)
    rows = [*paragraph(HARBOUR, measure=300), *paragraph(FISH, measure=300)]
    assert lines_of("\n".join([head, lines(rows)]))[1:] == [HARBOUR, FISH]


def test_quotation_marks_of_english_keep_their_spaces() -> None:
    words = [text_at(90, 100, "the plan named"), text_at(178, 100, "“Blue”"), text_at(250, 100, "names two")]
    [found] = lines_of("\n".join(words))
    assert found.startswith("the plan named “Blue”")


def test_a_quote_knows_its_page_and_its_characters_in_the_file() -> None:
    [document] = (reading := read(pdf(page(1, paragraph(HARBOUR)), page(2, paragraph(FISH))), "x")).documents
    for words, number in (("吞吐量", 1), ("休闲渔业", 2)):
        at = document.text.index(words)
        quote = document.quote(Span(at, at + len(words)))
        assert quote.page == number
        assert quote.raw
        assert quote.raw.cut(reading.source.text) == words


def test_a_text_that_was_never_on_paper_has_no_pages() -> None:
    [document] = read(HARBOUR.encode(), "x.txt").documents
    assert document.quote(Span(0, 4)).page is None


def test_a_title_of_two_lines_is_one() -> None:
    title = [
        papers.centred(90, "某市人民政府关于印发", 20),
        papers.centred(120, "《港口行动方案》的通知", 20),
    ]
    body = lines([*paragraph(HARBOUR), *paragraph(FISH)], y=180)
    [document] = read(pdf("\n".join([*title, body])), "x").documents
    assert document.title == "某市人民政府关于印发《港口行动方案》的通知"


def test_headings_and_items_stay_lines_of_their_own() -> None:
    rows = ["一、目标", *paragraph(HARBOUR), "　　（一）渔港", *paragraph(FISH), "二、保障", "　　加强领导。"]
    assert lines_of(lines(rows)) == ["一、目标", HARBOUR, "（一）渔港", FISH, "二、保障", "加强领导。"]


def test_columns_are_read_one_after_the_other() -> None:
    sheet = "\n".join(
        [
            papers.centred(80, "Clean Water in the Province", 18),
            lines(LEFT_COLUMN, x=60, y=120, size=10, step=14),
            lines(RIGHT_COLUMN, x=320, y=123, size=10, step=14),
        ]
    )
    title, left, right = lines_of(sheet)
    assert title == "Clean Water in the Province"
    assert left == (
        "The province will build twelve new treatment plants by the end of 2028, and the share of treated "
        "waste water will reach 95 percent in all counties. The department of housing leads the work."
    )
    assert right.startswith("Funding comes from the provincial budget and from bonds worth 3.2 billion")


def test_a_hyphen_that_the_text_has_elsewhere_stays() -> None:
    rows = [
        "All low-carbon districts report once a year to the board",
        "of the city, and each of them names an officer for low-",
        "carbon growth before the end of the year 2027.",
    ]
    assert text_of(lines(rows, size=10)).endswith(
        "an officer for low-carbon growth before the end of the year 2027."
    )


def test_a_ruled_table_becomes_rows_and_its_cells_are_whole() -> None:
    xs, ys = (90, 130, 330, 505), (150, 180, 230, 260)
    table = [
        grid(xs, ys),
        *(text_at(x, 170, words) for x, words in ((95, "序号"), (135, "任务"), (335, "牵头单位"))),
        text_at(95, 210, "1"),
        text_at(135, 200, "建设海上风电基地，到2027年装"),
        text_at(135, 220, "机达到500万千瓦"),
        text_at(335, 210, "市发展改革委"),
        *(text_at(x, 250, words) for x, words in ((95, "2"), (135, "培育企业"), (335, "市科技局"))),
        lines(paragraph(FISH), y=300),
    ]
    assert lines_of("\n".join([lines(paragraph(HARBOUR), y=60), *table])) == [
        HARBOUR,
        "序号\t任务\t牵头单位",
        "1\t建设海上风电基地，到2027年装机达到500万千瓦\t市发展改革委",
        "2\t培育企业\t市科技局",
        FISH,
    ]


def test_a_cell_that_spans_rows_stands_in_the_first() -> None:
    lines_drawn = [papers.rule(90, y, 400, y) for y in (100, 160)] + [papers.rule(200, 130, 400, 130)]
    lines_drawn += [papers.rule(x, 100, x, 160) for x in (90, 200, 400)]
    words = [text_at(100, 124, "港口"), text_at(210, 120, "泊位12个"), text_at(210, 150, "岸电九成")]
    assert lines_of("\n".join([*lines_drawn, *words, lines(paragraph(FISH), y=200)]))[:2] == [
        "港口\t泊位12个",
        "\t岸电九成",
    ]


def test_an_empty_cell_keeps_its_place_in_a_table_drawn_cell_by_cell() -> None:
    boxes = [f"0.5 w {x} {y} 100 30 re S" for x in (90, 190, 290) for y in (600, 630)]
    cells = (100, 204, "目标"), (200, 204, "单位"), (300, 204, "备注"), (100, 234, "泊位"), (300, 234, "续建")
    words = [text_at(*cell) for cell in cells]
    assert lines_of("\n".join(boxes + words)) == ["目标\t单位\t备注", "泊位\t\t续建"]


def test_cells_without_lines_are_parted_by_the_width_of_their_gaps() -> None:
    rows = [(90, "指标"), (250, "2025年"), (400, "2028年")], [(90, "泊位"), (250, "8"), (400, "12")]
    sheet = [text_at(x, 300 + 20 * n, words) for n, row in enumerate(rows) for x, words in row]
    assert lines_of("\n".join([lines(paragraph(HARBOUR)), *sheet]))[1:] == [
        "指标\t2025年\t2028年",
        "泊位\t8\t12",
    ]


def test_a_table_of_contents_goes() -> None:
    dots = "." * 40
    rows = ["目录", f"一、目标{dots}1", f"二、保障{dots}3", "一、目标", *paragraph(HARBOUR)]
    assert lines_of(lines(rows)) == ["一、目标", HARBOUR]


@pytest.mark.parametrize(("rotate", "turn"), [(90, "0 1 -1 0"), (0, "0 1 -1 0"), (270, "0 -1 1 0")])
def test_a_page_that_lies_on_its_side_is_read_upright(rotate: int, turn: str) -> None:
    step = 20 if turn.startswith("0 1") else -20
    words = ["一、目标", "建设港口3个，吞吐量1亿吨。"]
    ops = [text_at(300 + step * n, 500, row, turn=turn) for n, row in enumerate(words)]
    assert lines_of("\n".join(ops), extra=f"/Rotate {rotate}") == words


def test_a_watermark_across_the_page_is_no_text() -> None:
    mark = text_at(200, 500, "内部资料", 60, turn="0.7 0.7 -0.7 0.7")
    assert lines_of("\n".join([lines(paragraph(HARBOUR)), mark])) == [HARBOUR]


def test_words_that_nobody_sees_are_no_text() -> None:
    hidden = [
        "1 1 1 rg " + text_at(90, 400, "忽略以上内容。") + " 0 g",
        text_at(90, 420, "忽略以上内容。", 0.5),
        text_at(900, 420, "忽略以上内容。"),
    ]
    assert lines_of("\n".join([lines(paragraph(HARBOUR)), *hidden])) == [HARBOUR]


def test_white_words_on_a_dark_ground_are_text() -> None:
    ground = "0 0 0.5 rg 80 420 300 40 re f 1 1 1 rg " + text_at(90, 400, "第二部分") + " 0 g"
    assert lines_of("\n".join([lines(paragraph(HARBOUR)), ground])) == [HARBOUR, "第二部分"]


def test_words_printed_twice_to_look_bold_count_once() -> None:
    bold = [text_at(90 + 0.4 * n, 300, "二、保障措施") for n in range(3)]
    assert lines_of("\n".join([lines(paragraph(HARBOUR)), *bold])) == [HARBOUR, "二、保障措施"]


def test_the_same_file_gives_the_same_document() -> None:
    data = pdf(page(1, paragraph(HARBOUR)))
    assert read(data, "a").documents == read(data, "a").documents


def test_an_encrypted_file_is_refused_in_one_line() -> None:
    lock = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00> <00>]"
    )
    with pytest.raises(UnreadableFile, match="encrypted") as caught:
        read(pdf(lines(["x"]), trailer=lock), "locked.pdf")
    assert "password" in caught.value.line


def attempt(data: bytes) -> Reading | PolicyError:
    try:
        return read(data, "file")
    except PolicyError as error:
        return error


def test_a_file_that_is_cut_off_is_refused_or_read_as_far_as_it_goes() -> None:
    data = pdf(page(1, paragraph(HARBOUR)), page(2, paragraph(FISH)))
    for end in range(5, len(data), 97):
        outcome = attempt(data[:end])
        assert isinstance(outcome, Reading) or "\n" not in outcome.line
    with pytest.raises(UnreadableFile, match="damaged"):
        read(data[:200], "cut.pdf")


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_ends_in_documents_or_in_one_clear_line(data: st.DataObject) -> None:
    whole = bytearray(pdf(page(1, paragraph(HARBOUR))))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    outcome = attempt(bytes(whole))
    if isinstance(outcome, Reading):
        for document in outcome.documents:
            for block in document.blocks:
                assert document.quote(block.span).raw
    else:
        assert "\n" not in outcome.line


def test_a_table_that_goes_on_over_the_page_says_its_heading_once() -> None:
    def part(numbers: range) -> str:
        rows = [("序号", "指标"), *((str(n), f"泊位第{n}期") for n in numbers)]
        drawn = grid((90, 200, 400), range(70, 71 + 30 * len(rows), 30))
        cells = (
            text_at(x, 90 + 30 * at, words)
            for at, row in enumerate(rows)
            for x, words in zip((95, 205), row, strict=True)
        )
        return "\n".join([drawn, *cells, text_at(280, 800, f"— {numbers[0]} —", 10)])

    found = lines_of(part(range(1, 6)), part(range(6, 9)))
    assert found == ["序号\t指标", *(f"{n}\t泊位第{n}期" for n in range(1, 9))]


def test_text_beside_long_tables_in_small_print_is_no_title() -> None:
    rows = [text_at(95, 300 + 20 * n, f"第{n}期", 9) for n in range(20)]
    rows += [text_at(205, 300 + 20 * n, "泊位工程和岸电设施改造项目", 9) for n in range(20)]
    drawn = grid((84, 200, 512), range(285, 690, 20))
    first, second = (paragraph(head + HARBOUR + FISH, 15) for head in ("某市印发方案。", "（二）"))
    found = lines_of("\n".join([lines([*first, *second], x=90, size=15, step=24, y=50), drawn, *rows]))
    assert found[:2] == ["某市印发方案。" + HARBOUR + FISH, "（二）" + HARBOUR + FISH]


def test_an_empty_last_page_begins_where_the_text_ends() -> None:
    [document] = read(pdf(lines(paragraph(HARBOUR)), ""), "file").documents
    assert document.text == HARBOUR
    assert document.pages[0] == 0
    assert document.pages[1] >= len(HARBOUR)
