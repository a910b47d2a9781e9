import random
from collections.abc import Callable
from difflib import SequenceMatcher

import pytest

from corpus.text import apply, undo
from ingest import repair
from ingest.repairing.codepages import NARROW
from tests.garbling import dropped, misread, swallowed
from tests.ingest.test_repairing import CASES, CLEAN

TEXT = """《雁門縣水利設施更新辦法》自2027年5月1日起施行。
各鄉鎮人民政府應當在30個工作日內報送改造清單，由縣水利局會同財政局審核。
到2029年，全縣新建水庫12座，灌溉面積達到8.6萬畝，農業用水量下降15%以上。
對按期完成的單位，按實際投入的40%給予補助，最高不超過200萬元。"""
PLAIN = """《雁门县水利设施更新办法》自2027年5月1日起施行。
各乡镇人民政府应当在30个工作日内报送改造清单，由县水利局会同财政局审核。
到2029年，全县新建水库12座，灌溉面积达到8.6万亩，农业用水量下降15%以上。
对按期完成的单位，按实际投入的40%给予补助，最高不超过200万元。"""
WRITTEN = {"utf-8": PLAIN, "gbk": PLAIN, "big5": TEXT}
HAVING_ALL = [page.name for page in NARROW if page.name not in ("cp1253", "cp1257", "cp874", "cp1258")]
"""The encodings whose undefined bytes all lie where browsers show a control character."""


@pytest.mark.parametrize("taken", HAVING_ALL)
@pytest.mark.parametrize("meant", WRITTEN)
def test_chinese_read_in_a_narrow_encoding_is_restored_exactly(meant: str, taken: str) -> None:
    repaired = repair(misread(WRITTEN[meant], meant, taken))
    assert repaired.text == WRITTEN[meant]
    assert repaired.lost == ()


@pytest.mark.parametrize("title", ["通知", "附件一", "总体要求", "人民政府", "重点任务（一）"])
@pytest.mark.parametrize("taken", ["latin-1", "cp1252", "cp437", "mac-roman"])
def test_a_title_that_stands_alone_is_restored(title: str, taken: str) -> None:
    page = f"{misread(title, 'gbk', taken)}\n{PLAIN}"
    assert repair(page).text == f"{title}\n{PLAIN}"


@pytest.mark.parametrize(
    ("meant", "taken", "back"),
    [
        ("utf-8", "cp1252", 0.9),
        ("utf-8", "cp1251", 1.0),
        ("utf-8", "cp1254", 0.85),
        ("utf-8", "gbk", 0.88),
        ("utf-8", "gb18030", 0.88),
        ("utf-8", "cp932", 0.85),
        ("utf-8", "cp949", 0.6),
        ("gbk", "big5", 0.93),
        ("gbk", "cp949", 0.93),
        ("gbk", "euc_jp", 0.8),
        ("gbk", "cp932", 0.85),
        ("big5", "gbk", 0.72),
        ("big5", "cp932", 0.9),
    ],
)
def test_of_what_was_replaced_much_comes_back_and_nothing_is_wrong(
    meant: str, taken: str, back: float
) -> None:
    clean = WRITTEN[meant]
    repaired = repair(misread(clean, meant, taken, "replace"))
    blocks = SequenceMatcher(None, repaired.text, clean, autojunk=False).get_matching_blocks()
    found = sum(block.size for block in blocks)
    assert found >= back * len(clean)
    assert found + sum(map(len, repaired.lost)) == len(repaired.text)


def escaped(encoding: str, byte: str) -> Callable[[str], str]:
    """Escape every byte beyond ASCII."""

    def escape(text: str) -> str:
        return "".join(
            c if c.isascii() else "".join(byte.format(b) for b in c.encode(encoding)) for c in text
        )

    return escape


