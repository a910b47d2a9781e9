"""Encoding beside all-MiniLM-L6-v2, the default of the field, on the same sentences in both languages."""

from __future__ import annotations

import resource
import time
from itertools import islice
from typing import TYPE_CHECKING

from corpus.errors import MissingExtra
from index import load_encoder
from index.passages import sentences
from tests.bench.plans import Plan
from tests.minilm import MINILM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.encoder import Encoder

MANY = 20_000
FEW = 400  # what the other model is given: a part of the same sentences


def texts(plans: range) -> Iterator[str]:
    """Sentences of plans, Chinese and English by turns."""
    for number in plans:
        for language in ("zh", "en"):
            text = Plan(number).text(language)
            yield from (span.cut(text) for span in sentences(text))


def rate(encoder: Encoder, given: list[str]) -> float:
    """Sentences a second, the best of three runs; what is loaded first is not counted."""
    encoder.encode(given[:8])
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        encoder.encode(given)
        best = min(best, time.perf_counter() - start)
    return len(given) / best


def memory() -> float:
    """Most megabytes that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main() -> None:
    """Print both rates and how many times faster ours is."""
    given = list(islice(texts(range(400)), MANY))
    start = time.perf_counter()
    ours = load_encoder()
    ours.encode(["a"])
    print(f"policykb, first sentence after      {time.perf_counter() - start:8.2f} s")
    own = {size: rate(ours, given[:size]) for size in (FEW, MANY)}
    for size, found in own.items():
        print(f"policykb, {size:6,} sentences          {found:8,.0f} a second   {memory():5,.0f} MB")
    if not MINILM.is_dir():
        print("all-MiniLM-L6-v2 is not installed: no comparison (extra `bench`)")
        return
    try:
        other = rate(load_encoder(str(MINILM)), given[:FEW])
    except MissingExtra as error:
        print(f"no comparison: {error.line}")
        return
    print(f"all-MiniLM-L6-v2, {FEW:6,} sentences  {other:8,.0f} a second   {memory():5,.0f} MB")
    print(f"times faster                        {own[FEW] / other:8,.0f}")


if __name__ == "__main__":
    main()
