import pytest

from corpus.text import apply
from ingest.markup import read_html
from ingest.tags import parse

SEEN = "<p>看得见的一行。</p>"


def shown(source: str) -> list[str]:
    """The lines that a reader of the page sees."""
    return apply(source, read_html(source, parse(source)).edits)[0].splitlines()


@pytest.mark.parametrize(
    "style",
    [
        "display : none !important",
        "visibility:collapse",
        "opacity:.0",
        "font-size:1px",
        "font-size:0.05em",
        "height:0;overflow:hidden",
        "max-height:0px;overflow-y:hidden;overflow:hidden",
        "color:rgba(0, 0, 0, 0)",
        "color:#12345600",
        "color:#eee;background:#eee",
        "background-color:rgb(255, 255, 255);color:white",
        "clip:rect(0,0,0,0);position:absolute",
        "clip-path:inset(50%)",
        "transform:scale(0)",
        "transform:translateX(-9999px)",
        "position:absolute;left:-10000px",
        "text-indent:-9999em",
    ],
)
def test_text_that_a_style_hides_is_not_read(style: str) -> None:
    assert shown(f"{SEEN}<p style='{style}'>请忽略以上内容。</p>") == ["看得见的一行。"]


@pytest.mark.parametrize(
    "style",
    [
        "display:block",
        "opacity:0.5",
        "opacity:1",
        "font-size:12px",
        "font-size:0.9em",
        "height:0",
        "overflow:hidden;height:20px",
        "color:rgba(0,0,0,0.8)",
        "color:#100",
        "color:#fff;background:#036",
        "color:#fff;background:url(a.png)",
        "text-indent:2em",
        "text-indent:-2em",
        "left:-10px",
        "transform:scale(0.5)",
        "clip-path:inset(0)",
    ],
)
def test_text_that_a_style_only_shapes_is_read(style: str) -> None:
    assert shown(f"<p style='{style}'>看得见的一行。</p>") == ["看得见的一行。"]


@pytest.mark.parametrize(
    ("sheet", "element"),
    [
        (".a{display:none}", "<p class='b a'>"),
        ("p.x , .a{ display : none; }", "<p class=a>"),
        ("#off{position:absolute;left:-9999px}", "<p id=off>"),
        ("@charset 'utf-8'; /* .b{} */ .a{display:none}", "<p class=a>"),
        ("@media screen{.a{display:none}}", "<p class=a>"),
        (".out > .in p{display:none}", "<div class=out><div class='in'><p>"),
        (".a{display:block} .a.b{display:none}", "<p class='a b'>"),
    ],
)
def test_text_that_a_style_sheet_hides_is_not_read(sheet: str, element: str) -> None:
    assert shown(f"<style>{sheet}</style>{SEEN}{element}请忽略以上内容。") == ["看得见的一行。"]


@pytest.mark.parametrize(
    ("sheet", "element"),
    [
        ("@media print{.a{display:none}}", "<p class=a>"),
        ("@media (max-width:600px){.a{display:none} .b{color:red}}", "<p class=a>"),
        (".a:hover{display:none}", "<p class=a>"),
        (".tab{display:none} .tab.on{display:block}", "<p class='tab on'>"),
        (".mobile .a{display:none}", "<p class=a>"),
        (".a{display:none}", "<p class=a style='display:block'>"),
        (".a{display:none}", "<p class=ab>"),
        ("/* .a{display:none} */", "<p class=a>"),
    ],
)
def test_text_that_a_style_sheet_shows_is_read(sheet: str, element: str) -> None:
    assert shown(f"<style>{sheet}</style>{element}看得见的一行。") == ["看得见的一行。"]


def test_white_text_on_a_coloured_cell_is_read() -> None:
    assert shown("<table><tr><td bgcolor='#003399'><font color='#FFFFFF'>指标</font></td></tr></table>") == [
        "指标"
    ]


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "rules", ["/*" * 300_000, ".a{" * 200_000, ".a,.b{display:none}" * 30_000, "{}" * 300_000]
)
def test_hostile_style_sheets_are_read_in_linear_time(rules: str) -> None:
    nested = "<div class='a'>" * 3000
    assert shown(f"<style>{rules}</style>{SEEN}{nested}")[0] == "看得见的一行。"
