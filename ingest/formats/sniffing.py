"""What a file is, told by its content: names lie, and downloads often have none.

A text has no format here: it is decoded. Whatever is known and cannot be read is refused with what to do.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from corpus.errors import UnreadableFile
from ingest.formats.archives import names


class Format(StrEnum):
    """The formats that have a reader of their own."""

    PDF = "pdf"
    DOCX = "docx"
    OFD = "ofd"
    IMAGE = "image"


PDF_MARK: Final = re.compile(rb"%PDF-\d")
"""Mail gateways put lines before it: it counts within the first kilobyte."""
ZIP: Final = b"PK\x03\x04"
IMAGES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*")
WEBP: Final = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
MEMBERS: Final = {"word/document.xml": Format.DOCX, "OFD.xml": Format.OFD}
REFUSED: Final = (
    (
        b"\xd0\xcf\x11\xe0",
        "an old or locked Office or WPS file",
        "save it as DOCX or PDF, without a password",
    ),
    (b"{\\rtf", "an RTF file", "save it as DOCX or PDF"),
    (b"Rar!", "a RAR archive", "unpack it and add what it holds"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it and add what it holds"),
    (b"\x1f\x8b", "a gzip archive", "unpack it and add what it holds"),
)
"""How files begin that people do come with and that are not read."""


def sniff(data: bytes) -> Format | None:
    """Return the format of a file, None for a text; raises UnreadableFile for what is known as unreadable."""
    for mark, what, hint in REFUSED:
        if data.startswith(mark):
            raise UnreadableFile(f"this is {what}", hint=hint)
    if data.startswith(ZIP):
        return _packed(data)
    if (data.startswith(IMAGES) and b"\0" in data[:64]) or WEBP.match(data):
        return Format.IMAGE
    return Format.PDF if PDF_MARK.search(data[:1024]) and not _is_page(data[:1024]) else None


def _packed(data: bytes) -> Format:
    """Tell a package of XML by the part that all of its kind have."""
    members = names(data)
    for member, kind in MEMBERS.items():
        if member in members:
            return kind
    if "xl/workbook.xml" in members:
        raise UnreadableFile("this is an Excel file", hint="save each of its sheets as CSV")
    raise UnreadableFile("this is a ZIP archive", hint="unpack it and add what it holds")


def _is_page(head: bytes) -> bool:
    """Whether a text about PDF files, or a page, stands there and not a PDF file."""
    return not PDF_MARK.match(head.lstrip(b"\xef\xbb\xbf \t\r\n\0")) and b"\n%PDF-" not in head
