"""Kinds of units, so that "how many weeks" never gets yuan for an answer."""

from __future__ import annotations

import re

FAMILIES: dict[str, frozenset[str]] = {
    "money": frozenset({"CNY", "USD", "EUR", "HKD", "JPY", "GBP", "MOP", "TWD"}),
    "time": frozenset({"second", "minute", "hour", "day", "workday", "week", "month", "year"}),
    "share": frozenset({"%", "pp", "‰"}),
    "times": frozenset({"times"}),
    "count": frozenset({"count", "person", "TEU", "point"}),
    "area": frozenset({"m2", "km2", "mu", "ha"}),
    "length": frozenset({"m", "km", "nmi"}),
    "mass": frozenset({"t", "kg", "g", "mg", "tce", "gce"}),
    "volume": frozenset({"m3", "L"}),
    "power": frozenset({"kW", "kVA", "kV"}),
    "energy": frozenset({"kWh"}),
    "sound": frozenset({"dB"}),
    "temperature": frozenset({"℃", "°C"}),
}
YEARLY = "/year"  # the end of a unit that counts by the year
CLASS_HOURS = frozenset({"学时", "课时"})
COUNTED = frozenset({"count", "other"})  # what "how many" asks for

# What stands right behind "how many" or 多少 and is itself a unit.
_UNITS = (
    (r"weeks?|working days?|workdays?|days?|months?|years?|hours?|minutes?|seconds?|time", "time"),
    (r"(?:\w+ )?(?:yuan|rmb|dollars?|money|euros?|cny)|funds?|funding", "money"),
    (r"value of", "money"),
    (r"percent(?:age points?)?|per cent|percentage|%", "share"),
    (r"mu|hectares?|square (?:metres?|meters?|kilomet(?:er|re)s?)|acres?", "area"),
    (r"kilomet(?:er|re)s?|km|metres?|meters?|miles?", "length"),
    (r"(?:(?:\w+ ){0,2})(?:tons?|tonnes?)|kilograms?|kg|grams?", "mass"),
    (r"cubic (?:metres?|meters?)|lit(?:er|re)s?", "volume"),
    (r"gigawatts?|megawatts?|kilowatts?|gw|mw|kw", "power"),
    (r"(?:kilowatt|megawatt|gigawatt)[- ]hours?|kwh|gwh|twh", "energy"),
    (r"人次|架次|人(?![才员工民均类物群士力文行造形机])", "count"),
    (r"周|个?星期|个?工作日|天|日|个?月|年|个?小时|分钟|秒|时间|长时间|久", "time"),
    (r"[百千万亿]*(?:元|块钱|美元|人民币|港元|欧元)|钱|资金|经费|投资|奖金", "money"),
    (r"个?百分点|百分比|[%％]|成", "share"),
    (r"[百千万亿]*(?:亩|公顷|平方米|平方公里)", "area"),
    (r"[百千万亿]*(?:公里|千米|米|海里)", "length"),
    (r"[百千万亿]*(?:载重吨|总吨|吨|公斤|千克|克)(?:标准煤)?", "mass"),
    (r"[百千万亿]*(?:立方米|升)", "volume"),
    (r"[百千万亿]*(?:千瓦时|度(?!假))", "energy"),
    (r"[百千万亿]*(?:千瓦|兆瓦|吉瓦|瓦)", "power"),
    (r"倍", "times"),
)
UNIT = tuple(
    (re.compile(rf"\s*(?:in\s)?(?:{pattern})(?![A-Za-z])", re.IGNORECASE), family)
    for pattern, family in _UNITS
)

# What a number measures by its unit alone: 118,000 kilometers of roads are their length.
NAMES = {
    "length": "长度 里程 length mileage",
    "power": "功率 装机 power capacity",
    "mass": "重量 吞吐量 完工量 处理量 weight throughput",
    "share": "比例 比重 占比 share proportion percentage",
    "temperature": "温度 temperature",
    "energy": "电量 electricity",
}

