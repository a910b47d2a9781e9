import pytest

from kb.answering import days


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("填报时间为2026年3月5日至4月20日", ["2026年3月5日至4月20日"], ["5 March to 20 April 2026"]),
        (
            "files are taken between July 2 and July 30, 2027",
            ["2027年7月2日至7月30日"],
            ["2 July to 30 July 2027"],
        ),
        ("from May 10 to June 20 each year", ["每年5月10日至6月20日"], ["10 May to 20 June each year"]),
        ("每年3月、9月各一批", ["每年3月", "每年9月"], ["March each year", "September each year"]),
        ("建成于2028年底", ["2028年底"], ["the end of 2028"]),
        ("２０２９年上半年", ["2029年上半年"], ["the first half of 2029"]),
        ("2026年三季度开工", ["2026年第三季度"], ["the third quarter of 2026"]),
        ("in the first quarter of every year", ["每年第一季度"], ["the first quarter each year"]),
        ("in the second half of 2026", ["2026年下半年"], ["the second half of 2026"]),
        ("2027年度补助自3月20日起受理", ["3月20日"], ["20 March"]),
        ("自二〇二六年十二月二十一日起", ["2026年12月21日"], ["21 December 2026"]),
        ("by the end of March 2027", ["2027年3月底"], ["the end of March 2027"]),
        ("no later than Sept. 30, 2026", ["2026年9月30日"], ["30 September 2026"]),
        (
            "adopted on 4 May 2025 and issued on 9 May 2025",
            ["2025年5月4日", "2025年5月9日"],
            ["4 May 2025", "9 May 2025"],
        ),
    ],
)
def test_dates_are_told_in_both_languages(text: str, zh: list[str], en: list[str]) -> None:
    assert days.told(text, "zh") == zh
    assert days.told(text, "en") == en


@pytest.mark.parametrize("text", ["firms may apply at any time", "30个工作日内", "within 20 days", "3年"])
def test_what_is_no_date_is_not_told(text: str) -> None:
    assert days.told(text, "en") == []


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("有效期3年", ["3年"], ["3 years"]),
        ("试行一年", ["1年"], ["1 year"]),
        ("为期18个月", ["18个月"], ["18 months"]),
        ("valid for five years", ["5年"], ["5 years"]),
        ("自2026年3月起", [], []),
        ("2027年底前", [], []),
        ("二〇二六年五月一日", [], []),
    ],
)
def test_terms_are_told_in_both_languages(text: str, zh: list[str], en: list[str]) -> None:
    assert days.terms(text, "zh") == zh
    assert days.terms(text, "en") == en


def test_a_date_without_a_year_is_of_the_year_given() -> None:
    assert days.told("6月，建成信息平台", "en", "2027") == ["June 2027"]
    assert days.told("completed in June 2028", "zh", "2027") == ["2028年6月"]


def test_years_are_counted_from_the_day_of_publication() -> None:
    assert days.counted_from("去年回收率为36%，今年要达到40%。", "2025-09-29") == ["2025", "2024"]
    assert days.counted_from("It was 36 percent last year.", "2026-02") == ["2025"]
    assert days.counted_from("It was 36 percent last year.", None) == []
