import pytest

from corpus.text import apply
from ingest.plain import is_html, read_plain


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>x",
        " <html>",
        '<?xml version="1.0"?><html>',
        "<div>x</div><p>y</p>",
        "text <p>x</p><p>y</p>",
    ],
)
def test_a_page_is_told_by_its_tags(text: str) -> None:
    assert is_html(text)


@pytest.mark.parametrize(
    "text", ["纯文本", "a < b > c", "use the <p> tag", "<责任单位：某局>", "# 题目\n<br>\n正文", ""]
)
def test_a_text_with_a_sign_or_two_is_no_page(text: str) -> None:
    assert not is_html(text)


def test_marks_of_markdown_go_and_words_stay() -> None:
    text = (
        "# 题目\n\n## 一、目标\n\n**到2028年**，产值*翻番*，见[方案](https://a.example/x)。\n\n---\n\n"
        "| 项 | 值 |\n|---|---|\n| 甲 | 5*3*2 |\n"
    )
    page = read_plain(text)
    assert page.reader == "markdown"
    assert (
        apply(text, page.edits)[0]
        == "题目\n\n## 一、目标\n\n到2028年，产值翻番，见方案。\n\n\n项\t值\n甲\t5*3*2\n"
    )


@pytest.mark.parametrize("text", ["一、目标 2*3*4", "到2028年 **", "a | b", "见[1](二)"])
def test_plain_text_is_left_as_it_is(text: str) -> None:
    page = read_plain(text)
    assert (page.reader, page.edits) == ("plain", ())
