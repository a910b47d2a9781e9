"""Cutting a document into passages: clause-sized stretches with their exact places and their sections.

Borders are those that the author drew: blocks, numbered items, sentences. A passage never crosses the
border of a numbered item, so that what is found is one clause and not the end of one and the start of
the next; a heading goes with what follows it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.records import make_id
from corpus.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.records import Document

# Width of a text: a Chinese character counts 2, any other 1, so that both languages are cut alike.
WIDEST = 640
TITLES_JOINT = " › "  # between the titles of a section
NARROW = 60  # what is narrower joins its neighbour of the same item

HAN = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003134f]")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
LINES = re.compile(r"[^\n]+")
# "……完成。” 下一句", "… by 2027. The next", but not "No. 5", "U.S. firms" or "3.5".
SENTENCE_END = re.compile(
    r"[。！？；]+[”’」』）)]*|(?<![A-Z]\.[A-Z])(?<!\bNo)(?<![A-Z])[.!?;]+[\"”’)]*(?=\s)|\n"
)
# A question that the lines below it answer leads to them as a title does: 问：…, "Q3: …".
QUESTION = re.compile(
    r"^\s*(?:问|[Qq](?:uestion)?\s?\d{0,2})\s*[:：.]\s*(?P<asked>[^\n]{4,160})$", re.MULTILINE
)
PAUSE = re.compile(r"[，、：,:]\s*|\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a document that can be found: `text` is exactly `document.text[start:end]`.

    `section` is the path of titles that lead to it, outermost first, joined by " › ", with the question
    that it answers behind them; `title` is the document's, which is matched as well.
    """

    id: str
    document: str
    start: int
    end: int
    section: str
    language: str
    text: str
    title: str = ""

    @property
    def span(self) -> Span:
        """The place in the document's text."""
        return Span(self.start, self.end)


def passages(document: Document) -> tuple[Passage, ...]:
    """Return the passages of a document, in order; together they hold every block's words."""
    cutter = _Cutter(document)
    return tuple(
        Passage(
            id=make_id("passage", document.id, span.start, span.end, span.cut(document.text)),
            document=document.id,
            start=span.start,
            end=span.end,
            section=cutter.section(span.start),
            language=language_of(span.cut(document.text), document.language),
            text=span.cut(document.text),
            title=document.title or "",
        )
        for span in cutter.spans()
    )


def language_of(text: str, otherwise: str) -> str:
    """Return the language of a passage: an English digest may hold a Chinese title.

    A word in Latin letters weighs as much as a Chinese character: "CT和MRI设备" is Chinese.
    """
    han, latin = len(HAN.findall(text)), len(LATIN.findall(text))
    if han > latin:
        return otherwise if otherwise == "ja" else "zh"
    if latin:
        return "en" if otherwise == "zh" else otherwise
    return otherwise


def width(text: str) -> int:
    """Return how wide a text is: a Chinese character counts 2, any other 1."""
    return len(text) + len(HAN.findall(text))


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a text without the space around them."""
    start = 0
    for end in (*(match.end() for match in SENTENCE_END.finditer(text)), len(text)):
        if span := trimmed(text, start, end):
            yield span
        start = end


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without space at its rims, or None where nothing else is in it."""
    words = text[start:end]
    if not words.strip():
        return None
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


class _Cutter:
    """Cuts one document: units between the author's borders, then sentences where a unit is too wide."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.outline = document.outline
        self.blocks = [b.span for b in document.blocks] or [
            Span(*line.span()) for line in LINES.finditer(document.text)
        ]

    @cached_property
    def starts(self) -> list[int]:
        """Where the items of the outline start, in order."""
        return [item.span.start for item in self.outline]

    @cached_property
    def questions(self) -> list[re.Match[str]]:
        """The lines that ask what the next ones answer, in order."""
        return list(QUESTION.finditer(self.text))

    def innermost(self, at: int) -> int | None:
        """Return the innermost item of the outline that holds this place."""
        found: int | None = bisect_right(self.starts, at) - 1
        if found == -1:
            return None
        while found is not None and self.outline[found].span.end <= at:
            found = self.outline[found].parent
        return found

    def section(self, at: int) -> str:
        """Return the titles of all items that hold this place, outermost first."""
        titles = []
        item = self.innermost(at)
        while item is not None:
            titles.append(self.outline[item].heading.cut(self.text).strip())
            item = self.outline[item].parent
        asked = self.question(at)
        return TITLES_JOINT.join((*reversed(titles), *((asked,) if asked else ())))

    def question(self, at: int) -> str | None:
        """Return the question that is answered at this place, where the same item of the outline asks it."""
        last = bisect_right(self.questions, at, key=lambda found: found.end()) - 1
        if last < 0 or self.innermost(self.questions[last].start()) != self.innermost(at):
            return None
        return self.questions[last]["asked"].strip()

    def spans(self) -> Iterator[Span]:
        """Yield the passages: neighbours of one item are joined while they are narrow."""
        held: Span | None = None
        for unit in self.units():
            if held is not None and self.joins(held, unit):
                held = Span(held.start, unit.end)
                continue
            if held is not None:
                yield from self.pieces(held)
            held = unit
        if held is not None:
            yield from self.pieces(held)

    def units(self) -> Iterator[Span]:
        """Yield the stretches between borders: the starts of blocks and of numbered items."""
        for block in self.blocks:
            inside = [s for s in self.starts_within(block) if s > block.start]
            for start, end in zip((block.start, *inside), (*inside, block.end), strict=True):
                if unit := trimmed(self.text, start, end):
                    yield unit

    def starts_within(self, block: Span) -> list[int]:
        """Return the starts of items in a block."""
        low, high = bisect_right(self.starts, block.start - 1), bisect_right(self.starts, block.end - 1)
        return self.starts[low:high]

    def joins(self, held: Span, unit: Span) -> bool:
        """Whether two neighbours make one passage: both of one item, one of them narrow, not too wide."""
        same = self.innermost(held.start) == self.innermost(unit.start)
        whole = width(self.text[held.start : unit.end])
        narrow = min(width(held.cut(self.text)), width(unit.cut(self.text))) < NARROW
        return same and narrow and whole <= WIDEST

    def pieces(self, unit: Span) -> Iterator[Span]:
        """Yield a unit whole, or where it is too wide in groups of sentences of about one size."""
        words = unit.cut(self.text)
        if width(words) <= WIDEST:
            yield unit
            return
        parts = [p for s in sentences(words) for p in self.fitting(words, s)]
        groups = -(-width(words) // WIDEST)
        goal = width(words) / groups
        start = parts[0].start
        for part, following in zip(parts, (*parts[1:], None), strict=True):
            done = following is None or width(words[start : part.end]) >= goal * 0.8
            if done or (following and width(words[start : following.end]) > WIDEST):
                yield Span(start, part.end).shift(unit.start)
                start = following.start if following else part.end

    def fitting(self, words: str, sentence: Span) -> Iterator[Span]:
        """Yield a sentence, cut at its pauses where it alone is too wide."""
        start = sentence.start
        cuts = [m.end() for m in PAUSE.finditer(words, sentence.start, sentence.end)]
        while width(words[start : sentence.end]) > WIDEST:
            limit = start + WIDEST // 2
            best = bisect_right(cuts, limit) - 1
            cut = cuts[best] if best >= 0 and cuts[best] > start else limit
            if part := trimmed(words, start, cut):
                yield part
            start = cut
        if part := trimmed(words, start, sentence.end):
            yield part
