from typing import Any

import pytest

from ingest.reading import read
from tests.ingest.cases import cases, label

# What heads of documents say; what the plan is called is tested where plans are.
CASES = [*cases("metadata"), *cases("heads")]
OF_PLANS = {"plan", "period"}


@pytest.mark.parametrize("case", CASES, ids=label)
def test_metadata_are_read(case: dict[str, Any]) -> None:
    [document] = read(case["text"].encode(), "page.txt").documents
    want = {field: value for field, value in case["want"].items() if field not in OF_PLANS}
    assert {field: getattr(document, field) for field in want} == want


@pytest.mark.parametrize("case", CASES, ids=label)
def test_each_fact_has_its_words(case: dict[str, Any]) -> None:
    reading = read(case["text"].encode(), "page.txt")
    [document] = reading.documents
    for field, evidence in document.evidence.items():
        assert getattr(document, field) == evidence.value
        assert evidence.raw.cut(reading.source.text)
        if evidence.span:
            assert document.trail.back(evidence.span) == evidence.raw
