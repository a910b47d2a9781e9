from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index import dense
from index.dense import Matrix
from index.searching import Index
from tests.index.documents import lines, opened, put


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with opened(tmp_path) as made:
        put(made, lines("修建大桥。"), lines("清洗道路。"), lines("Build a bridge.", "en"))
        yield made


def held(index: Index, removals: int = 0) -> Matrix:
    made = Matrix(index.db)
    made.refresh(removals)
    return made


def test_every_passage_is_compared(index: Index) -> None:
    cosines = held(index).compare(index.encoder.encode(["bridge building"])[0])
    assert cosines.numbers.tolist() == [1, 2, 3]
    assert np.argsort(-cosines.scores).tolist() == [2, 0, 1]


def test_where_there_is_nothing_nothing_is_compared(index: Index) -> None:
    cosines = Matrix(index.db).compare(index.encoder.encode(["bridge"])[0])
    assert cosines.of([1, 2]) == [0.0, 0.0]


def test_what_is_added_is_read_and_what_is_removed_is_dropped(index: Index) -> None:
    matrix = held(index)
    put(index, lines("开放空域。"))
    matrix.refresh(0)
    assert matrix.numbers.tolist() == [1, 2, 3, 4]
    index.db.execute("delete from vectors where number = 2")
    matrix.refresh(1)
    assert matrix.numbers.tolist() == [1, 3, 4]
    assert len(matrix.rows) == 3


def test_more_than_one_stretch_is_read_whole_and_in_order(index: Index) -> None:
    rows = np.random.default_rng(7).standard_normal((dense.BATCH + 5, 256)).astype(np.float32)
    numbers = list(range(10, 10 + len(rows)))
    index.db.execute("pragma foreign_keys = off")  # vectors without passages
    index.db.execute("begin")
    dense.write(index.db, numbers, rows)
    index.db.execute("commit")
    matrix = held(index)
    assert matrix.numbers.tolist() == [1, 2, 3, *numbers]
    assert np.array_equal(matrix.rows[3:], rows.astype(np.float16).astype(np.float32))


def test_a_vector_that_points_nowhere_is_told(index: Index) -> None:
    index.db.execute("delete from vectors where number = 2")
    dense.write(index.db, [2], np.zeros((1, 256), dtype=np.float32))
    assert held(index).unreachable() == [2]


def test_a_cosine_can_be_asked_for_one_by_one(index: Index) -> None:
    query = index.encoder.encode(["bridge"])[0]
    both = held(index).compare(query).of([2, 1])
    assert dense.cosines(index.db, query, [2, 1]) == pytest.approx(both)
