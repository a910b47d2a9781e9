"""Small PDF files, written by hand so that every word stands where a test wants it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text import apply
from ingest.formats import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 595, 842  # A4 in points
LEFT, TOP = 90, 90
LATIN = re.compile(r"[\x20-\x7e]+|[^\x20-\x7e]+")
SONG = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H"
    " /DescendantFonts [5 0 R] >>"
)
SONG_GLYPHS = (
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo"
    " << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor << /Type /FontDescriptor"
    " /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880"
    " /Descent -120 /CapHeight 880 /StemV 93 >> >>"
)
HELVETICA = {" ": 278, **dict.fromkeys("fijlt.,:;!'()-I", 278), **dict.fromkeys("mwMW", 833)}


def text_at(x: float, y: float, words: str, size: float = 12, *, turn: str = "1 0 0 1") -> str:
    """Operators that print words; `y` is the distance of their baseline from the top of the sheet."""
    pieces = []
    for piece in LATIN.findall(words):
        if piece.isascii():
            escaped = re.sub(r"([()\\])", r"\\\1", piece)
            pieces.append(f"/F1 {size} Tf ({escaped}) Tj")
        else:
            pieces.append(f"/F2 {size} Tf <{piece.encode('utf-16-be').hex()}> Tj")
    return f"BT {turn} {x} {HEIGHT - y} Tm {' '.join(pieces)} ET"


def width(words: str, size: float = 12) -> float:
    """How wide words are when printed."""
    return sum(size * (HELVETICA.get(c, 556) / 1000 if c.isascii() else 1) for c in words)


def centred(y: float, words: str, size: float = 18) -> str:
    """Words in the middle of the sheet."""
    return text_at((WIDTH - width(words, size)) / 2, y, words, size)


def lines(rows: Iterable[str], x: float = LEFT, y: float = TOP, size: float = 12, step: float = 20) -> str:
    """Lines one below the other; a leading ideographic space moves a line right instead of being printed."""
    ops = []
    for number, row in enumerate(rows):
        words = row.lstrip("　")
        ops.append(text_at(x + size * (len(row) - len(words)), y + number * step, words, size))
    return "\n".join(ops)


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """A drawn line."""
    return f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S"


def grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    """The lines of a table."""
    level = [rule(xs[0], y, xs[-1], y) for y in ys]
    return "\n".join(level + [rule(x, ys[0], x, ys[-1]) for x in xs])


def paragraph(text: str, size: float = 12, measure: float = 415, indent: float = 2) -> list[str]:
    """Chinese text broken to lines of a measure, the first indented."""
    rows, row = [], "　" * int(indent)
    for char in text:
        if width(row + char, size) > measure:
            rows.append(row)
            row = ""
        row += char
    return [*rows, row]


def written(data: bytes) -> list[str]:
    """The lines that a reader makes of a file."""
    file = read_file(data)
    assert file
    decoded, page = file
    return apply(decoded.text, page.edits)[0].splitlines()


def pdf(*pages: str, extra: str = "", trailer: str = "") -> bytes:
    """A PDF file with these pages; `extra` goes into each page's dictionary."""
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        SONG,
        SONG_GLYPHS,
    ]
    for number, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {extra}"
            f" /Contents {7 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content.encode())} >>\nstream\n{content}\nendstream")
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    return out + (
        f"{end}<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    )
