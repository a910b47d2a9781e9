"""DOCX: paragraphs with their automatic numbers, tables as rows; what is hidden or deleted is not text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from corpus.errors import UnreadableFile
from corpus.text import Edit
from ingest.decoding import Decoded
from ingest.formats.archives import Element, Package
from ingest.formats.numbering import Numbering
from ingest.formats.styles import Styles
from ingest.markup import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENT: Final = "word/document.xml"
LONGEST_CELL: Final = 400  # a table with a longer cell lays the page out
LONGEST_LABEL: Final = 60  # what reaches over several rows is said in each, if it is no longer
SKIPPED: Final = frozenset(
    "del moveFrom rPr pPr instrText delText fldData pict Fallback sectPr tblPr trPr tcPr".split()
)
"""Parts of a paragraph that are no text of it: what was deleted, codes of fields, older twins of drawings."""
MARKS: Final = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
CONTENTS: Final = re.compile(r"^[^\n]{1,100}[.…· \t]\d{1,4}$")
BLANK: Final = re.compile(r"[^\S\n]{2,}")


def read_docx(data: bytes) -> tuple[Decoded, Page]:
    """Return the text of a DOCX file, a paragraph or a row of a table a line; raises UnreadableFile."""
    package = Package(data)
    root = package.xml(DOCUMENT)
    body = root.first("body")
    if body is None:
        raise UnreadableFile("the DOCX file has no body", hint="download it again")
    writer = _Writer(_part(package, "word/numbering.xml"), _part(package, "word/styles.xml"))
    lines = [*writer.blocks(body), *writer.notes(_part(package, "word/footnotes.xml"))]
    text = "".join(f"{line}\n" for line, _ in lines)
    page = Page("docx", edits=tuple(_without_contents(lines)))
    return Decoded(text, "docx", "the paragraphs of a DOCX file"), page


def _part(package: Package, member: str) -> Element | None:
    return package.xml(member) if member in package.members else None


def _without_contents(lines: list[tuple[str, bool]]) -> Iterator[Edit]:
    """Yield the edits that drop a table of contents; `lines` say of themselves whether they are of one."""
    at = 0
    for line, listed in lines:
        if listed:
            yield Edit(at, at + len(line) + 1, "", "boilerplate:contents")
        at += len(line) + 1


class _Writer:
    """Writes the lines of a document, and counts its lists."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self.numbering = Numbering(numbering)
        self.styles = Styles(styles)

    def blocks(self, holder: Element) -> Iterator[tuple[str, bool]]:
        """Yield the lines of a body, a cell or a box, and of each whether it is of a table of contents."""
        for element in holder.children:
            if element.name == "p":
                yield from self.paragraph(element)
            elif element.name == "tbl":
                yield from ((row, False) for row in self.table(element))
            elif element.name not in SKIPPED:  # wrappers: fields of forms, custom XML, inserted text
                yield from self.blocks(element)

    def notes(self, root: Element | None) -> Iterator[tuple[str, bool]]:
        """Yield the footnotes, which stand behind the text."""
        for note in root.each("footnote") if root else ():
            if note.get("type") in (None, "normal"):
                yield from self.blocks(note)

    def paragraph(self, element: Element) -> Iterator[tuple[str, bool]]:
        """Yield the lines of a paragraph; boxes that hang on it come before it."""
        for box in _boxes(element):
            yield from self.blocks(box)
        number = self.styles.number(element)
        text = BLANK.sub(lambda gap: gap[0][:1], "".join(self.pieces(element, element))).strip()
        if not text:
            return
        label = self.numbering.label(number.list, number.level) if number else ""
        listed = bool(CONTENTS.match(text)) and self.is_listed(element)
        for line in (label + text).split("\n"):
            if line.strip():
                yield line.strip(), listed

    def pieces(self, element: Element, paragraph: Element) -> Iterator[str]:
        """Yield the characters of a paragraph or of a part of it."""
        for child in element.children:
            if child.name in SKIPPED or child.name in ("txbxContent", "tbl"):
                continue
            if child.name == "t":
                yield child.text
            elif child.name in MARKS:
                yield MARKS[child.name]
            elif child.name != "r" or not self.styles.is_hidden(child, paragraph):
                yield from self.pieces(child, paragraph)

    def is_listed(self, paragraph: Element) -> bool:
        """Whether a paragraph is of a table of contents: by its style, or as it asks for a page's number."""
        codes = "".join(code.text for code in paragraph.all("instrText"))
        return "PAGEREF" in codes or self.styles.name(paragraph).startswith("toc ")

    def table(self, element: Element) -> Iterator[str]:
        """Yield a table as rows of cells, or as lines where it lays out the page."""
        rows = list(_grid(element))
        written = {
            id(cell): [line for line, _ in self.blocks(cell)]
            for row in rows
            for cell, again in row
            if not again
        }
        longest = max((sum(map(len, lines)) for lines in written.values()), default=0)
        if longest > LONGEST_CELL or max(map(len, rows), default=0) < 2:
            yield from (line for lines in written.values() for line in lines)
            return
        for row in rows:
            texts = [" ".join(written[id(cell)]).replace("\t", " ") for cell, _ in row]
            again = [
                repeated and len(text) > LONGEST_LABEL for text, (_, repeated) in zip(texts, row, strict=True)
            ]
            if any(texts):
                yield "\t".join("" if drop else text for text, drop in zip(texts, again, strict=True))


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, also those that a field of a form holds."""
    for child in table.children:
        if child.name == "tr":
            yield child
        elif child.name in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _rows(child)


def _grid(table: Element) -> Iterator[list[tuple[Element, bool]]]:
    """Yield the cells of each row; one that reaches into further rows stands there again, marked so."""
    above: dict[int, Element] = {}
    for row in _rows(table):
        cells = []
        at = 0
        for cell in _cells(row):
            merged = cell.first("tcPr", "vMerge")
            again = merged is not None and merged.get("val") != "restart" and at in above
            above[at] = above[at] if again else cell
            cells.append((above[at], again))
            span = cell.first("tcPr", "gridSpan")
            width = (span.get("val") or "" if span else "")[:3]
            at += int(width) if width.isdecimal() else 1
        yield cells


def _cells(row: Element) -> Iterator[Element]:
    """Yield the cells of a row, also those that a field of a form holds."""
    for child in row.children:
        if child.name == "tc":
            yield child
        elif child.name in ("sdt", "sdtContent", "customXml"):
            yield from _cells(child)


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the text boxes that hang on a paragraph, each once: older readers find a second version."""
    for child in element.children:
        if child.name == "txbxContent":
            yield child
        elif child.name != "Fallback":
            yield from _boxes(child)
