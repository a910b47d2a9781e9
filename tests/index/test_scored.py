"""The best of many scores, among those that are allowed."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.scored import Scored


def scored(scores: dict[int, float]) -> Scored:
    numbers = sorted(scores)
    return Scored(np.array(numbers, dtype=np.int64), np.array([scores[n] for n in numbers], dtype=np.float32))


@given(
    st.dictionaries(st.integers(1, 60), st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])),
    st.sets(st.integers(1, 60)),
    st.integers(1, 70),
)
def test_the_best_are_those_that_sorting_all_would_give(
    scores: dict[int, float], allowed: set[int], limit: int
) -> None:
    mask = np.zeros(61, dtype=bool)
    mask[list(allowed)] = True
    best = scored(scores).best(mask, limit)
    ranked = sorted((n for n in scores if n in allowed), key=lambda n: (-scores[n], n))
    assert sorted(best.values(), reverse=True) == [scores[n] for n in ranked[:limit]]
    assert list(best) == sorted(best, key=lambda n: (-scores[n], n))
    assert set(best) <= allowed


@given(st.dictionaries(st.integers(1, 60), st.sampled_from([0.25, 0.5])), st.lists(st.integers(1, 60)))
def test_what_has_no_score_has_none(scores: dict[int, float], asked: list[int]) -> None:
    assert scored(scores).of(asked) == [scores.get(n, 0.0) for n in asked]
