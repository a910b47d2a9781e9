"""`search` and `ask`, over all that is held or a part of it."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from kb.cli.telling import Context, as_json, indented, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from kb.narrowing import Within


def _day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Return a day, a month or a year; anything else is wrong usage."""
    from kb.narrowing import is_day

    if value is not None and not is_day(value):
        raise click.BadParameter(f"{value} is no date: write 2025-09-11, 2025-09 or 2025")
    return value


def narrowing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that keep it to a part of what is held; it gets them as `within`."""
    names = ("plan", "document", "since", "until", "language", "kind")

    @click.option("--plan", metavar="ID", help="Only documents about this plan.")
    @click.option("--document", metavar="ID", help="Only this document.")
    @click.option(
        "--from", "since", callback=_day, metavar="DATE", help="Only what came out on this day or later."
    )
    @click.option(
        "--to", "until", callback=_day, metavar="DATE", help="Only what came out on this day or earlier."
    )
    @click.option("--language", metavar="CODE", help="Only documents in this language, as zh or en.")
    @click.option("--kind", metavar="KIND", help="Only documents of this kind, as plan or news.")
    @wraps(command)
    def narrowed(**options: Any) -> None:
        from kb.narrowing import Within

        command(within=Within(**{name: options.pop(name) for name in names}), **options)

    return narrowed


@click.command()
@click.argument("query")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1), help="How many passages.")
@narrowing
@as_json
@click.pass_obj
def search(context: Context, query: str, limit: int, within: Within, as_json: bool) -> None:
    """Find passages, whatever their language."""
    with context.base() as base:
        tell(base.search(query, limit, within), as_json, _hits)


def _hits(found: dict[str, Any]) -> None:
    for hit in found["hits"]:
        click.echo(click.style(f"{hit['score']:.3f} {hit['document']} {hit['section']}", dim=True))
        click.echo(indented(hit["quote"]["text"]))


@click.command()
@click.argument("question")
@click.option("--lang", "answer_in", type=click.Choice(["zh", "en"]), help="Language of the answer.")
@narrowing
@as_json
@click.pass_obj
def ask(context: Context, question: str, answer_in: str | None, within: Within, as_json: bool) -> None:
    """Answer a question in its own language, from evidence in either."""
    with context.base() as base:
        tell(base.ask(question, answer_in, within), as_json, show_answer)


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
