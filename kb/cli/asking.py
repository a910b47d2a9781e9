"""`search` and `ask`."""

from __future__ import annotations

from typing import Any

import click

from kb.cli.telling import Context, as_json, indented, tell


@click.command()
@click.argument("query")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1), help="How many passages.")
@as_json
@click.pass_obj
def search(context: Context, query: str, limit: int, as_json: bool) -> None:
    """Find passages, whatever their language."""
    with context.base() as base:
        tell(base.search(query, limit), as_json, _hits)


def _hits(found: dict[str, Any]) -> None:
    for hit in found["hits"]:
        click.echo(click.style(f"{hit['score']:.3f} {hit['document']} {hit['section']}", dim=True))
        click.echo(indented(hit["quote"]["text"]))


@click.command()
@click.argument("question")
@click.option("--lang", "language", type=click.Choice(["zh", "en"]), help="Language of the answer.")
@as_json
@click.pass_obj
def ask(context: Context, question: str, language: str | None, as_json: bool) -> None:
    """Answer a question in its own language, from evidence in either."""
    with context.base() as base:
        tell(base.ask(question, language), as_json, show_answer)


def show_answer(answer: dict[str, Any]) -> None:
    """Print an answer with what it stands on, or why there is none."""
    if answer["answered"]:
        click.echo(answer["answer"])
    else:
        click.secho(answer["missing"], bold=True)
        for quote in answer["nearest"][:1]:
            click.echo("  nearest: " + indented(f"“{quote['text']}”").lstrip())
    for citation in answer["citations"]:
        source = citation["title"] or citation["document"]
        click.secho(f"  [{citation['n']}] {source}", dim=True)
        click.echo(indented(f"“{citation['quote']['text']}”"))
