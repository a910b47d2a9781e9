"""The rules of the house: what is shipped, how long a piece may be, what may import what."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from zipfile import ZipFile

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
ROOMS = ("corpus", "index", "ingest", "kb")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
NAMELESS = {"base", "common", "helper", "helpers", "manager", "misc", "util", "utils"}


def height(node: ast.stmt) -> int:
    """How many lines a statement takes."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def lengths(path: Path) -> Iterator[int]:
    """How many lines each function of a module has, its docstring not counted."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = node.body[:1] if ast.get_docstring(node) else []
            yield height(node) - sum(map(height, docstring))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names of all files in the wheel, built by the installed hatchling without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(build, cwd=ROOT, check=False, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    [built] = folder.glob("*.whl")
    with ZipFile(built) as archive:
        return archive.namelist()


def test_the_wheel_holds_four_packages_and_nothing_else_at_the_top(wheel: list[str]) -> None:
    top = {name.split("/")[0] for name in wheel}
    assert {name for name in top if not name.endswith(".dist-info")} == set(ROOMS)


def test_the_wheel_carries_the_samples_and_the_licence(wheel: list[str]) -> None:
    samples = {f"corpus/samples/{path.name}" for path in (ROOT / "corpus" / "samples").iterdir()}
    assert samples <= set(wheel)
    assert any(name.endswith("licenses/LICENSE") for name in wheel)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_over_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_half_of_the_modules_have_150_lines_or_less() -> None:
    assert median(len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES) <= 150


def test_functions_are_short() -> None:
    counted = [length for path in MODULES for length in lengths(path)]
    assert median(counted) <= 12
    assert quantiles(counted, n=10)[-1] <= 40


def test_no_module_takes_a_name_of_the_standard_library_or_none_at_all() -> None:
    stems = {path.stem for path in MODULES if not path.stem.startswith("__")}
    assert stems & (set(sys.stdlib_module_names) | NAMELESS) == set()


def test_documents_flow_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0
