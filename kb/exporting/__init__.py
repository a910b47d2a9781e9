"""The structured plan for data people: one JSON document with a schema, and what is made from it."""

from kb.exporting.formats import FORMATS, render
from kb.exporting.plan import export_plan, load_schema
from kb.exporting.proof import verify_file
from kb.exporting.reviews import as_claimreview, claim_reviews
from kb.exporting.seals import BESIDE, proof

__all__ = [
    "BESIDE",
    "FORMATS",
    "as_claimreview",
    "claim_reviews",
    "export_plan",
    "load_schema",
    "proof",
    "render",
    "verify_file",
]
