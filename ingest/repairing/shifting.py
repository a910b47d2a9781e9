"""Characters that a converter cut in two: 日?qǐng)?bào)訊 was 日報訊.

The converter looked for the two bytes of its characters anywhere in GBK text, across the borders of
characters too. There it put a bracket into the middle of one. What was then shown for the half before it
differs between readers: a question mark that swallowed the bracket's own first byte, U+FFFD, or nothing.
Without the brackets the bytes are whole again, but for these halves, and each follows from the reading
behind it. The proof is to garble the result again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from corpus.text import Edit
from ingest.frequent import IDEOGRAPH, frequent_share
from ingest.repairing.halves import LOST, PERHAPS, UNKNOWN, half_with_reading, likely_owner, pair
from ingest.repairing.readings import LETTERS, reading_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

HOLED: Final = re.compile(
    rf"""
      [?\ufffd]\(? (?P<reading> [{LETTERS}]{{1,6}} ) \)
    | (?<=[{IDEOGRAPH})]) [?\ufffd] (?=[！-～])
    """,
    re.VERBOSE,
)
"""Half a character and a reading, or half a character before punctuation made of two other halves."""
HALF: Final = re.compile(rf"[?\ufffd]?\(?(?P<reading>[{LETTERS}]{{1,6}})\)")
MARK: Final = re.compile("[?\ufffd]")
PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
ATTEMPTS: Final = 3
TRAIL: Final = re.compile("[@-~]")
"""ASCII that may be the second byte of a character: 時 is 95 72, and 72 is r."""
_MARKS: Final = str.maketrans("", "", "?\ufffd(")


@dataclass(slots=True)
class _Stream:
    """A line as the bytes that it had before the converter, -1 for a half that is missing.

    Args:
        data: the bytes.
        begins: for each border between bytes at which a character or a half begins, its place in the line.
        ends: the same for where they end; brackets stand between the end and the next beginning.
        brackets: for each border, the bracket that the converter put there.
        lone: halves without a bracket, of which no reading tells.
        swallowed: the borders whose bracket is shown together with the half before it.
        late: where brackets start and end that follow a second byte in ASCII, by their border.
        unmarked: where brackets start in whose place nothing shows that a half is missing, by their border.

    """

    data: list[int] = field(default_factory=list)
    begins: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    brackets: dict[int, str] = field(default_factory=dict)
    lone: set[int] = field(default_factory=set)
    swallowed: set[int] = field(default_factory=set)
    late: dict[int, tuple[int, int]] = field(default_factory=dict)
    unmarked: dict[int, int] = field(default_factory=dict)

    def add(self, start: int, end: int, data: Sequence[int] | None) -> None:
        """Add what stands at a place of the line: its bytes, or None for a half that is missing."""
        self.begins[len(self.data)] = start
        self.data += [UNKNOWN] if data is None else data
        self.ends[len(self.data)] = end


def unshifted(line: str, brackets: Mapping[int, int], table: frozenset[str]) -> list[Edit]:
    """Return the edits that put halves together, as far as that can be proved.

    Args:
        line: one line.
        brackets: where the brackets that hold a reading of the character before them start and end.
        table: the characters that the converter glosses.

    """
    literal: set[int] = set()
    for _ in range(ATTEMPTS):
        stream = _stream(line, brackets, literal)
        _fill(stream, table)
        refuted = set(_refuted(stream))
        if not refuted:
            return list(_edits(line, stream))
        literal |= refuted
    return []


def _stream(line: str, brackets: Mapping[int, int], literal: Container[int]) -> _Stream:
    """Return the bytes of a line without its brackets; what begins at a `literal` place is no bracket."""
    stream = _Stream()
    lone = {match.start() for match in HOLED.finditer(line) if not match["reading"]}
    at = bracketed = 0
    while at < len(line):
        half = None if at in literal or at in brackets else HALF.match(line, at)
        end = brackets.get(at, half.end() if half else 0)
        if at in brackets or (half and _is_late(stream, line, at)):
            if half:
                stream.late[len(stream.data)] = at, end
            stream.brackets[len(stream.data)] = line[at:end]
            bracketed = end
        elif half and (at == bracketed or _is_half(line, half)):
            if line[at] == "(":
                stream.unmarked[len(stream.data)] = at
            stream.add(at, end, None)
            stream.brackets[len(stream.data)] = f"({half['reading']})"
            stream.swallowed.add(len(stream.data))
            bracketed = end
        else:
            end = at + 1
            if at in lone:
                stream.lone.add(len(stream.data))
            stream.add(at, end, None if at in lone else _bytes(line[at]))
        at = end
    stream.begins[len(stream.data)] = len(line)
    return stream


def _bytes(character: str) -> Sequence[int]:
    """Return the bytes of a character; what could not be shown may be a half, or a whole character."""
    return (PERHAPS,) if character == LOST else character.encode("gb18030", "replace")


def _is_late(stream: _Stream, line: str, at: int) -> bool:
    """Whether a bracket may belong to a character whose second byte is ASCII, as in 事?shēng)r(shí)."""
    return bool(stream.swallowed) and line[at] == "(" and bool(TRAIL.match(line[at - 1]))


def _refuted(stream: _Stream) -> Iterator[int]:
    """Yield the places of what looked like a bracket of the converter, but no character has that reading."""
    for border, (start, _end) in stream.late.items():
        if not reading_of(pair(*stream.data[border - 2 : border]), stream.brackets[border].strip("()")):
            yield start
    yield from (start for border, start in stream.unmarked.items() if stream.data[border] == UNKNOWN)


def _is_half(line: str, match: re.Match[str]) -> bool:
    """Whether a bracket stands in the middle of a character: something is missing before it."""
    first = match[0][0]
    after_text = match.start() > 0 and not line[match.start() - 1].isascii()
    return first in "?\ufffd" or (first == "(" and after_text)


def _fill(stream: _Stream, table: frozenset[str]) -> None:
    """Find the halves that a reading tells of, and those that are missing where the shift ends."""
    data = stream.data
    for at in range(1, len(data)):
        bracket = stream.brackets.get(at + 1)
        if data[at] == UNKNOWN and bracket:
            following = data[at + 1] if at + 1 < len(data) else UNKNOWN
            data[at] = half_with_reading(data[at - 1], bracket.strip("()"), following, table)
    at = 0
    while at < len(data):
        width = _width(data, at)
        if width == 2 and data[at + 1] in (ord("?"), PERHAPS):
            data[at + 1] = UNKNOWN
            stream.lone.add(at + 1)
        at += width


def _width(data: list[int], at: int) -> int:
    """Return how many bytes the character takes that begins here."""
    if 0 <= data[at] < 0x81 or data[at] == PERHAPS or len(data) == at + 1:
        return 1
    if 0x30 <= data[at + 1] <= 0x39:
        return 4 if data[at + 3 : at + 4] and data[at + 2] >= 0x81 else 1
    return 2 if not 0 <= data[at + 1] < 0x3F else 1


def _units(stream: _Stream) -> Iterator[tuple[int, str]]:
    """Yield the characters of the whole line with the border behind each."""
    data = stream.data
    at, before = 0, ""
    while at < len(data):
        width = _width(data, at)
        own = data[at : at + width]
        if width == 2 and own[0] == UNKNOWN and own[1] != UNKNOWN:
            after = pair(*data[at + 2 : at + 4]) if len(data) > at + 3 else ""
            before = likely_owner(before, own[1], after)
        elif min(own) < 0:
            before = LOST
        else:
            before = bytes(own).decode("gb18030", "replace")
        at += width
        yield at, before


def _edits(line: str, stream: _Stream) -> Iterator[Edit]:
    """Yield an edit for each stretch between borders of both divisions that was meant otherwise."""
    start, meant = 0, ""
    for end, character in _units(stream):
        meant += character
        if end not in stream.ends:
            continue
        first, last = stream.begins[start], stream.ends[end]
        if meant != line[first:last] and _is_proved(line[first:last], meant, stream, start, end):
            guessed = any(start <= at < end for at in stream.lone)
            yield Edit(first, last, meant, "pinyin:shift", 0.8 if guessed else 1.0)
            if end in stream.late:
                yield Edit(*stream.late[end], "", "pinyin")
        start, meant = end, ""


def _is_proved(shown: str, meant: str, stream: _Stream, start: int, end: int) -> bool:
    """Whether a stretch, garbled again, is what the page shows, and reads no worse than that."""
    if _garbled(stream, start, end).translate(_MARKS) != shown.translate(_MARKS) or PRIVATE.search(meant):
        return False
    if LOST in meant:
        return bool(MARK.search(shown)) and (meant == LOST or _reads_better(meant.replace(LOST, ""), shown))
    return (len(meant) <= 3 and meant.isalpha()) or _reads_better(meant, shown)


def _reads_better(meant: str, shown: str) -> bool:
    """Whether a text is mostly made of frequent characters, and more so than what is shown for it."""
    return frequent_share(meant) >= max(0.5, frequent_share(shown))


def _garbled(stream: _Stream, start: int, end: int) -> str:
    """Return how a stretch looks with its brackets put in again, without marks for what is no character."""
    shown: list[str] = []
    read = start
    for at in range(start, end + 1):
        unknown = at < end and stream.data[at] < 0
        if at == end or unknown or at in stream.brackets:
            shown.append(bytes(stream.data[read:at]).decode("gb18030", "ignore"))
            read = at + unknown
        if at in stream.brackets and (start < at < end or (start < at and at in stream.swallowed)):
            shown.append(stream.brackets[at])
    return "".join(shown)
