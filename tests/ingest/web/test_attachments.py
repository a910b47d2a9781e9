"""The files that a page offers are found, and nothing else."""

from __future__ import annotations

import pytest

from ingest.web.attachments import MOST, attachments

URL = "https://gov.example/2025/0911/t20250911_88.html"


def found(body: str) -> list[tuple[str, str]]:
    page = f"<html><head><title>通知</title></head><body>{body}</body></html>"
    return [(a.url.removeprefix("https://gov.example"), a.words) for a in attachments(page, URL)]


@pytest.mark.parametrize(
    ("body", "url", "words"),
    [
        (
            '<p>附件：<a href="./P020250911.pdf">充电桩布局图</a></p>',
            "/2025/0911/P020250911.pdf",
            "充电桩布局图",
        ),
        ('<a href="/files/%E9%99%84%E4%BB%B6.DOCX"></a>', "/files/%E9%99%84%E4%BB%B6.DOCX", "附件.DOCX"),
        ('<a href="/download.jsp?id=7">附件2.ofd</a>', "/download.jsp?id=7", "附件2.ofd"),
        ('<a href="/down?name=table.xlsx&amp;t=1">下载</a>', "/down?name=table.xlsx&t=1", "下载"),
        ('<iframe src="plan.pdf"></iframe>', "/2025/0911/plan.pdf", "plan.pdf"),
        ('<object data="/plan.pdf"></object>', "/plan.pdf", "plan.pdf"),
        ('<a href="list.txt">名单</a>', "/2025/0911/list.txt", "名单"),
    ],
)
def test_a_file_is_found_by_its_address_or_its_words(body: str, url: str, words: str) -> None:
    assert found(body) == [(url, words)]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="t20250910_87.html">上一篇</a>',
        '<a href="photo.jpg">图片</a>',
        '<footer><a href="/guide.pdf">网站使用指南</a></footer>',
        '<div class="nav"><a href="/guide.pdf">网站使用指南</a></div>',
        '<a href="">本页.pdf</a>',
        '<a href="ftp://gov.example/a.pdf">旧站</a>',
    ],
)
def test_pages_pictures_and_the_files_of_the_frame_are_not_attachments(body: str) -> None:
    assert found(body) == []


def test_a_file_that_is_linked_twice_is_one_attachment() -> None:
    assert found('<a href="/a.pdf">附件1</a><a href="/a.pdf#page=2">第二页</a>') == [("/a.pdf", "附件1")]


def test_a_library_is_not_taken_whole() -> None:
    assert len(found("".join(f'<a href="/{i}.pdf">附件{i}</a>' for i in range(500)))) == MOST


def test_a_text_that_is_no_page_offers_nothing() -> None:
    assert attachments("附件：plan.pdf", URL) == ()
