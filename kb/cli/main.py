"""The commands by name. Nothing heavy is imported before a command runs."""

from __future__ import annotations

import os

import click

from kb.cli.asking import ask, search
from kb.cli.changing import diff, timeline
from kb.cli.checking import check, compare
from kb.cli.choosing import config
from kb.cli.intake import add, crawl
from kb.cli.keeping import forget, reindex, verify
from kb.cli.listing import documents, figures, organisations, plans, show, targets, tasks
from kb.cli.reviewing import review
from kb.cli.scoring import score
from kb.cli.taking import export, schema
from kb.cli.telling import Context
from kb.cli.tour import demo


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="policykb")
@click.option("--home", metavar="DIR", help="Where the knowledge base lies (default: $POLICYKB_HOME).")
@click.pass_context
def main(context: click.Context, home: str | None) -> None:
    """Take in Chinese policy releases in any state, and ask them in Chinese or English."""
    # Our products of matrices are small: threads that wait for each other take ten times the work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    context.obj = Context(home)


for command in (
    demo, add, crawl, documents, show, plans, figures, targets, tasks, organisations,
    search, ask, check, compare, diff, timeline, export, schema,
    review, verify, reindex, forget, config, score,
):  # fmt: skip
    main.add_command(command)
