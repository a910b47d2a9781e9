"""The structured plan for data people: one JSON document with a schema, and what is made from it."""

from kb.exporting.formats import FORMATS, render
from kb.exporting.plan import export_plan, load_schema
from kb.exporting.proof import verify_file

__all__ = ["FORMATS", "export_plan", "load_schema", "render", "verify_file"]
