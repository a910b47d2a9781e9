from corpus.text import Span
from ingest.script import simplify, to_simplified, to_traditional


def test_the_view_is_in_simplified_characters() -> None:
    assert simplify("醫療機構應當於三日內回覆")[0] == "医疗机构应当于三日内回复"


def test_a_span_of_the_view_leads_back_to_the_text() -> None:
    text = "計畫提出：建設產業園區，發展儲能。"
    view, way = simplify(text)
    at = view.index("产业园区")
    assert way.back(Span(at, at + 4)).cut(text) == "產業園區"


def test_simplified_and_latin_text_is_its_own_view() -> None:
    text = "本市建设 AI 园区 (2028)."
    assert simplify(text)[0] == text


def test_a_phrase_that_changes_its_length_keeps_the_way_back() -> None:
    text = "甲，" + "幺麼" * 3 + "。乙，產業園區"
    view, way = simplify(text)
    at = view.index("产业")
    assert way.new_length == len(view)
    assert "產業" in way.back(Span(at, at + 2)).cut(text)


def test_there_and_back() -> None:
    assert to_simplified(to_traditional("产业发展")) == "产业发展"