STYLES = {
    "percent": "%{:02X}",
    "percent, lower case": "%{:02x}",
    "hex": "\\x{:02x}",
    "octal": "\\{:03o}",
    "quoted-printable": "={:02X}",
    "entities": "&#{};",
    "hexadecimal entities": "&#x{:x};",
    "units": "\\u00{:02x}",
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_bytes_escaped_one_by_one_are_restored(encoding: str, style: str) -> None:
    assert repair(escaped(encoding, STYLES[style])(PLAIN)).text == PLAIN


@pytest.mark.parametrize("number", ["\\u{{{:x}}}", "\\u{:04x}", "%u{:04X}", "&#{};", "&amp;#x{:X};", "&#{}"])
def test_characters_escaped_one_by_one_are_restored(number: str) -> None:
    escape = "".join(c if c.isascii() else number.format(ord(c)) for c in PLAIN.replace("。", ""))
    assert repair(escape).text == PLAIN.replace("。", "")


def test_quoted_printable_with_soft_breaks_is_restored() -> None:
    escape = escaped("utf-8", "={:02X}")(PLAIN.replace("\n", ""))
    cut = "=\n".join(escape[at : at + 72] for at in range(0, len(escape), 72))
    assert repair(cut).text == PLAIN.replace("\n", "")


def test_named_entities_of_misread_chinese_are_restored() -> None:
    from html.entities import codepoint2name as names

    shown = misread(PLAIN, "utf-8", "latin-1")
    escape = "".join(f"&{names[ord(c)]};" if ord(c) in names and not c.isascii() else c for c in shown)
    assert repair(escape).text == PLAIN


def test_unseen_characters_are_removed_between_figures_too() -> None:
    assert repair("\u200b".join(PLAIN)).text == PLAIN


def test_what_only_words_tell_is_less_certain() -> None:
    repaired = repair(misread(TEXT, "big5", "gbk", "replace"))
    assert {edit.confidence for edit in repaired.edits} == {0.8, 1.0}


def test_a_long_line_takes_time_in_proportion() -> None:
    """The limit of a test is far below what anything quadratic would take."""
    for meant, taken in (("big5", "gbk"), ("utf-8", "gbk"), ("gbk", "cp1251"), ("utf-8", "cp1252")):
        line = misread(WRITTEN[meant].replace("\n", ""), meant, taken, "replace")
        assert len(repair(line * 40).text) > 100


WAYS: list[Callable[[str], str]] = [
    lambda text: text,
    lambda text: misread(text, "utf-8", "cp1252"),
    lambda text: misread(text, "utf-8", "gbk", "replace"),
    lambda text: misread(text, "gb18030", "big5", "ignore"),
    lambda text: misread(text, "gb18030", "cp949", "replace"),
    lambda text: swallowed(text.encode("gbk", "ignore")),
    lambda text: dropped(text.encode("gbk", "ignore")[1:]),
    escaped("utf-8", "%{:02X}"),
    escaped("utf-8", "&#{};"),
]


@pytest.mark.parametrize("seed", range(8))
def test_texts_garbled_and_broken_in_any_way_are_repaired_by_edits_that_can_be_undone(seed: int) -> None:
    """A hundred thousand of these were run once; a few dozen stay."""
    chance = random.Random(seed)
    sources = [*PLAIN.split("\n"), *TEXT.split("\n"), *CLEAN, *(case["raw"][:120] for case in CASES)]
    for _ in range(40):
        raw = chance.choice(WAYS)(chance.choice(WAYS)(chance.choice(sources)[:80]))[:600]
        for _ in range(chance.choice((0, 1, 6))):
            at = chance.randrange(len(raw) + 1)
            raw = raw[:at] + chr(chance.choice((63, 65533, chance.randrange(0x3000, 0xA000)))) + raw[at + 1 :]
        repaired = repair(raw)
        assert apply(raw, repaired.edits) == (repaired.text, repaired.way)
        assert undo(repaired.text, repaired.way, [raw[e.start : e.end] for e in repaired.edits]) == raw
