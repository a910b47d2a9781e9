from typing import Any

import pytest

from corpus.text import Span
from ingest.article import choose
from ingest.lines import Line, Place
from ingest.reading import read
from tests.ingest.cases import cases, label

PROSE = "本市将建设三个产业园区，到2028年产值突破五百亿元。"


@pytest.mark.parametrize("case", [*cases("article"), *cases("pages")], ids=label)
def test_the_article_of_a_page_is_found_whole_and_alone(case: dict[str, Any]) -> None:
    documents = read(case["html"].encode(case.get("encoding", "utf-8")), "page.html").documents
    assert "\n".join(document.text for document in documents) == case["text"]
    assert len(documents) == case.get("parts", 1)
    document = documents[0]
    fields = ("title", "publisher", "published", "number", "script")
    assert {name: getattr(document, name) for name in fields if name in case} == {
        name: case[name] for name in fields if name in case
    }


def line(at: int, node: int, text: str, names: str = "div", linked: float = 0.0) -> Line:
    """A line of a page, in element `node`."""
    return Line(Span(at, at + len(text)), text, text, Place(at, node, "div", names, linked))


def test_the_innermost_element_that_holds_all_prose_is_the_article() -> None:
    lines = [line(0, 1, "首页"), line(10, 3, PROSE), line(50, 4, PROSE), line(90, 5, "热点新闻", linked=1.0)]
    assert choose(lines, (0, 0, 0, 2, 2, 0)) == tuple(lines[1:3])


def test_names_are_not_heeded_where_they_would_lose_the_text() -> None:
    lines = [line(0, 1, PROSE, names="div sidebar"), line(50, 2, "首页")]
    assert choose(lines, (0, 0, 0)) == (lines[0],)
