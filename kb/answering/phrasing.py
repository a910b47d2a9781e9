"""How the two languages compare, and how to ask of one side what was asked of several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.organisations import place_in

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of comparing in one language.

    Args:
        cue: that one is more than the other; `less` that it is less.
        both: that all of the question compares; `than` what leads to the other side; `joined` all that
            stands between two sides that are named together.
        same: that both are said to be equal; `choice` that one of them is to be named, and nothing confirmed.
        either: whether two sides are put up for choice, from the question and from what is between them.
        asserted: what looks like a comparison and is a bound: "more than 300".
        sources: that it is sources which are compared.
        change: that a change is asked for, which is one figure.
        patterns: two sides by their words, as groups `a` and `b`, with what is `shared`.
        ask: turns the words that are left of the question for one side into a question.
        nation: what the country is called; `year` what stands behind a year.

    """

    cue: re.Pattern[str]
    less: re.Pattern[str]
    both: re.Pattern[str]
    than: re.Pattern[str]
    same: re.Pattern[str]
    choice: re.Pattern[str]
    joined: re.Pattern[str]
    either: Callable[[str, str], bool]
    asserted: re.Pattern[str]
    sources: re.Pattern[str]
    change: re.Pattern[str]
    patterns: tuple[re.Pattern[str], ...]
    ask: Callable[[str], str]
    nation: str
    year: str


