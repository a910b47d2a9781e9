"""Characters that a converter cut in two: 日?qǐng)?bào)訊 was 日報訊.

The converter looked for the two bytes of its characters anywhere in GBK text, across the borders of characters
too. There it put a bracket into the middle of one; the half before it and the bracket's own first byte
were then shown as a question mark. Without the brackets the bytes are whole again, but for the halves, and
each of those follows from the reading behind it. The proof is to garble the result again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from corpus.text import Edit
from ingest.frequent import FREQUENT, IDEOGRAPH, frequent_share
from ingest.repairing.readings import LETTERS, reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from opencc import OpenCC

HOLED: Final = re.compile(
    rf"[?\ufffd]\(?(?P<reading>[{LETTERS}]{{1,6}})\)|(?<=[{IDEOGRAPH})])[?\ufffd](?=[！-～])"
)
"""Half a character and a reading, or half a character before punctuation that was made of two other halves."""
LEADS: Final = range(0x81, 0xFF)
UNKNOWN: Final = -1
LOST: Final = "\ufffd"
OPENING: Final = frozenset("《“（【「")

Unit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A bracket that holds a reading of the character before it, as a reading and as it is written."""

    start: int
    end: int
    character: str
    reading: str
    written: str

    def shift(self, by: int) -> Gloss:
        """Return the same gloss, moved."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(slots=True)
class _Stream:
    """A line as the bytes that it had before the converter, -1 for a half that is missing.

    Args:
        data: the bytes.
        begins: for each border between bytes at which a character or a half of the line begins, its place there.
        ends: the same for where they end; brackets stand between the end and the next beginning.
        brackets: for each border, the bracket that the converter put there.
        lone: halves without a bracket.

    """

    data: list[int] = field(default_factory=list)
    begins: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    brackets: dict[int, str] = field(default_factory=dict)
    lone: set[int] = field(default_factory=set)


def unshifted(line: str, glosses: Sequence[Gloss], table: frozenset[str]) -> list[Edit]:
    """Return the edits that put the halves in a line together, none where that cannot be proved."""
    stream = _stream(line, glosses)
    if not _fill(stream, table):
        return []
    units = list(_units(stream))
    if _garbled(stream) != HOLED.sub(_as_shown, line):
        return []
    clean = "".join(meant for _, _, meant in units)
    return [] if frequent_share(clean) < frequent_share(line) else list(_edits(line, stream, units))


def _as_shown(half: re.Match[str]) -> str:
    """Return a half in the way of the readers that swallow the bracket."""
    return f"?{half['reading']})" if half["reading"] else "?"


def _stream(line: str, glosses: Sequence[Gloss]) -> _Stream:
    """Return the bytes of a line without its brackets."""
    ends = {gloss.start: gloss.end for gloss in glosses}
    halves = {match.start(): match for match in HOLED.finditer(line)}
    stream = _Stream()
    at = 0
    while at < len(line):
        if at in ends:
            stream.brackets[len(stream.data)] = line[at : ends[at]]
            at = ends[at]
            continue
        stream.begins[len(stream.data)] = at
        half = halves.get(at)
        if half:
            _add_half(stream, half)
        else:
            stream.data += line[at].encode("gb18030", "replace")
        at = half.end() if half else at + 1
        stream.ends[len(stream.data)] = at
    return stream


def _add_half(stream: _Stream, half: re.Match[str]) -> None:
    """Add a missing half, with the bracket that swallowed it or without one."""
    if not half["reading"]:
        stream.lone.add(len(stream.data))
    stream.data.append(UNKNOWN)
    if half["reading"]:
        stream.brackets[len(stream.data)] = f"({half['reading']})"


def _fill(stream: _Stream, table: frozenset[str]) -> bool:
    """Find the halves that a reading tells of; False where one has no single answer."""
    for at, byte in enumerate(stream.data):
        bracket = stream.brackets.get(at + 1)
        if byte != UNKNOWN or not bracket:
            continue
        half = _half(stream.data[at - 1], bracket.strip("()"), table) if at else None
        if half is None:
            return False
        stream.data[at] = half
    return True


def _half(lead: int, reading: str, table: frozenset[str]) -> int | None:
    """Return the second byte of the one character with this reading, of the likeliest kind that there is."""
    fits = {b: c for b in range(0x40, 0xFF) if (c := _pair(lead, b)) and reading_of(c, reading)}
    traditional = {b: c for b, c in fits.items() if not _is_simple(c)}
    for group in (
        [b for b, c in fits.items() if c in table],
        [b for b, c in traditional.items() if c in FREQUENT],
        list(traditional),
    ):
        if group:
            return group[0] if len(group) == 1 else None
    return None


def _pair(lead: int, trail: int) -> str:
    """Return the character of two bytes of GBK, nothing where there is none."""
    return bytes([lead, trail]).decode("gbk", "ignore") if lead >= 0x81 and trail >= 0x40 else ""


def _is_simple(character: str) -> bool:
    """Whether a character is in GB 2312, where the traditional forms are not."""
    return bool(character.encode("gb2312", "ignore"))


def _units(stream: _Stream) -> Iterator[Unit]:
    """Yield the characters of the whole line with the places of their bytes; nothing more where the bytes are none."""
    at, before = 0, ""
    while at < len(stream.data):
        width = _width(stream.data, at)
        half = stream.data[at : at + width]
        if half[0] == UNKNOWN and width == 2:
            after = _pair(*stream.data[at + 2 : at + 4]) if len(stream.data) > at + 3 else ""
            meant = _likely(before, half[1], after)
        elif UNKNOWN in half:
            meant = LOST
        else:
            meant = bytes(half).decode("gb18030", "replace")
        yield at, at + width, meant
        at, before = at + width, meant


def _width(data: Sequence[int], at: int) -> int:
    """Return how many bytes the character takes that begins here."""
    if 0 <= data[at] < 0x81:
        return 1
    return 4 if len(data) > at + 3 and 0x30 <= data[at + 1] <= 0x39 else 2


def _likely(before: str, trail: int, after: str) -> str:
    """Return the character that a lone second half belongs to, if only one makes a word or ends a sentence."""
    from rjieba import has_word  # noqa: PLC0415  (the dictionary takes a while to load)

    possible = {_pair(lead, trail) for lead in LEADS} & FREQUENT
    words = [c for c in possible if has_word(_simple(before + c))]
    words = words or [c for c in possible if has_word(_simple(c + after))]
    if len(words) == 1:
        return words[0]
    marks = [c for c in possible if not c.isalpha()]
    return marks[0] if not words and len(marks) == 1 and after in OPENING else LOST


def _simple(word: str) -> str:
    """Return a word in simplified characters, as the dictionary has it."""
    simple: str = _converter().convert(word)
    return simple


@cache
def _converter() -> OpenCC:
    """Return the converter from traditional to simplified characters, loaded once."""
    from opencc import OpenCC  # noqa: PLC0415  (it loads its dictionaries)

    return OpenCC("t2s")


def _garbled(stream: _Stream) -> str:
    """Return how the line would look if the brackets were put in again."""
    shown: list[str] = []
    start = 0
    for at in sorted({*stream.brackets, *stream.lone, len(stream.data)}):
        run = bytes(stream.data[start:at]).decode("gb18030", "replace")
        bracket = stream.brackets.get(at, "")
        if run.endswith("\ufffd"):
            run, bracket = run[:-1] + "?", bracket[1:]
        shown += (run, bracket)
        start = at
        if at in stream.lone:
            shown.append("?")
            start = at + 1
    return "".join(shown)


def _edits(line: str, stream: _Stream, units: Sequence[Unit]) -> Iterator[Edit]:
    """Yield an edit for each stretch between borders of both divisions that reads otherwise than it should."""
    start, meant = 0, ""
    for _, end, character in units:
        meant += character
        if end not in stream.ends:
            continue
        first, last = stream.begins[start], stream.ends[end]
        if meant != line[first:last]:
            guessed = any(start <= at < end for at in stream.lone)
            yield Edit(first, last, meant, "pinyin:shift", 0.8 if guessed else 1.0)
        start, meant = end, ""
