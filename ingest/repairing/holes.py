"""The characters that bytes with a hole may have been: what a replacement character took the place of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ingest.repairing.codepages import FOREIGN, HOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ingest.repairing.codepages import Bytes, Codepage
    from ingest.repairing.dividing import Charset

LEADS: Final = b"\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xef"
"""What the characters and the punctuation of Chinese begin with; those between are Korean."""
FOLLOWERS: Final = bytes(range(0x80, 0xC0))


def of_utf8(line: str, shown: Bytes, start: int, end: int, codepage: Codepage) -> tuple[str, ...]:
    """Return the characters that read as the line does at these bytes.

    The proof is to misread each possible character again, together with what stands around it.
    """
    torn = shown.data[start:end]
    if len(torn) != 3 or torn.count(HOLE) != 1:
        return ()
    if not codepage.wide:
        return tuple(_candidates(torn, _undefined(codepage)))
    left, right = _window(shown, start, end)
    if HOLE in shown.data[left:start] + shown.data[end:right]:
        return ()
    before, after = shown.data[left:start], shown.data[end:right]
    seen = line[shown.starts[left] : shown.starts[right]]
    return tuple(c for c in _candidates(torn) if codepage.may_show(before + c.encode() + after, seen))


def of_pair(torn: bytes, following: bytes, wrong: Codepage, right: Charset) -> tuple[str, ...]:
    """Return the characters of two bytes, one of them a hole, that `wrong` could not show there.

    `following` is the next byte, nothing at the end: a hole is a byte that makes no character with it.
    """
    at = torn.find(HOLE)
    if len(torn) != 2 or torn.count(HOLE) != 1:
        return ()
    return _pairs(torn[:at], torn[at + 1 :], (torn + following)[at + 1 : at + 2], wrong, right)


@cache
def _pairs(
    before: bytes, behind: bytes, following: bytes, wrong: Codepage, right: Charset
) -> tuple[str, ...]:
    """Return the characters with a first or a second byte that could not be shown before what follows."""
    found: list[str] = []
    for missing in (bytes([n]) for n in range(0x80, 0xFF)):
        readable = following not in (b"", HOLE, FOREIGN) and wrong.reads(missing + following)
        character = "" if readable else (before + missing + behind).decode(right.codec, "ignore")
        if len(character) == 1 and not "\ue000" <= character <= "\uf8ff":
            found.append(character)
    return tuple(found)


@cache
def _undefined(codepage: Codepage) -> bytes:
    """Return the bytes for which a narrow encoding has no character."""
    return bytes(n for n in range(0x80, 0x100) if not codepage.reads(bytes([n])))


def _window(shown: Bytes, start: int, end: int) -> tuple[int, int]:
    """Return the bytes around a place from which a reader starts afresh, with one more character behind."""
    left, right, last = start, end, len(shown.data)
    while shown.starts[left] < 0:
        left -= 1
    while shown.starts[right] < 0:
        right += 1
    right = min(right + 1, last)
    while shown.starts[right] < 0:
        right += 1
    return left, right


def _candidates(torn: bytes, missing: Iterable[int] = ()) -> Iterator[str]:
    """Yield the characters that three bytes with a hole may have been, by one of the missing bytes."""
    at = torn.index(HOLE)
    for byte in missing or (LEADS if at == 0 else FOLLOWERS):
        try:
            yield (torn[:at] + bytes([byte]) + torn[at + 1 :]).decode("utf-8")
        except UnicodeDecodeError:
            continue
