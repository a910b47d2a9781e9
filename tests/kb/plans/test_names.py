"""What a policy is called, and what is left of its name without the form."""

import pytest

from kb.plans.names import form_of, is_name, period_of, topic, topic_words


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("杭州市养老服务体系建设三年行动计划（2025—2027年）", "zh"),
        ("四川省氢能产业发展实施方案", "zh"),
        ("关于加强水资源节约的若干措施", "zh"),
        ("Shenzhen Action Plan for the Low-Altitude Economy", "en"),
        ("14th Five-Year Plan for Water Conservation", "en"),
    ],
)
def test_the_title_of_a_policy_is_a_name(title: str, language: str) -> None:
    assert is_name(title, language)


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("杭州发布行动方案促进养老服务发展", "zh"),
        ("问答：四川氢能实施方案", "zh"),
        ("Hangzhou plans more beds for its elderly", "en"),
        ("What the new plan asks for", "en"),
    ],
)
def test_a_headline_is_not_a_name(title: str, language: str) -> None:
    assert not is_name(title, language)


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("养老服务行动计划（2025—2027年）", "2025/2027"),
        ("Action Plan for Hydrogen (2024-2026)", "2024/2026"),
        ("四川省“十四五”能源发展规划", "2021/2025"),
        ("15th Five-Year Plan for Water Conservation", "2026/2030"),
        ("四川省氢能产业发展实施方案", None),
    ],
)
def test_a_name_tells_its_period(name: str, period: str | None) -> None:
    assert period_of(name) == period


def test_the_longest_form_wins() -> None:
    assert form_of("氢能产业实施方案", "zh") == "实施方案"
    assert form_of("Implementation Plan for Hydrogen", "en") == "implementation plan"


def test_the_topic_is_what_the_form_and_the_place_leave() -> None:
    words = frozenset({"四川", "四川省", "sichuan"})
    assert topic("四川省促进氢能产业发展实施方案", "zh", words) == "氢能产业"
    assert topic("Sichuan Implementation Plan for the Hydrogen Industry", "en", words) == "hydrogen industry"
    assert topic_words("氢能产业", "zh") == {"氢能", "能产", "产业"}
