"""Run every benchmark of this folder, each in a process of its own: peak memory and imports stay apart."""

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run all `bench_*.py`, or those named; the exit status is the number that failed."""
    wanted = sys.argv[1:]
    names = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    failed = 0
    for name in names:
        if wanted and name.removeprefix("bench_") not in wanted:
            continue
        print(f"\n== {name.removeprefix('bench_')}", flush=True)
        failed += subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