def _en(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_UP = r"(?:high|larg|bigg|great|long|wid|deep|heavi|tall|fast|strong|strict|cost)(?:er|est|lier|liest)|more|most"
_DOWN = r"(?:low|small|short|cheap|narrow|light|slow)(?:er|est)|fewer|fewest|less|least"
_MORE_OF = _en(
    r"(?:\bhow\s(?:many|much)\s)?\b(?:more|most|fewer|fewest|less|least)\s(?:of\s)?(?:the\s)?(?=[\w'’-])"
)
_AMBITIOUS = _en(r"\b(?:more|most|less|least)\s(?:ambitious|expensive|costly|extensive|intensive)\b")
_LINK = r"(?!(?:of|in|for|by|on|to|per|is|are|was|were|does|do|did|will|would|should|has|have|than)\b)"
_PLURAL = re.compile(rf"(?:{_LINK}[\w-]+\s){{0,3}}?{_LINK}[\w-]+(?<!s)s\b|people\b")
_WHICH_EN = _en(
    r"\b(?:which|what|whose|who)\b(?:\s(?:one|of\s(?:the\s)?(?:two|them|these)(?:\s\w+)?"
    r"|city|province|place|town|county|district|region|country|port|plan|ministry|side|year|product|group|kind|type|scheme|project))?\b"
)
_ASKS_EN = _en(
    r"\b(?:by\s)?how\s(?:many|much|large|big|high|far\sapart|do|does|did)\b|\bgap\s(?:between|in)\b|\bcompar(?:ed?|es|ing|ison)\b(?:\s(?:with|to))?"
    rf"|\b(?:the\s)?differences?\s(?:between|in)\b|\bversus\b|\bvs\b\.?|\bthan\b|\bexceeds?\b|\brespectively\b|\bor\b|\b(?:{_UP}|{_DOWN})\b"
)


def _ask_en(text: str) -> str:
    """Turn "which wants more beds" into "wants how many beds", "whose rate is higher" into "how large rate"."""
    text = _AMBITIOUS.sub(" ", _WHICH_EN.sub(" ", text))
    if found := _MORE_OF.search(text):
        before, behind = text[: found.start()], text[found.end() :]
        much = "how many" if _PLURAL.match(behind) else "how large"
        return f"{_ASKS_EN.sub(' ', before)} {much} {_ASKS_EN.sub(' ', behind)}"
    return f"how large {_ASKS_EN.sub(' ', text)}"


_SIZE = "多高大低少小长短快慢强重宽"
_WHICH_ZH = r"哪(?:[一个座家边方]{0,2})(?:城市|省份|地区|港口|部门|计划|方案|年份|[城市省地区县港年])?的?|谁的?|何者|孰"
_ASKS_ZH = re.compile(
    rf"{_WHICH_ZH}|是不是|是否|[吗呢]|相比(?:较|之下)?|比较(?:一下)?|对比(?:一下)?|比一比|还是|差距|相差"
    r"|差(?=[?？，,\0]|$)|多(?=[建设开增拿给投种造买引培])|分别|各(?=是|为|有|自)|两[地市省者城]|两个(?:城市|地方)|之间|[高低大小多少]于|超过|不如|不及"
    r"|比(?![例重率较赛])|如何|怎么?样|有(?:什么|何)(?:区别|差[异别距]|不同)|有没有|一样|持平|(?<=[^更较最])[低少小高多大](?=[?？\s]*$)|[?？]"
)
_MORE_ZH = re.compile(
    rf"相?[差{_SIZE}]?(?:是|为|有)?多少|(?<=[{_SIZE}])几(?=[个家座辆件项台条张])|[更较最](?:为|加)?[{_SIZE}](?:一些|一点|些)?|[{_SIZE}](?:一些|一点|些|出)?(?=[吗呢?？\s]*$)"
)


def _ask_zh(text: str) -> str:
    """Turn 哪个城市要建更多充电桩 into 要建多少充电桩, and 谁的目标更高 into 目标多少."""
    text = _ASKS_ZH.sub(" ", _MORE_ZH.sub("\0", text))
    return text.replace("\0", "多少", 1).replace("\0", " ") if "\0" in text else f"{text.rstrip()}是多少"


def halves(found: re.Match[str], frame: Frame) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return either side's name and what is asked of it: with what they share, or only one of them says."""
    groups = found.groupdict()
    a, b = found["a"], found["b"]
    if "thing" in groups:
        return (a, frame.ask(f"{found['thing']} {a}")), (b, frame.ask(f"{found['thing']} {b}"))
    place = _PLACE_FIRST.match(a)
    where = place[0] if place and place_in(place[0]) and not place_in(b) else ""
    a = a.removeprefix(where)
    if "shared" in groups:
        asked = frame.ask(found["shared"])
        return (a, f"{where}{_with_end(a, b)}, {asked}"), (b, f"{where}{_with_start(b, a)}, {asked}")
    return (a, frame.ask(where + a)), (b, frame.ask(where + _completed(b, a)))


def _with_end(a: str, b: str) -> str:
    """Return the first side with what only the second one says of both: 小麦和玉米 | 的补贴."""
    return a + b[b.index(_DE) :] if _DE in b and _DE not in a else a


def _with_start(b: str, a: str) -> str:
    """Return the second side with what only the first one says of both: 大连港的 | 钢铁和粮食."""
    return a[: a.index(_DE) + 1] + b if _DE in a and _DE not in b else b


_DE = "的"
_PLACE_FIRST = re.compile(r"[^\W\da-zA-Z的]{2,7}?(?:[省市区县州]的?|的)")
_OF = re.compile(r"^(?:(?:that|those|the\sone|the\starget)\s)?(?P<of>for|of|in)\s(?P<what>.+)$")


def _completed(b: str, a: str) -> str:
    """Say in full what the second side leaves out: "the target for buses" than "for taxis"."""
    if (found := _OF.match(b.strip())) and (at := a.rfind(f" {found['of']} ")) > 0:
        return f"{a[:at]} {found['of']} {found['what']}"
    return _with_start(b, a) if a[-1] == b[-1] else _with_end(b, a)  # 更新的出租车 | 公交车


_SHORT = r"[^,;?]{2,60}?"
_PART = r"[^,，;；?？。]{1,18}?"

FRAMES = {
    "en": Frame(
        cue=_en(rf"\b(?:{_UP}|{_DOWN}|exceeds?|the\ssame|equal)\b|\bas\s(?:many|much|high|large|big|long)\b"),
        less=_en(rf"\b(?:{_DOWN})\b"),
        both=_en(r"\bcompare[sd]?\b|\bcomparison\b|\bversus\b|\bvs\b|\bdifferences?\s(?:between|in)\b|\bhow\sdo\b.*\bdiffer\b|\bhow\sfar\sapart\b|\bgap\s(?:between|in)\b"),
        than=_en(r"\bthan\b[^,;]*$|\bexceeds?\b|\bas\s(?:many|much|high|large|big|long)\b.*\bas\b"),
        same=_en(r"\b(?:the\ssame|equal|identical)\b"),
        choice=_en(r"\b(?:which|what|who|whose|how|or)\b|\bas\s(?:many|much|high|large|big|long)\b"),
        joined=_en(r"^(?:['’]s)?\s*(?:,|,?\s?and|&)\s*(?:(?:that|those)\sof\s|in\s|of\s|for\s)?(?:the\s)?$"),
        either=lambda _, between: bool(re.search(r"\bor\b", between)),
        asserted=_en(
            r"\b(?:more|less|fewer|higher|lower|larger|greater|longer|shorter)\sthan\s(?=(?:[¥$]|rmb\s?|cny\s?)?\d|half\b|one\b|two\b|a\b|all\b)"
            r"|\bat\s(?:the\s)?(?:most|least)\b|\b(?:no|not)\s(?:more|less|fewer|later|lower|higher)\sthan\b"
            r"|\bor\s(?:more|less|fewer|higher|above|over|older|younger|longer)\b(?=\s*(?:[?,.;]|$)|\s(?:in|at|of|by|for|and|with|from|per|a|can|get|is|are|were|live|receive)\b)|\bmore\sthan\sonce\b"
        ),
        sources=_en(r"\b(?:sources?|reports?|articles?|documents?|texts?|versions?)\b(?=[^?]*\b(?:agree|disagree|differ|conflict|say|give)\b)"),
        change=_en(r"\b(?:grow|grew|growth|rise|rose|fall|fell|drop|increas|decreas|reduc|cut|declin|faster)\w*\b"),
        patterns=(
            _en(rf"^(?P<shared>.*[a-z].*?)[,:;]\s*(?:is\sit\s)?(?P<a>{_SHORT})\s+or\s(?P<b>{_SHORT})[\s?.]*$"),
            _en(rf"^\s*(?:between|of|out\sof|comparing)\s(?P<a>{_SHORT})\s(?:and|or|with)\s(?P<b>{_SHORT}),\s?(?P<shared>.+)$"),
            _en(rf"^(?P<thing>.*?\b(?:more|fewer|less))\s(?P<a>{_SHORT})\s(?:or|than)\s(?:more\s|fewer\s|less\s)?(?P<b>{_SHORT})[\s?.]*$"),
            _en(rf"^\s*(?:is|are|was|were|will|does|do|did|has|have)\s(?P<a>.+?)\s(?:be\s|to\sbe\s)?(?:{_UP}|{_DOWN})\s(?:\w+\s)?than\s(?P<b>{_SHORT})[\s?.]*$"),
            _en(rf"^\s*compare\s(?P<a>.+?)\s(?:with|to|and|versus|vs\.?)\s(?P<b>{_SHORT})[\s?.]*$"),
            _en(rf"\bdifferences?\sbetween\s(?P<a>.+?)\sand\s(?P<b>{_SHORT})[\s?.]*$"),
        ),
        ask=_ask_en,
        nation="Nationwide",
        year="",
    ),
    "zh": Frame(
        cue=re.compile(rf"[更较最](?:为|加)?[{_SIZE}]|(?<!多)[{_SIZE}](?:一些|一点|些)?(?:[吗呢?？\s。]|$)|[高低大小多少]于|不如|不及|差多少|[{_SIZE}]多少|哪[个座家]?[{_SIZE}]|超过|谁[{_SIZE}]"),
        less=re.compile(r"[更较最](?:为|加)?[低少小短慢轻窄]|[低少小]于|不[如及]|(?:哪个|谁|比[^，,。]{1,24}?)(?<!多)[低少小短](?:[吗呢?？些一]|$)"),
        both=re.compile(r"相比|比较|对比|比一比|相差|差距|差多少|差[异别]|区别|一样|持平"),
        than=re.compile(r"(?:比|[高低大小多少]于|超过|不如|不及)[^，,。？]{0,6}$"),
        same=re.compile(r"一样|相同|相等|持平|一致"),
        choice=re.compile(rf"{_WHICH_ZH}|还是|多少|如何|什么"),
        joined=re.compile(r"^(?:自治区|[市省区县])?(?:的[^，,]{1,12})?[和与跟同及、](?:.{0,2})$"),
        either=lambda view, between: bool(
            re.search(r"还是|或", between) or (re.search(r"[和与跟同及、,，]", between) and re.search(_WHICH_ZH, view))
        ),
        asserted=re.compile(r"(?:不?[高低大小多少]于|不?超过|不足)(?=约?[\d一二两三四五六七八九十百])|比(?:例|重|率)"),
        sources=re.compile(r"(?:来源|报道|文件|媒体|说法|版本)[^?？]{0,12}(?:一致|相同|不同|差异|出入)"),
        change=re.compile(r"增长|增加|提高|提升|下降|降低|减少|压减|削减|缩短|增幅|降幅|翻"),
        patterns=(
            re.compile(rf"^(?P<shared>.*(?:{_WHICH_ZH}).*?)[,，:：;；]\s*是?(?P<a>{_PART})(?:还是|或者?|和|与)(?P<b>{_PART})[?？\s]*$"),
            re.compile(rf"^\s*(?P<a>{_PART})(?:还是|或者?|和|与|跟|同)(?P<b>{_PART})(?P<shared>[,，]?\s*(?:相比[,，]?)?(?:{_WHICH_ZH}|两者).*)$"),
            re.compile(rf"^\s*(?P<a>{_PART})(?:是否|是不是|要|会)?(?:比|[高低大小多少]于)(?P<b>{_PART})(?:[更要还]{{0,2}}[{_SIZE}][^，,]{{0,6}})?[吗呢?？\s]*$"),
            re.compile(rf"^\s*(?P<a>{_PART})(?:和|与|跟|同)(?P<b>{_PART})(?:相比|比较|相差|差)[^?？]{{0,12}}[?？\s]*$"),
        ),
        ask=_ask_zh,
        nation="全国",
        year="年",
    ),
}  # fmt: skip
