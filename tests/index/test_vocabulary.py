from index.vocabulary import LONGEST, NUMBERS, STEP, learn, settled

ZH = ["修建水库和大桥", "检查水库与道路", "道路和大桥的维护", "维护水库"] * 5
EN = ["build reservoirs and bridges", "inspect reservoirs and roads", "maintain roads and bridges"] * 5


def test_pieces_of_both_languages_and_whole_numbers_are_in_one_vocabulary() -> None:
    made = learn(ZH, EN, (40, 80))
    held = made.get_vocab()
    assert set(NUMBERS) <= set(held)
    assert made.encode("2027").tokens == ["2027"]
    assert "水" in held
    assert max(map(len, held)) <= LONGEST


def test_case_accents_and_width_do_not_matter() -> None:
    made = learn(ZH, EN, (40, 80))
    assert made.encode("ＢＵＩＬＤ brídges").tokens == made.encode("build bridges").tokens


def test_a_vocabulary_does_not_depend_on_the_order_the_trainer_ends_in() -> None:
    learned = [("水库", -3.0), ("大", -7.0 + 3 * STEP), ("桥", -7.0), ("路", -5.12345678901)]
    assert dict(settled(learned)) == {"水库": -3.0, "大": -7.0, "桥": -7.0, "路": -5.123457}
