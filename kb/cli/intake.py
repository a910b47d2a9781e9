"""`add`: taking sources in, with a line for each as soon as it is safely kept."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from kb.cli.telling import Context, as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@click.command()
@click.argument("sources", nargs=-1, required=True)
@as_json
@click.pass_obj
def add(context: Context, sources: tuple[str, ...], as_json: bool) -> None:
    """Read files, folders or "-" (standard input); several documents may come out of one source."""
    skipped = 0
    with context.base() as base:
        for line in _progress(base.add(sources), as_json):
            skipped += line["status"] == "skipped"
            if line["status"] == "skipped":
                click.echo(f"policykb: {line['reason']}", err=True)
            if as_json:
                click.echo(json.dumps(line, ensure_ascii=False))
                sys.stdout.flush()  # a line that was printed is a promise that survives a kill
            else:
                _show(line)
    if skipped:
        sys.exit(1)


def _show(line: dict[str, Any]) -> None:
    """Print what became of one source."""
    repairs = sum(line["repairs"].values())
    note = f", {repairs} repairs" if repairs else ""
    click.echo(f"{line['status']:9} {line['source']} ({len(line['documents'])} documents{note})")
    for document in line["documents"]:
        click.echo(f"          {document['id']}  {document['language']}  {document['title'] or '(no title)'}")


def _progress(lines: Iterable[dict[str, Any]], quiet: bool) -> Iterator[dict[str, Any]]:
    """Show on a terminal's standard error that work goes on, and what was read last."""
    if quiet or not sys.stderr.isatty():
        yield from lines
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} sources read"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        work = bar.add_task("add", total=None)
        for line in lines:
            bar.advance(work)
            yield line
