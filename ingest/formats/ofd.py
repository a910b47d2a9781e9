"""OFD, the national format for official documents: a package of XML in which every word has its place."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from corpus.errors import UnreadableFile
from ingest.formats.archives import Element, Package
from ingest.formats.sheets import Glyph, Ruling, Sheet, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

POINT: Final = 72 / 25.4  # OFD counts in millimetres
MOST_PAGES: Final = 3000
MOST_STEPS: Final = 100_000  # characters of one piece of text
THIN: Final = 1.0
TOUCHING: Final = 1.2  # ems; a character that is followed nearer than that has no gap behind it

Matrix = tuple[float, float, float, float, float, float]
STRAIGHT: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_ofd(data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of an OFD file; raises UnreadableFile."""
    package = Package(data)
    root = package.xml("OFD.xml")
    sheets: list[Sheet] = []
    for body in root.each("DocBody"):
        place = body.first("DocRoot")
        if place is None:
            continue
        at = _within("", place.text)
        document = package.xml(at)
        area = document.first("CommonData", "PageArea", "PhysicalBox")
        pages = document.first("Pages")
        for page in pages.each("Page") if pages else ():
            if len(sheets) >= MOST_PAGES:
                raise UnreadableFile(f"the OFD file has more than {MOST_PAGES} pages", hint="split it")
            sheets.append(_sheet(package.xml(_within(at, page.get("BaseLoc") or "")), area))
    return tuple(sheets)


def _within(at: str, location: str) -> str:
    """Return the part that a location in another part leads to."""
    location = location.strip()
    if location.startswith("/"):
        return posixpath.normpath(location).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(at), location))


def _sheet(page: Element, area: Element | None) -> Sheet:
    """Return one page with its words and lines."""
    box = page.first("Area", "PhysicalBox") or area
    _, _, width, height = _numbers(box.text if box else "", 4)
    content = page.first("Content")
    glyphs: list[Glyph] = []
    rulings: list[Ruling] = []
    for layer in content.each("Layer") if content else ():
        for text in layer.all("TextObject"):
            glyphs += _glyphs(text)
        for path in layer.all("PathObject"):
            rulings += _rulings(path)
    return Sheet(width * POINT, height * POINT, tuple(runs(glyphs)), tuple(rulings))


def _glyphs(text: Element) -> Iterator[Glyph]:
    """Yield the characters of a piece of text; text that is invisible or stands aslant is left out."""
    x, y, _, _ = _numbers(text.get("Boundary") or "", 4)
    matrix = _matrix(text)
    size = _number(text.get("Size")) * abs(matrix[3]) * POINT
    if size < 1 or text.get("Visible") == "false" or text.get("Alpha") == "0" or abs(matrix[1]) > 0.05:
        return
    at = (0.0, 0.0)
    for code in text.each("TextCode"):
        at = (_number(code.get("X"), at[0]), _number(code.get("Y"), at[1]))
        steps = _steps(code.get("DeltaX") or "")
        falls = _steps(code.get("DeltaY") or "")
        px, py = at
        for number, char in enumerate(code.text.strip("\r\n")[:MOST_STEPS]):
            left, base = matrix[0] * px + matrix[4] + x, matrix[3] * py + matrix[5] + y
            step = steps[number] if number < len(steps) else 0.0
            wide = size * (1.0 if ord(char) > 0x2E7F else 0.5)
            if 0 < step * abs(matrix[0]) * POINT < TOUCHING * size:
                wide = step * abs(matrix[0]) * POINT
            yield Glyph(char, left * POINT, left * POINT + wide, base * POINT, size)
            px += step
            py += falls[number] if number < len(falls) else 0.0


def _steps(text: str) -> list[float]:
    """Return by how much each character stands behind the one before; "g 3 4.2" is three times 4.2."""
    words = text.split()
    steps: list[float] = []
    at = 0
    while at < len(words) and len(steps) < MOST_STEPS:
        if words[at] == "g" and at + 2 < len(words):
            times = min(int(_number(words[at + 1])), MOST_STEPS)
            steps += [_number(words[at + 2])] * times
            at += 3
        else:
            steps.append(_number(words[at]))
            at += 1
    return steps


def _rulings(path: Element) -> Iterator[Ruling]:
    """Yield the level and upright lines of a drawing."""
    x, y, _, _ = _numbers(path.get("Boundary") or "", 4)
    a, _, _, d, e, f = _matrix(path)
    drawing = path.first("AbbreviatedData")
    words = drawing.text.split() if drawing else []
    start = here = (x, y)
    at = 0
    while at < min(len(words), MOST_STEPS):
        word = words[at]
        if word in ("S", "M", "L") and at + 2 < len(words):
            place = (a * _number(words[at + 1]) + e + x, d * _number(words[at + 2]) + f + y)
            if word == "L":
                yield from _ruling(here, place)
            else:
                start = place
            here = place
            at += 3
        else:
            if word == "C":
                yield from _ruling(here, start)
            at += 1


def _ruling(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Ruling]:
    if min(abs(one[0] - other[0]), abs(one[1] - other[1])) < THIN:
        (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        yield Ruling(x0 * POINT, y0 * POINT, x1 * POINT, y1 * POINT)


def _matrix(element: Element) -> Matrix:
    """Return how an object is scaled and moved."""
    words = element.get("CTM")
    if not words:
        return STRAIGHT
    a, b, c, d, e, f = _numbers(words, 6)
    return (a, b, c, d, e, f)


def _numbers(text: str, count: int) -> list[float]:
    """Return so many numbers of a text, zeros where it has fewer."""
    found = [_number(word) for word in text.split()[:count]]
    return found + [0.0] * (count - len(found))


def _number(text: str | None, otherwise: float = 0.0) -> float:
    try:
        value = float(text) if text else otherwise
    except ValueError:
        return otherwise
    return value if abs(value) < 1e6 else otherwise
