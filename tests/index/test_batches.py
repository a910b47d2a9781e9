import numpy as np

from index.batches import Bags, Corpus, rarity

BAGS = Bags(np.array([5, 6, 7, 8, 9, 5]), np.array([0, 2, 2, 5, 6]))


def test_bags_can_be_taken_in_any_order() -> None:
    taken = BAGS.take(np.array([2, 0, 1]))
    assert taken.pieces.tolist() == [7, 8, 9, 5, 6]
    assert taken.starts.tolist() == [0, 3, 5, 5]
    assert taken.owners.tolist() == [0, 0, 0, 1, 1]


def test_bags_can_be_cut_to_their_beginnings() -> None:
    cut = BAGS.cut(2)
    assert cut.pieces.tolist() == [5, 6, 7, 8, 5]
    assert cut.lengths.tolist() == [2, 0, 2, 1]


def test_batches_are_the_same_for_the_same_seed_and_hold_no_pair_twice() -> None:
    corpus = Corpus(BAGS, BAGS, np.full(4, 0.25))
    one, again, other = ([zh.pieces.tolist() for zh, _ in corpus.batches(5, 4, seed)] for seed in (1, 1, 2))
    assert one == again != other
    assert all(len(set(zh.starts)) <= 5 for zh, _ in corpus.batches(5, 4, 1))


def test_a_rare_piece_tells_more() -> None:
    corpus = Corpus(BAGS, BAGS, np.full(4, 0.25))
    found = rarity(corpus, 10)
    assert found[6] > found[5] >= 0.5
    assert found.argmax() < 5  # pieces that are never seen
