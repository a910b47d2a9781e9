import pytest

from corpus.errors import UnreadableFile
from ingest.formats.sniffing import Format, sniff
from tests.ingest.formats.packages import docx, ofd, package
from tests.ingest.formats.papers import pdf


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf(""), Format.PDF),
        (b"From: a gateway\n" + pdf(""), Format.PDF),
        (docx(""), Format.DOCX),
        (ofd(), Format.OFD),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Format.IMAGE),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", Format.IMAGE),
        (b"RIFF\0\1\2\3WEBPVP8 ", Format.IMAGE),
        ("某市发布方案。".encode(), None),
        (b"<html><p>A %PDF-1.7 file follows</p>", None),
        (b"BMW and others will build a plant.", None),
        (b"", None),
    ],
)
def test_content_tells_the_format(data: bytes, kind: Format | None) -> None:
    assert sniff(data) == kind


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"\x1f\x8b\x08", "gzip"),
        (package({"a.txt": "x"}), "ZIP"),
        (b"PK\x03\x04cut off", "damaged"),
    ],
)
def test_what_is_known_as_unreadable_is_named_with_what_to_do(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableFile, match=what) as caught:
        sniff(data)
    assert caught.value.hint
