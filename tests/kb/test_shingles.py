"""The measure of copies and versions."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kb.shingles import shingles


@given(st.text(alphabet="港口铁路abc 12。", max_size=60))
def test_shingles_are_sorted_and_each_stands_once(text: str) -> None:
    found = shingles(text)
    assert np.array_equal(found, np.unique(found))
    assert np.array_equal(found, shingles(text.upper()))
