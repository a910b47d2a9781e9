"""Bytes into characters, with the evidence for the encoding that was chosen.

A byte order mark settles the matter; else strict UTF-8 does, for hardly anything else is valid by accident;
else the encodings of Chinese compete, and the reading made of frequent characters wins. A declared charset
is often wrong: it breaks a tie between candidates that explain the bytes about equally well, no more.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.errors import UndecodableText, UnreadableFile
from ingest.frequent import frequent_share

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding its bytes were read in, and why."""

    text: str
    encoding: str
    evidence: str


BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
CHINESE: Final = ("gb18030", "big5hkscs")
WIDE: Final = ("utf-16-le", "utf-16-be")
ALIASES: Final = {
    "gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs",
    "latin-1": "cp1252", "iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-16-le",
}  # fmt: skip
"""What a declared charset is read as: pages that say GB2312 mean its superset, as browsers know."""

NEVER: Final = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7"})
"""Codecs that no document is in, though Python has them."""

MAGIC: Final = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0",
    b"Rar!", b"7z\xbc\xaf", b"\x7fELF", b"SQLite format 3\0", b"BZh", b"\xfd7zXZ",
)  # fmt: skip
"""How files begin that are no text at all."""

CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
BAD_UTF8: Final = 0.05
"""A text of which more characters than this are broken is not UTF-8 with a few accidents."""
ACCEPTED: Final = 0.35
"""Share of frequent characters that a reading needs; real text has 0.8 and more, wrong readings 0.1."""
ACCENTED: Final = re.compile("(?<![\x80-\uffff])[\xc0-\xff‘’“”–—…\xa0€·°©®£§](?![\x80-\uffff])")
"""A letter or mark of Western text; it stands between ASCII, while misread Chinese stands in a row."""
SURE: Final = 0.5
"""Share of frequent characters that no accident reaches."""
SAMPLE: Final = 200_000
"""Candidates are compared on so many bytes; the winner then reads them all."""
TIE: Final = 0.05


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return `data` as text.

    Args:
        data: the bytes of a file.
        declared: the charset that a header or the page itself names; it only breaks ties.

    Raises:
        UnreadableFile: these are not the bytes of a text.
        UndecodableText: no encoding explains them well enough.

    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if data.startswith(MAGIC):
        raise UnreadableFile("this is a binary file, not text")
    if b"\0" not in data:
        try:
            text = data.decode("utf-8")
            return _shifted(data) or Decoded(text, "utf-8", "all of it is valid UTF-8")
        except UnicodeDecodeError:
            pass
    return _compete(data, _python_name(declared))


def _shifted(data: bytes) -> Decoded | None:
    """Read bytes that hold Chinese in escape sequences of ASCII, as mail once had it."""
    if b"~{" not in data or not data.isascii():
        return None
    try:
        text = data.decode("hz")
    except UnicodeDecodeError:
        return None
    good = len(text) > 1 and frequent_share(text) > SURE
    return Decoded(text, "hz", "escape sequences of HZ, and what they hold reads well") if good else None


def _marked(data: bytes, encoding: str) -> Decoded:
    """Read bytes that followed a byte order mark, bad places as U+FFFD."""
    text = data.decode(encoding, "replace")
    bad = text.count("\ufffd")
    if bad > max(1, BAD_UTF8 * len(text)):
        raise UndecodableText(f"the byte order mark says {encoding}, but {bad} places are not")
    broken = f"; {bad} bad places" if bad else ""
    return Decoded(text, encoding, f"byte order mark{broken}")


def _compete(data: bytes, declared: str | None) -> Decoded:
    """Let the possible encodings compete on a sample of the bytes."""
    sample = data[:SAMPLE]
    scored = [
        (_score(text) + (TIE if encoding == declared else 0.0), encoding)
        for encoding, text in _candidates(sample, declared)
    ]
    best, encoding = max(scored, default=(0.0, ""))
    if best >= ACCEPTED:
        text = data.decode(encoding, "replace")
        said = "" if declared in (None, encoding) else f", though {declared} is declared"
        bad = text.count("\ufffd")
        broken = f"; {bad} bad places" if bad else ""
        return Decoded(text, encoding, f"{min(best, 1):.0%} of it reads well{said}{broken}")
    controls = len(CONTROL.findall(sample))
    if controls > len(sample) / 100:
        raise UnreadableFile(f"this is binary: {controls} control bytes in the first {len(sample)}")
    return _as_declared(data, declared)


def _as_declared(data: bytes, declared: str | None) -> Decoded:
    """Read bytes in the charset that is declared for them, if every one of them fits."""
    try:
        if declared:
            return Decoded(data.decode(declared), declared, "declared, and every byte fits")
    except UnicodeDecodeError:
        pass
    raise UndecodableText("no encoding explains the bytes well enough")


def _candidates(sample: bytes, declared: str | None) -> Iterator[tuple[str, str]]:
    """Yield each encoding that could have made the sample, with its reading of it."""
    if b"\0" not in sample:
        yield "utf-8", sample.decode("utf-8", "replace")
        for encoding in dict.fromkeys((*CHINESE, *filter(None, [declared]), "cp1252")):
            if encoding not in WIDE:
                yield encoding, sample.decode(encoding, "replace")
    for encoding in WIDE:
        yield encoding, sample[: len(sample) // 2 * 2].decode(encoding, "replace")


def _score(text: str) -> float:
    """Return how good a reading is: the share of its characters that people write.

    ASCII proves nothing in a reading that also holds nonsense, so it counts only as much as the rest is good.
    """
    if not text:
        return 0.0
    ascii_share = len(text.encode("ascii", "ignore")) / len(text)
    broken = (text.count("\ufffd") + len(CONTROL.findall(text.encode("ascii", "ignore")))) / len(text)
    accented = len(ACCENTED.findall(text)) / len(text) if ascii_share > 0.7 else 0.0
    rest = 1 - ascii_share
    good = frequent_share(text) * rest + accented
    ascii_worth = ascii_share * min(1.0, good / rest) if rest else ascii_share
    return good + ascii_worth - 8 * max(0.0, broken - 0.001)


def _python_name(declared: str | None) -> str | None:
    """Return the codec that a declared charset means, None for one that Python does not know."""
    try:
        name = codecs.lookup((declared or "").strip(" \"';")).name
        b"a".decode(name, "ignore")
    except (LookupError, ValueError):  # unknown, or no encoding of text
        return None
    return None if name in NEVER else ALIASES.get(name, name)
