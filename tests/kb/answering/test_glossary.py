from importlib.resources import files

from kb.answering.glossary import entries
from kb.answering.words import words


def test_every_line_of_the_glossary_has_both_languages() -> None:
    for line in files("kb.answering").joinpath("glossary.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            zh, en = line.split("\t")
            assert all(zh.split("|")), line
            assert all(en.split("|")), line


def test_the_longest_entry_stands_for_its_words() -> None:
    found = list(entries(words("hydrogen refuelling stations")))
    assert [e.positions for e in found] == [(0, 1, 2)]
    assert "加氢站" in found[0].meaning.zh


def test_a_phrase_is_found_without_its_small_words() -> None:
    asked = [w for w in words("Who are the persons in charge?") if w.text not in ("who", "are", "the", "in")]
    assert ["责任人" in e.meaning.zh for e in entries(asked)] == [True]


def test_a_word_without_an_entry_has_none() -> None:
    assert list(entries(words("parachute"))) == []
