"""Tasks: their numbers, titles and the bodies that answer for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kb.evaluating.trial import Score, share

if TYPE_CHECKING:
    from kb.evaluating.trial import Trial

Row = dict[str, Any]
BETWEEN_WORDS = re.compile(r"[\W_]+|\bthe\b", re.IGNORECASE)


def score_tasks(trial: Trial, gold: list[Row]) -> Score:
    """Find each gold task by number and title, in whatever language the gold gives it."""
    tasks = trial.base.tasks()["tasks"]
    names = {o["id"]: _names(o) for o in trial.base.organisations()["organisations"]}
    found = [next((t for t in tasks if _is(row, t)), None) for row in gold]
    pairs = [(row, task) for row, task in zip(gold, found, strict=True) if task]
    units = [(row, task) for row, task in pairs if _units_fit(row, task, names)]
    plans = {task["plan"] for _, task in pairs}
    read = sum(task["plan"] in plans for task in tasks)
    measures = {
        "tasks.recall": share(len(pairs), len(gold)),
        "tasks.precision": share(len({task["id"] for _, task in pairs}), read),
        "tasks.units": share(len(units), len(gold)),
    }
    missed = [f"tasks: not read: {_line(row)}" for row in gold if not _found(row, pairs)]
    wrong = [f"tasks: other units: {_line(row)}" for row, _ in pairs if not _found(row, units)]
    return Score(measures, tuple(missed + wrong))


def _found(row: Row, pairs: list[tuple[Row, Row]]) -> bool:
    return any(row is known for known, _ in pairs)


def _line(row: Row) -> str:
    return f"{row['number']} {row['title']} ({', '.join(row['units'])})"


def _plain(text: str | None) -> str:
    """Reduce a name to its letters, so that articles, spaces and marks do not matter."""
    return BETWEEN_WORDS.sub("", text or "").lower()


def _names(organisation: Row) -> set[str]:
    return {_plain(n) for n in (*organisation["name"].values(), *organisation["aliases"])} - {""}


def _is(row: Row, task: Row) -> bool:
    """Whether a task bears the number and the title; long titles are compared at their beginning."""
    number = re.sub(r"\D", "", str(task["number"]))
    wanted = _plain(row["title"])[:40]
    return number == str(row["number"]) and wanted in (_plain(t)[:40] for t in task["title"].values())


def _units_fit(row: Row, task: Row, names: dict[str, set[str]]) -> bool:
    """Whether a task names the units and no other; one name may be the longer form of the other."""
    known = [names[r["organisation"]] for r in task["responsible"]]
    wanted = [_plain(unit) for unit in row["units"]]
    told = all(any(w in n or n in w for body in known for n in body) for w in wanted)
    return told and len(known) == len(wanted)
