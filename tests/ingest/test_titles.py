import pytest

from ingest.titles import without_site


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("某市出台储能产业措施_要闻_某市人民政府", ("某市出台储能产业措施", "某市人民政府")),
        ("City unveils plan for storage | City Post", ("City unveils plan for storage", "City Post")),
        ("城市建设加快--某网", ("城市建设加快", "某网")),
        ("2025-2027年行动方案", ("2025-2027年行动方案", None)),
        ("Full-chain development", ("Full-chain development", None)),
        ("只有题目", ("只有题目", None)),
    ],
)
def test_the_name_of_the_site_is_told_from_the_title(title: str, parts: tuple[str, str | None]) -> None:
    assert without_site(title) == parts
