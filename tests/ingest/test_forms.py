import pytest

from ingest.forms import is_formal, is_news


@pytest.mark.parametrize(
    "title",
    [
        "某市储能产业行动方案",
        "某市储能产业行动方案（2025—2027年）",
        "某市人民政府办公厅关于印发《某市行动方案》的通知",
        "某市数据条例",
        "Action Plan of the City for Storage",
        "Notice on the Issuance of Measures",
        "Interim Measures for the Promotion of Storage",
        "Five-Year Development Plan (2026-2030)",
    ],
)
def test_official_titles_have_their_forms(title: str) -> None:
    assert is_formal(title)


@pytest.mark.parametrize(
    "title", ["储能产业迎来春天", "某市出台储能措施力挺企业", "What the plan asks for", "City plans parks"]
)
def test_other_titles_have_not(title: str) -> None:
    assert not is_formal(title)


def test_a_report_names_a_document_and_is_none() -> None:
    assert is_news("某市发布储能产业行动方案")
    assert is_news("City unveils action plan")
    assert not is_news("关于印发《信息发布管理办法》的通知")
