"""What a figure is for: something to reach, a line not to cross, or how things are."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.figures.units import MONEY, TIME
from kb.records import Bound, FigureKind

if TYPE_CHECKING:
    from kb.figures.quantities import Quantity

STATUS_ZH = r"""
    已经?(?!有的)|现有|目前|当前|截至|截止|近年来|近[一二两三四五六七八九十\d]+年|去年|上年(?!度)|前年|以来|曾|迄今|至今|一直|
    (?:完成|实现|增长|达到|增加|下降|提高|提升|建成|超过|突破|形成|培育|引进|获得|取得|发放|投入|减少|新增|签约|落地|覆盖|惠及|带动|吸引|办理|受理|降低|缩短|跃升|攀升|上升|收获|拥有|创造)了|
    [一二三四]季度|上半年(?!前)|前[三二两\d]+个?季度|前[\d一二三四五六七八九十]+个?月|\d+[-—至]\d+月|据(?:统计|介绍|悉|了解|测算)|数据显示|统计显示|共有|位居|创(?:历史)?新高|年均增长[\d.]+%[,，](?=[^,，。]*(?:达到|连续))|
    获批了|成功|全年[^,，。]{0,12}(?:实现|完成|达|增长)|十三五|过去|历时|上一年|期间[,，]|(?:占|为)[^,，。]{0,20}的$
"""
TARGET_ZH = r"""
    到(?:19|20)\d\d年|(?:19|20)\d\d年底?[底末]?前|力争|争取|目标|将(?!近)|计划(?!单列|生育|》)|拟|预期|确保|必须|努力|要(?![求素件点])|应当?(?!急|用|对|收|答|届|付)|须|
    十五五|未来|今后|下一步|期末|明年|年内|今年.{0,8}(?:要|将|力争)|规划(?:建设|布局)|提出|明确|要求|部署|聚焦|推动.{0,16}(?:达到|提升至|提高到)|不得|原则上
"""
IMPERATIVE_ZH = r"""
    (?:^|(?<=[,，。;:、\s)”—]))(?:[^,，。;:、\d\s]{0,3}(?:年|内|地|步|度|面|快|力|极|续|市|省|区|县|国|新|均|计|期|再|分))?
    (?:建设|建成|培育|打造|新增|新建|改造|引进|实施|推进|支持|完成|开展|推动|组织|创建|布局|形成|壮大|提升|提高|扩大|增加|设立|培养|发展|遴选|认定|新改建|改扩建|建立|
    降低|压缩|压减|缩短|健全|制定|出台|落实|加快|加强|鼓励|优化|完善|构建|举办|扶持|招引|集聚|孵化|选派|深化|统筹|安排|筹建|筹集|治理|修复|整治|每年|严格)(?!了)
"""
STATUS_EN = r"""
    \b(?:was|were|has|(?<!will\s)(?<!to\s)(?<!shall\s)(?<!should\s)have(?!\sto)|had|(?<!be\s)(?<!being\s)(?<!have\s)(?:reached|grew|rose|fell|accounted|totall?ed|stood|increased(?!\sto\sbe)|decreased|dropped|climbed|recorded|achieved|completed|launched|attracted|
    received|exceeded|surpassed|jumped|expanded|produced|generated|handled|contributed|hit|registered|ranked|signed|covered|served|approved(?=\s(?:over|more|\d))|built(?=\s(?:over|more|\d)))|
    as\sof|currently|so\sfar|to\sdate|year-on-year|year\son\syear|recent\syears|last\syear|this\syear's|previous|already|
    in\sthe\sfirst\s(?:quarter|half|three)|Q[1-4]|is\shome\sto|now|boasts|is\sprojected|are\sprojected|is\sestimated|up\sfrom|year-over-year|by\sthe\send\sof\slast\syear|saw|cut(?=\sits)|brought|helped|became|
    are(?!\s(?:to|expected|set|encouraged|required|targeted|planned|projected))|currently|hosts|operates|houses|owns|employs|an\sincrease\sof|a\sdecrease\sof|had\salready)\b
"""
TARGET_EN = r"""
    \b(?:will|shall|aims?|aiming|aimed|targets?|targeting|targeted|plans?\s(?:to|for|calls|includes|seeks|sets|outlines|specifies|proposes|requires|envisages|also)|plans|planned|seeks?|seeking|goals?|objectives?|strives?|striving|
    should|must|intends?|expects?|expected|set\sto|proposes?|proposed|calls?\sfor|requires?|required|initiative|by\s20\d\d|by\sthe\send\sof\s20\d\d|be\sbuilt|to\sbe|going\sto|
    efforts\swill|pledge[sd]?|commits?|committed|need\sto|ambition|ambitious|scheduled|hopes|target|is\sto|are\sto|would|works?\stoward|looks?\sto|next\s(?:\w+\s)?years?|ensure|encourages?|supports?(?=\sthe\s)|promotes?)\b
"""
IMPERATIVE_EN = r"""
    (?:^|[.;:]\s|\d[.)]\s|-\s|•\s|\band\s|,\s)(?:build|establish|cultivate|create|increase|reduce|raise|cut|lower|shorten|compress|expand|add|set\sup|develop|train|attract|support|complete|
    construct|achieve|ensure|keep|bring|renovate|upgrade|launch|organi[sz]e|form|introduce|improve|strengthen|promote|accelerate|select|foster|nurture|open|provide|implement|grow|limit|deploy|
    install|plant|restore|retrofit|recruit|issue|formulate|optimi[sz]e|invest|advance|push|boost|double|triple)\b
