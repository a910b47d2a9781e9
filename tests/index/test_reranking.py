"""The head is read again and put in order; the rest, and the scores of the places, stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.errors import UnusableModel
from index.fusion import Found, shared
from index.pretrained import CrossEncoder, pin
from index.reranking import HEAD, reordered
from index.searching import Index
from tests.crossing import cross_encoder
from tests.index.documents import lines, opened, put
from tests.minilm import needs_models

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def found(number: int, dense: float) -> Found:
    return Found(number=number, language="zh", dense=dense, sentence=dense, late=dense, lexical=0.0)


def test_places_keep_their_scores() -> None:
    head = [found(1, 0.9), found(2, 0.7), found(3, 0.5)]
    moved = reordered(head, [0.1, 7.0, -2.0])
    assert [f.number for f in moved] == [2, 1, 3]
    assert [f.score for f in moved] == [f.score for f in head]
    assert shared([*moved, found(4, 0.8)], 4)[1].number == 4


def test_what_is_judged_equal_stays_as_it_was() -> None:
    head = [found(3, 0.5), found(1, 0.9), found(2, 0.5)]
    assert [f.number for f in reordered(head, [1.0, 1.0, 1.0])] == [1, 2, 3]
    assert reordered([], []) == []


class Longest:
    """Likes long passages, and notes how many it was given."""

    name = "longest"

    def __init__(self) -> None:
        self.given = 0

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        assert query
        self.given = len(texts)
        return [float(len(text)) for text in texts]


def test_the_head_alone_is_read_again(tmp_path: Path) -> None:
    rooms = [lines(f"第{n}号仓库新增货架{n}组" + "，并配齐消防设施" * (n % 3) + "。") for n in range(60)]
    with opened(tmp_path) as index:
        put(index, *rooms)
        plain = index.search("仓库 货架", 50)
        reranker = Longest()
        reading = Index(index.db, tmp_path / "index", index.encoder, reranker)
        hits = reading.search("仓库 货架", 50)
    assert reranker.given == HEAD
    assert {h.passage.id for h in hits[:HEAD]} == {h.passage.id for h in plain[:HEAD]}
    assert hits[HEAD:] == plain[HEAD:]
    lengths = [len(h.passage.text) for h in hits[:HEAD]]
    assert lengths == sorted(lengths, reverse=True)
    assert [h.score for h in hits] == [h.score for h in plain]


@needs_models
def test_a_real_cross_encoder_reads_pairs(tmp_path: Path) -> None:
    name = pin(str(cross_encoder(tmp_path / "model", "beds")))
    one, two, three = CrossEncoder(name).scores("care", ["8,000 beds are added", "养老服务", "more beds"])
    assert two < min(one, three)


@needs_models
def test_a_model_that_sorts_pairs_into_classes_is_no_reranker(tmp_path: Path) -> None:
    with pytest.raises(UnusableModel, match="3 numbers"):
        CrossEncoder(str(cross_encoder(tmp_path / "model", "beds", labels=3))).scores("a", ["b"])


@needs_models
def test_an_encoder_of_another_kind_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "x.safetensors").write_bytes(b"no")
    with pytest.raises(UnusableModel, match="cannot be read") as caught:
        CrossEncoder(str(tmp_path)).scores("a", ["b"])
    assert "\n" not in caught.value.line
