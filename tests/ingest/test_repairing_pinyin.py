import re
from collections.abc import Callable
from unicodedata import normalize

import pytest

from ingest import repair
from ingest.repairing.readings import toneless
from tests.garbling import annotate, dropped, misread, reading_table, replaced, swallowed
from tests.shared import SHARED, needs_shared

TEXT = """臨江縣衛生局關於印發《鄉鎮衛生院設備更新辦法》的通知
各鄉鎮人民政府，縣屬各單位：
為落實縣委、縣政府關於加強基層醫療衛生服務能力建設的部署，縣衛生局會同財政局、發展改革局制定本辦法。
一、總體目標。到2029年，全縣18所鄉鎮衛生院的檢驗、影像、急救設備全部更新，群眾滿意度達到92%以上。
二、資金來源。設備購置費用由省財政承擔60%，市、縣財政分別承擔25%和15%，不得向個人攤派。
三、組織實施。各單位應當在45日內報送設備清單，經審核後納入採購計劃；逾期未報的，視為放棄。
四、監督檢查。對虛報、冒領、挪用專項資金的，依法追究責任，並將結果向社會公開。
"""
READERS = pytest.mark.parametrize("shown", [swallowed, replaced, dropped])


@READERS
def test_a_text_that_a_converter_glossed_is_restored(shown: Callable[[bytes], str]) -> None:
    garbled = annotate(TEXT, reading_table(TEXT), shown)
    assert garbled.count("(") > 90
    assert repair(garbled).text == TEXT


@READERS
def test_a_table_of_a_few_characters_is_enough(shown: Callable[[bytes], str]) -> None:
    garbled = annotate(TEXT, reading_table("縣衛設備"), shown)
    assert repair(garbled).text == TEXT


def escaped(reading: str) -> str:
    return "".join(c if c.isascii() else f"&#{ord(c)};" for c in reading)


@pytest.mark.parametrize(
    "style",
    [
        lambda reading: f"({reading} )",
        lambda reading: f"({reading.replace('g', 'ɡ')})",
        lambda reading: f"（{reading}）",
        lambda reading: f"({escaped(reading)})",
        lambda reading: f"({normalize('NFD', reading)})",
        lambda reading: f"({reading.encode().decode('latin-1')})",
        lambda reading: f"({misread(reading, 'utf-8', 'cp1252')})",
        lambda reading: f"({misread(reading, 'gbk', 'latin-1')})",
        lambda reading: f"({re.sub('[^a-z]', '?', reading)})",
        lambda reading: f"({re.sub('[^a-z]', '', reading)})",
        lambda reading: f"({toneless(reading)})",
        lambda reading: f"({toneless(reading)})" * 2,
        lambda reading: f"({toneless(reading)}3)",
    ],
    ids=[
        "a space", "a foreign g", "wide brackets", "escaped", "combining marks", "read as Latin-1",
        "read as Windows-1252", "GBK read as Latin-1", "question marks", "no vowels", "no tones", "twice",
        "numbers",
    ],
)  # fmt: skip
def test_glosses_of_every_style_are_removed(style: Callable[[str], str]) -> None:
    table = {c: style(reading) for c, reading in reading_table(TEXT).items() if re.search("[a-z]", reading)}
    garbled = "".join(c + table.get(c, "") for c in TEXT)
    assert repair(garbled).text == TEXT


@READERS
@pytest.mark.parametrize(("cut", "within"), [("請", "日報訊"), ("報", "大報告"), ("龍", "體育場地")])
def test_a_character_cut_in_two_is_put_together(cut: str, within: str, shown: Callable[[bytes], str]) -> None:
    text = TEXT + within + "，縣衛生局發布"
    garbled = annotate(text, reading_table(text) | reading_table(cut), shown)
    assert repair(garbled).text == text


def test_garbling_the_restored_text_again_gives_the_page() -> None:
    table = reading_table(TEXT + "請")
    page = annotate(TEXT + "日報訊，發展。", table, swallowed)
    assert annotate(repair(page).text, table, swallowed) == page


def test_a_gloss_for_readers_stays_in_a_text_that_a_converter_glossed() -> None:
    text = TEXT + "安徽省亳(bó)州市位於皖西北。"
    assert repair(annotate(text, reading_table(TEXT), swallowed)).text == text


def test_brackets_that_are_no_readings_stay() -> None:
    text = TEXT + "（一）縣城(含郊區)；(二)附件(a)；世界衛生組織(WHO)；是否施行？(是的)"
    assert repair(annotate(text, reading_table(TEXT), swallowed)).text == text


def test_every_bracket_is_an_edit_of_its_own() -> None:
    garbled = annotate(TEXT, reading_table(TEXT), swallowed)
    glosses = [edit for edit in repair(garbled).edits if edit.kind == "pinyin"]
    assert all(garbled[edit.start] == "(" and garbled[edit.end - 1] == ")" for edit in glosses)
    assert all(edit.after == "" for edit in glosses)


def test_a_half_that_no_reading_tells_of_is_marked_as_lost() -> None:
    page = annotate(TEXT, reading_table(TEXT), swallowed) + "縣(xiàn)衛(wèi)生局規(guī)?？刂鴺(biāo)準(zhǔn)"
    repaired = repair(page)
    assert repaired.text.startswith(TEXT)


@needs_shared
def test_the_garbled_repost_is_restored_and_garbling_it_again_gives_it_byte_for_byte() -> None:
    page = (SHARED / "seeds" / "001_garbled_repost.txt").read_text(encoding="utf-8")
    repaired = repair(page)
    glosses = [edit for edit in repaired.edits if edit.kind == "pinyin"]
    table = {page[edit.start - 1]: page[edit.start + 1 : edit.end - 1] for edit in glosses}
    table |= reading_table("報") | reading_table("請")
    assert len(glosses) == 381
    assert annotate(repaired.text, table, swallowed) == page
