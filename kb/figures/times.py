"""Times that a sentence names: by when, since when, compared with when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto


class Role(Enum):
    """What a time is to the figures of its sentence."""

    BY = auto()  # 到2027年: something is to be reached
    WHEN = auto()  # 2024年: something is or happens
    DURING = auto()  # “十五五”期间: something is reached or happens in the course of a plan
    SINCE = auto()  # 较2020年: a baseline
    AS_OF = auto()  # 截至2024年底: how things stand


@dataclass(frozen=True, slots=True)
class Time:
    """A time in a sentence: `start` to `end`, what it is for, "2027" or "2027-06" or "P3Y"."""

    start: int
    end: int
    role: Role
    date: str


ATTACHED = re.compile(r"前(?![,，、:\s])")


def ends_at(time: Time, text: str) -> bool:
    """Whether a time is that of one act only, to which it is attached: 2027年底前登记."""
    return bool(ATTACHED.match(text, time.end - 1))


_YEAR = r"(?:19|20)\d\d"
_SMALL_ZH = "一二三四五六七八九十"
TIME_ZH = re.compile(
    rf"""
    (?P<lead>截至|截止到?|较之?|(?<![占同环])比|与|同|相较于?|相比于?|对比|在|从|由|自|于|到|至|力争到?|力争在|争取到?|争取在|确保到?|以|以来|早于)?\s?
    (?:
        (?P<from>{_YEAR})\s?年?\s?(?:-|—|~|至|到|——)\s?(?P<until>{_YEAR})\s?年?
      | (?P<year>{_YEAR})\s?年(?P<month>\s?\d\d?\s?月)?
        (?P<tail>年?[底末终]|[上下]半年|年?中|年?初|全年|度)?(?P<day>\d\d?\s?日)?
      | [“"]?十(?P<plan>[一二三四五六七八])五[”"]?(?P<span>期?末|期间|时期|规划期?末?)?
      | (?:未来|今后|接下来的?|用)?(?<![校业后起日证休产])(?P<years>[一二两三四五六七八九十]|\d{{1,2}})
        (?:[到至][一二三四五六七八九十\d]|[-—]\d)?年(?:左右)?(?:的?时间)?(?P<within>内|之内|以内|左右时间)
      | (?:未来|今后)(?P<coming>[一二两三四五六七八九十]|\d{{1,2}})年 | (?P<turn>[两二三四五六七八])年(?=翻)
      | (?P<next>明年)[底末]?
      | (?P<this>今年|本年度?|年内|今年年底|全年(?!度))
      | (?P<bymonth>(?<!\d)\d\d?月(?:[底末初]|[上中下]旬|\d\d?日)?(?=[之以]?前))
      | (?P<yearend>年底)
    )
    (?P<before>[之以]?前|为止)?
    (?P<basis>的(?=\d+(?:\.\d+)?(?:%|倍))|的?(?:相比|水平|基础上|同期|基数)|相比|年?(?:的)?\d+(?:\.\d+)?%?(?:提高|提升|上升|增加|下降|降低)[到至])?
    """,
    re.VERBOSE,
)
BASES = ("较", "较之", "比", "与", "同", "相较", "相较于", "相比", "相比于", "对比", "以")

_MONTHS = "january february march april may june july august september october november december".split()
_NUMBER_EN = {w: i for i, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
TIME_EN = re.compile(
    rf"""
    (?P<lead>
        \b(?:as\sof(?:\s(?:the\s)?end\sof)?|up\sto|by\sthe\send\sof|by\slate|by\searly|by\smid-?|by\sand\sbeyond|by\send-|by\sthe\syear|by|before|no\slater\sthan|until|to|
        compared\s(?:with|to)(?:\sthe)?|relative\sto(?:\sthe)?|against(?:\sthe)?|over\sthe|from(?:\sthe)?|than\s(?:in|the)|(?:figure|level|number|total|amount|volume|size|value)s?\s(?:of|in|for)|versus|vs\.?|on|above|below|since|
        at\sthe\send\sof|the\send\sof|end\sof|end-|within|in|during|for|throughout|through|over|between|that\sof|of)\s?
    )?
    (?:
        (?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\s(?:\d\d?,?\s)?(?:of\s)?(?P<dated>{_YEAR})
      | (?P<from>{_YEAR})\s?(?:-|—|to|through)\s?(?P<until>{_YEAR}|(?<=[-—])\d\d\b|(?<=[-—]\s)\d\d\b)
      | (?P<half>the\sfirst\shalf\sof\s|H1\s|mid-|the\smiddle\sof\s)?
        (?P<year>{_YEAR})(?![,.]?\d|\s?(?:%|percent|km|mu\b))
      | (?:the\s)?(?P<plan>\d\d)th\sFive-Year\sPlan(?P<span>\speriod)?
      | (?P<this>this\syear(?!'s)|the\syear|year-end)
      | (?P<next>next\syear)\b
      | the\s(?:next|coming|following)\s(?P<years>\w+)\syears
      | (?P<within>one|two|three|four|five|six|seven|eight|nine|ten|\d\d?)\syears?(?=[\s,.;]|$)
    )
    (?P<basis>\s(?:levels?|baseline|figures?|base))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
HINT_EN = re.compile(r"(?:19|20)\d\d|\byear|Five-Year|th FYP", re.IGNORECASE)  # every time names one of them
_SINCE_EN = (
    "compared",
    "relative",
    "against",
    "over the",
    "than",
    "versus",
    "vs",
    "on",
    "above",
    "below",
    "since",
    "that of",
    *("figure", "level", "number", "total", "amount", "volume", "size", "value"),
)


def times_zh(text: str) -> tuple[Time, ...]:
    """Return the times of a folded Chinese sentence."""
    return tuple(time for found in TIME_ZH.finditer(text) if (time := _time_zh(found)))


def _time_zh(found: re.Match[str]) -> Time | None:
    lead = found["lead"] or ""
    date = _date_zh(found)
    if date is None:
        return None
    return Time(found.start(), found.end(), _role_zh(found, lead), date)


def _date_zh(found: re.Match[str]) -> str | None:
    if found["until"]:
        return found["until"]
    if found["year"]:
        month = found["month"] and int(found["month"].strip(" 月"))
        if found["tail"] == "上半年":
            month = 6
        return f"{found['year']}-{month:02}" if month else found["year"]
    if found["plan"]:
        return str(plan_end(10 + _SMALL_ZH.index(found["plan"]) + 1))
    if found["next"]:
        return "P1Y"
    years = found["years"] or found["coming"] or found["turn"]
    if years:
        return f"P{years if years.isdecimal() else _small(years)}Y"
    return "P0Y"  # this year


def _small(word: str) -> int:
    return 2 if word == "两" else _SMALL_ZH.index(word) + 1


def plan_end(number: int) -> int:
    """Return the last year of a five-year plan: the 14th ends in 2025."""
    return 1955 + 5 * number


def _role_zh(found: re.Match[str], lead: str) -> Role:
    if found["basis"] or lead in BASES:
        return Role.SINCE
    if lead in ("从", "由", "自") and not found["until"]:
        return Role.SINCE
    if lead.startswith(("截至", "截止")):
        return Role.AS_OF
    if lead.startswith(("到", "至", "力争", "争取", "确保")) or found["before"] or found["within"]:
        return Role.BY
    if found["span"]:
        return Role.BY if found["span"].endswith("末") else Role.DURING
    return Role.BY if found["yearend"] or found["turn"] else Role.WHEN


def times_en(text: str) -> tuple[Time, ...]:
    """Return the times of a folded English sentence."""
    if not HINT_EN.search(text):
        return ()
    return tuple(time for found in TIME_EN.finditer(text) if (time := _time_en(found)))


def _time_en(found: re.Match[str]) -> Time | None:
    lead = re.sub(r"\s+", " ", (found["lead"] or "").strip().lower())
    date = _date_en(found, lead)
    if date is None:
        return None
    return Time(found.start(), found.end(), _role_en(found, lead), date)


def _date_en(found: re.Match[str], lead: str) -> str | None:
    if found["month"]:
        return f"{found['dated']}-{_MONTHS.index(found['month'].lower()) + 1:02}"
    if found["until"]:
        return found["until"] if len(found["until"]) == 4 else found["from"][:2] + found["until"]
    if found["year"]:
        return found["year"] + ("-06" if found["half"] or lead.startswith("by mid") else "")
    if found["plan"]:
        return str(plan_end(int(found["plan"])))
    if found["this"]:
        ends = lead.startswith(("within", "by", "before", "end", "the end", "at the end"))
        return "P0Y" if ends or found["this"].lower() == "this year" else None
    if found["next"]:
        return "P1Y"
    years = (found["years"] or found["within"] or "").lower()
    if found["within"] and lead not in ("in", "within", "over", "during") and "within" not in lead:
        return None
    number = _NUMBER_EN.get(years) or (int(years) if years.isdecimal() else 0)
    return f"P{number}Y" if number else None


def _role_en(found: re.Match[str], lead: str) -> Role:
    if found["basis"] or (lead.startswith(_SINCE_EN) and not found["years"]):
        return Role.SINCE
    if lead.startswith("from") and not found["until"]:
        return Role.SINCE
    if lead.startswith("as of"):
        return Role.AS_OF
    if lead == "before" and re.search(
        r"(?:ed|built|set up)\s$", found.string[max(0, found.start() - 8) : found.start()]
    ):
        return Role.WHEN  # stations built before 2026
    if lead.startswith(("by", "before", "no later", "until", "end", "the end", "at the end")):
        return Role.BY
    if lead == "within" and found["this"]:
        return Role.BY

    return Role.BY if found["years"] else Role.WHEN
