from kb.answering.words import LITTLE, grades, key, weight, words


def test_words_of_both_scripts_are_found_with_their_places() -> None:
    text = "用AI辅助診斷"
    assert [(w.text, text[w.start : w.end]) for w in words(text)][1] == ("ai", "AI")
    assert words(text)[-1].text == "诊断"


def test_forms_of_one_word_share_a_key() -> None:
    assert key("registrations") == key("registration")
    assert key("catalogue") == key("catalog")
    assert key("bus") != key("business")


def test_a_class_is_one_word_in_both_languages() -> None:
    assert (
        words("第三类器械")[0].key == words("Class III device")[0].key == words("third-class device")[0].key
    )


def test_grammar_weighs_nothing_and_the_words_of_every_plan_little() -> None:
    weights = {w.text: weight(w) for w in words("the plan for harbours")}
    assert weights["the"] == 0
    assert weights["plan"] == LITTLE
    assert max(weights.values()) == 1


def test_a_single_character_tells_only_if_it_is_a_noun() -> None:
    assert weight(words("拿")[0]) == LITTLE
    assert weight(words("茶")[0]) == 1


def test_a_number_with_its_counter_tells_little() -> None:
    assert {weight(w) for w in words("一座")} <= {0.0, LITTLE}


def test_a_guessed_word_is_parted_from_the_little_words_at_its_edges() -> None:
    assert [w.text for w in words("贵州算力券每家公司一年最多领多少")][-3:] == ["最多", "领", "多少"]
    assert "营收" in {w.text for w in words("营收超50亿元")}


def test_what_is_not_something_is_a_word_of_its_own() -> None:
    assert [w.text for w in words("urban non-private units")] == ["urban", "non-private", "units"]


def test_grades_of_different_kinds_are_told_apart() -> None:
    assert grades(words("完成Ⅱ期试验的3类产品，二档")) == {"p2", "k3", "t2"}
    assert grades(words("Phase Two trials, Class 3, second-tier")) == {"p2", "k3", "t2"}
