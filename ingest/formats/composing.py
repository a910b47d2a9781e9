"""Sheets of paper as one text: lines in reading order, with the edits that make paragraphs of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.decoding import Decoded
from ingest.formats.arranging import arrange
from ingest.formats.joining import edits
from ingest.markup import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.formats.sheets import Sheet


def compose(sheets: Sequence[Sheet], reader: str, evidence: str) -> tuple[Decoded, Page]:
    """Return the text of sheets, each line of print a line, and the page that it becomes."""
    rows = [row for number, sheet in enumerate(sheets) for row in arrange(sheet, number)]
    text = "".join(f"{row.text}\n" for row in rows)
    starts = [0] * (len(sheets) + 1)  # how many characters stand on the pages before
    for row in rows:
        starts[row.page + 1] += len(row.text) + 1
    for number in range(len(sheets)):
        starts[number + 1] += starts[number]
    page = Page(reader, edits=tuple(edits(rows, len(sheets))), pages=tuple(starts[:-1]))
    return Decoded(text, reader, evidence), page
