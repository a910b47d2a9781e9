import pytest

from ingest.furniture import furniture

FURNITURE = [
    ("【责任编辑：李某】", "editor"),
    ("(责编：黎一、欧阳二)", "editor"),
    ("分享到：微信 微博 QQ空间", "share"),
    ("【字体：大 中 小】", "tools"),
    ("打印 关闭", "tools"),
    ("icon", "placeholder"),
    ("Search documents", "placeholder"),
    ("浏览次数：1203", "counter"),
    ("当前位置：首页 > 新闻 > 要闻", "navigation"),
    ("上一篇：某市召开会议", "navigation"),
    ("热点资讯", "related"),
    ("Most read", "related"),
    ("某网版权及免责声明：凡本网注明来源的作品", "disclaimer"),
    ("以上内容不构成投资建议，据此操作风险自担。", "disclaimer"),
    ("Copyright © 2025 City Government", "copyright"),
    ("沪ICP备12345678号-1", "licence"),
    ("主办单位：某市人民政府", "site"),
    ("某网客服：010-12345678", "contact"),
    ("----------", "rule"),
]
TEXT = [
    "编辑出版产业产值达到50亿元。",
    "加强版权保护，依法查处侵权行为。",
    "topical treatments",
    "打印机产业链",
    "分享经济健康发展",
    "首页设计大赛",
    "一、总体要求",
    "图书馆",
    "Home appliances",
    "关闭落后产能30万吨",
]
RIM = [
    ("附件下载：", "attachments"),
    ("1.任务分工表.pdf", "attachments"),
    ("地址：人民大道200号", "contact"),
    ("1203", "counter"),
]


@pytest.mark.parametrize(("line", "why"), FURNITURE)
def test_furniture_is_told_by_its_words(line: str, why: str) -> None:
    assert furniture(line) == why


@pytest.mark.parametrize("line", TEXT)
def test_text_that_uses_such_words_is_not_furniture(line: str) -> None:
    assert furniture(line, rim=True) is None


@pytest.mark.parametrize(("line", "why"), RIM)
def test_some_words_count_at_the_rim_only(line: str, why: str) -> None:
    assert furniture(line) is None
    assert furniture(line, rim=True) == why
