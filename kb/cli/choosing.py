"""`config`: what a person has chosen for one knowledge base."""

from __future__ import annotations

from typing import Any

import click

from kb.cli.telling import Context, as_json, tell

KEY = click.Choice(["encoder", "reranker"])


@click.group()
def config() -> None:
    """See and change what is chosen for this knowledge base: the models that find passages."""


@config.command()
@click.argument("key", type=KEY, required=False)
@as_json
@click.pass_obj
def get(context: Context, key: str | None, as_json: bool) -> None:
    """Show what is chosen."""
    with context.base() as base:
        found = base.config()
        tell(found, as_json, lambda f: _show({key: f[key]} if key else f))


@config.command("set")
@click.argument("key", type=KEY)
@click.argument("name")
@as_json
@click.pass_obj
def put(context: Context, key: str, name: str, as_json: bool) -> None:
    """Choose a model of Sentence Transformers by its folder or NAME@REVISION.

    An encoder finds passages in place of the shipped one; a reranker is a cross-encoder that reads the best
    of them again.
    """
    with context.base() as base:
        tell(base.configure(key, name), as_json, _show)


@config.command()
@click.argument("key", type=KEY)
@as_json
@click.pass_obj
def unset(context: Context, key: str, as_json: bool) -> None:
    """Go back to the default: the shipped model, and no reranker."""
    with context.base() as base:
        tell(base.configure(key, None), as_json, _show)


def _show(found: dict[str, Any]) -> None:
    """Print the choices, and on standard error what is to be done for them."""
    default = {"encoder": "(the shipped model)", "reranker": "(none)"}
    for key in ("encoder", "reranker", "model"):
        if key in found:
            click.echo(f"{key}  {found[key] or default[key]}")
    if found.get("stale"):
        click.echo("policykb: the index was built by another model: run `policykb reindex`", err=True)
