"""Checked claims as ClaimReview, the form in which fact-checkers publish and search engines read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from kb.exporting.proof import fingerprint
from kb.exporting.seals import seal, stamp

Record = dict[str, Any]

# Only what the sources decide is rated: to find nothing, or to be unsure, is no judgement on a claim.
RATINGS = {"supported": 5, "contradicted": 1}


def claim_reviews(found: Record, documents: list[Record]) -> Record:
    """Return what `KnowledgeBase.check` found as JSON-LD; `documents` are those of the evidence, in shape."""
    known = {document["id"]: document for document in documents}
    day = datetime.now(UTC).date().isoformat()
    return {
        "@context": "https://schema.org",
        "@graph": [_review(claim, known, day) for claim in found["claims"]],
    }


def as_claimreview(found: Record, documents: list[Record]) -> bytes:
    """Return the reviews as a file that says what they rest on: as of when, with a fingerprint and a seal."""
    reviews = claim_reviews(found, documents)
    day = max((d["published"] for d in documents if d["published"]), default=None)
    stated = {"as_of": day, "fingerprint": fingerprint({"reviews": reviews["@graph"], "as_of": day})}
    about = {"@type": "CreativeWork", "name": "policykb", "description": stamp(stated)}
    graph = [*reviews["@graph"], about]
    return seal((json.dumps({**reviews, "@graph": graph}, ensure_ascii=False, indent=2) + "\n").encode())


def _review(claim: Record, known: dict[str, Record], day: str) -> Record:
    rating: Record = {"@type": "Rating", "alternateName": claim["verdict"]}
    if claim["verdict"] in RATINGS:
        rating |= {"ratingValue": RATINGS[claim["verdict"]], "bestRating": 5, "worstRating": 1}
    return {
        "@type": "ClaimReview",
        "datePublished": day,
        "claimReviewed": claim["text"],
        "author": {"@type": "Organization", "name": "policykb"},
        "itemReviewed": {"@type": "Claim", "name": claim["text"]},
        "reviewBody": claim["reason"],
        "reviewRating": rating,
        "citation": [_source(quote, known.get(quote["document"], {})) for quote in claim["evidence"]],
    }


def _source(quote: Record, document: Record) -> Record:
    fields = {
        "@type": "CreativeWork",
        "identifier": quote["document"],
        "name": document.get("title"),
        "publisher": document.get("publisher"),
        "datePublished": document.get("published"),
        "url": document.get("url") or document.get("original_url"),
        "text": quote["text"],
    }
    return {name: value for name, value in fields.items() if value}
