"""`add` and `crawl`: taking sources in, with a line for each as soon as it is safely kept."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from kb.cli.telling import Context, as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


private = click.option(
    "--allow-private", is_flag=True, help="Fetch from private networks, too: intranets, this machine."
)


@click.command()
@click.argument("sources", nargs=-1, required=True)
@private
@as_json
@click.pass_obj
def add(context: Context, sources: tuple[str, ...], allow_private: bool, as_json: bool) -> None:
    """Read files, folders, addresses or "-" (standard input); several documents may come out of one source.

    The files that a page of the web offers are read as its parts.
    """
    skipped = 0
    with context.base() as base:
        for line in _progress(base.add(sources, allow_private=allow_private), as_json):
            skipped += line["status"] == "skipped"
            _tell(line, as_json)
    if skipped:
        sys.exit(1)


@click.command()
@click.argument("listing")
@click.option(
    "--expect", default=1, show_default=True, metavar="N", type=click.IntRange(0), help="At least so many."
)
@click.option("--limit", metavar="N", type=click.IntRange(1), help="At most so many.")
@private
@as_json
@click.pass_obj
def crawl(
    context: Context, listing: str, expect: int, limit: int | None, allow_private: bool, as_json: bool
) -> None:
    """Follow a channel page, sitemap or feed and read every article that it lists.

    Exit status 1 where fewer than --expect could be had: then the site has changed, or keeps us out.
    """
    report: dict[str, Any] = {}
    with context.base() as base:
        found = base.crawl(listing, expect=expect, limit=limit, allow_private=allow_private)
        for line in _progress(found, as_json):
            if "listing" in line:
                report = line
            else:
                _tell(line, as_json)
    counts = ", ".join(f"{report[key]} {key}" for key in ("found", "added", "unchanged", "skipped"))
    click.echo(json.dumps(report, ensure_ascii=False) if as_json else f"{report['pages']} pages: {counts}")
    if report["status"] != "done":
        click.echo(f"policykb: {report['reason']}: look at the listing in a browser", err=True)
        sys.exit(1)


def _tell(line: dict[str, Any], as_json: bool) -> None:
    """Print what became of one source, for a program or for a person."""
    if line["status"] == "skipped":
        click.echo(f"policykb: {line['reason']}", err=True)
    if as_json:
        click.echo(json.dumps(line, ensure_ascii=False))
        sys.stdout.flush()  # a line that was printed is a promise that survives a kill
    else:
        _show(line)


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
