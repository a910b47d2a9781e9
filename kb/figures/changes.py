"""Whether a figure is a level or a change: 提高5个百分点 against 提高到35%."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kb.records import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.figures.quantities import Quantity

UP_ZH = re.compile(
    r"(?:增长|提高|提升|上升|增加|增幅|增速|涨幅|上涨|扩大|高[出于]全[国省市球]?[^,，。\d]{0,8}|高出|多增|增收|升高|增量)(?:了|约|近|超过?|幅度|率|为|不低于|不少于|达|在|保持在|平均|速度|达到|[:])*$"
)
DOWN_ZH = re.compile(
    r"(?:下降|降低|减少|压减|缩短|压缩|削减|降幅|下调|减幅|缩减|精简|回落|节约|减排)(?:了|约|近|超过?|幅度|率|为|不低于|不少于|达|达到|[:])*$"
)
UP_EN = re.compile(
    r"\b(?:increas(?:e|es|ed|ing)|gr(?:ow|ew|own|owing|owth|ows)|r(?:ise|ose|isen|ising)|rais(?:e|"
    r"ed|ing)|(?<!make )(?<!makes )(?<!made )(?<!making )(?<!set )(?<!scale )up|climb(?:ed|ing)?|"
    r"expand(?:ed|ing)?|jump(?:ed)?|improv(?:e|ed|ing)|gain(?:ed)?)"
    r"(?:\s(?:rate|year-on-year|annually|annual|by|of|at|an|a|average|about|over|around|more|than|nearly|least|the))*\s*$",
    re.IGNORECASE,
)
DOWN_EN = re.compile(
    r"\b(?:decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tion)|cut(?:s|ting)?|f(?:all|ell|allen|alling)|down|drop(?:ped)?|declin(?:e|ed|ing)|lower(?:ed|ing)?|shorten(?:ed|ing)?)"
    r"(?:\s(?:by|of|an|a|average|about|over|around|more|than|nearly|at|least|the))*\s*$",
    re.IGNORECASE,
)
BEHIND_EN = re.compile(
    r"\s(?:annual |year-on-year |average )*(?:(?P<up>growth|increase|rise|improvement)|"
    r"(?P<down>reduction|decrease|decline|cut|drop))\b"
)


def change(text: str, left: int, right: int, unit: str, language: str) -> Change:
    """Read whether the words around a quantity make it a level, an increase or a decrease."""
    if unit == "times" and language == "en":  # grow fivefold: to five times
        return Change.LEVEL
    before = text[max(0, left - 40) : left]
    up, down = (UP_ZH, DOWN_ZH) if language == "zh" else (UP_EN, DOWN_EN)
    if up.search(before):
        return Change.INCREASE
    if down.search(before):
        return Change.DECREASE
    behind = BEHIND_EN.match(text, right) if language == "en" else None
    if behind:
        return Change.INCREASE if behind["up"] else Change.DECREASE
    return Change.LEVEL


FROM_ZH = re.compile(r"(?:从|由|自)[^,，。;、]{0,24}$")
TO_ZH = re.compile(
    r"[^,，。;、]{0,10}(?:提高|提升|增加|增长|上升|扩大|攀升|跃升|升|降低|下降|降|减少|减|压缩|缩短|压减|拓展)?(?:到|至|为)[^,，。;、\d]{0,8}$"
)
FROM_EN = re.compile(
    r"(?<!ranging )(?<!range )(?<!ranges )\bfrom(?: the)?(?: current)?(?: about| around| over| nearly)?\s$",
    re.IGNORECASE,
)
TO_EN = re.compile(r"[^.;,]{0,40}\bto\b[^.;,\d]{0,24}$", re.IGNORECASE)


BACK_FROM_EN = re.compile(
    r"(?:\s(?:by|in)\s[^,.;]{0,24})?,?\s(?:up\s|down\s)?from "
    r"(?:the |a )?(?:current |present |previous )?(?:level of )?$"
)


def starting_levels(quantities: Sequence[Quantity], text: str, language: str) -> dict[int, int]:
    """Return for each level that a figure starts from the position of that figure: 从30%提高到50%."""
    begins, goes = (FROM_ZH, TO_ZH) if language == "zh" else (FROM_EN, TO_EN)
    found: dict[int, int] = {}
    for i, (low, high) in enumerate(pairwise(quantities)):
        if BACK_FROM_EN.match(text[low.right : high.left]):
            found[i + 1] = i
        start = begins.search(text, max(0, low.left - 26), low.left)
        if start and goes.match(text[low.right : high.left]):
            found[i] = i + 1
    return found
