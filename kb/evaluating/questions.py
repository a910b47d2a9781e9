"""Questions: right answers on fitting evidence, and refusals where there is no answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kb.answering.guard import held
from kb.evaluating.evidence import quotes, shows, states
from kb.evaluating.trial import Score, share

if TYPE_CHECKING:
    from collections.abc import Callable

    from kb.evaluating.trial import Trial

Row = dict[str, Any]
FIRST = 3  # among the first citations one must be out of a right source


@dataclass(frozen=True, slots=True)
class Asked:
    """A gold question, what was answered, and whether that is right."""

    row: Row
    answer: Row
    right: bool
    quoted: bool

    @property
    def line(self) -> str:
        """What went wrong, in one line."""
        said = self.answer["answer"] if self.answer["answered"] else "refused"
        return f"questions: {self.row['question']}: {said}"


def score_questions(trial: Trial, gold: list[Row]) -> Score:
    """Ask every question; one without sources is right only if it is refused."""
    asked = [_ask(trial, row) for row in gold]
    open_ones = [a for a in asked if a.row["answer_docs"]]
    measures = {
        "questions.right": _rate(open_ones, lambda a: a.right),
        "questions.quoted": _rate(open_ones, lambda a: a.quoted),
        "questions.refused": _rate([a for a in asked if not a.row["answer_docs"]], lambda a: a.right),
        "questions.guarded": _rate([a for a in asked if a.answer["answered"]], _guarded),
    }
    across = [a for a in open_ones if a.row.get("cross_lingual")]
    if across:
        measures["questions.across"] = _rate(across, lambda a: a.right)
    return Score(measures, tuple(a.line for a in asked if not a.right))


def _ask(trial: Trial, row: Row) -> Asked:
    answer = trial.base.ask(row["question"])
    if not row["answer_docs"]:
        return Asked(row, answer, right=not answer["answered"], quoted=False)
    cited = [c["quote"] for c in answer["citations"]]
    if row["answer_value"] is None:
        fits = any(shows(trial, row, quote) for quote in cited)
    else:
        fits = states(answer["answer"], row["answer_value"])
    found = any(trial.among(quote["document"], row["answer_docs"]) for quote in cited[:FIRST])
    quoted = answer["answered"] and any(quotes(trial, row, quote) for quote in cited)
    return Asked(row, answer, right=answer["answered"] and found and fits, quoted=quoted)


def _guarded(asked: Asked) -> bool:
    """Whether every number of an answer stands in what it cites."""
    cited = [text for c in asked.answer["citations"] for text in (c["quote"]["text"], c["title"]) if text]
    return held(asked.answer["answer"], cited)


def _rate(asked: list[Asked], right: Callable[[Asked], bool]) -> float:
    return share(sum(map(right, asked)), len(asked))
