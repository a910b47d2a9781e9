import json
import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.text import apply, undo
from ingest import repair

CASES_FOLDER = Path(__file__).parents[1] / "cases"


def rows(name: str) -> list[dict[str, str]]:
    text = (CASES_FOLDER / name).read_text(encoding="utf-8")
    return [
        json.loads(line) for line in text.split("\n") if line
    ]  # not splitlines: garbled text holds U+0085


CASES = rows("repair.jsonl")
CLEAN = [row["text"] for row in rows("repair_clean.jsonl")]


@pytest.mark.parametrize("case", [c for c in CASES if "lost" not in c], ids=lambda c: c["label"])
def test_what_is_all_there_is_restored_exactly(case: dict[str, str]) -> None:
    repaired = repair(case["raw"])
    assert repaired.text == case["clean"]
    assert repaired.lost == ()


@pytest.mark.parametrize("case", [c for c in CASES if "lost" in c], ids=lambda c: c["label"])
def test_of_what_is_lost_in_part_the_rest_comes_back_and_nothing_is_invented(case: dict[str, str]) -> None:
    repaired = repair(case["raw"])
    blocks = SequenceMatcher(None, repaired.text, case["clean"], autojunk=False).get_matching_blocks()
    back = sum(block.size for block in blocks)
    lost = sum(len(span) for span in repaired.lost)
    assert back > 0.6 * len(case["clean"])
    assert lost
    assert back + lost == len(repaired.text)


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_gets_no_edit(text: str) -> None:
    assert repair(text).edits == ()


def test_clean_lines_in_one_document_get_no_edit() -> None:
    assert repair("\n".join(CLEAN)).edits == ()


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["label"])
def test_every_repair_can_be_undone(case: dict[str, str]) -> None:
    repaired = repair(case["raw"])
    before = [case["raw"][edit.start : edit.end] for edit in repaired.edits]
    assert undo(repaired.text, repaired.way, before) == case["raw"]
    assert apply(case["raw"], repaired.edits) == (repaired.text, repaired.way)


def test_garbled_paragraphs_are_repaired_beside_clean_ones() -> None:
    """Brackets are judged by the whole document, so those cases stand elsewhere."""
    cases = [case for case in CASES if "lost" not in case and "(" not in case["raw"]]
    raw = "\n".join(row for case, text in zip(cases, CLEAN * 3, strict=False) for row in (text, case["raw"]))
    clean = "\n".join(
        row for case, text in zip(cases, CLEAN * 3, strict=False) for row in (text, case["clean"])
    )
    assert repair(raw).text == clean


def test_an_edit_leads_back_to_the_characters_of_one_unit() -> None:
    raw = "计划：å›½å®¶åŒ»ç–—"
    repaired = repair(raw)
    at = repaired.text.index("家")
    assert repaired.text == "计划：国家医疗"
    assert [(raw[e.start : e.end], e.after) for e in repaired.edits][1] == ("å®¶", "家")
    assert repaired.way.raw_starts[1] == raw.index("å®¶")
    assert repaired.text[at] == "家"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("锟斤拷锟叫伙拷2030年", ["锟斤拷锟叫伙拷"]),
        ("到2030年\ufffd\ufffd，全\ufffd建成", ["\ufffd\ufffd", "\ufffd"]),
        ("全县???建成", ["???"]),
        ("真的吗??? 是的", []),
    ],
)
def test_what_is_lost_is_marked_with_its_place(text: str, places: list[str]) -> None:
    repaired = repair(text)
    assert [span.cut(repaired.text) for span in repaired.lost] == places


GARBAGE = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "政府產業發展，。《》（）?()&#;%\\u0123abé¨ÃÂâ€œ"
            "\ufffd\u200b\xad\n yīǐ锟斤拷９．％鍒涓ㄛ勤\ue001⼀"
        ),
        st.characters(),
    ),
    max_size=60,
)
PIECES = st.lists(
    st.one_of(GARBAGE, st.sampled_from([case["raw"] for case in CASES]), st.sampled_from(CLEAN)), max_size=4
)


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES, st.sampled_from(["", "\n", "，", " "]))
def test_any_text_is_repaired_by_edits_that_can_be_undone(pieces: list[str], between: str) -> None:
    raw = between.join(pieces)
    repaired = repair(raw)
    assert apply(raw, repaired.edits) == (repaired.text, repaired.way)
    assert undo(repaired.text, repaired.way, [raw[e.start : e.end] for e in repaired.edits]) == raw
    assert all(edit.after != raw[edit.start : edit.end] for edit in repaired.edits)
    assert all(span.end <= len(repaired.text) for span in repaired.lost)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["label"])
def test_what_was_repaired_needs_no_repair(case: dict[str, str]) -> None:
    assert repair(repair(case["raw"]).text).edits == ()


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.characters(codec="ascii", exclude_characters="&%\\\x7f", min_codepoint=32)))
def test_plain_english_is_never_touched(text: str) -> None:
    assert repair(text).edits == ()


def test_no_regular_expression_meets_a_text_that_makes_it_slow() -> None:
    """Each of these once was, or might be, a trap; all together take well under the time limit of a test."""
    for piece in (
        "&amp;",
        "%E4",
        "\\u4e00",
        "(yī)",
        "業(yè)",
        "?qǐng)",
        "锟",
        "\ufffd",
        "å",
        "å›½",
        "鍥",
        "１，",
        "１．",
        "é",
    ):
        repair(piece * 20_000)


def test_the_kinds_of_edits_name_what_happened() -> None:
    kinds = {edit.kind for case in CASES for edit in repair(case["raw"]).edits}
    assert all(re.fullmatch(r"[a-z0-9:>_+-]+", kind) for kind in kinds)
    assert {
        "pinyin",
        "pinyin:shift",
        "mojibake:utf8>cp1252",
        "mojibake:gbk>cp1252",
        "width",
        "kangxi",
    } <= kinds
