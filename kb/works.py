"""Names for what a document states that outlive an edit of it.

A document's id is made of bytes, a statement's of the work it stands in and of its own words, so that a
corrected or lengthened version keeps the ids of all that it has in common with the one before.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar
from unicodedata import normalize

from corpus.records import make_id
from ingest.script import to_simplified
from kb.records import PlanMention, ProductReading, TaskReading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from corpus.records import Document

R = TypeVar("R", TaskReading, ProductReading, PlanMention)

_WORDS = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")


def work_of(document: Document) -> str:
    """Return the key of the publication that a document is a version of: title, publisher and day.

    The first paragraph stands for a missing title. Names of files, addresses and the time of arrival are no
    part of it; the place among the articles of a source is where nothing else is known.
    """
    day = (document.published or "")[:10]
    head = document.title or next((b.span.cut(document.text) for b in document.blocks), document.text[:80])
    known = document.title or document.publisher or day
    return make_id("work", words(head), words(document.publisher or ""), day, "" if known else document.part)


def words(text: str) -> str:
    """Return the letters and digits of a text in one script, width and case."""
    return letters(to_simplified(normalize("NFKC", text)))


def letters(view: str) -> str:
    """Return the letters and digits of a text in lower case."""
    return "".join(_WORDS.findall(view.lower()))


def identified(
    kind: str, document: Document, readings: Iterable[R], name: Callable[[R], str]
) -> tuple[R, ...]:
    """Return readings with ids made of the work, their names, and which of this name they are in it.

    Numbers in a name are no part of it: where a figure is corrected the task stays the same.
    """
    work, seen, found = work_of(document), Counter[str](), []
    for reading in readings:
        own = _NUMBER.sub("#", words(name(reading)))
        found.append(replace(reading, id=make_id(kind, work, own, seen[own])))
        seen[own] += 1
    return tuple(found)
