"""Holes that a replacement character left in misread UTF-8, filled where only one byte explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ingest.repairing.codepages import HOLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.repairing.codepages import Bytes, Codepage

LEADS: Final = b"\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xef"
"""What the characters and the punctuation of Chinese begin with; those between are Korean."""
FOLLOWERS: Final = range(0x80, 0xC0)


def filled(line: str, shown: Bytes, start: int, end: int, codepage: Codepage) -> str | None:
    """Return the one character that reads as the line does at these bytes, None if there are several or none.

    The proof is to misread each possible character again, together with what stands around it.
    """
    torn = shown.data[start:end]
    if not codepage.wide or len(torn) != 3 or torn.count(HOLE) != 1:
        return None
    left, right = _window(shown, start, end)
    if HOLE in shown.data[left:start] + shown.data[end:right]:
        return None
    before, after = shown.data[left:start], shown.data[end:right]
    seen = line[shown.starts[left] : shown.starts[right]]
    fits = [c for c in _candidates(torn) if codepage.may_show(before + c.encode() + after, seen)]
    return fits[0] if len(fits) == 1 else None


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


def _candidates(torn: bytes) -> Iterator[str]:
    """Yield the characters that three bytes with a hole may have been."""
    at = torn.index(HOLE)
    for byte in LEADS if at == 0 else FOLLOWERS:
        try:
            yield (torn[:at] + bytes([byte]) + torn[at + 1 :]).decode("utf-8")
        except UnicodeDecodeError:
            continue
