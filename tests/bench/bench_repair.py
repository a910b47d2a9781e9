"""Repair beside ftfy, in one run: families restored, clean texts changed, speed, and how it grows.

`python -m tests.bench.bench_repair [TEXT…]` measures speed and false edits on clean texts of your own too.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from ingest import decode, repair
from tests.garbling import annotate, reading_table, swallowed

CASES = Path(__file__).parents[1] / "cases"
SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
SIZES = (100_000, 1_000_000)
Fix = Callable[[str], str]


def fixers() -> dict[str, Fix]:
    """Our repair, and ftfy in its default and in its most careful setting, where it is installed."""
    found: dict[str, Fix] = {"policykb": lambda text: repair(text).text}
    try:
        from ftfy import TextFixerConfig, fix_text
    except ImportError:
        print("ftfy is not installed: no comparison")
        return found
    careful = TextFixerConfig(
        fix_character_width=False, uncurl_quotes=False, fix_latin_ligatures=False, normalization=None
    )
    return found | {
        "ftfy": lambda text: str(fix_text(text)),
        "ftfy, careful": lambda text: str(fix_text(text, config=careful)),
    }


def rows(name: str) -> list[dict[str, str]]:
    """Cases that the tests use."""
    text = (CASES / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def families(fixes: dict[str, Fix]) -> None:
    """Print, for each family of garbling, how many cases come back exactly."""
    cases: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows("repair.jsonl"):
        if "lost" not in row:
            cases[row["label"].split(",")[0]].append((row["raw"], row["clean"]))
    clean = decode((SAMPLES / "plan.zh.txt").read_bytes()).text
    for label, found in cases.items():
        right = [sum(fix(raw) == clean for raw, clean in found) for fix in fixes.values()]
        print(f"{label:44}", *(f"{n:6}/{len(found)}" for n in right))
    changed = [
        sum(fix(row["text"]) != row["text"] for row in rows("repair_clean.jsonl")) for fix in fixes.values()
    ]
    print(f"{'clean lines changed':44}", *(f"{n:8}" for n in changed))
    print(f"{'the sample plan changed':44}", *(f"{fix(clean) != clean!s:>8}" for fix in fixes.values()))


def speed(name: str, text: str, fixes: dict[str, Fix]) -> None:
    """Print megabytes a second, with the ratio to ftfy, and how time grows with length."""
    for size in SIZES:
        piece = (text * (size // len(text) + 1))[:size]
        taken = []
        for fix in fixes.values():
            start = time.process_time()
            fix(piece)
            taken.append(time.process_time() - start)
        rates = [len(piece.encode()) / 1e6 / seconds for seconds in taken]
        print(
            f"{name:28} {size:10,} characters",
            *(f"{rate:8.2f} MB/s" for rate in rates),
            f"x{rates[0] / rates[-1]:.1f}",
        )


def main() -> None:
    """Compare, on the bundled samples and on texts that are named."""
    fixes = fixers()
    print(f"{'':44}", *(f"{name:>8}" for name in fixes))
    families(fixes)
    texts = {path.name: decode(path.read_bytes()).text for path in sorted(SAMPLES.glob("plan.*.txt"))}
    plan = texts["plan.zh.txt"]
    texts["plan.zh.txt, glossed"] = annotate(_traditional(plan), reading_table(_traditional(plan)), swallowed)
    texts |= {Path(name).name: Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]}
    for name, text in texts.items():
        speed(name, text, fixes)
        print(f"{name:28} edits in it: {len(repair(text).edits)}")


def _traditional(text: str) -> str:
    """The text in traditional characters, as far as GBK has them."""
    from opencc import OpenCC

    return str(OpenCC("s2t").convert(text)).encode("gbk", "ignore").decode("gbk")


if __name__ == "__main__":
    main()
