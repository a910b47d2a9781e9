"""The algebra of text: spans, edits, and the way back from clean text to the source.

A stage of the pipeline does not return text, it returns edits. `apply` turns a text and edits into
the new text and a `TextMap`; a `Trail` is the chain of such maps and leads any span of the final
text back into the text as it was read. All offsets count Unicode code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text that really is somewhere: half open, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"need 0 <= start < end, got {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """Return the words of `text` at this span; a span past the end is a ValueError."""
        if self.end > len(text):
            raise ValueError(f"span {self.start}..{self.end} ends after the text ({len(text)})")
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """Return the same stretch, moved."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace `text[start:end]` by `after`.

    An edit always replaces something (start < end), so that every clean character has a source;
    `after` may be empty. `kind` names what happened ("pinyin", "mojibake:cp1252", "boilerplate:…"),
    `confidence` is 1.0 for what is proved.
    """

    start: int
    end: int
    after: str
    kind: str = field(compare=False)
    confidence: float = field(default=1.0, compare=False)

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"an edit replaces something: got {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class TextMap:
    """How the positions of an edited text and of its source belong together.

    The four tuples are parallel, one entry an edit, in order: where the edit stood in the source
    and where its replacement stands in the new text. `raw_length` is the length of the source.
    """

    raw_starts: tuple[int, ...]
    raw_ends: tuple[int, ...]
    new_starts: tuple[int, ...]
    new_ends: tuple[int, ...]
    raw_length: int

    @property
    def new_length(self) -> int:
        """Length of the edited text."""
        if not self.raw_starts:
            return self.raw_length
        return self.raw_length - self.raw_ends[-1] + self.new_ends[-1]

    def back(self, span: Span) -> Span:
        """Return the source of `span`: the whole of every edit that it touches, no deletions at its rim."""
        if span.end > self.new_length:
            raise ValueError(f"{span} ends after the text ({self.new_length})")
        return Span(self._char_back(span.start)[0], self._char_back(span.end - 1)[1])

    def forth(self, span: Span) -> Span | None:
        """Return where the source `span` stands in the new text, or None where nothing of it is left."""
        if span.end > self.raw_length:
            raise ValueError(f"{span} ends after the source ({self.raw_length})")
        start, end = self._edge_forth(span.start, after=False), self._edge_forth(span.end, after=True)
        return Span(start, end) if start < end else None

    def _char_back(self, at: int) -> tuple[int, int]:
        """Return the source range of one character of the new text."""
        i = bisect_right(self.new_starts, at) - 1
        if i < 0:
            return at, at + 1
        if at < self.new_ends[i]:
            return self.raw_starts[i], self.raw_ends[i]
        raw = at - self.new_ends[i] + self.raw_ends[i]
        return raw, raw + 1

    def _edge_forth(self, at: int, *, after: bool) -> int:
        """Return the place of a border between two source characters; inside an edit, the edit's rim."""
        i = bisect_left(self.raw_starts, at) - 1 if after else bisect_right(self.raw_starts, at) - 1
        if i < 0:
            return at
        if at < self.raw_ends[i]:
            return self.new_ends[i] if after else self.new_starts[i]
        return at - self.raw_ends[i] + self.new_ends[i]

    def dump(self) -> list[int]:
        """Return the map as integers, for storage: the source's length, then four for each edit."""
        rows = zip(self.raw_starts, self.raw_ends, self.new_starts, self.new_ends, strict=True)
        return [self.raw_length, *(n for row in rows for n in row)]

    @classmethod
    def load(cls, flat: Sequence[int]) -> TextMap:
        """Read what `dump` wrote."""
        body = flat[1:]
        return cls(tuple(body[0::4]), tuple(body[1::4]), tuple(body[2::4]), tuple(body[3::4]), flat[0])


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, TextMap]:
    """Carry out `edits` and return the new text with its map.

    Edits may come in any order but must not overlap and must lie within the text (else ValueError).
    """
    pieces: list[str] = []
    raw_starts: list[int] = []
    raw_ends: list[int] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    read = written = 0
    for edit in sorted(edits):
        if edit.start < read:
            raise ValueError(f"edits overlap at {edit.start} ({edit.kind})")
        if edit.end > len(text):
            raise ValueError(f"edit {edit.start}..{edit.end} ends after the text ({len(text)})")
        pieces += (text[read : edit.start], edit.after)
        written += edit.start - read
        raw_starts.append(edit.start)
        raw_ends.append(edit.end)
        new_starts.append(written)
        written += len(edit.after)
        new_ends.append(written)
        read = edit.end
    pieces.append(text[read:])
    return "".join(pieces), TextMap(
        tuple(raw_starts), tuple(raw_ends), tuple(new_starts), tuple(new_ends), len(text)
    )


def undo(text: str, way: TextMap, before: Sequence[str]) -> str:
    """Return the source that `way` was made from; `before` holds what each edit had replaced, in order."""
    pieces: list[str] = []
    read = 0
    for start, end, old in zip(way.new_starts, way.new_ends, before, strict=True):
        pieces += (text[read:start], old)
        read = end
    pieces.append(text[read:])
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Trail:
    """The maps of all stages in the order they ran; leads through every one of them."""

    maps: tuple[TextMap, ...] = ()

    def then(self, way: TextMap) -> Trail:
        """Return the trail with one more stage."""
        return Trail((*self.maps, way))

    def back(self, span: Span) -> Span:
        """Return where `span` of the final text stood in the source as it was read."""
        for way in reversed(self.maps):
            span = way.back(span)
        return span

    def forth(self, span: Span) -> Span | None:
        """Return where `span` of the source stands in the final text, or None where nothing of it is left."""
        for way in self.maps:
            moved = way.forth(span)
            if moved is None:
                return None
            span = moved
        return span

    def dump(self) -> list[list[int]]:
        """Return the trail as lists of integers, for storage."""
        return [way.dump() for way in self.maps]

    @classmethod
    def load(cls, rows: Sequence[Sequence[int]]) -> Trail:
        """Read what `dump` wrote."""
        return cls(tuple(TextMap.load(row) for row in rows))
