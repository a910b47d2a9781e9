"""What befalls a document itself: it is adopted, issued, takes effect, expires; the words for it, and how it is asked."""

from __future__ import annotations

import re
from enum import StrEnum


class Event(StrEnum):
    """What may befall a document."""

    ADOPTED = "adopted"
    ISSUED = "issued"
    EFFECT = "effect"
    EXPIRY = "expiry"
    APPLYING = "applying"  # the time in which applications under it are taken


# What lays something down: only of such a paper is it asked when it takes effect, and not of a permit.
PAPER_EN = (
    r"(?:plans?|program(?:me)?s?|measures|rules|regulations?|provisions|notice|opinions|guidelines?|schemes?"
    r"|strategy|polic(?:y|ies)|catalogue|standards?|roadmap|framework|guides?)"
)
PAPER_ZH = r"(?:方案|计[划画]|规划|通知|办法|措施|意见|条例|规定|文件|政策|细则|纲要|公告|指南|目录|标准|规范|规程|导则|新政|新规|规则)"
_PAPER = re.compile(rf"\b{PAPER_EN}\b|{PAPER_ZH}|\bdocuments?\b", re.IGNORECASE)
_WHEN_EN = r"\b(?:when|(?:what|which)\s(?:date|day|year|month))\b"
_DATE_ZH = r"(?:什么时候|何时|什么时间|哪一?[天年日]|几月几[日号]|哪个月|几月)"
_WHEN_ZH = rf"{_DATE_ZH[:-1]}|几年|多久|多长时间?|多少年)"

ADOPTED_EN, ADOPTED_ZH = r"(?:adopted|approved|passed|endorsed)", r"(?:通过|批准|审定)"
ISSUED_EN = r"(?:issued|released|published|unveiled|announced|promulgated|printed)"
ISSUED_ZH = r"(?:印发|发布(?!会)|出台|公布|颁布|下发)"
EFFECT_EN = (
    r"(?:t(?:akes?|aking|ook)\s(?:legal\s)?effect|(?:com(?:es?|ing)|came|enter(?:s|ed|ing)?|go(?:es)?|went)\sinto\s(?:force|effect)"
    r"|(?:be|is|are|was|were|becomes?|became)\seffective|effective\s(?:from|as\sof)|in\sforce\s(?:from|since|as\sof)"
    r"|appl(?:y|ies)\s(?:from|as\sof))"
)
EFFECT_ZH = r"(?:施行|实施|执行|生效|试行)"
_LASTING_EN = r"(?:in\s(?:force|effect)|valid|effective|runs?|lasts?|remains?|apply|applies)"
EXPIRY_EN = (
    rf"(?:{_LASTING_EN}\s(?:until|till|through|up\sto)|(?:valid|in\s(?:force|effect)|effective|runs?|lasts?)\s(?:for|to)"
    r"|covers?\b[^.;]{0,30}?\b(?:until|through|to)|expires?|lapses?|(?:a|the)\s(?:term|(?:trial|validity)\speriod|validity))"
)
_APPLICATION_EN = r"appl(?:y|ies|ications?|ying|icants?)|claims?|proposals?|file\sfor|requests?"
_APPLICATION_ZH = r"申报|申请|报名|受理|征集|填报"
APPLYING_EN = rf"(?:{_APPLICATION_EN}|submi(?:t|ts|tted|ssions?)|fil(?:e|es|ed|ing)|hand(?:ed)?\sin|regist(?:er|ration)s?)"
APPLYING_ZH = rf"(?:{_APPLICATION_ZH}|提交|递交|报送)"
APPLIES = re.compile(rf"\b(?:{_APPLICATION_EN})\b|{_APPLICATION_ZH}", re.IGNORECASE)
# What is granted under a paper and lasts for a time of its own.
GRANTED_EN = r"\b(?:permits?|licen[cs]es?|certificates?|titles?|contracts?|approvals?|grants?|loans?)\b"
GRANTED_ZH = r"证|资格|资质|称号|牌照|许可|合同|贷款"
_UNDER = re.compile(rf"{GRANTED_ZH}|{GRANTED_EN}[^?]{{0,20}}\b(?:under|by|in)\b", re.IGNORECASE)

_OF_PAPER_EN, _OF_PAPER_ZH = rf"[^?]*\b{PAPER_EN}\b[^?]{{0,60}}\b", rf"{PAPER_ZH}[”》]?[^?？，,]{{0,8}}?"

