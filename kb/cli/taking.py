"""`export` and `schema`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from kb.cli.telling import Context, as_json

# The names of kb.exporting.FORMATS: importing them would make every command wait.
FORMATS = "json jsonl csv md html xlsx sqlite parquet jsonld csvw bibtex csl gbt7714 apa".split()
BINARY = frozenset({"xlsx", "sqlite", "parquet"})


@click.command()
@click.option("--plan", metavar="ID", help="Which plan (default: the one with most documents).")
@click.option("--format", "form", type=click.Choice(FORMATS), default="json", show_default=True)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of the screen."
)
@as_json
@click.pass_obj
def export(context: Context, plan: str | None, form: str, output: Path | None, as_json: bool) -> None:
    """Write the structured plan with the quotes that show it."""
    from kb.exporting import BESIDE, proof, render

    form = "json" if as_json else form
    with context.base() as base:
        known = base.export(plan)
        written = render(known, form)
    if output is None:
        if form in BINARY and sys.stdout.isatty():
            raise click.UsageError(f"{form} is not for the screen: name a file with --output")
        click.echo(written, nl=False)
        if form in BESIDE:
            click.echo(f"{form} has no room for its seal: --output FILE writes FILE.proof, too", err=True)
        return
    try:
        output.write_bytes(written)
        if form in BESIDE:
            output.with_name(f"{output.name}.proof").write_bytes(proof(known, written))
    except OSError as error:
        raise click.BadParameter(
            f"{output} cannot be written ({error.strerror})", param_hint="--output"
        ) from None
    click.echo(f"{output}", err=True)


@click.command()
@as_json
def schema(as_json: bool) -> None:
    """Print the JSON Schema of the exported plan."""
    from kb.exporting import load_schema

    click.echo(json.dumps(load_schema(), ensure_ascii=False, indent=None if as_json else 2))
