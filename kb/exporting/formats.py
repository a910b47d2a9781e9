"""The forms in which a plan is taken out, and the one way to write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.exporting.annotated import as_csvw
from kb.exporting.citations import as_apa, as_bibtex, as_csl, as_gbt7714
from kb.exporting.columns import as_parquet
from kb.exporting.database import as_sqlite
from kb.exporting.linked import as_jsonld
from kb.exporting.markdown import as_markdown
from kb.exporting.report import as_html
from kb.exporting.rows import as_csv, as_json, as_jsonl
from kb.exporting.seals import seal
from kb.exporting.workbook import as_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable

    from kb.exporting.tables import Export

FORMATS: dict[str, Callable[[Export], str | bytes]] = {
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "md": as_markdown,
    "html": as_html,
    "xlsx": as_xlsx,
    "sqlite": as_sqlite,
    "parquet": as_parquet,
    "jsonld": as_jsonld,
    "csvw": as_csvw,
    "bibtex": as_bibtex,
    "csl": as_csl,
    "gbt7714": as_gbt7714,
    "apa": as_apa,
}


def render(export: Export, form: str) -> bytes:
    """Return the plan in one of `FORMATS`, text in UTF-8; another name is a ValueError.

    Raises MissingExtra where the form needs a package that is not installed.
    """
    if form not in FORMATS:
        raise ValueError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    written = FORMATS[form](export)
    return seal(written.encode() if isinstance(written, str) else written)
