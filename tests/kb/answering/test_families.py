from kb.answering.families import families_of, family_of, hinted, unit_at


def test_units_belong_to_what_they_measure() -> None:
    assert family_of("CNY/kg") == "money"
    assert family_of("workday") == "time"
    assert family_of("lightyear") == "other"


def test_class_hours_are_counted_and_are_time() -> None:
    assert families_of("count", "学时") == {"count", "time"}


def test_the_unit_behind_the_asking_words_is_read() -> None:
    assert unit_at("多少个工作日", 2) == ("time", 6)
    assert unit_at("how many parks", 8) is None
    assert unit_at("how large in square meters", 9) == ("area", 26)


def test_the_name_of_a_thing_hints_at_its_unit() -> None:
    assert "share" in hinted("覆盖率是多少")
    assert "share" not in hinted("效率如何")
    assert "money" in hinted("what revenue")
