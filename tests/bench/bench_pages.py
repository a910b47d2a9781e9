"""Pages beside trafilatura, readability-lxml and newspaper4k: text and metadata, pages a second, memory.

The others get each page decoded as we decode it: by themselves they lose those that declare a wrong charset.
A page with its article's text, title, publisher and date is a line of `tests/cases/article.jsonl` and
`pages.jsonl`; the development gold is added where it is there.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib import import_module
from pathlib import Path
from typing import Any

from ingest import decode
from ingest.reading import read
from tests.shared import SHARED

CASES = Path(__file__).parents[1] / "cases"
GARBLED = "04_repost_hant_br"  # its gold text is as garbled as the page, which repair mends
COUNTS = (100, 1000)


@dataclass(frozen=True)
class Article:
    """What a reader finds on a page, or what is on it."""

    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""


Reader = Callable[[bytes], Article]


def ours(page: bytes) -> Article:
    """Read by this project, all the way to documents."""
    documents = read(page, "page").documents
    first = documents[0]
    text = "\n".join(document.text for document in documents)
    return Article(text, first.title or "", first.publisher or "", first.published or "")


def by_trafilatura(page: bytes) -> Article:
    """Read by trafilatura, with the metadata it finds."""
    found = import_module("trafilatura").bare_extraction(
        decode(page).text, with_metadata=True, include_comments=False
    )
    facts = found.as_dict() if found else {}
    names = {"text": "text", "title": "title", "publisher": "sitename", "published": "date"}
    return Article(**{ours: str(facts.get(theirs) or "") for ours, theirs in names.items()})


def by_readability(page: bytes) -> Article:
    """Read by readability-lxml, which knows no metadata but the title."""
    document = import_module("readability").Document(decode(page).text)
    summary = import_module("lxml.html").fromstring(document.summary())
    return Article(summary.text_content(), document.short_title())


def by_newspaper(page: bytes) -> Article:
    """Read by newspaper4k, told that the page is Chinese where it is."""
    text = decode(page).text
    language = "zh" if sum("㐀" <= char <= "鿿" for char in text) > len(text) / 50 else "en"
    article = import_module("newspaper").Article("https://gov.example/", language=language)
    article.download(input_html=text)
    article.parse()
    return Article(
        article.text, article.title, article.meta_site_name or "", str(article.publish_date or "")[:10]
    )


READERS: dict[str, tuple[Reader, str]] = {
    "policykb": (ours, "ingest"),
    "trafilatura": (by_trafilatura, "trafilatura"),
    "readability": (by_readability, "readability"),
    "newspaper4k": (by_newspaper, "newspaper"),
}


def installed() -> dict[str, Reader]:
    """Those of the readers that are there."""
    found = {}
    for name, (reader, module) in READERS.items():
        try:
            import_module(module)
        except ImportError:
            print(f"{name} is not installed: left out")
        else:
            found[name] = reader
    return found


def pages() -> Iterator[tuple[str, bytes, Article]]:
    """Every page with what is on it."""
    for name in ("article", "pages"):
        for row in (CASES / f"{name}.jsonl").read_text("utf-8").splitlines():
            case = json.loads(row)
            facts = (case[field] or "" for field in ("text", "title", "publisher", "published"))
            yield case["label"], case["html"].encode(case.get("encoding", "utf-8")), Article(*facts)
    gold = SHARED / "gold" / "html"
    for case in json.loads((gold / "expected.json").read_text("utf-8")) if gold.is_dir() else ():
        if case["name"] != GARBLED:
            facts = (case[field] or "" for field in ("text", "title", "source", "date"))
            yield case["name"], (gold / f"{case['name']}.html").read_bytes(), Article(*facts)


def bare(text: str) -> str:
    """The characters of a text without white space."""
    return "".join(text.split())


def f1(wanted: str, found: str) -> float:
    """Character F1 of a text, by the longest common stretches."""
    one, other = bare(wanted), bare(found)
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks) / max(1, len(one) + len(other))


def attempt(reader: Reader, page: bytes) -> Article:
    """What a reader finds; nothing where it gives up."""
    try:
        return reader(page)
    except Exception as error:  # noqa: BLE001  a library that fails on a page has found nothing there
        print(f"   {reader.__name__} failed: {type(error).__name__}", file=sys.stderr)
        return Article("")


def quality(readers: dict[str, Reader]) -> None:
    """Print F1 of the texts, right metadata, and the pages on which another reader finds more of the text."""
    cases = list(pages())
    scores: dict[str, list[float]] = {}
    print(f"{len(cases)} pages        text F1     title   publisher        date")
    for name, reader in readers.items():
        found = [attempt(reader, page) for _, page, _ in cases]
        wanted = [article for _, _, article in cases]
        scores[name] = [f1(one.text, other.text) for one, other in zip(wanted, found, strict=True)]
        right = [
            sum(
                fits(getattr(one, field), getattr(other, field))
                for one, other in zip(wanted, found, strict=True)
            )
            for field in ("title", "publisher", "published")
        ]
        print(f"{name:12} {sum(scores[name]) / len(cases):10.4f}", *(f"{n:5}/{len(cases)}" for n in right))
    for at, (label, _, _) in enumerate(cases):
        best = max(scores, key=lambda name: scores[name][at])
        if scores[best][at] > scores["policykb"][at] + 0.005:
            print(f"   {best} is better on “{label}”: {scores[best][at]:.3f}, {scores['policykb'][at]:.3f}")


def fits(wanted: str, found: str) -> bool:
    """Whether a fact is right: a day is enough of a date, and a name may have words around it."""
    if wanted[:4].isdigit():
        return wanted[:10] == found[:10]
    return bare(wanted) in bare(found) if wanted else not found


def measure(name: str, count: int) -> None:
    """Read so many different pages in this process, and print seconds and megabytes."""
    sources = [page for _, page, _ in pages()]
    batch = [sources[n % len(sources)].replace(b"</p>", f" {n}</p>".encode()) for n in range(count)]
    reader = READERS[name][0]
    reader(sources[0])  # what is loaded once is not counted
    before = peak()
    start = time.process_time()
    for page in batch:
        attempt(reader, page)
    seconds = time.process_time() - start
    print(json.dumps({"seconds": seconds, "peak": peak(), "more": peak() - before}))


def peak() -> float:
    """Megabytes that this process has held at most; what its parent held does not count."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def speed(readers: dict[str, Reader]) -> None:
    """Print pages a second and peak memory, each reader and number of pages in a process of its own."""
    print("pages        reader        seconds   a second    peak MB   grown by MB")
    for count in COUNTS:
        for name in readers:
            command = [sys.executable, "-m", "tests.bench.bench_pages", name, str(count)]
            out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            took: dict[str, Any] = json.loads(out.splitlines()[-1])
            rate = count / took["seconds"]
            row = f"{count:5}        {name:12} {took['seconds']:8.2f} {rate:10.1f} {took['peak']:10.0f}"
            print(f"{row} {took['more']:13.0f}", flush=True)


def main() -> None:
    """Compare; with the name of a reader and a number, measure that one alone."""
    if len(sys.argv) == 3:
        measure(sys.argv[1], int(sys.argv[2]))
        return
    readers = installed()
    quality(readers)
    speed(readers)


if __name__ == "__main__":
    main()
