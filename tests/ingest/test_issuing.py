"""What stands in the head of an official document beside its title."""

import pytest

from ingest.issuing import NUMBER, is_apparatus, is_aside, is_bodies, read_issue


@pytest.mark.parametrize(
    ("line", "body", "day"),
    [
        ("鹤岗市人民政府办公室　鹤政办发〔2026〕6号", "鹤岗市人民政府办公室", None),
        ("鹤政办〔2025〕29号　鹤岗市商务局　2025年5月19日印发", "鹤岗市商务局", "2025-05-19"),
        ("青海省数据局 青海省财政厅", "青海省数据局 青海省财政厅", None),
        ("淮北市商务局　2026年3月　（节选：第五章）", "淮北市商务局", "2026-03"),
        ("Issued by the Zigong Bureau of Culture on May 5, 2026", "Zigong Bureau of Culture", "2026-05-05"),
        ("Issued on May 20, 2026", None, "2026-05-20"),
        ("Published by Zigong Commerce Bureau, 30 May 2025", "Zigong Commerce Bureau", "2025-05-30"),
        (
            "Prepared by the Yulin Reform Commission; approved by the Mayor on 2 March 2026. English text.",
            "Yulin Reform Commission",
            "2026-03-02",
        ),
        ("Ministry of Commerce, March 31, 2026. English text.", "Ministry of Commerce", "2026-03-31"),
        ("Zi Gui [2025] No. 11 | Zigong Government | Effective from May 1, 2025", "Zigong Government", None),
    ],
)  # fmt: skip
def test_a_line_says_who_issued_a_document_and_when(line: str, body: str | None, day: str | None) -> None:
    issue = read_issue(line)
    assert issue
    assert (issue.body.cut(line) if issue.body else None) == body
    assert (issue.date.value if issue.date else None) == day


@pytest.mark.parametrize(
    "line",
    [
        "鹤岗市人民政府办公室要求，各单位于2026年5月19日前报送材料。",
        "Issued by the Zigong Bureau of Commerce on March 2, 2026, the rules cover 12 counties.",
        "On May 20, 2026, the Ministry of Commerce opened a fair.",
        "The Ministry of Commerce published 12 rules.",
        "各区县人民政府",
        "三年行动方案",
        "Action Plan of the Zigong Municipal Government",
    ],
)
def test_a_sentence_or_a_title_says_no_issue(line: str) -> None:
    assert read_issue(line) is None


@pytest.mark.parametrize(
    "words",
    [
        "交通运输部　国家发展改革委　国家能源局",
        "General Office of the Yulin Municipal People's Government",
        "Ministry of Housing and Urban-Rural Development and National Energy Administration",
        "Civil Aviation Administration of China",
    ],
)
def test_bodies(words: str) -> None:
    assert is_bodies(words)


@pytest.mark.parametrize(
    "words",
    [
        "鹤岗市人民政府办公室机构职能",
        "关于成立市数据局",
        "各县（区）商务局",
        "Annual Report of the Statistics Office",
        "Ministry of Commerce Issues New Rules",
        "Yulin Evening News",
    ],
)
def test_what_names_no_body(words: str) -> None:
    assert not is_bodies(words)


@pytest.mark.parametrize(
    "line",
    [
        "鹤政办发〔2026〕6号",
        "（鹤政办发〔2026〕6号）",
        "Zi Zheng Ban Fa [2026] No. 22",
        "(English version for reference only)",
        "This translation is for reference only. In case of discrepancy, the Chinese text shall prevail.",
        "Zigong Municipal People's Government > Policies > English",
    ],
)
def test_number_notes_and_crumbs_are_apparatus(line: str) -> None:
    assert is_apparatus(line)


@pytest.mark.parametrize(
    "line",
    [
        "鹤岗市石墨产业提升方案（2026—2028年）",
        "鹤岗发布2026年1号公告",
        "Official Reply on the Salt Tax",
        "English Corner Opens in Zigong",
        "Output of salt > 30",
    ],
)
def test_titles_are_no_apparatus(line: str) -> None:
    assert not is_apparatus(line)


def test_bodies_and_chapters_stand_aside() -> None:
    assert is_aside("Chapter Five: Replacing Plastic")
    assert is_aside("第五章　培育品牌")
    assert is_aside("青海省数据局 青海省财政厅")
    assert not is_aside("Chapters of a City's History")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Document No.: Zi Zheng Ban [2025] 43", "Zi Zheng Ban [2025] 43"),
        ("(Shi Zheng Fa [2025] No. 16)", "Shi Zheng Fa [2025] No. 16"),
        ("青数发〔2026〕5号　2026年2月9日", "青数发〔2026〕5号"),
        ("Action Plan (2025) 12 tasks", None),
    ],
)
def test_numbers_in_both_languages(text: str, number: str | None) -> None:
    found = NUMBER.search(text)
    assert (found[0] if found else None) == number
