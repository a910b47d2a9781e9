"""`check` and `compare`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kb.cli.intake import private
from kb.cli.telling import Context, as_json, both, table, tell

if TYPE_CHECKING:
    from kb.knowledge_base import KnowledgeBase

LANGUAGE = click.Choice(["zh", "en"])
# What a cell of the matrix shows; every other verdict is a mark of interrogation, told below the matrix.
MARKS = {"same": "=", "rounded": "≈", "weaker": "<", "stronger": ">", "conflicting": "≠", "missing": "·"}
COLOURS = {"supported": "green", "contradicted": "red", "unsure": "yellow", "not_found": "cyan"}


@click.command()
@click.argument("text", required=False)
@click.option("--file", "source", metavar="F", help='A file to check instead of TEXT; "-" is standard input.')
@click.option("--url", metavar="U", help="A page of the web to check instead of TEXT.")
@click.option("--lang", "language", type=LANGUAGE, help="Language of the reasons (default: the text's own).")
@click.option("--claimreview", is_flag=True, help="The judgements as JSON-LD of schema.org/ClaimReview.")
@private
@as_json
@click.pass_obj
def check(
    context: Context,
    text: str | None,
    source: str | None,
    url: str | None,
    language: str | None,
    claimreview: bool,
    allow_private: bool,
    as_json: bool,
) -> None:
    """Judge every figure claimed in TEXT, a file or a page: supported, contradicted, not found or unsure."""
    if [text, source, url].count(None) != 2:
        raise click.UsageError("name either TEXT or --file or --url")
    source = source or url
    with context.base() as base:
        found = (
            base.check_file(source, language, allow_private=allow_private)
            if source
            else base.check(text or "", language)
        )
        if claimreview:
            click.echo(_reviews(base, found), nl=False)
            return
    found.setdefault("parts", [{"title": None, "text": text}])
    tell(found if source else {"claims": found["claims"]}, as_json, lambda _: show_claims(found))


def _reviews(base: KnowledgeBase, found: dict[str, Any]) -> bytes:
    from kb.exporting import as_claimreview

    return as_claimreview(found, base.documents()["documents"])


def show_claims(found: dict[str, Any]) -> None:
    """Print each text with its figures coloured in place, then each judgement with its evidence."""
    for i, part in enumerate(found["parts"]):
        claims = [c for c in found["claims"] if c.get("part", 0) == i]
        click.echo(_marked(part["text"], claims))
        for n, claim in enumerate(claims, 1):
            click.secho(f"  [{n}] {claim['verdict']}", fg=COLOURS[claim["verdict"]], nl=False)
            click.echo(f"  {claim['text']}\n      {claim['reason']}")
            for quote in claim["evidence"]:
                click.secho(f"      {quote['document']} “{quote['text']}”", dim=True)
        if not claims:
            click.echo("  no figure is claimed here")


def _marked(text: str, claims: list[dict[str, Any]]) -> str:
    """Return a text with the number of each judgement behind the words it judges."""
    # From the end of the text to its beginning, so that no mark moves the place of another.
    for n, claim in sorted(enumerate(claims, 1), key=lambda pair: -pair[1]["end"]):
        mark = click.style(f"[{n}]", fg=COLOURS[claim["verdict"]])
        text = text[: claim["end"]] + mark + text[claim["end"] :]
    return text


@click.command()
@click.option("--plan", metavar="ID", help="Which plan (default: the one with most documents).")
@click.option("--lang", "language", type=LANGUAGE, default="en", help="Language of the reasons.")
@as_json
@click.pass_obj
def compare(context: Context, plan: str | None, language: str, as_json: bool) -> None:
    """Set every document's figures beside those of the most authoritative one."""
    with context.base() as base:
        tell(base.compare(plan, language), as_json, _show_matrix)


def _show_matrix(found: dict[str, Any]) -> None:
    """Print the matrix, then what differs."""
    columns = [f"{i}" for i, _ in enumerate(found["sources"], 1)]
    for column, document in zip(columns, found["sources"], strict=True):
        click.echo(f"{column:>3} {document}  {found['origins'][document]['role']}")
    rows = [
        (
            both(row["label"]),
            row["value"],
            *(MARKS.get(row["cells"][d]["verdict"], "?") for d in found["sources"]),
        )
        for row in found["rows"]
    ]
    click.echo("  " + "  ".join(f"{mark} {verdict}" for verdict, mark in MARKS.items()) + "  ? other")
    table(("target", "value", *columns), rows)
    for row in found["rows"]:
        for document, cell in row["cells"].items():
            if cell["verdict"] not in ("same", "missing"):
                click.echo(f"{both(row['label'])}: {document}: {cell['verdict']}. {cell['reason']}")
