"""What a figure measures or counts, in the document's words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.figures.quantities import Quantity

CLAUSE_ZH = re.compile(r"[,，。;！？!?\n]|(?<!\d):(?!\d)")
AFTER_ZH = re.compile(r"\s?(?:的|左右的|以上的|以上|以内的|以下的)?(?P<noun>[^,，。;、:()“”（）\d\x00\s]{2,40}?)(?=[,，。;、:()（）]|\s|\d|$|以上|和|达到|分别|,)")
LEAD_ZH = re.compile(
    r"^(?:[^,，。;]{0,6}?(?:到|至|截至)?(?:19|20)\d\d年[底末前]*(?:\d\d?月底?前?)?|力争|争取|确保|其中|同时|此外|并|全年|预计|计划|将|要|到|年均|实现|推动|完成|新增|建设(?!周期|工期|规模|用地|面积|成本|标准|资金|项目|投资|单位|期)|建成|培育|打造|引进|使|把|共|共有|累计|已|拥有|支持|组织|开展|"
    r"新建|改造|实施|推进|提出|明确|[-—•·*#\s]+|[(]?[\d一二三四五六七八九十]{1,3}[)、.](?!\d))+"
)
TAIL_ZH = re.compile(
    r"(?:(?:平均|年均)?(?:达到?|为|是|有|约|近|超过?|突破|增长|提高|提升|上升|增加|下降|降低|减少|缩短|压缩|压减|控制|稳定|保持|维持|扩大|高于|低于|不低于|不少于|力争|实现|占|共|分别|均|建设|培育|新增|完成)(?:到|至|在|为|了)?|的|在|到|至|由|从|以|将)+$"
)
CLAUSE_EN = re.compile(r"[.;:!?](?=\s|$)|,\s|\n")
AFTER_EN = re.compile(
    r"[\s*“\"]*(?:of\s)?(?P<noun>[A-Za-z][^,.;:()\[\]\n\x00\d]{1,120}?)(?=[,.;:()\[\]\n\d]|$|\s(?:will|would|shall|by|in|with|and|or|that|which|who|to|are|is|were|was|have|has|from|during|over|per|each|at|on|as|through|for|across|within|while|focusing|supporting|exceeding|respectively)\b)"
)
TAIL_EN = re.compile(
    r"(?:[\s,]*\b(?:of|to|at|is|was|were|are|be|will|by|the|a|an|reached|reach|reaches|exceed|exceeding|hit|total|totaled|grew|grow|rose|rise|increased|increase|about|over|with|for|than|and|should|shall|stood|within|accounting|from|kept|remain|up|fell|fall|decrease|reduce|reduced)\b)+[\s]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The words that say what is measured, and where they stand in the sentence."""

    words: str
    start: int
    end: int


def subject_zh(text: str, source: str, quantity: Quantity, floor: int) -> Subject | None:
    """Find the subject of a quantity in its clause: the noun that is counted, else what stands before it."""
    if quantity.unit in ("count", "person"):
        behind = AFTER_ZH.match(text, quantity.right)
        if behind and not text[quantity.right : behind.start("noun")].strip(" ,，") not in ("", "的"):
            return _words(source, behind.start("noun"), behind.end("noun"))
    start = _clause_start(CLAUSE_ZH, text, quantity.left, floor)
    lead = LEAD_ZH.match(text[start : quantity.left])
    start += lead.end() if lead else 0
    tail = TAIL_ZH.search(text[start : quantity.left])
    end = start + tail.start() if tail else quantity.left
    return _words(source, start, end)


def subject_en(text: str, source: str, quantity: Quantity, floor: int) -> Subject | None:
    """Find the subject of a quantity: the noun phrase behind a count, else the clause before it."""
    if quantity.unit in ("count", "person"):
        behind = AFTER_EN.match(text, quantity.right)
        if behind:
            return _words(source, behind.start("noun"), behind.end("noun"))
    start = _clause_start(CLAUSE_EN, text, quantity.left, floor)
    tail = TAIL_EN.search(text[start : quantity.left])
    end = start + tail.start() if tail else quantity.left
    return _words(source, start, end)


def _clause_start(pattern: re.Pattern[str], text: str, at: int, floor: int) -> int:
    start = floor
    for found in pattern.finditer(text, floor, at):
        start = found.end()
    return start


def _words(source: str, start: int, end: int) -> Subject | None:
    words = source[start:end]
    start += len(words) - len(words.lstrip(" ,、，-—*“\"和及"))
    words = source[start:end].rstrip(" ,、，(（“\"*")
    return Subject(words, start, start + len(words)) if len(words) > 1 else None
