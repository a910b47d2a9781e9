import sys
from io import BytesIO

import pytest

from corpus.errors import MissingExtra, PolicyError, UnreadableFile
from ingest.formats import ocr, read_file
from tests.ingest.formats.papers import pdf, written

WORDS = ["Clean Water Plan 2028", "The city will build 12 new plants."]


@pytest.fixture
def scan() -> bytes:
    """A picture of two lines."""
    pytest.importorskip("rapidocr", reason="the extra for scans is not installed")
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (900, 300), "white")
    for number, words in enumerate(WORDS):
        place, font = (60, 60 + 100 * number), ImageFont.load_default(40)
        ImageDraw.Draw(picture).text(place, words, fill="black", font=font)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def as_pdf(data: bytes) -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.open(BytesIO(data)).save(out, "PDF")
    return out.getvalue()


def test_a_picture_is_read_by_eye(scan: bytes) -> None:
    assert written(scan) == WORDS


def test_a_scanned_pdf_is_read_by_eye_and_says_so(scan: bytes) -> None:
    file = read_file(as_pdf(scan))
    assert file
    assert "OCR" in file[0].evidence
    assert written(as_pdf(scan)) == WORDS


def test_a_picture_that_is_cut_off_is_refused_in_one_line(scan: bytes) -> None:
    with pytest.raises(UnreadableFile, match="cut off") as caught:
        read_file(scan[:300])
    assert "\n" not in caught.value.line


def test_a_picture_is_refused_with_what_to_install_where_nothing_reads_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ocr.engine.cache_clear()
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(MissingExtra) as caught:
        read_file(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert caught.value.line.endswith("pip install 'policykb[ocr]'")


def test_a_pdf_is_refused_with_what_to_install_without_its_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtra) as caught:
        read_file(pdf(""))
    assert caught.value.line.endswith("pip install 'policykb[pdf]'")


def test_a_pdf_without_anything_on_it_is_refused() -> None:
    with pytest.raises(PolicyError, match="no text"):
        read_file(pdf("", ""))
