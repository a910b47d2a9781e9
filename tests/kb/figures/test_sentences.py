"""Lines and sentences, each in its language."""

from kb.figures.sentences import sentences


def split(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[s.start : s.end].strip(), s.language) for s in sentences(text, language)]


def test_sentences_end_at_full_stops_of_their_language() -> None:
    text = "建设三个园区。培育10家企业。\nIt grew 3.5 percent. The rest stayed."
    assert split(text, "zh") == [
        ("建设三个园区。", "zh"),
        ("培育10家企业。", "zh"),
        ("It grew 3.5 percent.", "en"),
        ("The rest stayed.", "en"),
    ]


def test_a_line_of_bullets_falls_into_its_bullets() -> None:
    text = "Output rose 5% [1] - By 2027, it will double [2] Policy Support - A fund is planned"
    assert [words for words, _ in split(text, "en")] == [
        "Output rose 5% [1] -",
        "By 2027, it will double [2]",
        "Policy Support -",
        "A fund is planned",
    ]


def test_a_line_of_digits_keeps_the_language_of_its_text() -> None:
    assert split("12 %", "zh") == [("12 %", "zh")]
