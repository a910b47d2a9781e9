"""Search beside plain Chroma with the same vectors alone: time, memory, size, and whether the plan is found.

Each is asked in a process of its own, with the text of the question in both cases: what is told of memory is
the whole of that process.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index import load_encoder
from index.passages import passages
from ingest.reading import read
from kb import KnowledgeBase
from tests.bench.plans import LANGUAGES, Plan, questions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIZES = (10_000, 100_000)
ASKED = 200
HITS = 10
BATCH = 5_000  # vectors that Chroma is given at once


@dataclass(frozen=True, slots=True)
class Measured:
    """What was seen of one way to search: milliseconds, megabytes, and the share of plans found first.

    `work` is processor time, which a busy machine does not lengthen much.
    """

    name: str
    median: float
    slowest: float
    work: float
    memory: float
    disk: float
    right: float

    def tell(self) -> None:
        """Print a line."""
        print(
            f"  {self.name:21} p50 {self.median:6.1f}  p99 {self.slowest:6.1f}  work {self.work:5.1f} ms"
            f"  memory {self.memory:5,.0f} MB  disk {self.disk:5,.0f} MB  right first {self.right:.3f}",
            flush=True,
        )


def grow(home: Path, size: int) -> int:
    """Index plans until so many passages are held; the number of plans."""
    with KnowledgeBase(home) as base:
        count = base.index.count()
        known = base.store.db.execute("select count(distinct document) from passages").fetchone()[0]
        number = int(known) // len(LANGUAGES)
        while count < size:
            with base.store.transaction():
                for language in LANGUAGES:
                    for document in read(Plan(number).text(language).encode(), "plan.txt").documents:
                        cut = passages(document)
                        base.index.write(document.id, cut)
                        count += len(cut)
            number += 1
        base.store.db.execute("pragma wal_checkpoint(truncate)")
    return number


def measure(name: str, search: Callable[[str], str], plans: int, disk: float) -> Measured:
    """Ask all questions; `search` gives the title of the document found first."""
    asked = questions(plans, ASKED)
    search(asked[0][1])
    times, work, right = [], [], 0
    for plan, question in asked:
        start, worked = time.perf_counter(), time.process_time()
        title = search(question)
        times.append(1000 * (time.perf_counter() - start))
        work.append(1000 * (time.process_time() - worked))
        right += title in (plan.title.zh, plan.title.en)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    median, slowest = np.percentile(times, [50, 99]).tolist()
    return Measured(name, median, slowest, float(np.median(work)), memory, disk, right / len(asked))


def ours(home: Path, plans: int) -> Measured:
    """Ask our index: vectors, sentences, pieces and words."""
    with KnowledgeBase(home) as base:
        return measure(
            "policykb", lambda q: base.index.search(q, HITS)[0].passage.title, plans, megabytes(home)
        )


def plain(home: Path, folder: Path, plans: int) -> Measured:
    """Ask a fresh collection of Chroma that holds our vectors and nothing else."""
    import chromadb
    from chromadb.config import Settings

    encoder = load_encoder()
    with KnowledgeBase(home) as base:
        query = "select number, title, vector from vectors join passages using (number) order by number"
        rows = base.store.db.execute(query).fetchall()
    titles = [str(title) for _, title, _ in rows]
    vectors = np.frombuffer(b"".join(v for _, _, v in rows), "<f2").reshape(len(rows), -1).astype(np.float32)
    client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    space: Any = {"hnsw": {"space": "cosine"}}
    collection = client.create_collection("plain", embedding_function=None, configuration=space)
    for start in range(0, len(rows), BATCH):
        part = range(start, min(start + BATCH, len(rows)))
        collection.add(ids=[str(i) for i in part], embeddings=vectors[start : start + BATCH])

    def search(question: str) -> str:
        found = collection.query(query_embeddings=encoder.encode_queries([question]), n_results=HITS)
        return titles[int(found["ids"][0][0])]

    return measure("Chroma, vectors alone", search, plans, megabytes(folder))


def megabytes(folder: Path) -> float:
    """How much a folder takes on disk."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def apart(work: Callable[..., Measured], *given: object) -> Measured:
    """Do something in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def main(sizes: Sequence[int]) -> None:
    """Measure both at each size."""
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            start = time.perf_counter()
            plans = grow(Path(name) / "home", size)
            print(f"{size:,} passages of {plans * len(LANGUAGES):,} documents", end="")
            print(f" (read and indexed in {time.perf_counter() - start:.0f} s)", flush=True)
            own = apart(ours, Path(name) / "home", plans)
            own.tell()
            other = apart(plain, Path(name) / "home", Path(name) / f"chroma-{size}", plans)
            other.tell()
            ratios = own.median / other.median, own.slowest / other.slowest
            print(f"  {'times Chroma':21} p50 {ratios[0]:6.1f}     p99 {ratios[1]:6.1f}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
