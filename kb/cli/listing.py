"""The commands that list records: documents, plans, figures, targets, tasks, organisations, and one by id."""

from __future__ import annotations

import json
from typing import Any

import click

from kb.cli.telling import Context, as_json, both, table, tell


@click.command()
@as_json
@click.pass_obj
def documents(context: Context, as_json: bool) -> None:
    """List what is held."""
    with context.base() as base:
        tell(base.documents(), as_json, _documents)


def _documents(found: dict[str, Any]) -> None:
    rows = ((d["id"], d["language"], d["published"], d["publisher"], d["title"]) for d in found["documents"])
    table(("id", "lang", "published", "publisher", "title"), rows)


@click.command()
@click.argument("identity", metavar="ID")
@click.option("--text", is_flag=True, help="Print the clean text of a document.")
@click.option("--raw", is_flag=True, help="Print its source as it was read.")
@click.option("--repairs", is_flag=True, help="Print what repair changed.")
@as_json
@click.pass_obj
def show(context: Context, identity: str, text: bool, raw: bool, repairs: bool, as_json: bool) -> None:
    """Show one record with its quotes."""
    with context.base() as base:
        found = base.show(identity, raw=raw, repairs=repairs)

        def print_record(record: dict[str, Any]) -> None:
            if repairs and "edits" in record:
                _repairs(record["edits"])
                _suggestions(record["suggestions"])
            elif (text or raw) and "text" in record:
                click.echo(record["raw" if raw else "text"])
            else:
                click.echo(json.dumps(record, ensure_ascii=False, indent=2))

        tell(found, as_json, print_record)


def _repairs(edits: list[dict[str, Any]]) -> None:
    """Print edits as a diff that a person can read."""
    for edit in edits:
        place = click.style(f"{edit['start']}-{edit['end']}", dim=True)
        before = click.style(f"-{edit['before']!r}", fg="red")
        after = click.style(f"+{edit['after']!r}", fg="green")
        click.echo(f"{place}  {before}  {after}  {edit['kind']}")


def _suggestions(suggestions: list[dict[str, Any]]) -> None:
    """Print what other documents have in lost places; nothing of it is applied."""
    for each in suggestions:
        place = click.style(f"{each['start']}-{each['end']}", dim=True)
        words = click.style(repr(each["text"]), fg="yellow")
        click.echo(f"{place}  lost; {each['source']} has {words} there: {each['quote']['text']}")


@click.command()
@as_json
@click.pass_obj
def plans(context: Context, as_json: bool) -> None:
    """List the policies that the documents are about."""
    with context.base() as base:
        found = base.plans()
        tell(
            found,
            as_json,
            lambda f: table(
                ("id", "documents", "title"),
                ((p["id"], len(p["documents"]), both(p["title"])) for p in f["plans"]),
            ),
        )


@click.command()
@click.option("--document", metavar="ID", help="Only those of one document.")
@click.option("--plan", metavar="ID", help="Only those of one plan.")
@as_json
@click.pass_obj
def figures(context: Context, document: str | None, plan: str | None, as_json: bool) -> None:
    """List every figure read."""
    with context.base() as base:
        tell(base.figures(document, plan), as_json, _figures)


def _figures(found: dict[str, Any]) -> None:
    rows = (
        (_value(f), f["unit"], f["deadline"], f["kind"], f["subject"], f["quote"]["text"])
        for f in found["figures"]
    )
    table(("value", "unit", "by", "kind", "subject", "quote"), rows)


def _value(record: dict[str, Any]) -> str:
    bound = "" if record["bound"] == "=" else record["bound"]
    high = f"–{record['value_max']}" if record["value_max"] else ""
    return f"{bound}{record['value']}{high}"


@click.command()
@click.argument("query", required=False)
@as_json
@click.pass_obj
def targets(context: Context, query: str | None, as_json: bool) -> None:
    """List the targets joined over all sources, or those that fit QUERY in either language."""
    with context.base() as base:
        tell(base.targets(query), as_json, _targets)


def _targets(found: dict[str, Any]) -> None:
    rows = (
        (_value(t), t["unit"], t["deadline"], t["kind"], len(t["statements"]), both(t["label"]))
        for t in found["targets"]
    )
    table(("value", "unit", "by", "kind", "said", "target"), rows)


@click.command()
@click.argument("query", required=False)
@as_json
@click.pass_obj
def tasks(context: Context, query: str | None, as_json: bool) -> None:
    """List the tasks of the plans, or those that fit QUERY in either language."""
    with context.base() as base:
        found = base.tasks(query)
        names = {o["id"]: both(o["name"]) for o in base.organisations()["organisations"]}

        def print_tasks(found: dict[str, Any]) -> None:
            rows = (
                (t["number"], both(t["title"]), "; ".join(names[r["organisation"]] for r in t["responsible"]))
                for t in found["tasks"]
            )
            table(("no.", "task", "responsible"), rows)

        tell(found, as_json, print_tasks)


@click.command()
@click.argument("query", required=False)
@as_json
@click.pass_obj
def organisations(context: Context, query: str | None, as_json: bool) -> None:
    """List the bodies named as responsible, or those that fit QUERY in either language."""
    with context.base() as base:
        found = base.organisations(query)
        tell(
            found,
            as_json,
            lambda f: table(
                ("id", "name", "also"),
                ((o["id"], both(o["name"]), "; ".join(o["aliases"])) for o in f["organisations"]),
            ),
        )
