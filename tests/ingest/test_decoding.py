import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.errors import SourceError, UndecodableText, UnreadableFile
from ingest import decode

SIMPLIFIED = "到2029年，临江县建成3个中医药产业园，带动就业1.2万人。\n第二条　本办法自发布之日起施行。"
TRADITIONAL = "到2029年，臨江縣建成3個中醫藥產業園，帶動就業1.2萬人。\n第二條　本辦法自發布之日起施行。"
ENGLISH = "The county will build three industrial parks by 2029. "


@pytest.mark.parametrize(
    "encoding", ["utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be", "utf-16", "utf-8-sig"]
)
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, SIMPLIFIED[:6], ENGLISH * 20 + TRADITIONAL])
def test_chinese_is_read_in_the_encoding_it_was_written_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_escape_sequences_of_hz_are_read() -> None:
    text = SIMPLIFIED.replace("临", "县")
    assert decode(text.encode("hz")).text == text
    assert decode(b"a ~{ b ~} c").text == "a ~{ b ~} c"


@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL[:7], ENGLISH * 20 + TRADITIONAL])
def test_big5_is_told_from_gbk(text: str) -> None:
    decoded = decode(text.encode("big5"))
    assert decoded.text == text
    assert decoded.encoding == "big5hkscs"


@pytest.mark.parametrize(
    "declared", ["utf-8", "gb2312", "big5", "iso-8859-1", "nonsense", "rot13", "unicode_escape", ""]
)
@pytest.mark.parametrize(
    ("text", "encoding"), [(SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5"), (SIMPLIFIED, "utf-8")]
)
def test_a_declared_charset_that_is_wrong_does_no_harm(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), declared).text == text


def test_a_declared_charset_helps_where_the_bytes_alone_do_not() -> None:
    text = "План развития до 2029 года"
    with pytest.raises(UndecodableText):
        decode(text.encode("cp1251"))
    assert decode(text.encode("cp1251"), "windows-1251").text == text


def test_western_text_is_read_as_windows_1252() -> None:
    text = "The county’s plan – “Healthy 2029” – costs £5m, says José."
    assert decode(text.encode("cp1252")).text == text


def test_a_few_bad_bytes_are_marked_and_the_rest_is_read() -> None:
    good = (SIMPLIFIED * 20).encode()
    at = good.index("医".encode())
    decoded = decode(good[:at] + b"\xff" + good[at + 1 :])
    assert decoded.encoding == "utf-8"
    assert "中\ufffd" in decoded.text
    assert decoded.text.endswith(SIMPLIFIED)
    assert "bad places" in decoded.evidence


def test_a_file_cut_within_a_character_is_read() -> None:
    assert decode((SIMPLIFIED * 5).encode()[:-1]).encoding == "utf-8"
    assert decode((SIMPLIFIED * 5).encode("gb18030")[:-1]).encoding == "gb18030"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"PK\x03\x04rest", b"\x89PNG\r\n", bytes(range(256)) * 9, b"\0" * 40]
)
def test_what_is_no_text_is_refused_with_a_line_that_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as error:
        decode(data)
    assert "\n" not in error.value.line


@pytest.mark.parametrize("data", [b"", b"\n", b"plain", codecs.BOM_UTF8])
def test_little_is_read_as_little(data: bytes) -> None:
    assert decode(data).text == data.decode("utf-8-sig")


@given(st.binary(max_size=400), st.sampled_from([None, "gbk", "shift_jis", "hex", "utf-16"]))
@example(b"\xff\xfe\x00", None)
def test_any_bytes_become_text_or_one_clear_line(data: bytes, declared: str | None) -> None:
    try:
        said = decode(data, declared).evidence
    except SourceError as error:
        said = error.line
    assert said
    assert "\n" not in said


@given(st.text(max_size=80))
def test_utf_8_is_always_recognised(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    if b"\0" not in data and not data.startswith((b"PK\x03\x04", codecs.BOM_UTF8)):
        assert decode(data).encoding == "utf-8"
