"""Readings in brackets behind characters, taken out where a converter put them: 醫(yī)療 is 醫療 again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corpus.text import Edit
from ingest.frequent import IDEOGRAPH
from ingest.repairing.converters import ENOUGH, Gloss, GlossedLine, made_by_converter
from ingest.repairing.lines import alarmed_lines
from ingest.repairing.readings import LETTERS, reading_of
from ingest.repairing.shifting import HOLED, unshifted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BRACKET: Final = re.compile(
    rf"""
    [(（] (?<= ([{IDEOGRAPH}]) [(（] )
    [ ]? ( [{LETTERS}?\ufffd&\xa8\xc3-\xcb] [^()（）\sA-Z{IDEOGRAPH}]{{0,15}} ) [ ]? [)）]
    ( [(（] [ ]? \2 [ ]? [)）] )?
    """,
    re.VERBOSE,
)
"""A bracket behind a character that holds what may be its reading, damaged or not, twice on some pages."""
UNFIT: Final = re.compile(rf"(?<=[{IDEOGRAPH}])\([{LETTERS}]{{1,6}}\)[\x21-\x7e]")
"""A bracket that may stand in the middle of a character."""
ANY_IDEOGRAPH: Final = re.compile(f"[{IDEOGRAPH}]")


def pinyin_glosses(text: str) -> Iterator[Edit]:
    """Remove readings that a converter put behind the characters of its table, and undo its shifts."""
    brackets = list(BRACKET.finditer(text))
    if len(brackets) < ENOUGH:  # the readings take a while to load
        return
    made = made_by_converter(list(_glossed_lines(text, list(_glosses(brackets)))))
    if made:
        shifts = sorted(_shifts(text, made))
        yield from shifts
        yield from _removed(made, shifts)


def _removed(glosses: Sequence[Gloss], shifts: Sequence[Edit]) -> Iterator[Edit]:
    """Yield the removal of each gloss that no shift has taken away already."""
    ends = [edit.end for edit in shifts]
    for gloss in glosses:
        at = bisect_left(ends, gloss.end)
        if at == len(shifts) or shifts[at].start >= gloss.end:
            yield Edit(gloss.start, gloss.end, "", "pinyin")


def _glosses(brackets: Sequence[re.Match[str]]) -> Iterator[Gloss]:
    """Yield the brackets that hold a reading of the character before them."""
    for match in brackets:
        reading = reading_of(match[1], match[2])
        if reading:
            yield Gloss(match.start(), match.end(), match[1], reading, match[2].strip(), bool(match[3]))


def _glossed_lines(text: str, glosses: Sequence[Gloss]) -> Iterator[GlossedLine]:
    """Yield the lines that hold a gloss, each with its glosses."""
    starts = [gloss.start for gloss in glosses]
    at = 0
    while at < len(glosses):
        start = text.rfind("\n", 0, starts[at]) + 1
        end = text.find("\n", starts[at])
        end = len(text) if end < 0 else end
        behind = bisect_left(starts, end)
        yield GlossedLine(glosses[at:behind], Counter(ANY_IDEOGRAPH.findall(text[start:end])))
        at = behind


def _shifts(text: str, glosses: Sequence[Gloss]) -> Iterator[Edit]:
    """Yield the edits of the lines in which the converter cut characters in two."""
    table = frozenset(gloss.character for gloss in glosses)
    starts = [gloss.start for gloss in glosses]
    for line, offset in alarmed_lines(text, HOLED, UNFIT):
        inside = glosses[bisect_left(starts, offset) : bisect_left(starts, offset + len(line))]
        brackets = {gloss.start - offset: gloss.end - offset for gloss in inside}
        for edit in unshifted(line, brackets, table):
            yield replace(edit, start=edit.start + offset, end=edit.end + offset)
