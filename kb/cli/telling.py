"""How commands talk: one JSON object or a table on standard output, everything else on standard error."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from corpus.errors import PolicyError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kb.knowledge_base import KnowledgeBase

as_json = click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")


@dataclass(frozen=True, slots=True)
class Context:
    """What every command is given: the home that was asked for."""

    home: str | None

    @contextmanager
    def base(self) -> Iterator[KnowledgeBase]:
        """Open the knowledge base; an error on purpose becomes one line and exit status 1."""
        from kb.knowledge_base import KnowledgeBase

        with one_line(), KnowledgeBase(self.home) as base:
            yield base


@contextmanager
def one_line() -> Iterator[None]:
    """Let an error on purpose become one line and exit status 1."""
    try:
        yield
    except PolicyError as error:
        click.echo(f"policykb: {error.line}", err=True)
        sys.exit(1)


def tell(value: dict[str, Any], as_json: bool, show: Callable[[dict[str, Any]], None]) -> None:
    """Print a record for a program or for a person."""
    if as_json:
        click.echo(json.dumps(value, ensure_ascii=False))
    else:
        show(value)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table as wide as the terminal."""
    from rich.console import Console
    from rich.table import Table

    grid = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:  # an id is there to be copied: it is never cut
        grid.add_column(column, no_wrap=column == "id", overflow="fold")
    for row in rows:
        grid.add_row(*("" if cell is None else str(cell) for cell in row))
    Console(soft_wrap=False).print(grid, markup=False)


def indented(words: str) -> str:
    """Return words of a source under the line that names it, paragraph by paragraph."""
    return "\n".join(f"      {line}" for line in words.splitlines())


def both(name: dict[str, str | None]) -> str:
    """Return a bilingual name in one line."""
    return " / ".join(text for text in (name["zh"], name["en"]) if text)
