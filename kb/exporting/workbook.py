"""The exported plan as a workbook of spreadsheets, one for each table."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING
from zipfile import ZipFile

from corpus.extras import need
from kb.exporting.rows import harmless
from kb.exporting.seals import stamp
from kb.exporting.tables import NUMBERS, PLACES, tables

if TYPE_CHECKING:
    from kb.exporting.tables import Cell, Export

WIDEST = 60  # characters of a column; longer text is wrapped by whoever reads it


def as_xlsx(export: Export) -> bytes:
    """Return every table as a sheet with a fixed header; numbers are numbers, text is never a formula."""
    openpyxl = need("openpyxl", "tables", "XLSX")
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.title = export["plan"]["title"]["zh"] or export["plan"]["title"]["en"]
    book.properties.description = f"as of {export['as_of']}; {export['fingerprint']}"
    book.properties.created = book.properties.modified = datetime.fromisoformat(export["generated"]).replace(
        tzinfo=None
    )
    for table in tables(export):
        sheet = book.create_sheet(table.name)
        sheet.append(table.columns)
        for row in table.rows:
            sheet.append([_cell(column, cell) for column, cell in zip(table.columns, row, strict=True)])
        sheet.freeze_panes = "A2"
        for letter, cells in zip(
            map(openpyxl.utils.get_column_letter, range(1, 99)), sheet.columns, strict=False
        ):
            longest = max(len(str(cell.value or "")) for cell in cells)
            sheet.column_dimensions[letter].width = min(longest + 2, WIDEST)
    out = io.BytesIO()
    book.save(out)
    with ZipFile(out, "a") as package:  # the parts are packed: their seal stands on the package
        package.comment = stamp(export).encode()
    return out.getvalue()


def _cell(column: str, cell: Cell) -> str | float | None:
    if cell is None or column in PLACES:
        return cell
    return float(cell) if column in NUMBERS else harmless(cell)
