"""PDF: the characters of the text layer with their places; sheets without one are left to OCR."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from corpus.errors import UnreadableFile
from corpus.extras import need
from ingest.formats.sheets import Glyph, Ruling, Sheet, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE_AT_A_TIME = Lock()  # the library is not made for threads
MOST_PAGES = 3000
MOST_CHARACTERS = 200_000  # of one page; a page of print has 4,000
LONGEST = 6_000_000  # characters of a file
SMALLEST = 1.0  # points; nobody reads smaller print
UNMAPPED = 0.3  # share of characters without meaning that makes a text layer worthless
PATH, IMAGE = 2, 3  # kinds of objects on a page, as the library numbers them
PAPER = 245  # of 255: what is lighter is white
STRAIGHT = 0.05  # quarters of a turn
THIN = 2.5  # points; what is thicker is no line
MOST_PATHS = 5000

Box = tuple[float, float, float, float]
Point = tuple[float, float]
Painted = tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF file: its sheets, which of them hold a picture in place of text, how many cannot be read."""

    sheets: tuple[Sheet, ...]
    blank: tuple[int, ...]
    damaged: int


def read_pdf(data: bytes) -> Paper:
    """Return the sheets of a PDF; raises UnreadableFile or MissingExtra."""
    library = need("pypdfium2", "pdf", "PDF")
    sheets = []
    blank = []
    damaged = length = 0
    with ONE_AT_A_TIME, closing(open_pdf(library, data)) as document:
        if len(document) > MOST_PAGES:
            raise UnreadableFile(f"the PDF has {len(document)} pages", hint="split it into its documents")
        for number in range(len(document)):
            try:
                with closing(document[number]) as page:
                    sheets.append(_sheet(library.raw, page))
                    length += sum(len(run.text) for run in sheets[-1].runs)
                    if not sheets[-1].runs and next(page.get_objects(max_depth=3), None):
                        blank.append(number)
            except library.PdfiumError:
                damaged += 1
                sheets.append(Sheet(0, 0, ()))
            if length > LONGEST:
                raise UnreadableFile("the PDF is as long as a library", hint="split it into its documents")
    return Paper(tuple(sheets), tuple(blank), damaged)


def open_pdf(library: Any, data: bytes) -> Any:
    """Open a PDF file; raises UnreadableFile with what is wrong with it."""
    try:
        return library.PdfDocument(data)
    except library.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            hint = "remove its password and add it again"
            raise UnreadableFile("the PDF is encrypted", hint=hint) from error
        raise UnreadableFile("the PDF is damaged or cut off", hint="download it again") from error


def _sheet(raw: Any, page: Any) -> Sheet:
    """Return a page with its visible words; those of fonts that do not say what they print are no words."""
    left, bottom, right, top = page.get_bbox()
    sides = (right - left, top - bottom)
    with closing(page.get_textpage()) as text:
        count = text.count_chars()
        if count > MOST_CHARACTERS:
            raise UnreadableFile(f"a page of the PDF holds {count} characters", hint="no page of print does")
        reader = _Reader(raw, text, page)
        glyphs = list(reader.glyphs(count))
    if reader.unmapped > UNMAPPED * len(glyphs):
        glyphs = []
    width, height = sides[:: -1 if reader.turn % 2 else 1]
    return Sheet(width, height, tuple(runs(glyphs)), tuple(_rulings(raw, page, reader.turn)))


