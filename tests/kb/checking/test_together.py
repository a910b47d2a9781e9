"""A compound claim is as good as its worst part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kb import KnowledgeBase

if TYPE_CHECKING:
    from collections.abc import Iterator

NEWS = """河南发布人工智能年报

2025年，河南人工智能核心产业规模为870亿元，同比增长23.6%，从业人员4.1万人。
网上零售额增长0.3%。
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    folder = tmp_path_factory.mktemp("together")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    with KnowledgeBase(folder / "home") as opened:
        list(opened.add([folder / "news.txt"]))
        yield opened


def verdicts(base: KnowledgeBase, text: str) -> list[str]:
    return [claim["verdict"] for claim in base.check(text)["claims"]]


def test_a_part_that_is_far_off_is_wrong_beside_one_that_is_shown(base: KnowledgeBase) -> None:
    claim = "河南人工智能核心产业规模为870亿元，同比增长0.3%。"
    assert verdicts(base, claim) == ["supported", "contradicted"]


def test_a_claim_with_two_true_parts_is_true(base: KnowledgeBase) -> None:
    claim = "河南人工智能核心产业规模为870亿元，同比增长23.6%。"
    assert verdicts(base, claim) == ["supported", "supported"]


def test_a_part_that_the_sentence_does_not_speak_of_stays_open(base: KnowledgeBase) -> None:
    claim = "河南人工智能核心产业规模为870亿元，缴纳税收12亿元。"
    shown, other = verdicts(base, claim)
    assert shown == "supported"
    assert other in ("not_found", "unsure")


def test_a_number_beyond_any_slip_is_wrong_where_the_very_thing_is_named(base: KnowledgeBase) -> None:
    assert verdicts(base, "河南人工智能核心产业规模为30亿元。") == ["contradicted"]
