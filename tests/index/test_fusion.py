from hypothesis import given
from hypothesis import strategies as st

from index.fusion import Found, shared


def found(number: int, language: str, late: float, lexical: float = 0.0) -> Found:
    return Found(number=number, language=language, dense=0.5, sentence=0.5, late=late, lexical=lexical)


some = st.builds(found, st.integers(0, 500), st.sampled_from(["zh", "en", "fr"]), st.floats(0, 1))


def test_every_sign_raises_the_score() -> None:
    assert found(1, "zh", 0.5).score < found(1, "zh", 0.6).score
    assert found(1, "zh", 0.5).score < found(1, "zh", 0.5, lexical=3.0).score
    assert 0 <= found(1, "zh", 0.5, lexical=1e9).score <= 1


def test_one_language_never_hides_the_other() -> None:
    strong = [found(n, "zh", 0.9) for n in range(50)]
    weak = [found(100 + n, "en", 0.1) for n in range(50)]
    chosen = shared(strong + weak, 12)
    assert [f.language for f in chosen].count("en") == 2
    assert [f.language for f in chosen].count("zh") == 10


def test_a_language_without_passages_takes_no_room() -> None:
    assert len(shared([found(n, "zh", 0.9) for n in range(50)], 12)) == 12
    assert shared([], 12) == []


@given(st.lists(some, unique_by=lambda f: f.number), st.integers(1, 20))
def test_the_best_come_first_and_in_any_order_of_arrival(all_found: list[Found], limit: int) -> None:
    chosen = shared(all_found, limit)
    assert len(chosen) == min(limit, len(all_found))
    assert [f.score for f in chosen] == sorted((f.score for f in chosen), reverse=True)
    assert chosen == shared(all_found[::-1], limit)
    if all_found:
        assert chosen[0].score == max(f.score for f in all_found)
