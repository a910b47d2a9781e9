import pytest

from corpus.text import Span, apply
from ingest.markup import read_html
from ingest.tags import parse


def lines(source: str) -> list[str]:
    """The lines that a page becomes."""
    return apply(source, read_html(source, parse(source)).edits)[0].split("\n")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>一</p><p>二</p>", ["一", "二"]),
        ("一<br>二<br/><br>三", ["一", "二", "三"]),
        ("<p>　　一&nbsp;&nbsp;二　</p>", ["一 二"]),
        ("<p>甲方\n  乙方</p>", ["甲方乙方"]),
        ("<p>one\n  two</p>", ["one two"]),
        ("<p>5<span>00</span>件</p>", ["500件"]),
        ("<pre>一\n  二 三\n</pre>四\n五", ["一", "二 三", "四五"]),
        ("<div>来源：<a>某报</a><i>浙江</i> 2025-01-01</div>", ["来源： 某报 浙江 2025-01-01"]),
        ("<p>a <b> b</b></p>", ["a b"]),
        ("<p>&lt;p&gt; &amp;amp; &#x4e00;&#20108; &copy &bogus;</p>", ["<p> &amp; 一二 © &bogus;"]),
        ("<head><title>t</title></head><style>p{}</style><script>x</script><p>一</p>", ["一"]),
        ("<p>一</p><p hidden>二</p><p style='display: none'>三</p><i aria-hidden=true>四</i>", ["一"]),
        ("<p style='color:#fff'>一</p><p style='color:#fff;background:#000'>二</p>", ["二"]),
        (
            "<table><tr><th>项</th><th>值</th></tr><tr><td><p>甲</p></td><td><p>1</p><p>2</p></td></tr></table>",
            ["项\t值", "甲\t1 2"],
        ),
        ("<table><tr><td><table><tr><td>一</td></tr></table></td><td>二</td></tr></table>", ["一", "二"]),
        ("<select><option>一</option></select><p>二</p>", ["二"]),
    ],
)
def test_a_page_becomes_lines(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


def test_every_character_leads_back_to_its_own_place() -> None:
    source = "<div><p>一 &amp; <b>二</b></p>\n<p>三</p></div>"
    text, way = apply(source, read_html(source, parse(source)).edits)
    for at, char in enumerate(text):
        if char in "一二三":
            assert way.back(Span(at, at + 1)).cut(source) == char
        if char == "&":
            assert way.back(Span(at, at + 1)).cut(source) == "&amp;"


def test_each_line_has_its_place_on_the_page() -> None:
    source = '<div id="main"><h1>题</h1><p>一<a href="x">二二二</a></p></div>'
    page = read_html(source, parse(source))
    assert [(place.tag, round(place.linked, 2)) for place in page.places] == [("h1", 0), ("p", 0.75)]
    assert "div main" in page.places[1].names
