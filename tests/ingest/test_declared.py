from ingest.declared import declared
from ingest.tags import parse


def said(source: str) -> dict[str, tuple[str, str]]:
    """What a page declares, each with the words of the source."""
    return {name: (e.value, e.raw.cut(source)) for name, e in declared(source, parse(source)).items()}


def test_title_and_meta_are_read_with_their_place() -> None:
    source = (
        '<title> 题 &amp; 目 </title><meta NAME="PubDate" content="2025-09-08">'
        '<meta property="og:title" content="题目"><meta name="PubDate" content="2025-01-01">'
    )
    assert said(source) == {
        "<title>": ("题 & 目", " 题 &amp; 目 "),
        "pubdate": ("2025-09-08", "2025-09-08"),
        "og:title": ("题目", "题目"),
    }


def test_addresses_are_read_from_links() -> None:
    source = (
        '<link rel="canonical" href="https://a.example/2"><p><a href="https://b.example/1">原文链接</a>'
        '<a href="https://c.example/">别的链接</a><a href="/local">阅读原文</a></p>'
    )
    assert {name: value for name, (value, _) in said(source).items()} == {
        "canonical": "https://a.example/2",
        "original": "https://b.example/1",
    }


def test_what_a_script_states_of_the_article_is_read() -> None:
    source = (
        '<script>{"headline": "\\u9898\\u76ee", "datePublished": "2026-04-10",'
        ' "publisher": {"name": "某报"}}</script>'
    )
    assert said(source) == {
        "headline": ("题目", "\\u9898\\u76ee"),
        "datepublished": ("2026-04-10", "2026-04-10"),
        "organization": ("某报", "某报"),
    }


def test_a_page_that_says_nothing_declares_nothing() -> None:
    assert said("<p>一</p><meta><meta name=x><title> </title><script>var x;</script>") == {}