class _Reader:
    """Asks the library for the characters of one page."""

    def __init__(self, raw: Any, text: Any, page: Any) -> None:
        self.raw = raw
        self.text = text
        self.box = page.get_bbox()
        self.turn = 0
        self.unmapped = 0
        self.painted: Painted | None = None
        self.page = page
        self.objects: dict[int | None, float] = {}

    def glyphs(self, count: int) -> Iterator[Glyph]:
        """Yield what is printed in the direction in which most of the page is; the rest are watermarks."""
        turns = [_quarters(self.raw.FPDFText_GetCharAngle(self.text, n)) for n in range(count)]
        self.turn = Counter(turn for turn in turns if turn is not None).most_common(1)[0][0] if count else 0
        high = 0
        for number, turn in enumerate(turns):
            if turn != self.turn or self.raw.FPDFText_IsGenerated(self.text, number) == 1:
                continue
            code = self.raw.FPDFText_GetUnicode(self.text, number)
            if 0xD800 <= code < 0xDC00:  # the library counts in UTF-16
                high = code
                continue
            if 0xDC00 <= code < 0xE000 and high:
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
            high = 0
            if glyph := self.glyph(number, self.char(number, code)):
                yield glyph

    def char(self, number: int, code: int) -> str:
        """Return what a character stands for, nothing for control codes."""
        if self.raw.FPDFText_IsHyphen(self.text, number) == 1:
            return "-"
        self.unmapped += self.raw.FPDFText_HasUnicodeMapError(self.text, number) == 1
        if code < 32 or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF):
            return " " if code == 9 else ""
        return chr(code)

    def glyph(self, number: int, char: str) -> Glyph | None:
        """Return a character with its place on the sheet, None for one that nobody sees."""
        if not char:
            return None
        box = self.raw.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        self.raw.FPDFText_GetCharOrigin(self.text, number, x, y)
        self.raw.FPDFText_GetLooseCharBox(self.text, number, box)
        left, bottom, right, top = self.box
        if not (left - 1 <= x.value <= right + 1 and bottom - 1 <= y.value <= top + 1):
            return None
        size = self.size(number, x.value, y.value)
        if size < SMALLEST:
            return None
        (x0, at), (x1, _) = (
            turned(*place, self.turn, self.box) for place in _ends(box, x.value, y.value, self.turn)
        )
        return Glyph(char, min(x0, x1), max(x0, x1), at, size)

    def size(self, number: int, x: float, y: float) -> float:
        """Return the size of a character in points, 0 for one that is printed white on white."""
        thing = self.raw.FPDFText_GetTextObject(self.text, number)
        key = ctypes.cast(thing, ctypes.c_void_p).value
        if key not in self.objects:
            matrix = self.raw.FS_MATRIX()
            self.raw.FPDFText_GetMatrix(self.text, number, matrix)
            scale = math.hypot(matrix.c, matrix.d)
            self.objects[key] = scale * self.raw.FPDFText_GetFontSize(self.text, number)
            if self.is_white(number) and not self.is_painted(x, y):
                self.objects[key] = 0.0
        return self.objects[key]

    def is_white(self, number: int) -> bool:
        """Whether a character has the colour of paper, or none at all."""
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        self.raw.FPDFText_GetFillColor(self.text, number, red, green, blue, alpha)
        return alpha.value == 0 or min(red.value, green.value, blue.value) > PAPER

    def is_painted(self, x: float, y: float) -> bool:
        """Whether there is a coloured ground or a picture behind a place."""
        if self.painted is None:
            self.painted = tuple(_painted(self.raw, self.page))
        return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in self.painted)


def _quarters(angle: float) -> int | None:
    """Return by how many quarters of a turn a character is turned, None where it stands aslant."""
    turns = angle / (math.pi / 2)
    return round(turns) % 4 if abs(turns - round(turns)) < STRAIGHT else None


def _ends(box: Any, x: float, y: float, turn: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return where on its baseline a character begins and ends."""
    if turn % 2:
        return (x, box.bottom), (x, box.top)
    return (box.left, y), (box.right, y)


def turned(x: float, y: float, turn: int, box: Box) -> tuple[float, float]:
    """Return a place of the page, on which text runs in the direction `turn`, on the sheet held upright."""
    left, bottom, right, top = box
    # The library counts angles clockwise.
    return ((x - left, top - y), (top - y, right - x), (right - x, y - bottom), (y - bottom, x - left))[turn]


def _painted(raw: Any, page: Any) -> Iterator[Box]:
    """Yield where a page has pictures, or paths filled with a colour."""
    for thing in page.get_objects(filter=[PATH, IMAGE], max_depth=4):
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        raw.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha)
        if thing.type == IMAGE or min(red.value, green.value, blue.value) <= PAPER:
            yield thing.get_bounds()


def _rulings(raw: Any, page: Any, turn: int) -> Iterator[Ruling]:
    """Yield the straight lines that are drawn on a page, turned as its text is."""
    box = page.get_bbox()
    for thing, _ in zip(page.get_objects(filter=[PATH], max_depth=4), range(MOST_PATHS), strict=False):
        for (x0, y0), (x1, y1) in _lines(raw, thing):
            if min(abs(x0 - x1), abs(y0 - y1)) < THIN:
                (a, b), (c, d) = turned(x0, y0, turn, box), turned(x1, y1, turn, box)
                yield Ruling(min(a, c), min(b, d), max(a, c), max(b, d))


def _lines(raw: Any, thing: Any) -> Iterator[tuple[Point, Point]]:
    """Yield the straight lines of a path; the rims of a painted ground are none."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing, fill, stroke)
    left, bottom, right, top = thing.get_bounds()
    if not stroke.value and min(right - left, top - bottom) > THIN:
        return
    matrix = thing.get_matrix()
    start = at = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(min(raw.FPDFPath_CountSegments(thing), MOST_PATHS)):
        segment = raw.FPDFPath_GetPathSegment(thing, number)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        place = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = place
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield at, place
        at = place
        if raw.FPDFPathSegment_GetClose(segment):
            yield at, start
            at = start
