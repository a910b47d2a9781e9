from corpus.text import Span, apply
from ingest.scripts import reveal
from ingest.tags import parse

BODY = (
    "<p>本市将建设三个产业园区，到2028年产值突破五百亿元，并对示范项目给予补助。</p><p>"
    + "园区面向全球招商。" * 6
    + "</p>"
)


def shown(source: str) -> str:
    return apply(source, reveal(source, parse(source)))[0]


def test_an_article_in_a_string_comes_into_the_page() -> None:
    source = '<h1>题目</h1><script>var id=1; var body="' + BODY.replace("/", "\\/") + '";</script>'
    assert (
        shown(source)
        == f"<h1>题目</h1><script>var id=1; var body=</script><div>{BODY}</div><script>;</script>"
    )


def test_its_escapes_are_undone_and_lead_back() -> None:
    source = "<script>x={'a':'" + BODY.replace("<", "\\u003c").replace("园", "\\u56ed") + "'}</script>"
    text, way = apply(source, reveal(source, parse(source)))
    assert text == f"<script>x={{'a':</script><div>{BODY}</div><script>}}</script>"
    at = text.index("园")
    assert way.back(Span(at, at + 1)).cut(source) == "\\u56ed"


def test_a_page_with_an_article_of_its_own_is_left_alone() -> None:
    assert shown(source := f"<div>{BODY * 3}</div><script>var s='{BODY}';</script>") == source


def test_strings_without_sentences_are_left_alone() -> None:
    assert (
        shown(source := "<p>短</p><script>var s='" + "abcdef" * 60 + "'; var t='短句。'</script>") == source
    )
