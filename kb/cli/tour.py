"""`demo`: the whole way once, on the bundled samples."""

from __future__ import annotations

import tempfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli.asking import show_answer
from kb.cli.checking import show_claims
from kb.cli.telling import Context

if TYPE_CHECKING:
    from kb.knowledge_base import KnowledgeBase

# One question in each language, and one whose only evidence is in the other language.
QUESTIONS = (
    "到2027年，上海要新增多少件境内第三类医疗器械注册证？",
    "Within how many weeks should the ethics review be finished?",
    "南京生物医药产业2024年的收入是多少？",
)

CLAIM = "上海计划到2027年培育5家年产值超100亿元的医疗器械龙头企业。"


@click.command()
@click.pass_obj
def demo(context: Context) -> None:
    """Build a knowledge base from the bundled sample releases and show what it can do."""
    home = Path(context.home or tempfile.mkdtemp(prefix="policykb-demo-"))
    with Context(str(home)).base() as base:
        _read(base)
        for question in QUESTIONS:
            click.secho(f"\n? {question}", bold=True)
            show_answer(base.ask(question))
        click.secho("\nA claim, checked", bold=True)
        show_claims({**base.check(CLAIM), "parts": [{"title": None, "text": CLAIM}]})
        _disagreements(base)
        _export(base, home)


def _read(base: KnowledgeBase) -> None:
    """Take in every sample and say what became of it."""
    click.secho("Reading the bundled samples", bold=True)
    with as_file(files("corpus").joinpath("samples")) as folder:
        for line in base.add([folder]):
            repairs = sum(line["repairs"].values())
            note = f", {repairs} repairs" if repairs else ""
            name = Path(line["source"]).name
            click.echo(f"  {line['status']:9} {name:22} {len(line['documents'])} documents{note}")


def _disagreements(base: KnowledgeBase) -> None:
    """Show where the sources tell different figures."""
    click.secho("\nWhere the sources disagree", bold=True)
    exported = base.export()
    titles = {d["id"]: d["source"] for d in exported["documents"]}
    figures = {f["id"]: f for f in exported["figures"]}
    for target in exported["targets"]:
        for statement in target["statements"]:
            if statement["verdict"] == "differs":
                first = next(s for s in target["statements"] if s["document"] == target["authority"])
                for said in (first, statement):
                    click.echo(
                        f"  {titles[said['document']]:22} “{figures[said['figure']]['quote']['text']}”"
                    )
                click.echo()


def _export(base: KnowledgeBase, home: Path) -> None:
    """Write the plan as JSON beside the knowledge base and say where it is."""
    from kb.exporting import render

    path = home / "plan.json"
    path.write_bytes(render(base.export(), "json"))
    click.echo(f"The plan as JSON: {path}")
    click.echo(f"Go on with: policykb --home {home} ask …")
