"""A text as lines and sentences, each in its language, with what its place in the text passes on to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

CJK = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{2,}")
LINE = re.compile(r"[^\n]+")
# Digests run bullets and groups together on one line: "[1] - By 2027, … Group 2: Key Tasks - The plan …"
END = re.compile(
    r"""
      [。!?！？][”"』」’)）]{0,4}                                  # a full stop in Chinese
    | (?<!\bNo)(?<!\bvs)(?<!\bCo)(?<!\b[A-Z])(?<!approx)(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bsq)[.!?]
      [”")\]]{0,4}(?:\s?\[[\d,\s-]{1,20}\]){0,6}
      (?=\s{1,8}[“"(\[*-]{0,4}[A-Z0-9\u3400-\u9fff]|\s{0,8}$)      # … and in English
    | (?<=[\]).%a-z])\s{1,4}[-•·]\s{1,4}(?=[*“"]*[A-Z])       # the next bullet
    | (?<=\])\s{1,4}-\s{1,4}(?=\d)
    | (?<=\])\s{1,4}(?=[A-Z][A-Za-z&,'/\ -]{2,70}?\s-\s[A-Z*])       # … and the next heading
    | \s(?=Group\s\d+:|Summary\sby\s)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text: where it stands, in which line, in which language."""

    start: int
    end: int
    line: int
    language: str


def sentences(text: str, language: str, rows: Container[int] = ()) -> Iterator[Sentence]:
    """Split a text; `language` is taken where a sentence has too few letters to tell.

    Lines whose numbers are among `rows` are rows of tables and stay whole.
    """
    for start, end, line in stretches(text, rows):
        yield Sentence(start, end, line, language_of(text[start:end]) or language)


def stretches(text: str, rows: Container[int] = ()) -> Iterator[tuple[int, int, int]]:
    """Yield where each sentence starts and ends, and in which line."""
    for number, line in enumerate(LINE.finditer(text)):
        start = line.start()
        ends = END.finditer(text, start, line.end() if number not in rows else start)
        for end in (*(stop.end() for stop in ends), line.end()):
            while start < end and text[start].isspace():
                start += 1
            if start < end:
                yield start, end, number
            start = end


def language_of(text: str) -> str | None:
    """Return "zh" or "en" by the words of a sentence, None where it has none."""
    characters = len(CJK.findall(text))
    words = len(LATIN.findall(text))
    if characters == words == 0:
        return None
    return "zh" if characters >= words else "en"
