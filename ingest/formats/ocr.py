"""Scans: the lines that optical character recognition reads on a picture, with their places."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace
from functools import cache
from io import BytesIO
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from corpus.errors import UnreadableFile
from corpus.extras import need
from ingest.formats.sheets import Run, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_PIXELS: Final = 60_000_000  # of one picture; A4 at 600 dots an inch has 35 million
MOST_SCANS: Final = 200  # pages of one file; a page takes seconds
WIDTH: Final = 595.0  # points of the sheet that a picture is taken for
DENSITY: Final = 150  # dots an inch at which pages are drawn to be read
SURE: Final = 0.5  # what is read with less confidence is dirt
UNEVEN: Final = 0.25
BASELINE: Final = 0.15  # of a line's height lies below its baseline


def read_image(data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a picture; raises UnreadableFile or MissingExtra."""
    engine()
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise UnreadableFile(
                    f"the picture has {picture.width} by {picture.height} pixels", hint="make it smaller"
                )
            return tuple(_sheet(frame.convert("RGB")) for frame in _frames(picture))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnreadableFile("the picture is damaged or cut off", hint="download it again") from error


def _frames(picture: Any) -> Iterator[Any]:
    """Yield the pages of a picture: those of a TIFF file are many, those of a film count as one."""
    count = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
    for number in range(min(count, MOST_SCANS)):
        picture.seek(number)
        if picture.width * picture.height <= MOST_PIXELS:
            yield picture


def read_scans(data: bytes, sheets: Sequence[Sheet], blank: Sequence[int]) -> tuple[Sheet, ...]:
    """Return the sheets of a PDF, those without a text layer as they are read by eye."""
    engine()
    from ingest.formats.pdf import ONE_AT_A_TIME, open_pdf

    library = need("pypdfium2", "pdf", "PDF")
    if len(blank) > MOST_SCANS:
        raise UnreadableFile(f"the PDF has {len(blank)} scanned pages", hint=f"up to {MOST_SCANS} are read")
    read = list(sheets)
    for number in blank:
        with ONE_AT_A_TIME, closing(open_pdf(library, data)) as document, closing(document[number]) as page:
            scale = min(DENSITY / 72, (MOST_PIXELS / max(page.get_width() * page.get_height(), 1)) ** 0.5)
            picture = page.render(scale=scale).to_pil().convert("RGB")
        read[number] = _sheet(picture)
    return tuple(read)


@cache
def engine() -> Any:
    """Return the recogniser, with the models that its package brings; raises MissingExtra."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # else the runtime looks up a host on import
    library = need("rapidocr", "ocr", "a scan")
    need("onnxruntime", "ocr", "a scan")
    return library.RapidOCR(params={"Global.log_level": "error"})


def _sheet(picture: Any) -> Sheet:
    """Read one picture, held upright, as a sheet as wide as paper."""
    import numpy as np

    scale = WIDTH / picture.width
    found = engine()(np.asarray(picture)[:, :, ::-1])
    runs = []
    lines = () if found.boxes is None else zip(found.boxes, found.txts, found.scores, strict=True)
    for box, text, score in lines:
        words = " ".join(text.split())
        if score >= SURE and words:
            (x0, x1), (y0, y1) = ((min(side), max(side)) for side in zip(*box.tolist(), strict=True))
            height = (y1 - y0) * scale
            runs.append(Run(words, x0 * scale, x1 * scale, y1 * scale - BASELINE * height, height))
    return Sheet(WIDTH, picture.height * scale, tuple(_evened(runs)))


def _evened(runs: Sequence[Run]) -> Iterator[Run]:
    """Give lines of about the usual height that height: what is found depends on the letters of each line."""
    usual = median(run.size for run in runs) if runs else 0.0
    for run in runs:
        yield replace(run, size=usual) if abs(run.size - usual) < UNEVEN * usual else run
