"""What reading needs of each language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.figures.names_en import NAMES_EN
from kb.figures.names_zh import NAMES_ZH
from kb.figures.quantities import LIST_EN, LIST_ZH
from kb.figures.scan_en import measured_en, scan_en
from kb.figures.scan_zh import measured_zh, scan_zh
from kb.figures.times import times_en, times_zh
from kb.figures.units import unit_en, unit_zh

if TYPE_CHECKING:
    from collections.abc import Callable

    from kb.figures.quantities import Quantity
    from kb.figures.times import Time
    from kb.figures.units import Found


@dataclass(frozen=True, slots=True)
class Grammar:
    """What reading needs of one language.

    Args:
        hint: a sentence without it holds no number.
        names: what holds numbers and is no figure.
        measured: every quantity of a text; `scan` only those that somebody states.
        gap: what stands between the members of a list.

    """

    hint: re.Pattern[str]
    names: tuple[re.Pattern[str], ...]
    measured: Callable[[str], list[Quantity]]
    scan: Callable[[str], list[Quantity]]
    times: Callable[[str], tuple[Time, ...]]
    unit: Callable[[str, int], Found | None]
    gap: re.Pattern[str]


HINT_ZH = re.compile(r"[\d一二两三四五六七八九十百千万亿半翻]")
HINT_EN = re.compile(
    r"""\d|[½⅓⅔¼¾⅕⅖⅗⅘]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|billion
      |trillion|dozen|half|twice|(?:third|quarter|fifth|tenth)s?)\b|teen\b|ty\b|fold\b|(?:doubl|tripl|quadrupl)(?:e|ing)""",
    re.VERBOSE | re.IGNORECASE,
)
GRAMMARS = {
    "zh": Grammar(HINT_ZH, NAMES_ZH, measured_zh, scan_zh, times_zh, unit_zh, LIST_ZH),
    "en": Grammar(HINT_EN, NAMES_EN, measured_en, scan_en, times_en, unit_en, LIST_EN),
}
