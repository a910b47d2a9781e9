"""The forms of official documents, as they stand in titles: a notice, a plan, measures for something."""

from __future__ import annotations

import re

# At the end of a Chinese title, or before a bracket: "…行动方案（2025—2027年）", "关于印发《…》的通知"
CHINESE = re.compile(
    r"(?:通知|意见|决定|决议|公告|通告|公报|批复|函|办法|规定|条例|细则|规则|规范|标准|指南|指引|目录|清单|方案"
    r"|计划|规划|纲要|要点|措施|政策|举措|条款)(?:[》”]?(?:的通知)?)(?:[（(〔\[].{0,40}[）)〕\]])?$"
)
# Before "of" or "on" in an English title, or at its end: "Action Plan of …", "… Measures (2025)"
ENGLISH = re.compile(
    r"""(?:^|\b(?:action|work|development|implementation|five-year|three-year|interim|several|draft|guiding)\s)
    (?:plan|programme|program|notice|measures|opinions|guidelines?|regulations?|provisions|rules|outline|decision|policies
    |circular|catalogue)\s(?:of|on|for|to|from|regarding|concerning|by)\b
    |(?:plan(?:\speriod)?|programme|measures|opinions|guidelines|regulations|provisions|rules|outline)(?:\s?\(.{0,40}\))?$""",
    re.IGNORECASE | re.VERBOSE,
)
# What is said of a document, not by it.
NEWS = re.compile(
    r"发布|出台|印发了|解读|答记者问|一图读懂|图解|记者|观察|访谈"
    r"|\b(?:releases?|released|issues|unveils?|launch(?:es|ed)?|announces?)\b",
    re.IGNORECASE,
)
NAMED = re.compile(r"《[^》]*》")


def is_formal(title: str) -> bool:
    """Whether a title, in simplified characters, has the form of an official document's."""
    return bool(CHINESE.search(title) or ENGLISH.search(title))


def is_news(title: str) -> bool:
    """Whether a title, leaving aside the documents that it names, reports on something."""
    return bool(NEWS.search(NAMED.sub("", title)))
