"""What an English number without a unit counts: the noun behind it, people, years of age, or money."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kb.figures.quantities import RANGE_EN, Number, is_range_gap
from kb.figures.units import COUNT, Unit

if TYPE_CHECKING:
    from collections.abc import Callable

# A bare number counts what follows it: a word, but not one that begins the next thing.
NOUN = re.compile(
    r"""\s(?=\d[\d.,]*-[a-z])                                       # three 10-billion-yuan clusters
      | \s{1,2}[“"'‘*]{0,2}
        (?!(?:consecutive|straight|being|more(?!\s(?!than\b)[a-z])|years?|and|or|to|in|by|on|at|of|for|from|with|as|is|are|was|were|will|the|a|an
           |that|which|when|while|per|into|than|respectively|over|under|before|after|until|but|has|have)\b)[A-Za-z+\x00]
      | \+
      | \sof\s(?:the|its|them|these|all|which|whom)\b""",
    re.VERBOSE,
)
STANDS_ALONE = re.compile(
    r"""(?:reach|reached|pass|top|surpass|exceed|exceeding|exceeds|to|total|totaled|totalled|at|number|is|was|hit|of|from|current|have|has|and
        |become|with|ke(?:pt|ep)|stay|remain|held|:)\s
        (?:(?:over|about|under|below|around|nearly|within|up\sto|at\sleast|at\smost|(?:no\s)?(?:more|less|fewer)\sthan)\s)?$""",
    re.VERBOSE | re.IGNORECASE,
)
POPULATION = re.compile(r"\bpopulation\b[^.;,\d]{0,50}$", re.IGNORECASE)
REMAINING = re.compile(
    r"\b(?:another|an additional|a further|the (?:other|remaining)|of (?:these|them|those|which|whom),?)\s$",
    re.IGNORECASE,
)
MORE_THAN_BEFORE = re.compile(r"\s(?:more|fewer|less)\sthan\s(?:in|a\syear|the\syear|last)\b")
INCLUDED = re.compile(r"\bincluding\s$", re.IGNORECASE)
WITH = re.compile(r"\s(?:with|in|at|from|that|which)\b")  # 300 firms, including six with sales of …
FROM_TO = re.compile(r"\bfrom\s\d[^.;,]{0,20}\sto\s$")  # from 12 to five
RATE = re.compile(r"\s(?:for\s)?\x00")  # 0.78 for every 1,000 children, which is blanked
MONEY_WORDS = re.compile(
    r"""revenue|output|value|invest|fund|sales|gdp|turnover|income|capital|expenditure|spending|loans?|credit|budget|profit
      |financ|subsid|assets|worth|trade|import|export|scale|econom|cost|tax|bond|market|industr""",
    re.VERBOSE | re.IGNORECASE,
)
AGED = re.compile(
    r"\b(?:(?:aged?|over the age of|older than|ages)(?: of| between| from)?\s(?:over |at least )?"
    r"|average age(?: of [^,.;\d]{1,40})? (?:is|was|stands at|stood at) )$",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"""(?:\s{1,2}(?!for|of|with|by|in|to|and|or|per)[a-z-]+){0,3}?\s{1,2}
        (?:people|persons|residents|workers|employees|jobs|positions|visitors|patients|students|passengers|participants
          |trainees|farmers|teachers|doctors|physicians|nurses|talents|professionals|users|tourists|children|seniors|experts
          |entrepreneurs|graduates|technicians|researchers|scientists|caregivers|volunteers|migrants)\b""",
    re.VERBOSE | re.IGNORECASE,
)


def count_what_follows(number: Number, following: Number | None, text: str) -> Number:
    """Give a number without a unit the one that its neighbourhood implies."""
    if number.unit is not None or (following and is_range_gap(number, following, text, RANGE_EN)):
        return number
    unit = next((unit for holds, unit in IMPLIED if holds(number, text)), None)
    return replace(number, unit=unit)


def _is_age(number: Number, text: str) -> bool:
    return bool(AGED.search(text, max(0, number.start - 70), number.start))


def _counts_people(number: Number, text: str) -> bool:
    return bool(PEOPLE.match(text, number.end))


def _counts_a_noun(number: Number, text: str) -> bool:
    return bool(NOUN.match(text, number.end))


def _is_a_rate(number: Number, text: str) -> bool:
    return bool(RATE.match(text, number.end))


def _is_money(number: Number, text: str) -> bool:
    large = (number.scale or 0) >= 10**6
    return large and bool(MONEY_WORDS.search(text, max(0, number.start - 80), number.start))


def _is_population(number: Number, text: str) -> bool:
    large = (number.scale or 1) * number.literal >= 10**4
    return large and bool(POPULATION.search(text, max(0, number.start - 60), number.start))


def _adds(number: Number, text: str) -> bool:
    return bool(MORE_THAN_BEFORE.match(text, number.end))


def _stands_alone(number: Number, text: str) -> bool:
    if REMAINING.search(text, max(0, number.start - 20), number.start):
        return True
    if INCLUDED.search(text, max(0, number.start - 12), number.start) and WITH.match(text, number.end):
        return True
    alone = STANDS_ALONE.search(text, max(0, number.start - 24), number.start)
    if alone and number.words:
        alone = FROM_TO.search(text, max(0, number.start - 30), number.start)
    return bool(alone) or (number.scale or 0) >= 10**6


IMPLIED: tuple[tuple[Callable[[Number, str], bool], Unit], ...] = (
    (_is_age, Unit("year")),
    (_counts_people, Unit("person")),
    (_counts_a_noun, COUNT),
    (_is_population, Unit("person")),
    (_adds, COUNT),
    (_is_a_rate, COUNT),
    (_is_money, Unit("CNY")),
    (_stands_alone, COUNT),
)
