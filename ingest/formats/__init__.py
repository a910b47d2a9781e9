"""Files that are not text: their content decides who reads them, and each becomes lines of text.

A reader gives the text as it stands in the file, page after page, and the edits that turn it into lines of
text: what is printed on every page goes, lines of print are joined to paragraphs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from ingest.formats.composing import compose
from ingest.formats.sniffing import Format, sniff

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ingest.decoding import Decoded
    from ingest.markup import Page

    Read = Callable[[bytes], tuple[Decoded, Page]]


def read_file(data: bytes) -> tuple[Decoded, Page] | None:
    """Return the text of a file and the page that it becomes, None for what is a text itself.

    Raises:
        UnreadableFile: it is damaged, encrypted, or of a kind that is not read.
        MissingExtra: its reader is not installed.

    """
    kind = sniff(data)
    if kind is None:
        return None
    return READERS[kind](data)


def _pdf(data: bytes) -> tuple[Decoded, Page]:
    from ingest.formats.pdf import read_pdf

    paper = read_pdf(data)
    sheets = paper.sheets
    broken = f", {paper.damaged} of them damaged" if paper.damaged else ""
    evidence = f"the text layer of {len(sheets)} pages{broken}"
    if paper.blank:
        evidence += f", {len(paper.blank)} of them without one"
    if paper.blank and 2 * len(paper.blank) >= len(sheets):  # a cover may well be a picture
        from ingest.formats.ocr import read_scans

        sheets = read_scans(data, sheets, paper.blank)
        evidence = f"{len(paper.blank)} of {len(sheets)} pages are scans, read by OCR"
    if not any(sheet.runs for sheet in sheets):
        raise UnreadableFile("the PDF holds no text", hint="look whether it is empty")
    return compose(sheets, Format.PDF, evidence)


def _docx(data: bytes) -> tuple[Decoded, Page]:
    from ingest.formats.word import read_docx

    return read_docx(data)


def _ofd(data: bytes) -> tuple[Decoded, Page]:
    from ingest.formats.ofd import read_ofd

    sheets = read_ofd(data)
    return compose(sheets, Format.OFD, f"the text of {len(sheets)} pages")


def _image(data: bytes) -> tuple[Decoded, Page]:
    from ingest.formats.ocr import read_image

    return compose(read_image(data), Format.IMAGE, "read by OCR")


READERS: Mapping[Format, Read] = {
    Format.PDF: _pdf,
    Format.DOCX: _docx,
    Format.OFD: _ofd,
    Format.IMAGE: _image,
}
