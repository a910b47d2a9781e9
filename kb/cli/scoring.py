"""`eval`: how good this installation is, measured on gold."""

from __future__ import annotations

from typing import Any

import click

from kb.cli.telling import as_json, one_line, tell


@click.command("eval")
@click.argument("folder", required=False)
@click.option("--misses", is_flag=True, help="Tell on standard error what fell short.")
@as_json
def score(folder: str | None, misses: bool, as_json: bool) -> None:
    """Score this installation on a gold FOLDER, or on the gold of the bundled samples."""
    with one_line():
        from kb.evaluating import evaluate, open_gold

        found = evaluate(open_gold(folder))
    if misses:
        click.echo("\n".join(found.misses), err=True)
    tell(dict(found.measures), as_json, _show)


def _show(measures: dict[str, Any]) -> None:
    width = max(map(len, measures), default=0)
    for name, value in measures.items():
        click.echo(f"{name:{width}}  {value:g}")
