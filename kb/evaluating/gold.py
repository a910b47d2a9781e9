"""What is right, as written down in a gold folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

from corpus.errors import MissingSource, UnreadableFile

# The files of a gold folder, and what each row must have.
FILES = {
    "figures.json": {"value", "bound", "unit", "deadline", "kind"},
    "tasks.json": {"number", "title", "units"},
    "questions.jsonl": {"question", "answer_docs", "answer_quote", "answer_value"},
    "claims.jsonl": {"claim", "verdict"},
    "garbled.jsonl": {"kind", "garbled", "clean", "recoverable"},
}


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold folder and the sources that it is about."""

    folder: Path
    sources: tuple[Path, ...]

    def read(self, name: str) -> Any:
        """Return one of `FILES`, decimal numbers exact, or None where the folder has none of that name.

        Raises UnreadableFile where it is not JSON, or not in the form of gold.
        """
        path = self.folder / name
        if not path.is_file():
            return None
        try:
            gold = _parse(path)
        except ValueError as error:
            raise UnreadableFile(f"{path} is not JSON: {error}", hint="correct it by hand") from None
        if not _is_gold(gold, FILES[name]):
            hint = f"every row needs {', '.join(sorted(FILES[name]))}"
            raise UnreadableFile(f"{path} is not in the form of gold", hint=hint)
        return gold


def _parse(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line, parse_float=Decimal) for line in text.split("\n") if line.strip()]
    return json.loads(text, parse_float=Decimal)


def _is_gold(gold: Any, fields: set[str]) -> bool:
    """Whether every row has its fields; the rows of figures lie under the documents they are about."""
    if isinstance(gold, dict):
        documents = gold.get("documents")
        return isinstance(documents, dict) and all(_is_gold(rows, fields) for rows in documents.values())
    return isinstance(gold, list) and all(isinstance(row, dict) and fields <= row.keys() for row in gold)


def _bundled() -> Gold:
    """Return the gold that comes with the package, about the bundled samples."""
    samples = Path(str(files("corpus").joinpath("samples")))
    return Gold(Path(str(files("kb.evaluating").joinpath("gold"))), tuple(sorted(samples.iterdir())))


BUNDLED = _bundled()


def open_gold(folder: Path | str | None = None) -> Gold:
    """Return the gold in a folder, or the bundled one; raises MissingSource where there is none."""
    if folder is None:
        return BUNDLED
    folder = Path(folder)
    hint = f"it must hold one of {', '.join(FILES)}"
    if not any((folder / name).is_file() for name in FILES):
        raise MissingSource(f"{folder} is no gold folder", hint=hint)
    for place in (folder / "sources", folder.parent / "seeds"):
        if place.is_dir():
            return Gold(folder, tuple(sorted(p for p in place.iterdir() if p.is_file())))
    hint = f"put them into {folder / 'sources'}"
    raise MissingSource(f"the sources of {folder} are not there", hint=hint)


def names(key: str, source: str) -> bool:
    """Whether a gold file means this source: `003` means `003_official.txt`, but not `0031.txt`."""
    return source.startswith(key) and not source[len(key) : len(key) + 1].isalnum()
