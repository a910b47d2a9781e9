"""Run every benchmark of this folder, each in a process of its own: peak memory and imports stay apart.

Numeric libraries get one thread each, ours and others' alike: what they do with more says little of them.
"""

import os
import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run all `bench_*.py`, or those named; the exit status is the number that failed."""
    wanted = sys.argv[1:]
    names = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    env = {**os.environ, **threads, "TOKENIZERS_PARALLELISM": "false"}
    failed = 0
    for name in names:
        if wanted and name.removeprefix("bench_") not in wanted:
            continue
        print(f"\n== {name.removeprefix('bench_')}", flush=True)
        command = [sys.executable, "-m", f"tests.bench.{name}"]
        failed += subprocess.run(command, check=False, env=env).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
