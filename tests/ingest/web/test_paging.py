import pytest

from ingest.web.paging import is_sequel

A = "http://gov.example"


@pytest.mark.parametrize(
    ("first", "url", "number"),
    [
        ("/202509/t20250930_12.html", "/202509/t20250930_12_1.html", 1),
        ("/202509/t20250930_12.html", "/202509/t20250930_12_2.html", 1),
        ("/202509/t20250930_12.html", "/202509/t20250930_12_2.html", 2),
        ("/c/content_7041.htm", "/c/content_7041-2.htm", 1),
        ("/n1/2025/c1-4041_1.html", "/n1/2025/c1-4041_2.html", 1),
        ("/show.jsp?id=7", "/show.jsp?id=7&page=2", 1),
        ("/show.jsp?id=7&p=1", "/show.jsp?id=7&p=2", 1),
        ("/2025/steel-rules/", "/2025/steel-rules/2/", 1),
        ("/2025/steel-rules", "/2025/steel-rules/page/3", 2),
    ],
)
def test_a_further_page_is_known_by_its_address(first: str, url: str, number: int) -> None:
    assert is_sequel(A + first, A + url, number)


@pytest.mark.parametrize(
    ("first", "url"),
    [
        ("/news/index.html", "/news/index_1.html"),  # a listing
        ("/202509/t20250930_12.html", "/202509/t20250930_13.html"),  # another article
        ("/202509/t20250930_12.html", "/202510/t20250930_12_2.html"),
        ("/202509/t20250930_12.html", "/202509/t20250930_12_7.html"),
        ("/c/content_7041.htm", "/c/content_7042.htm"),
        ("/show.jsp?id=7", "/show.jsp?id=8"),
        ("/show.jsp?id=7", "/show.jsp?id=7&page=2&cat=4"),
        ("/2025/steel-rules/", "/2025/scrap-prices/"),
        ("/2025/steel-rules/", "/2025/steel-rules/comments/"),
        ("/a.html", "/b_2.html"),
    ],
)
def test_another_article_or_a_listing_is_no_further_page(first: str, url: str) -> None:
    assert not is_sequel(A + first, A + url, 1)


def test_a_further_page_stands_on_the_same_server() -> None:
    assert not is_sequel(f"{A}/a_1.html", "http://other.example/a_2.html", 1)
