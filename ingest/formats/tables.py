"""CSV annexes: a text whose lines are rows of equally many fields; the cells are parted by tabs."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING, Final

from corpus.text import Edit
from ingest.markup import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

# A field in quotes, which may hold the mark that parts fields and line breaks, or one without.
FIELD: Final = {
    mark: re.compile(
        rf'(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^"\n{mark}][^\n{mark}]*)?)(?P<end>{mark}|\n|\Z)'
    )
    for mark in (",", ";", "\t")
}
FEWEST_ROWS: Final = 3
SAMPLE: Final = 200_000  # characters that are enough to tell
LONGEST: Final = 60  # characters that the usual field has; prose between commas is longer or ends in stops
PROSE: Final = 0.2  # of the marks in prose have a space behind them, or more


def read_table(text: str) -> Page | None:
    """Return the page that a table is, None for a text that is none."""
    sample = text if len(text) <= SAMPLE else text[:SAMPLE].rpartition("\n")[0]
    for mark, pattern in FIELD.items():
        if _is_table(sample, mark, pattern):
            return Page("csv", tuple(_edits(text, pattern)))
    return None


def _is_table(sample: str, mark: str, pattern: re.Pattern[str]) -> bool:
    """Whether nearly all lines have the same number of short fields."""
    if sample.count(mark) < FEWEST_ROWS:
        return False
    rows: list[list[re.Match[str]]] = [[]]
    at = 0
    while at < len(sample) and (field := pattern.match(sample, at)):
        rows[-1].append(field)
        at = field.end()
        if field["end"] != mark:
            rows.append([])
    if at < len(sample):  # a quotation mark inside a field: no CSV
        return False
    full = [row for row in rows if any(_words(field) for field in row)]
    widths = {len(row) for row in full}
    fields = [field for row in full for field in row]
    spaced = sum((field["bare"] or "").startswith(" ") for field in fields)
    return (
        len(full) >= FEWEST_ROWS
        and len(widths) == 1
        and min(widths) > 1
        and median(len(_words(field)) for field in fields) <= LONGEST
        and (mark == "\t" or spaced <= PROSE * len(fields))
    )


def _words(field: re.Match[str]) -> str:
    return (field["quoted"] or field["bare"] or "").strip()


def _edits(text: str, pattern: re.Pattern[str]) -> Iterator[Edit]:
    """Yield the edits that leave the words of fields, a tab between them, and one line for each row."""
    at = 0
    while at < len(text) and (field := pattern.match(text, at)):
        if field["quoted"] is not None:
            start, end = field.span("quoted")
            yield Edit(start - 1, start, "", "csv")
            for inner in re.finditer(r'""|\s*\n\s*', text[start:end]):
                after = '"' if inner[0] == '""' else " "
                yield Edit(start + inner.start(), start + inner.end(), after, "csv")
            yield Edit(end, end + 1, "", "csv")
        if field["end"] and field["end"] not in "\n\t":
            yield Edit(field.end() - 1, field.end(), "\t", "csv")
        at = field.end()
