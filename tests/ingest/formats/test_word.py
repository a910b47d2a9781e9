import pytest

from corpus.errors import UnreadableFile
from ingest.formats.numbering import chinese, numeral
from ingest.reading import read
from tests.ingest.formats.packages import W, docx, item, level, numbering, p, package, table
from tests.ingest.formats.papers import written

PLAN = numbering(
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "%1.%4", "<w:isLgl/>"),
)
END = p("到2028年建成港口3个，吞吐量1亿吨。")


def lines_of(body: str, **parts: str) -> list[str]:
    return written(docx(body, **parts))


def test_automatic_numbers_are_written_out() -> None:
    body = [item("目标"), item("港口", 1), item("渔港", 1), item("新建", 2), item("改造", 2)]
    body += [item("保障"), item("领导", 1), item("资金", 2), item("按章", 3)]
    assert lines_of("".join(body), numbering=PLAN) == [
        "一、目标", "（一）港口", "（二）渔港", "1. 新建", "2. 改造",
        "二、保障", "（一）领导", "1. 资金", "2.1 按章",
    ]  # fmt: skip


def test_the_outline_is_built_on_automatic_numbers() -> None:
    body = item("目标") + item("港口。加快建设。", 1) + item("保障") + END
    [document] = read(docx(body, numbering=PLAN), "file").documents
    assert [entry.label for entry in document.outline] == ["一、", "（一）", "二、"]


def test_a_style_can_bring_the_number() -> None:
    style = (
        '<w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="H1"><w:basedOn w:val="H"/></w:style>'
    )
    body = p("目标", '<w:pStyle w:val="H1"/>') + p("保障", '<w:pStyle w:val="H1"/>')
    none = p("附则", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines_of(body + none, numbering=PLAN, styles=style) == ["一、目标", "二、保障", "附则"]


def test_a_list_that_starts_anew_starts_anew() -> None:
    again = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    lists = numbering(level(0, "decimal", "%1、"), numbers=again)
    body = item("港口") + item("渔港") + item("资金", number=2)
    assert lines_of(body, numbering=lists) == ["1、港口", "2、渔港", "1、资金"]


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [
        (4, "lowerRoman", "iv"),
        (29, "upperRoman", "XXIX"),
        (28, "lowerLetter", "bb"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "ideographTraditional", "乙"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (7, "decimalZero", "07"),
        (105, "ideographDigital", "一〇五"),
        (5, "unheardOf", "5"),
        (5, "none", ""),
    ],
)
def test_numbers_are_written_in_the_forms_of_word(value: int, form: str, written: str) -> None:
    assert numeral(value, form) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (100, "一百"),
        (101, "一百零一"),
        (1234, "一千二百三十四"),
    ],
)
def test_chinese_numerals_are_written_as_people_do(value: int, written: str) -> None:
    assert chinese(value) == written


def test_tables_are_rows_and_a_merged_cell_stands_in_each_of_its_rows() -> None:
    start = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("港口")
    rows = table(
        ("领域", "任务", "单位"),
        (start, "建泊位", p("市交通委") + p("市发展改革委")),
        ("<w:tcPr><w:vMerge/></w:tcPr><w:p/>", "改岸电", "市电力公司"),
    )
    assert lines_of(rows) == [
        "领域\t任务\t单位",
        "港口\t建泊位\t市交通委 市发展改革委",
        "港口\t改岸电\t市电力公司",
    ]


def test_a_table_that_lays_out_the_page_is_text() -> None:
    long = "港口建设要统筹推进，" * 50
    assert lines_of(table((p("目标") + p(long), "图"))) == ["目标", long, "图"]


def test_hidden_deleted_and_white_words_are_no_text() -> None:
    style = '<w:style w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = (
        p("隐藏一", look="<w:vanish/>")
        + p("隐藏二", look='<w:rStyle w:val="Ghost"/>')
        + p("隐藏三", look='<w:color w:val="FFFFFF"/>')
        + p("隐藏四", look='<w:sz w:val="2"/>')
        + "<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>新增</w:t></w:r></w:ins></w:p>"
    )
    assert lines_of(body, styles=style) == ["保留新增"]


def test_words_that_only_look_hidden_are_text() -> None:
    shown = p("看得见", look='<w:vanish w:val="0"/>')
    shaded = p("白字蓝底", look='<w:color w:val="FFFFFF"/><w:shd w:fill="1F4E79"/>')
    assert lines_of(shown + shaded) == ["看得见", "白字蓝底"]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{p('某市文件')}</w:txbxContent>"
    body = (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}'
        "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>正文如下。</w:t></w:r></w:p>"
    )
    assert lines_of(body) == ["某市文件", "正文如下。"]


def test_a_table_of_contents_goes() -> None:
    styles = '<w:style w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    entry = (
        '<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>一、目标</w:t><w:tab/><w:t>1</w:t></w:r></w:p>'
    )
    assert lines_of(entry + p("一、目标"), styles=styles) == ["一、目标"]


def test_footnotes_stand_behind_the_text() -> None:
    note = f"<w:footnote>{p('数据为2025年底数。')}</w:footnote>"
    assert lines_of(END, footnotes=note)[-1] == "数据为2025年底数。"


def test_breaks_in_a_paragraph_are_lines() -> None:
    assert lines_of("<w:p><w:r><w:t>某市人民政府</w:t><w:br/><w:t>2027年1月5日</w:t></w:r></w:p>") == [
        "某市人民政府",
        "2027年1月5日",
    ]


BOMB = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"word/document.xml": f"{BOMB}<w:document {W}>&b;</w:document>"}, "document type"),
        ({"word/document.xml": f"<w:document {W}><w:body>"}, "damaged"),
        ({"word/document.xml": f"<w:document {W}/>"}, "no body"),
        ({"word/document.xml": b" " * (60 << 20)}, "unpacks to more"),
        ({"word/document.xml": "<a>" * 500}, "nested"),
        ({"notes.txt": "x"}, "ZIP archive"),
        ({"xl/workbook.xml": "<a/>"}, "Excel"),
    ],
)
def test_hostile_packages_are_refused_in_one_line(members: dict[str, str | bytes], reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason) as caught:
        read(package(members), "file.docx")
    assert "\n" not in caught.value.line


def test_a_package_that_is_cut_off_is_refused_in_one_line() -> None:
    data = docx(END)
    for end in range(30, len(data), 41):
        with pytest.raises(UnreadableFile):
            read(data[:end], "file.docx")


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "body",
    [
        "<w:p>" + "<w:r><w:t>甲</w:t></w:r>" * 60_000 + "</w:p>",
        "<w:p>" + f"<w:r><w:txbxContent>{p('甲')}</w:txbxContent></w:r>" * 20_000 + "</w:p>",
        item("甲") * 3_000,
    ],
    ids=["runs", "boxes", "items"],
)
def test_hostile_documents_are_read_in_linear_time(body: str) -> None:
    lists = numbering(level(0, "decimal", "%1" * 5_000))
    assert read(docx(body, numbering=lists), "file").documents
