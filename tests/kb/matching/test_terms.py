"""Content words of a text."""

from kb.matching.terms import pairs, terms, weight


def test_function_words_and_numbers_are_no_terms() -> None:
    assert [t.key for t in terms("By 2027 the number of reservoirs")] == ["number", "reservoir"]
    assert terms("到2027年达到500件") == ()


def test_generic_words_weigh_little() -> None:
    assert weight("reservoirs") == 1.0
    assert weight("reach") < 0.5
    assert weight("建设") < 0.5


def test_traditional_and_simplified_give_the_same_terms() -> None:
    assert terms("醫療器械注冊") == terms("医疗器械注册")


def test_neighbours_are_taken_together() -> None:
    assert pairs("offshore wind capacity") == ("offshore wind", "wind capacity")


def test_words_of_one_meaning_share_a_key() -> None:
    assert terms("low-altitude companies")[-1].key == terms("236 enterprises")[-1].key
    assert terms("older visitors")[0].key == terms("elderly people")[0].key
    assert terms("stations")[0].key != terms("hospitals")[0].key
