"""A city has many plans: a claim on one of them is not judged by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kb import KnowledgeBase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAN = """杭州市{topic}发展行动方案（2025—2027年）

一、主要目标
到2027年，全市{topic}规模突破{size}亿元，培育龙头企业{count}家。
"""
PLANS = (("养老服务", 237, 39), ("氢能产业", 412, 40), ("绿色建筑", 655, 12))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    folder: Path = tmp_path_factory.mktemp("plans")
    for n, (topic, size, count) in enumerate(PLANS):
        text = PLAN.format(topic=topic, size=size, count=count)
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    with KnowledgeBase(tmp_path_factory.mktemp("home")) as opened:
        list(opened.add([folder]))
        yield opened


def verdicts(base: KnowledgeBase, text: str) -> list[str]:
    return [claim["verdict"] for claim in base.check(text)["claims"]]


def test_a_number_of_another_plan_of_the_city_does_not_support(base: KnowledgeBase) -> None:
    claim = "到2027年，杭州市养老服务规模突破237亿元，并将培育龙头企业40家。"
    assert verdicts(base, claim) == ["supported", "contradicted"]


def test_the_number_of_the_named_plan_supports(base: KnowledgeBase) -> None:
    claim = "到2027年，杭州市氢能产业规模突破412亿元，并将培育龙头企业40家。"
    assert verdicts(base, claim) == ["supported", "supported"]


def test_a_plan_whose_name_is_known_in_the_other_language_only_is_heard(tmp_path: Path) -> None:
    (tmp_path / "green.txt").write_text(
        "Action Plan of Hangzhou Municipality for Modern Ports and Waterways (2025-2027)\n\nI. Goals\n"
        "By 2027, 75 electric ships shall be in service.\n",
        encoding="utf-8",
    )
    (tmp_path / "subsidy.txt").write_text(
        "杭州市绿色航运发展补贴办法\n\n第一条　每艘电动船舶补贴80万元。\n", encoding="utf-8"
    )
    with KnowledgeBase(tmp_path / "home") as opened:
        list(opened.add([tmp_path / "green.txt", tmp_path / "subsidy.txt"]))
        assert verdicts(opened, "到2027年，杭州绿色航运投用电动船舶75艘。") == ["supported"]
        assert verdicts(opened, "到2027年，杭州绿色航运投用电动船舶95艘。") == ["contradicted"]


def test_of_a_place_within_the_plans_own_its_own_number_is_heard(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(
        "河南人工智能新政解读\n\n全省已有17个垂直大模型通过国家备案，其中郑州11个、洛阳4个。\n",
        encoding="utf-8",
    )
    with KnowledgeBase(tmp_path / "home") as opened:
        list(opened.add([tmp_path / "news.txt"]))
        assert verdicts(opened, "郑州已有11个垂直大模型通过国家备案。") == ["supported"]
        assert "supported" not in verdicts(opened, "洛阳已有17个垂直大模型通过国家备案。")
        assert verdicts(opened, "河南已有11个垂直大模型通过国家备案。") == ["contradicted"]