_ASKED = tuple(
    (event, re.compile("|".join(patterns), re.IGNORECASE))
    for event, *patterns in (
        (
            Event.EXPIRY,
            rf"\b(?:until|till|through|to)\s(?:when|(?:what|which)\s\w+)\b{_OF_PAPER_EN}(?<!\bto\s){_LASTING_EN}\b",
            rf"\b(?:how\slong|how\smany\syears)\b{_OF_PAPER_EN}(?<!\bto\s){_LASTING_EN}\b",
            rf"{_WHEN_EN}{_OF_PAPER_EN}(?:expires?|lapses?|run\sout|(?:cease|stop)\s(?:to\sapply|applying))\b",
            rf"\b(?:validity|expiry\sdate)\b[^?]*\b{PAPER_EN}\b",
            rf"{_OF_PAPER_ZH}有效(?:期限?|时间)",
            rf"{_OF_PAPER_ZH}{EFFECT_ZH[:-1]}|适用|有效)(?:期限?|到|至|截止到?)?[是为]?(?:几年|多久|多长|多少年|(?<=[到至期限为]){_WHEN_ZH})",
            rf"{_OF_PAPER_ZH}{_WHEN_ZH}(?:失效|到期|废止)",
        ),
        (
            Event.EFFECT,
            rf"{_WHEN_EN}{_OF_PAPER_EN}(?:{EFFECT_EN}|take\seffect|in\s(?:force|effect)|(?:start|begin)\sto\sapply|effective)\b",
            rf"{_WHEN_EN}\s(?:do|does|did|will)\s[^?,]*\b{PAPER_EN}\b[^?]{{0,40}}?\bapply\b(?!\sfor)",
            rf"\beffective\sdate\b[^?]*\b{PAPER_EN}\b",
            rf"{_OF_PAPER_ZH}{_WHEN_ZH}(?:起|开始|正式|之?后)*{EFFECT_ZH}",
            rf"{_OF_PAPER_ZH}(?:施行|生效|实施)(?:时间|日期)",
            rf"{_WHEN_ZH}(?:起|开始|正式)*(?:施行|生效|实施)[^?？]{{0,30}}{PAPER_ZH}",
        ),
        (
            Event.ADOPTED,
            rf"{_WHEN_EN}{_OF_PAPER_EN}{ADOPTED_EN}\b",
            rf"{_OF_PAPER_ZH}{_WHEN_ZH}[^?？，,]{{0,10}}?(?:{ADOPTED_ZH}|获批)",
            rf"{_OF_PAPER_ZH}(?:通过|批准)(?:时间|日期)",
        ),
        (
            Event.APPLYING,
            rf"(?:(?<![a-z]\s){_WHEN_EN}|\b(?:by|until|and|from|is|what)\s{_WHEN_EN}|\bdeadline|\b(?:closing|latest|last|due)\s(?:date|day))(?![^?]*\b(?:review|decid|paid|process|examin|assess|announc|publish))[^?]*\b(?:{_APPLICATION_EN})\b",
            rf"\bwhat\s(?:is|was)\sthe\s(?:application\s(?:period|window)|(?:period|window|time)\s(?:in|during|within)\swhich[^?]*\b(?:{_APPLICATION_EN}))\b",
            rf"{_DATE_ZH}[^?？，,拿收发拨审公]{{0,12}}?(?:{_APPLICATION_ZH})",
            rf"(?:{_APPLICATION_ZH})(?!后|之日)[^?？，,后]{{0,8}}?(?:截止|(?:开始|受理)?(?:{_DATE_ZH}|时间|期限))",
        ),
    )
)
_WORDS = re.compile(
    rf"\b(?:{EFFECT_EN}|take\seffect|{_LASTING_EN}|force|{ADOPTED_EN}|{ISSUED_EN}|expires?|lapses?|expiry|validity|{APPLYING_EN}|deadlines?|clos(?:e|ing))\b"
    rf"|有效(?:期限?)?|期限|{EFFECT_ZH}(?!方案|办法|细则|意见|条例|计划)|{ADOPTED_ZH}|{ISSUED_ZH}|{APPLYING_ZH}|{_WHEN_ZH}|失效|到期|废止|获批|获得|联合|截止|时间",
    re.IGNORECASE,
)


def asked(view: str) -> Event | None:
    """Return what a question asks to have befallen a document."""
    found = ((event, pattern.search(view)) for event, pattern in _ASKED)
    event, match = next(((event, match) for event, match in found if match), (None, None))
    granted = match and event is Event.EXPIRY and _UNDER.search(match[0])
    return None if granted else event  # a permit under a plan is not the plan


def names_paper(view: str) -> bool:
    """Whether a question names something that can be issued at all."""
    return bool(_PAPER.search(view))


def name_in(rest: str) -> str:
    """Return a question without the words for what befalls a document: what the document is called by."""
    return _WORDS.sub(" ", rest)


_PHRASES = {
    Event.ADOPTED: ("{}通过", "adopted {}"),
    Event.ISSUED: ("{}发布", "released {}"),
    Event.EFFECT: ("自{}起施行", "in force from {}"),
    Event.EXPIRY: ("有效期至{}", "valid until {}"),
    Event.APPLYING: ("{}", "{}"),
}
_LASTING = ("有效期{}", "valid from {}")
_SPANS = re.compile(r"至| to ")
_DAY = re.compile(r"^\d{1,2} [A-Z]")


def phrase(event: Event, date: str, language: str) -> str:
    """Return an event with its date, which is in that language already: "adopted on 3 March 2026"."""
    zh, en = _LASTING if event is Event.EXPIRY and _SPANS.search(date) else _PHRASES[event]
    if language == "zh":
        return zh.format(date)
    if event in (Event.ADOPTED, Event.ISSUED):
        date = f"{'on' if _DAY.match(date) else 'in'} {date}"
    return en.format(date)
