"""What a figure measures or counts, in the document's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.figures.quantities import Quantity

COUNTED = ("count", "person")

CLAUSE_ZH = re.compile(r"[,，。;！？!?\n]|(?<!\d):(?!\d)")
NOUN_ZH = re.compile(
    r"\s?(?:左右|以上|以内|以下)?的?(?P<noun>[^,，。;、:()（）“”\d\x00\s][^,，。;、:()（）\d\x00\s]{1,40}?)(?=[,，。;、:()（）”\s\d]|$|以上|和|达到|分别|实现|提出)"
)
LEAD_ZH = re.compile(
    r"""
    (?:
        [^,，。;较比]{0,3}?(?:到|至|截至|在|从|由)?(?:19|20)\d\d年[底末前]*(?:\d\d?月底?前?)?
      | [一二两三四五六七八九十\d]{1,2}年内
      | [-—•·*#●★\s]+ | [(]?[\d一二三四五六七八九十]{1,3}[)、.](?!\d)
      | 力争|争取|确保|其中|同时|此外|并|全年|预计|计划|将|要|到|年均|实现|推动|完成|使|把
      | 共|共有|累计|已|拥有
      | 支持|组织|开展|提出|明确|要求|的
      | 新增|新建|建成|培育|打造|引进|改造|实施|推进|创建|设立|筹集|发布|加装|形成|落地
      | 建设(?!周期|工期|规模|用地|面积|成本|标准|资金|项目|投资|单位|期)
    )+
    """,
    re.VERBOSE,
)
TAIL_ZH = re.compile(
    r"""
    (?:
        (?:平均|年均)?(?:达到?|为|是|有|约|近|超过?|突破|增长|提高|提升|上升|增加|下降|降低|减少|缩短|缩小|压缩|压减|削减|控制|稳定|保持|维持|扩大|降|升|介于
        |高于|低于|不低于|不少于|力争|实现|占|共|分别|均|建设|培育|新增|完成|同比|环比|预计|不到|不足)(?:到|至|在|为|了)?
      | 的|在|到|至|由|从|以|将|过|上|(?:较|比|由|从)(?:19|20)\d\d年底?|每[人户家亩年月天个]
    )+$
    """,
    re.VERBOSE,
)
# Words that measure what the words before them name: 增速, 占全省.
RELATIVE = re.compile(
    r"占|增速|增幅|降幅|涨幅|总数|总量|总额|占比|同比|环比|比重|其中|平均|人均|户均|accounting|"
    r"representing|reflecting|bringing|up|down|an increase|a decrease|"
    r"with (?:average )?annual growth|a year-on-year"
)

CLAUSE_EN = re.compile(r"[.;:!?](?=\s|$)|,\s|\n")
NOUN_EN = re.compile(
    r"""
    [\s*“"+]*(?:of\s|in\s)?
    (?!(?:by|in|and|or|to|with|from|for|at|on|as|will|was|were|is|are|of|per|over|than|a|an|respectively|year|annually|each|every|last|this|next)\b)
    (?P<noun>(?:[a-z]+(?:ed|ing|al|ive|ic|ary|ern|ant|ent|ity)\sand\s)?\d?[A-Za-z][^,.;:()\[\]\n\x00\d]{1,120}?)
    (?=[,.;:()\[\]\n\d]|$|\s(?:will|would|shall|by|in|with|and|or|that|which|who|to|are|is|were|was|have|has|had|from|during|over|per|each|at|on|as|through|for|across|within
       |while|focusing|covering|supporting|exceeding|employing|respectively|took|joined|moved|received|annually|every|today|a)\b)
    """,
    re.VERBOSE,
)
LEAD_EN = re.compile(
    r"(?:and|while|with|each|bringing|including|but|also|(?:by|in) (?:the end of )?\d{4}|[-*•]|\s)+\s*",
    re.IGNORECASE,
)
TAIL_EN = re.compile(
    r"""
    (?:[\s,]*\b(?:of|to|at|is|was|were|are|be|been|will|would|by|the|a|an|reach(?:ed|es|ing)?|exceed(?:ed|s|ing)?|hit|total(?:ed|led)?|gr[eo]wn?|ris(?:e|en)|rose|increased?|about|over|with|for|than|and
    |should|shall|must|has|have|had|stood|within|account(?:ed|s|ing)?|from|kept|remain(?:ed|s)?|stable|up|down|fell|fall(?:en)?|decreased?|reduced?|drop(?:ped)?|make|made|expected|projected|targeted|estimated
    |now|runs|covers?|handled|valid|range|cut|shortened|compressed|lowered|raised|brought|limited|capped|controlled|expand(?:ed)?|increas(?:e|ing)|only|around|nearly|between|no|more|less|not|already)\b)+[\s]*$
    """,
    re.VERBOSE | re.IGNORECASE,
)


TAIL = 120  # how far before a figure the verb that leads to it may begin
OF_WHAT = re.compile(
    r"\s(?:of\s(?!the\s)[A-Za-z]|in\s(?!the\s)[a-z])"
)  # 300 km of greenways, 2 billion yuan in loans


@dataclass(frozen=True, slots=True)
class Subject:
    """The words that say what is measured, and where they stand in the sentence."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrasing:
    """How one language puts a subject: behind what is counted, or before what is measured."""

    clause: re.Pattern[str]
    noun: re.Pattern[str]
    lead: re.Pattern[str]
    tail: re.Pattern[str]


PHRASING = {
    "zh": Phrasing(CLAUSE_ZH, NOUN_ZH, LEAD_ZH, TAIL_ZH),
    "en": Phrasing(CLAUSE_EN, NOUN_EN, LEAD_EN, TAIL_EN),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence as subjects are looked for in it: folded, and in the script from which words are taken."""

    text: str
    source: str
    phrasing: Phrasing
    joint: str

    def subject(self, quantity: Quantity, floor: int, past: int, previous: Subject | None) -> Subject | None:
        """Find the subject of a quantity; one that only relates it to the previous one is joined to that.

        No subject reaches back behind `floor`, where the previous figure ends; a threshold between the
        figure and its noun ends at `past`.
        """
        behind = self._behind(quantity, past)
        if behind and (quantity.unit in COUNTED or OF_WHAT.match(self.text, quantity.right)):
            return behind
        before = self._before(quantity, floor)
        if before is None:
            return previous if previous and not (behind and quantity.unit == "%") else behind
        if previous and RELATIVE.match(before.words):
            return Subject(f"{previous.words}{self.joint}{before.words}", before.start, before.end)
        return before

    def _behind(self, quantity: Quantity, past: int) -> Subject | None:
        noun = self.phrasing.noun.match(self.text, past)
        if noun is None:
            return None
        return self._words(noun.start("noun") if past == quantity.right else quantity.right, noun.end("noun"))

    def _before(self, quantity: Quantity, floor: int) -> Subject | None:
        start = floor
        for stop in self.phrasing.clause.finditer(self.text, floor, quantity.left):
            start = stop.end()
        lead = self.phrasing.lead.match(self.text, start, quantity.left)
        start = lead.end() if lead else start
        tail = self.phrasing.tail.search(self.text, max(start, quantity.left - TAIL), quantity.left)
        return self._words(start, tail.start() if tail else quantity.left)

    def _words(self, start: int, end: int) -> Subject | None:
        words = self.source[start:end]
        start += len(words) - len(words.lstrip(' ,、，-—*•“"”和及与'))
        words = self.source[start:end].rstrip(' ,、，(（“"*')
        return Subject(words, start, start + len(words)) if len(words) > 1 else None


def wording(text: str, source: str, language: str) -> Wording:
    """Return a sentence ready for its subjects to be found."""
    return Wording(text, source, PHRASING[language], "" if language == "zh" else " ")
