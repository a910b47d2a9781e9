"""Whether a passage is the evidence that a gold question asks for."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from kb.answering.guard import held

if TYPE_CHECKING:
    from kb.evaluating.trial import Trial

Row = dict[str, Any]
MARKS = re.compile(r"[\s,，。.;；:：\"“”'’()（）]")
ENOUGH = 0.5  # of the gold quote's characters, in runs of two and more
SHORT = 6  # characters that are too few to be taken for a part of the gold quote


def states(text: str | None, value: Any) -> bool:
    """Whether a text states a value, in whatever words."""
    return held(f"{value:f}" if not isinstance(value, int) else str(value), [text or ""])


def quotes(trial: Trial, row: Row, quote: Row) -> bool:
    """Whether a quote has the words of the gold quote, or is a part of it, in one of its sources."""
    wanted, got = _plain(row["answer_quote"]), _plain(quote["text"])
    same = wanted in got or (got in wanted and len(got) > SHORT)
    return trial.among(quote["document"], row["answer_docs"]) and same


def shows(trial: Trial, row: Row, quote: Row) -> bool:
    """Whether a quote shows what the gold quote shows: the same words, or most of them."""
    if not trial.among(quote["document"], row["answer_docs"]):
        return False
    words = row.get("cited_words")
    if words:
        return any(word in quote["text"].lower() for word in words)
    return quotes(trial, row, quote) or _overlap(_plain(row["answer_quote"]), _plain(quote["text"])) >= ENOUGH


def _plain(text: str | None) -> str:
    return MARKS.sub("", text or "").lower()


def _overlap(wanted: str, got: str) -> float:
    """Return how much of the one stands in the other, in its order."""
    runs = SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks()
    return sum(run.size for run in runs if run.size > 1) / max(1, len(wanted))
