"""Words that tell two figures of one subject apart: Class II or III, at home or abroad, output or revenue.

Each axis is a list of values in both languages. Two texts conflict on an axis when both name values of it
and share none. Silence is no conflict: a headline leaves out what the plan spells out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Axis:
    """One respect in which subjects differ: its values by name, each with the words that say it."""

    name: str
    values: tuple[tuple[str, re.Pattern[str]], ...]


def _axis(name: str, rows: str) -> Axis:
    """Read lines of `value: Chinese expression; English expression`."""
    values = []
    for row in filter(None, map(str.strip, rows.splitlines())):
        value, words = row.split(": ", 1)
        chinese, english = words.split("; ")
        values.append((value, re.compile(rf"{chinese}|\b(?:{english})\b", re.IGNORECASE)))
    return Axis(name, tuple(values))


AXES: tuple[Axis, ...] = (
    _axis(
        "class",
        """
        1: (?:第?一|Ⅰ|I)类(?!别); class (?:1|i|one)|(?:first|1st)-class(?= (?:device|medical|drug))
        2: (?:第?二|Ⅱ|II)类(?!别); class (?:2|ii|two)|(?:second|2nd)[- ]class
        3: (?:第?三|Ⅲ|III)类(?!别); class (?:3|iii|three)|(?:third|3rd)[- ]class
        """,
    ),
    _axis(
        "grade",
        """
        junior: 初级|初等; junior|elementary|primary(?= (?:worker|level|technician|grade))
        middle: 中级|中等; intermediate|mid-?level
        senior: 高级|高等; (?:senior|advanced)(?= (?:technician|worker|level|grade|title|engineer))
        """,
    ),
    _axis(
        "stars",
        """
        1: 一星; (?:one|1)[- ]star
        2: 二星; (?:two|2)[- ]stars?
        3: 三星; (?:three|3)[- ]stars?
        4: 四星; (?:four|4)[- ]stars?
        5: 五星; (?:five|5)[- ]stars?
        """,
    ),
    _axis(
        "deed",
        """
        train: 培训|实训; train(?:s|ed|ing)?
        employ: 就业|招聘|聘用|雇用|用工; employ(?:s|ed|ment)?|jobs?|hires?|hired
        """,
    ),
    _axis(
        "medal",
        """
        gold: 金[牌奖]; gold(?:en)?(?= (?:medal|award|prize))
        silver: 银[牌奖]; silver(?= (?:medal|award|prize))
        bronze: 铜[牌奖]; bronze
        """,
    ),
    _axis(
        "child",
        """
        1: [一头]孩|第一个(?:孩子|子女); (?:first|only) child
        2: 二孩|第二个(?:孩子|子女); (?:second child|two[- ]child(?:ren)?)
        3: 三孩|第三个(?:孩子|子女); (?:third child|three[- ]child(?:ren)?)
        """,
    ),
    _axis(
        "phase",
        """
        1: [一首]期(?!间); (?:first|initial) phase|phase (?:1|i|one)
        2: 二期; second phase|phase (?:2|ii|two)
        3: 三期; third phase|phase (?:3|iii|three)
        """,
    ),
    _axis(
        "market",
        """
        home: 境内|国内|国产|内贸|本土; domestic(?:ally)?|mainland|home-?grown
        abroad: 境外|海外|国外|外贸|入境|国际航|外资; overseas|abroad|foreign|inbound|international
        """,
    ),
    _axis(
        "direction",
        """
        import: 进口|进出口; imports?|imported
        export: 出口; exports?|exported
        """,
    ),
    _axis(
        "centres",
        """
        single: 单中心; single[- ]cent(?:er|re)
        multi: 多中心; multi[- ]?cent(?:er|re)
        """,
    ),
    _axis(
        "rank",
        """
        nation: 国家级|国家重点; (?:national|state)[- ]level|national(?= (?:key|laborator|innovat|demonstrat))
        province: 省级|自治区级; provincial(?:[- ]level)?
        city: 市级; municipal[- ]level|city[- ]level
        county: 县级|区级; county[- ]level|district[- ]level
        """,
    ),
    _axis(
        "settlement",
        """
        town: 城镇|城市居民|城区; urban
        country: 农村|乡村|农民; rural
        """,
    ),
    _axis(
        "owner",
        """
        public: 公立|公办; public (?:hospitals?|schools?|kindergartens?|medical)
        private: 民办|民营|私立; private
        """,
    ),
    _axis(
        "span",
        """
        single: 单个|单项目|单站|单户|每户|每家; per (?:project|household|firm|company)|(?:a|each) single
        whole: 总额|总规模|资金总; total funding|in total
        """,
    ),
    _axis(
        "measure",
        """
        output: 产值|产出; output(?: value)?
        revenue: 营业?务?收入?|总收入|销售[额收]; revenues?|(?:operating|tourism) income|turnover|sales
        added: 增加值; added value|value[- ]added
        investment: 投资; investments?
        profit: 利润; profits?
        tax: 税收|税额; tax(?:es)?(?: revenue)?
        trade: 进出口|出口额|进口额|贸易额; trade volume|exports (?:of|should|will|to)
        fund: 基金|专项资金; funds?
        subsid: 补助|补贴|奖励|资助|奖补|贴息; subsid(?:y|ies)|grants?|rewards?|bonus(?:es)?
        credit: 授信|贷款; loans?|credit(?: line)?
        cost: 成本; costs?
        spending: 人均消费|消费支出|花费; spending|spent by
        wage: 工资|薪酬|年薪|月薪; wages?|salar(?:y|ies)
        """,
    ),
    _axis(
        "growth",
        """
        growth: 增长|增速|同比|增幅; gr[eo]w(?:th|s|ing|n)?|rose|increas(?:e|ed|es) (?:by|of)
        share: 占|比重|占比|份额; account(?:s|ed|ing)? for|share of|proportion of
        """,
    ),
    _axis(
        "rate",
        """
        year: 每年|年均|每人年|年度; (?:a|per|each|every) year(?! (?:earlier|before|ago))|annual(?:ly)?|yearly
        quarter: 每季度?; (?:a|per|each|every) quarter|quarterly
        month: 每月|月均|按月; (?:a|per|each|every) month|monthly
        week: 每周; (?:a|per|each|every) week|weekly
        day: 每[天日]|日均; (?:a|per|each|every) day|daily
        """,
    ),
    _axis(
        "voyage",
        """
        passenger: 客运|旅客|载客; passengers?
        freight: 货运|货物|载货|货邮; cargo|freight|goods
        """,
    ),
)
# A measure is often named together with another: 基金投资, "investment fund", a subsidy of 15% of the
# investment. Such words do not conflict.
_LOOSE = frozenset(map(frozenset, (("fund", "investment"), ("fund", "subsid"), ("investment", "subsid"))))


@cache
def qualifiers(text: str) -> dict[str, frozenset[str]]:
    """Return for each axis the values that a text in simplified characters or English names."""
    found = {
        axis.name: frozenset(value for value, words in axis.values if words.search(text)) for axis in AXES
    }
    return {name: values for name, values in found.items() if values}


def conflict(a: Sequence[str], b: Sequence[str]) -> str | None:
    """Return the axis on which two statements name different values, or None.

    Each statement comes as its texts from the narrowest to the widest; on each axis the narrowest text that
    names a value counts.
    """
    one, two = _narrowest(a), _narrowest(b)
    for axis in one.keys() & two.keys():
        if not one[axis] & two[axis] and not _loose(one[axis], two[axis]):
            return axis
    return None


def _narrowest(texts: Sequence[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for text in reversed(texts):
        found |= qualifiers(text)
    return found


def _loose(one: frozenset[str], two: frozenset[str]) -> bool:
    return any(frozenset({a, b}) in _LOOSE for a in one for b in two)
