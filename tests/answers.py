"""Questions that can be generated in any number, and bases to ask them of."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from hypothesis import strategies as st

from kb import KnowledgeBase

PLACES = ("深圳", "四川", "杭州", "云南", "Guangdong", "Xi'an", "Tianjin", "Chengdu")
THINGS_ZH = (
    "加氢站",
    "低空商业航线",
    "护理床位",
    "咖啡庄园",
    "产值",
    "收入",
    "伦理审查",
    "注册证",
    "工资",
    "学校",
    "通关时间",
)
THINGS_EN = (
    "refuelling stations",
    "routes",
    "nursing beds",
    "estates",
    "output value",
    "revenue",
    "visits",
    "jobs",
)
YEARS = ("2024", "2025", "2026", "2027", "2030", "2035")


@contextmanager
def holding(folder: Path, texts: Mapping[str, str]) -> Iterator[KnowledgeBase]:
    """Open a new base in a folder that holds texts, given by the names of their files."""
    files = [folder / name for name in sorted(texts)]
    for file in files:
        file.write_text(texts[file.name], encoding="utf-8")
    with KnowledgeBase(folder / "home") as base:
        assert [line["status"] for line in base.add(files)] == ["added"] * len(files)
        yield base


@st.composite
def questions(draw: st.DrawFn) -> str:
    """A question of one of many forms, true to what is held or not."""
    place, year = draw(st.sampled_from(PLACES)), draw(st.sampled_from(YEARS))
    number = draw(st.integers(1, 9000))
    zh, en = draw(st.sampled_from(THINGS_ZH)), draw(st.sampled_from(THINGS_EN))
    forms = (
        f"到{year}年{place}的{zh}要达到多少？",
        f"{place}{zh}有多少？",
        f"{place}是不是要在{year}年前建成{number}个{zh}？",
        f"谁负责{zh}？",
        f"{place}对{zh}有什么要求？",
        f"How many {en} will {place} have by {year}?",
        f"Is it true that {place} wants {number} {en} by {year}?",
        f"What does the plan of {place} say about {en}?",
        f"Who is responsible for {en} in {place}?",
        f"By when must the {en} be finished?",
    )
    return draw(st.sampled_from(forms))
