import pytest

from corpus.records import Document
from kb.witness import suggest, view
from tests.kb.documents import read_one

WHOLE = """某市海洋产业行动方案
到2028年，全市海洋生产总值达到一千二百亿元，建成国家级示范园区三个，培育龙头企业十家。
支持渔港升级改造，带动渔民转产，发展休闲渔业和深远海养殖，推广海洋牧场建设经验。
"""


def damaged(*words: str, text: str = WHOLE) -> Document:
    for each in words:
        assert each in text
        text = text.replace(each, "\ufffd" * len(each))
    return read_one(text, "damaged.txt")


def test_a_clean_twin_suggests_what_was_lost_and_shows_where_it_has_it() -> None:
    document, twin = damaged("示范"), read_one(WHOLE)
    [found] = suggest(document, [document, twin])
    assert found.text == "示范"
    assert found.place.cut(document.text) == "\ufffd\ufffd"
    assert found.quote.document == twin.id
    assert "国家级示范园区" in found.quote.text
    assert found.quote.span.cut(twin.text) == found.quote.text


def test_the_document_itself_stays_as_it_is() -> None:
    document = damaged("示范")
    before = document.text
    suggest(document, [read_one(WHOLE)])
    assert document.text == before
    assert "\ufffd" in document.text


def test_a_witness_in_the_other_script_has_the_words_in_its_own() -> None:
    traditional = read_one(WHOLE.replace("示范", "示範").replace("国家级", "國家級").replace("园区", "園區"))
    [found] = suggest(damaged("示范"), [traditional])
    assert found.text == "示範"


def test_places_with_next_to_nothing_between_them_are_one() -> None:
    [found] = suggest(damaged("示范", "区三"), [read_one(WHOLE)])
    assert found.text == "示范园区三"


def test_witnesses_that_disagree_are_all_heard() -> None:
    other = read_one(WHOLE.replace("示范", "创新"), "b.txt")
    found = suggest(damaged("示范"), [read_one(WHOLE), other])
    assert {each.text for each in found} == {"示范", "创新"}


@pytest.mark.parametrize(
    "witness",
    [
        WHOLE.replace("示范", "\ufffd范"),
        "另一市的方案\n到2028年，建成国家级示范基地五个，与此无关的内容还有很多，不再一一列举。\n",
        WHOLE.replace("国家级示范园区", "国家级示范" + "和试点" * 30 + "园区"),
    ],
)
def test_a_witness_that_lacks_the_passage_suggests_nothing(witness: str) -> None:
    assert suggest(damaged("示范"), [read_one(witness)]) == ()


def test_a_whole_document_needs_no_witness() -> None:
    assert suggest(read_one(WHOLE), [read_one(WHOLE + "补充说明如下。\n")]) == ()


def test_the_view_keeps_the_place_of_every_character() -> None:
    assert view("國家級，１２") == "国家级,12"
