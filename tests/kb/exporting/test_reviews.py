"""Checked claims as ClaimReview: rated only where the sources decide, with the quotes as citations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kb.cli import main
from kb.exporting import claim_reviews, verify_file

if TYPE_CHECKING:
    from kb import KnowledgeBase

SOURCE = {
    "id": "doc-1",
    "title": "低空物流方案",
    "publisher": None,
    "published": "2025",
    "url": None,
    "original_url": None,
}
QUOTE = {"document": "doc-1", "text": "开通货运航线60条"}


@pytest.mark.parametrize(
    ("verdict", "value"), [("supported", 5), ("contradicted", 1), ("unsure", None), ("not_found", None)]
)
def test_only_what_the_sources_decide_is_rated(verdict: str, value: int | None) -> None:
    claim = {"text": "开通航线60条", "verdict": verdict, "reason": "…", "evidence": [QUOTE]}
    [review] = claim_reviews({"claims": [claim]}, [SOURCE])["@graph"]
    assert review["reviewRating"].get("ratingValue") == value
    assert review["reviewRating"]["alternateName"] == verdict
    assert review["citation"] == [
        {
            "@type": "CreativeWork",
            "identifier": "doc-1",
            "name": "低空物流方案",
            "datePublished": "2025",
            "text": "开通货运航线60条",
        }
    ]


def test_the_command_prints_a_review_for_each_claim(samples: KnowledgeBase) -> None:
    home = ["--home", str(samples.home.folder)]
    told = CliRunner().invoke(main, [*home, "check", "--claimreview", "上海要建9个高端医疗器械集聚区。"])
    [review, about] = json.loads(told.stdout)["@graph"]
    assert about["description"].startswith("as of ")
    assert verify_file(told.stdout_bytes) == []
    assert review["@type"] == "ClaimReview"
    assert review["citation"]
