"""Files of every format, damaged at random places: each ends in documents with a way back, or in one line."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from tests.ingest.cases import cases
from tests.ingest.formats.packages import docx, item, level, numbering, ofd, package, table, words_at
from tests.ingest.formats.packages import p as paragraph
from tests.ingest.formats.papers import centred, grid, lines, pdf, text_at
from tests.ingest.formats.papers import paragraph as printed
from tests.ingest.test_reading import attempt, check

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
TEXT = "近日，某市印发储能产业措施，提出到2028年装机规模达到120万千瓦，培育龙头企业3家。"
PIECES = (
    b"<table><td>", b"</div>", b"<!--", b"<script>", b"<style>.a{display:none}", b"&#55296;", b"&amp;amp;",
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b$B", b"\r", b"2025-13-45", b'"', b"\\ud800", b"stream",
    b"endobj", b"/Count -1", b"/Length 99999999", b"PK\x03\x04", b'w:val="99999999999"',
    b'Boundary="nan inf 1 1"', "來源：".encode(), "醫(yī)".encode(), "\u2028".encode(), "\u202e".encode(),
)  # fmt: skip


def originals() -> dict[str, list[bytes]]:
    """Sound files of each format."""
    page = "\n".join([centred(60, "某市行动方案"), lines(printed(TEXT * 3)), grid((90, 300), (400, 430))])
    body = (
        paragraph("某市行动方案")
        + item("总体要求")
        + table(("指标", "目标"), ("泊位", "12个"))
        + paragraph(TEXT)
    )
    return {
        "page": [case["html"].encode(case.get("encoding", "utf-8")) for case in cases("pages")],
        "text": [path.read_bytes() for path in sorted(SAMPLES.iterdir())],
        "pdf": [pdf(page, text_at(90, 90, "Three parks by 2028."))],
        "docx": [docx(body, numbering=numbering(level(0, "chineseCounting", "%1、")))],
        "ofd": [ofd(words_at(90, 100, "某市行动方案", 18) + words_at(90, 140, TEXT))],
        "csv": ['序号,指标,目标\n1,"泊位,万吨级",12个\n2,"岸""电""\n比例",90%\n'.encode()],
    }


def damaged(data: bytes, chance: Random) -> bytes:
    """Change, repeat, move or lose up to six stretches."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data) + 1)
        end = start + chance.choice((1, 4, 30, 300))
        inside = chance.choice((b"", data[start:end] * 3, chance.choice(PIECES), chance.randbytes(4)))
        data = data[:start] + inside + data[chance.choice((start, end)) :]
    return data


def damaged_inside(data: bytes, chance: Random) -> bytes:
    """Damage the parts of a package, so that it can still be unpacked."""
    with ZipFile(BytesIO(data)) as archive:
        return package({name: damaged(archive.read(name), chance) for name in archive.namelist()})


def ways(kind: str) -> Iterator[Callable[[bytes, Random], bytes]]:
    """How files of a format are damaged."""
    yield damaged
    if kind in ("docx", "ofd"):
        yield damaged_inside


@pytest.mark.timeout(120)
@pytest.mark.parametrize("kind", originals())
def test_damaged_files_end_in_documents_or_in_one_clear_line(kind: str) -> None:
    chance = Random(kind)
    for data in originals()[kind][:20] * (3 if kind in ("page", "text") else 20):
        for damage in ways(kind):
            check(attempt(damage(data, chance)))
