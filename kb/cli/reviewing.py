"""`review`: what is doubtful, and a person's word on it."""

from __future__ import annotations

from typing import Any

import click

from kb.cli.telling import Context, as_json, tell

WHY = {
    "text alone": "joined by text alone, the values differ",
    "low score": "little speaks for it",
    "one list": "one list alone names them side by side",
    "no unit": "no unit is written",
    "no subject": "what it measures could not be read",
}
IDENTITIES = click.argument("identities", metavar="ID…", nargs=-1, required=True)


@click.group(invoke_without_command=True)
@as_json
@click.pass_context
def review(context: click.Context, as_json: bool) -> None:
    """List what is doubtful: joins, names, figures and links, each with an id to accept or reject."""
    if context.invoked_subcommand is None:
        with context.obj.base() as base:
            tell(base.review(), as_json, _show)


@review.command()
@IDENTITIES
@as_json
@click.pass_obj
def accept(context: Context, identities: tuple[str, ...], as_json: bool) -> None:
    """Say that these hold; kept whatever is read or computed anew."""
    _judge(context, identities, accepted=True, as_json=as_json)


@review.command()
@IDENTITIES
@as_json
@click.pass_obj
def reject(context: Context, identities: tuple[str, ...], as_json: bool) -> None:
    """Say that these do not hold: they are not read, joined or linked again."""
    _judge(context, identities, accepted=False, as_json=as_json)


@review.command()
@IDENTITIES
@as_json
@click.pass_obj
def reopen(context: Context, identities: tuple[str, ...], as_json: bool) -> None:
    """Take back what was said of these."""
    _judge(context, identities, accepted=None, as_json=as_json)


def _judge(context: Context, identities: tuple[str, ...], *, accepted: bool | None, as_json: bool) -> None:
    with context.base() as base:
        found = base.judge(identities, accepted)
        tell(found, as_json, lambda f: _settled(f["settled"]) if accepted is not None else None)


def _show(found: dict[str, Any]) -> None:
    """Print each doubt with what stands against each other, then what was judged."""
    for doubt in found["doubts"]:
        score = "" if doubt["score"] is None else f" ({doubt['score']:.2f})"
        click.secho(f"{doubt['id']}", bold=True, nl=False)
        click.echo(f"  {doubt['kind']}: {WHY[doubt['why']]}{score}")
        says = [f"“{q['text']}”" for q in doubt["quotes"]] or [""] * len(doubt["titles"])
        for text, title in zip(says, doubt["titles"], strict=True):
            click.echo(f"      {text}", nl=bool(not title))
            click.secho(f"  {title}" if title else "", dim=True, nl=bool(title))
    if not found["doubts"]:
        click.echo("nothing is doubtful")
    _settled(found["settled"])


def _settled(judgements: list[dict[str, Any]]) -> None:
    for judgement in judgements:
        verdict = "accepted" if judgement["accepted"] else "rejected"
        click.echo(f"{judgement['id']}  {judgement['kind']}: {verdict} on {judgement['at'][:10]}")
