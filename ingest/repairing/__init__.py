"""Repair of garbled text, with proof: every stage yields edits, and each edit can be undone.

A stage looks at a whole text and yields the edits it can answer for; clean text gets none. The stages
run in the order in which the damage was done, the latest first, and again while something still changes,
for text is garbled twice as easily as once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from corpus.text import Edit, Span, TextMap, apply
from ingest.repairing.bytewise import escaped_bytes, soft_breaks
from ingest.repairing.chaining import chain
from ingest.repairing.chinese import chinese_in_chinese, chinese_in_narrow
from ingest.repairing.escapes import code_units, entities
from ingest.repairing.forms import fullwidth, look_alikes, unseen, windows_marks
from ingest.repairing.losses import lost_places
from ingest.repairing.pinyin import pinyin_glosses
from ingest.repairing.utf8 import misread_utf8

Stage = Callable[[str], Iterable[Edit]]
STAGES: Final[tuple[Stage, ...]] = (
    entities,
    soft_breaks,
    escaped_bytes,
    code_units,
    misread_utf8,
    chinese_in_narrow,
    chinese_in_chinese,
    windows_marks,
    pinyin_glosses,
    unseen,
    look_alikes,
    fullwidth,
)
EASTERN_STAGES: Final = frozenset({chinese_in_chinese, pinyin_glosses, look_alikes, fullwidth})
"""Stages that have nothing to do where a text holds no East Asian character."""
EASTERN: Final = re.compile("[\u2e80-\U0003ffff]")
ROUNDS: Final = 4
"""How often the stages run at most; real pages were garbled twice, rarely three times."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text after repair.

    Args:
        text: how it reads now.
        edits: what was changed, in coordinates of the text that came in.
        lost: places of `text` that could not be restored.
        way: the map between the two texts.

    """

    text: str
    edits: tuple[Edit, ...]
    lost: tuple[Span, ...]
    way: TextMap


def repair(text: str) -> Repaired:
    """Undo what garbled a text, as far as that can be proved; what is lost is marked, the rest stays."""
    edits: list[Edit] = []
    current = text
    for _ in range(ROUNDS):
        before = current
        eastern = EASTERN.search(current)
        for stage in STAGES:
            found = sorted(stage(current)) if eastern or stage not in EASTERN_STAGES else []
            if found:
                edits = chain(text, edits, found)
                current, _way = apply(current, found)
                eastern = EASTERN.search(current)
        if current == before:
            break
    repaired, way = apply(text, edits)
    return Repaired(repaired, tuple(edits), tuple(lost_places(repaired)), way)
