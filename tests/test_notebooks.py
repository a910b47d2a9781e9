"""The notebooks run from top to bottom, are stripped of output and use public names only."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
ROOMS = {"corpus", "index", "ingest", "kb"}
PUBLIC = {("kb", "KnowledgeBase"), ("ingest", "decode"), ("ingest", "repair"), ("index", "load_encoder")}
NAMES = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read_cells(path: Path) -> list[dict[str, Any]]:
    """The code cells of a notebook."""
    cells: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def code(path: Path) -> str:
    """All code of a notebook as one program."""
    return "\n\n".join("".join(cell["source"]) for cell in read_cells(path))


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """What a notebook imports from our packages, as module and name."""
    for node in ast.walk(ast.parse(code(path))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ROOMS:
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names if alias.name.split(".")[0] in ROOMS)


def test_there_are_notebooks_and_they_are_numbered() -> None:
    assert [path.stem[:3] for path in NOTEBOOKS] == [f"{n:02}_" for n in range(1, len(NOTEBOOKS) + 1)]
    assert len(NOTEBOOKS) >= 4


@NAMES
def test_a_notebook_is_stripped_of_output(path: Path) -> None:
    cells = read_cells(path)
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells)


@NAMES
def test_a_notebook_uses_public_names_only(path: Path) -> None:
    assert set(imported(path)) <= PUBLIC


@NAMES
def test_a_notebook_runs_from_top_to_bottom(path: Path, tmp_path: Path) -> None:
    program = tmp_path / "notebook.py"
    program.write_text(code(path), encoding="utf-8")
    for package in ("matplotlib", "pandas"):
        if package in program.read_text(encoding="utf-8"):
            pytest.importorskip(package, reason="the extra `notebooks` is not installed")
    quiet = {"MPLBACKEND": "Agg", "MPLCONFIGDIR": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-W", "error", str(program)],
        cwd=tmp_path,
        env={**os.environ, **quiet, "PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr[-3000:]
