"""The sessions of the README: run as they stand, and written anew by `python -m tests.sessions`."""

from __future__ import annotations

import re
import shlex
import tempfile
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from kb.cli import main

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
# A command line and what it prints: indented, up to the next command or the end of the block.
SESSION = re.compile(r"^    \$ (policykb .+)\n((?:    (?!\$ ).*\n)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Session:
    """A command of the README, and the lines that the README says it prints."""

    command: str
    printed: tuple[str, ...]


def sessions(text: str) -> tuple[Session, ...]:
    """Return the sessions of a README in order."""
    return tuple(
        Session(match[1], tuple(line[4:] for line in match[2].splitlines()))
        for match in SESSION.finditer(text)
    )


def run(command: str, home: Path) -> tuple[str, ...]:
    """Run a command of the README as a user would, from the project's root, and return what it prints."""
    words = shlex.split(command)[1:]
    words = [str(home / word) if word == "plan.json" else word for word in words]
    result = CliRunner(env={"COLUMNS": "110"}).invoke(main, ["--home", str(home), *words])
    assert result.exit_code == 0, result.output
    return tuple(line.rstrip().replace(f"{home}/", "") for line in result.output.splitlines())


def rewrite() -> None:
    """Write into the README what its commands print now."""
    with tempfile.TemporaryDirectory() as folder:

        def answered(match: re.Match[str]) -> str:
            lines = "".join(f"    {line}".rstrip() + "\n" for line in run(match[1], Path(folder)))
            return f"    $ {match[1]}\n{lines}"

        README.write_text(SESSION.sub(answered, README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    rewrite()