# What is asked for, where the name of the thing tells its unit; a preference, since names mislead.
_HINTS = (
    (r"产值|收费|花费|花销|支出|总?消费额|保额|[务管保学停租电水气]费|收入|营收|营业额|投资|资金|经费|预算|补[贴助]|奖励|奖补|资助|额度|授信|成本|费用|价格|价值|基金|工资|薪|罚款|金额|税", "money"),
    (r"output value|revenue|income|invest|fund|budget|subsid|reward|grant|award|credit|costs?\b|price|fee|fine\b|salary|wage|tax|\bworth\b|amount of money|\bpaid\b|\bpays?\b|\bcharges?\b|\bearns?\b|\bspends?\b|\bspending\b|expenditure|insured sum|\bcost\b|\btotal value\b|\bvalue of\b|\bgets?\b|compensat|allowance", "money"),
    (r"中有?多少|比重|占比|比例|份额|百分|(?<!效)(?<!频)(?<!汇)率|增长|增幅|增速|下降|降低", "share"),
    (r"\bshare\b|proportion|percentage|\bpercent|\brates?\b|\bratio|grow|growth|\bfall by\b|increase by", "share"),
    (r"面积", "area"), (r"\barea\b|\bacreage\b", "area"),
    (r"多久|用时|时限|期限|时长|耗时|时间|预见期|期(?=有?多长)", "time"), (r"(?<!-)\btimes?\b(?! as)|\bperiod\b|duration|deadline|\bdelay\b|lead time", "time"),
    (r"长度|里程|高度|限高|深度|距离", "length"), (r"\blength\b|\bheight\b|\bdepth\b|\bdistance\b|\btall\b", "length"),
    (r"装机|功率|\b(?:unit|rated|charging|output) power\b", "power"),
    *((r"容量|\bcapacity\b", family) for family in ("power", "energy", "volume", "mass")),
    (r"节能量|减[排碳]量|排放量|完工量|处理量", "mass"), (r"发电量|用电量", "energy"), (r"用水|水量", "volume"),
    (r"噪声|噪音|分贝|how loud|\bnoise\b", "sound"), (r"多重|how heavy|\bweight\b", "mass"), (r"how (?:expensive|cheap)|多贵", "money"),
    (r"how far\b|多远", "length"),
    (r"人数|人口|客流|人次", "count"), (r"population|visitors|jobs|\bnumber of\b", "count"),
)  # fmt: skip
HINTS = tuple((re.compile(pattern, re.IGNORECASE), family) for pattern, family in _HINTS)

# A measure that is asked for by its name: "what is the insured sum", 基金总规模有多大, 机收率提出了什么目标.
_MEASURES = (
    (
        r"sum|(?:output|export|import|trade|market|transaction|added) value|price|costs?|balance|turnover|sales|budget|funds?|funding|revenue|income|salary|wages?|investment|spending|expenditure",
        r"价格|金额|资金|基金|经费|预算|投资额?|收入|营收|工资|成本|产值|造价|(?<![名份差限])额",
        ("money",),
    ),
    (
        r"fees?|fines?|rent|premiums?|subsid(?:y|ies)|grants?|awards?|rewards?|bonus(?:es)?|allowance",
        r"[服务管保学停租电水气]费|费用|租金|罚款|补贴|补助|奖励|奖金",
        ("money", "share", "times"),
    ),
    (r"percentage|proportion|(?:market )?share", r"(?<![效频汇速功斜])率|占比|比重|比例", ("share", "times")),
    (r"lengths?|height|depth|distance|mileage", r"长度|高度|深度|距离|里程", ("length",)),
    (r"area|acreage|site|plot|floor space", r"面积", ("area", "other")),
    (r"\bage", r"[\u4e00-\u9fff]龄", ("time",)),
)
_MEASURED = tuple(
    (
        re.compile(rf"(?:{en})\s*$", re.IGNORECASE),
        re.compile(rf"(?:{zh})的?(?:总额|总?规模|额度|标准)?[的有是为达到约会要将提出了定]*$"),
        frozenset(families),
    )
    for en, zh, families in _MEASURES
)


def measured(phrase: str, language: str) -> frozenset[str]:
    """Return the families of what a phrase measures by its last word, or none where that names no measure."""
    found = (families for en, zh, families in _MEASURED if (zh if language == "zh" else en).search(phrase))
    return next(found, frozenset())


def family_of(unit: str) -> str:
    """Return the family of a unit; what is counted per something is of the family of what is counted."""
    first = unit.split("/", maxsplit=1)[0]
    return next((name for name, members in FAMILIES.items() if first in members), "other")


def without_year(unit: str) -> str:
    """Return what a unit counts, be it a year or in all: tons of a yearly capacity are tons."""
    return unit.removesuffix(YEARLY)


def families_of(unit: str, unit_text: str) -> frozenset[str]:
    """Return the families a figure may be asked for in: class hours are counted, and they are time."""
    return frozenset({family_of(unit), *(("time",) if unit_text in CLASS_HOURS else ())})


def unit_at(text: str, at: int) -> tuple[str, int] | None:
    """Return the family of the unit that stands at this place of a question and where it ends, or None."""
    found = ((family, pattern.match(text, at)) for pattern, family in UNIT)
    return next(((family, match.end()) for family, match in found if match), None)


def hinted(text: str) -> frozenset[str]:
    """Return the families that the words of a question make likely."""
    return frozenset(family for pattern, family in HINTS if pattern.search(text))
