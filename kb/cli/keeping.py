"""`verify`, `reindex` and `forget`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kb.cli.telling import Context, as_json, tell


@click.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_json
@click.pass_obj
def verify(context: Context, file: Path | None, as_json: bool) -> None:
    """Prove the store and the index whole, or an exported FILE; exit status 1 where they are not."""
    if file:
        from kb.exporting import verify_file

        beside = file.with_name(f"{file.name}.proof")
        findings = verify_file(file.read_bytes(), beside.read_bytes() if beside.is_file() else None)
        found = {"ok": not findings, "findings": findings}
    else:
        with context.base() as base:
            found = base.verify()
    tell(found, as_json, _findings)
    if not found["ok"]:
        sys.exit(1)


def _findings(found: dict[str, Any]) -> None:
    click.echo("all whole" if found["ok"] else "\n".join(found["findings"]))


@click.command()
@as_json
@click.pass_obj
def reindex(context: Context, as_json: bool) -> None:
    """Build the index anew from the store."""
    with context.base() as base:
        tell(base.reindex(), as_json, lambda f: click.echo(f"{f['passages']} passages indexed"))


@click.command()
@click.argument("identity", metavar="ID")
@as_json
@click.pass_obj
def forget(context: Context, identity: str, as_json: bool) -> None:
    """Erase a document and all that came from it."""
    with context.base() as base:
        tell(base.forget(identity), as_json, lambda f: click.echo(f"{f['forgotten']} is forgotten"))