"""
FLAGS = re.VERBOSE | re.IGNORECASE
CUES = {
    "zh": re.compile(rf"(?P<status>{STATUS_ZH})|(?P<target>{TARGET_ZH})", re.VERBOSE),
    "en": re.compile(rf"(?P<status>{STATUS_EN})|(?P<target>{TARGET_EN})", FLAGS),
}
WEAK_CUES = {
    "zh": re.compile(
        rf"(?P<status>累计|全年|同比|环比|其中[^,，。]{{0,8}}为)|(?P<target>{IMPERATIVE_ZH})", re.VERBOSE
    ),
    "en": re.compile(rf"(?P<status>\bcumulative(?:ly)?\b)|(?P<target>{IMPERATIVE_EN})", FLAGS),
}

CLAUSE_END = {"zh": re.compile(r"[,，。;]"), "en": re.compile(r"[;.](?=\s)")}
GRANT_ZH = re.compile(
    r"(?:奖励|补助|补贴|资助|奖补|补偿|奖金|给予|支持资金|减免|贴息|罚款|处以|封顶|限额|贴补|扶持资金)[^。;,，]{0,24}$"
)
GRANTED_ZH = re.compile(r"[^,，。;]{0,12}(?:给予|贴息|奖励|补助|补贴|资助|奖补|扶持|罚款)")
GRANT_EN = re.compile(
    r"\b(?:subsid|grant|reward|award|rebate|bonus|allowance|fine[sd]\b|compensat|one-off|one-time|receive|can get|obtain|eligible for|granted)",
    re.IGNORECASE,
)
SQUEEZE_ZH = re.compile(
    r"(?:压缩|缩短|压减|缩减|精简|控制|限定|不得|时限|期限|办结|审[批核评]|答复|受理|反馈)[^。;]{0,24}$"
)
SQUEEZE_EN = re.compile(
    r"\b(?:compress|shorten|reduc|cut|streamlin|limit|time limit|review|approv|processing|respond|accept)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mood:
    """What the words of one sentence say about the figures in it: cues with their places."""

    strong: tuple[tuple[int, FigureKind], ...]
    weak: tuple[tuple[int, FigureKind], ...]
    clauses: tuple[int, ...]

    def at(self, place: int) -> FigureKind | None:
        """Return what the nearest strong cue before this place says, else the nearest behind it."""
        before = [kind for start, kind in self.strong if start <= place]
        behind = [kind for start, kind in self.strong if place < start < self._clause_end(place)]
        return before[-1] if before else behind[0] if behind else None

    def _clause_end(self, place: int) -> int:
        return next((end for end in self.clauses if end >= place), sys.maxsize)

    def leaning(self, place: int) -> FigureKind | None:
        """Return what the last weak cue before this place says."""
        before = [kind for start, kind in self.weak if start <= place]
        return before[-1] if before else None


def mood(text: str, language: str) -> Mood:
    """Read the cues of a folded sentence."""
    ends = tuple(found.start() for found in CLAUSE_END[language].finditer(text))
    return Mood(_cues(CUES[language], text), _cues(WEAK_CUES[language], text), ends)


def _cues(pattern: re.Pattern[str], text: str) -> tuple[tuple[int, FigureKind], ...]:
    return tuple((found.start(), FigureKind(str(found.lastgroup))) for found in pattern.finditer(text))


def is_limit(text: str, start: int, end: int, bound: Bound, unit: str, language: str) -> bool:
    """Whether this quantity is a line not to be crossed: a time limit, a ceiling, an amount granted."""
    before, after = text[max(0, start - 80) : start], text[end : end + 60]
    squeeze, grant = (SQUEEZE_ZH, GRANT_ZH) if language == "zh" else (SQUEEZE_EN, GRANT_EN)
    if bound in (Bound.AT_MOST, Bound.UNDER):
        return True
    if unit in TIME and squeeze.search(before):
        return True
    if unit in MONEY or unit == "%" or unit.startswith("CNY/"):
        return bool(grant.search(before) or (language == "zh" and GRANTED_ZH.match(after)))
    return False


OUTLINE = {
    "zh": (
        re.compile(r"(?:部署|提出|明确|包括|包含|围绕|涵盖|分为|推出|聚焦|从|涉及|共|细化)[^,，。;]{0,24}$"),
        re.compile(r"[^,，。;、\d\x00]{0,10}?(?:任务|措施|举措|方面|部分|内容|领域|条款|政策|章节)"),
    ),
    "en": (
        re.compile(
            r"\b(?:outlines?|includes?|lists?|covers?|covering|across|contains?|comprises?|identif(?:y|ies)|puts? forward|specif(?:y|ies)|proposes?|sets? out|consists? of|in)\b[^.;]{0,30}$",
            re.IGNORECASE,
        ),
        re.compile(
            r"(?:\s[\w-]+){0,2}?\s(?:tasks|measures|areas|aspects|categories|fields|sections|parts|items|chapters|policies)\b",
            re.IGNORECASE,
        ),
    ),
}


def describes(text: str, quantity: Quantity, language: str) -> bool:
    """Whether it counts the parts of the document itself: the plan outlines 20 key tasks."""
    if quantity.unit != "count":
        return False
    verb, part = OUTLINE[language]
    return bool(
        verb.search(text, max(0, quantity.left - 60), quantity.left) and part.match(text, quantity.right)
    )
