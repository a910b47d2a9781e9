"""`diff` and `timeline`: what changed between two texts, and through time."""

from __future__ import annotations

from typing import Any

import click

from kb.cli.checking import LANGUAGE
from kb.cli.telling import Context, as_json, both, table, tell

language_option = click.option("--lang", "language", type=LANGUAGE, default="en", help="Language of figures.")


@click.command()
@click.argument("older", metavar="A")
@click.argument("newer", metavar="[B]", required=False)
@language_option
@as_json
@click.pass_obj
def diff(context: Context, older: str, newer: str | None, language: str, as_json: bool) -> None:
    """Show what changed from plan or document A to B: added, dropped, raised, lowered, moved.

    Without B: what document A changed in the version that it revises.
    """
    with context.base() as base:
        tell(base.diff(older, newer, language), as_json, _show_changes)


def _show_changes(found: dict[str, Any]) -> None:
    """Print each change with both figures, then both quotes of what changed."""
    click.echo(f"from {found['from']['id']}  {both(found['from']['title'])}")
    click.echo(f"to   {found['to']['id']}  {both(found['to']['title'])}")
    rows = []
    for row in found["changes"]:
        sides = [row[side] for side in ("from", "to")]
        subject = next(s["subject"] for s in reversed(sides) if s)
        rows.append((", ".join(row["change"]), subject, *(s["words"] if s else "–" for s in sides)))
    table(("change", "target", "from", "to"), rows)
    for row in found["changes"]:
        for sign, side in (("-", row["from"]), ("+", row["to"])):
            if side:
                click.secho(f"{sign} “{side['quote']['text']}”", fg="red" if sign == "-" else "green")
    click.echo(f"{len(found['unchanged'])} targets are unchanged")


@click.command()
@click.argument("target")
@language_option
@as_json
@click.pass_obj
def timeline(context: Context, target: str, language: str, as_json: bool) -> None:
    """Show who said what of a TARGET (its id, or words) when, and when a different number first appeared."""
    with context.base() as base:
        tell(base.timeline(target, language), as_json, _show_timeline)


def _show_timeline(found: dict[str, Any]) -> None:
    """Print the statements by date, the first and the first that differs marked."""
    click.echo(f"{found['target']['id']}  {both(found['target']['label'])}")
    marks = {id(found["first_different"]): "different", id(found["first"]): "first"}
    rows = (
        (s["published"], marks.get(id(s), s["verdict"]), s["words"], s["publisher"], s["title"])
        for s in found["said"]
    )
    table(("published", "number", "figure", "publisher", "document"), rows)
