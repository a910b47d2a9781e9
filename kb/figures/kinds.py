"""What a figure is for: something to reach, a line not to cross, or how things are."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.figures.cues import CLAUSE_END, CUES, WEAK_CUES
from kb.figures.units import MONEY, TIME
from kb.records import Bound, FigureKind

if TYPE_CHECKING:
    from kb.figures.quantities import Quantity

GRANT_ZH = re.compile(
    r"""(?:奖励|补助|补贴|资助|奖补|补偿|奖金|津贴|给予|支持资金|减免|贴息|罚款|处以|封顶|限额|贴补|扶持资金|以奖代补)(?!支出|资金支出|发放)[^。;,，]{0,24}$""",
)
# The verb may stand behind a list of amounts: 每人5000元、高级工每人7000元给予补贴
GRANTED_ZH = re.compile(
    r"(?:[^,，。;、\d]{0,3}、[^,，。;、\d]{0,14}\d[\d.]*[万亿]?元){0,4}"
    r"[^,，。;]{0,12}(?:给予|贴息|奖励|补助|补贴|资助|奖补|扶持|罚款|抵扣|抵用|返还|报销)"
)
GRANT_EN = re.compile(
    r"""\b(?:subsid|grant|reward|award|rebate|bonus|allowance|fine[sd]\b|compensat|one-off|one-time|receive|can\sget|obtain
        |reimburs|refund|claim\s(?:back\s)?|draw\s(?:up\sto\s)?|eligible\sfor|offers?\b|gets?\b|fined\b|loans?\sof\b)""",
    re.VERBOSE | re.IGNORECASE,
)
SQUEEZE_ZH = re.compile(
    r"(?:压缩|缩短|压减|缩减|精简|控制|限定|不得|时限|期限|限期|公示|办结|审[批核评]|答复|受理|反馈)[^。;]{0,24}$"
)
SQUEEZE_EN = re.compile(
    r"\b(?:compress|shorten|reduc|cut|streamlin|limit|time limit|review|approv|processing|respond|accept)",
    re.IGNORECASE,
)

# What a document is made of, and the verbs that list it.
YEAR = re.compile(r"(?:19|20)\d\d")
BY_THEN = re.compile(r"\W*By\s(?:the\send\sof\s)?((?:19|20)\d\d)\b")
# By the end of 2024, 53 percent of the land had been planted
REACHED_BY_THEN = re.compile(
    r"(?:(?!\b(?:will|shall|should|would|must|is|are|to)\b)[^.;])*?\b(?:had(?!\sto)|was|were|made|stood|rose|fell|grew"
    r"|numbered|came|held|took|exceeded|reached|accounted|totall?ed)\b",
    re.IGNORECASE,
)
PRESENT = frozenset({"are", "has", "have", "hosts", "operates", "houses", "owns", "employs", "boasts", "now"})
EASED = re.compile(r"可(?:适当)?(?:提高|放宽|上浮|延长|增加|提升|上调)[到至]?$")
CONTINUED = 14  # characters between two amounts of one list
OUTLINE = {
    "zh": (
        re.compile(r"(?:部署|提出|明确|包括|包含|围绕|涵盖|分为|推出|聚焦|从|涉及|共|细化)[^,，。;]{0,24}$"),
        re.compile(
            r"[^,，。;、\d\x00]{0,10}?(?:任务|措施|举措|方面|部分|内容|领域|条款|政策|章节)"
            r"(?=[,，。;、:()的和与\s\d]|$|提出|部署|开展|明确)"
        ),
    ),
    "en": (
        re.compile(
            r"""\b(?:outlines?|includes?|lists?|cover(?:s|ing)?|across|contains?|comprises?|identif(?:y|ies)|puts?\sforward
                |specif(?:y|ies)|proposes?|sets?\sout|consists?\sof)\b[^.;]{0,30}$""",
            re.VERBOSE | re.IGNORECASE,
        ),
        re.compile(
            r"""(?:\s[\w-]+){0,2}?\s
                (?:tasks|measures|areas|aspects|categories|fields|sections|parts|items|chapters|policies)\b""",
            re.VERBOSE | re.IGNORECASE,
        ),
    ),
}


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


def mood(text: str, language: str, year: int | None = None) -> Mood:
    """Read the cues of a folded sentence; a goal of a year before the text was written is none."""
    ends = tuple(found.start() for found in CLAUSE_END[language].finditer(text))
    return Mood(_cues(CUES[language], text, year), _cues(WEAK_CUES[language], text, year), ends)


def _cues(pattern: re.Pattern[str], text: str, year: int | None) -> tuple[tuple[int, FigureKind], ...]:
    cues: list[tuple[int, FigureKind]] = []
    frame = BY_THEN.match(text)
    reached = frame and REACHED_BY_THEN.match(text, frame.end())
    framed = frame and not reached and not (year and int(frame[1]) < year)
    for found in pattern.finditer(text, frame.end() if frame and reached else 0):
        dated = YEAR.search(found[0])
        past = year and dated and int(dated[0]) < year
        if framed and found[0].lower() in PRESENT:
            continue  # By 2028, … 400 sites are in operation
        if past or (dated and found[0].startswith("by") and cues and cues[-1][1] is FigureKind.STATUS):
            continue  # reached 310 million by the end of 2024
        cues.append((found.start(), FigureKind(str(found.lastgroup))))
    return tuple(cues)


def bounded(quantity: Quantity) -> bool:
    """Whether it is not to be exceeded."""
    return quantity.bound in (Bound.AT_MOST, Bound.UNDER)


def is_limit(text: str, quantity: Quantity, language: str) -> bool:
    """Whether this quantity is a line not to be crossed: a time limit, a ceiling, an amount granted."""
    before = text[max(0, quantity.left - 80) : quantity.left]
    squeeze = SQUEEZE_ZH if language == "zh" else SQUEEZE_EN
    if bounded(quantity):
        return True
    if quantity.unit in TIME and squeeze.search(before):
        return True
    return is_grant(text, quantity, language)


# 对招用毕业生的企业，按每人1500元发放补助: what is offered to all is a rule, whoever tells of it.
OFFERED_ZH = re.compile(
    r"对[^,，。;\d]{2,40}的(?:[^,，。;\d]{0,8}(?:企业|单位|项目|个人|机构|人员|基地|园区|家庭|农户|平台))?[,，](?!已|共)[^。;]{0,80}$"
)


def offers(text: str, quantity: Quantity) -> bool:
    """Whether the sentence says to whom an amount is given, as a rule does."""
    return quantity.unit in MONEY and bool(
        OFFERED_ZH.search(text, max(0, quantity.left - 150), quantity.left)
    )


def is_grant(text: str, quantity: Quantity, language: str) -> bool:
    """Whether this quantity is granted, or its share is: a subsidy, an award, a fine."""
    if quantity.unit not in (*MONEY, "%", "‰") and not quantity.unit.startswith("CNY/"):
        return False
    before = text[max(0, quantity.left - 80) : quantity.left]
    grant = GRANT_ZH if language == "zh" else GRANT_EN
    return bool(grant.search(before) or (language == "zh" and GRANTED_ZH.match(text, quantity.right)))


def goes_on(last: Quantity, here: Quantity, text: str) -> bool:
    """Whether an amount continues a list, 金奖50万元；银奖30万元, or eases a limit: 可提高至40%."""
    if here.unit != last.unit:
        return False
    eased = EASED.search(text, last.right, here.left)
    return bool(eased) or (here.unit in MONEY and here.left - last.right <= CONTINUED)


# 比现有的98家…, the current level of 98
AT_PRESENT = re.compile(
    r"(?:\bcurrent(?:\s(?:level|rate|figure|total))?(?:\sof)?|[现目][有前在]的"
    r"|\b(?:up|down)\sfrom(?:\s(?:about|nearly|some))?)\s?$",
    re.IGNORECASE,
)


NOWADAYS = re.compile(
    r"\s?(?:at present|currently|now|today|as things stand)(?=[,.;)]|$)"
    r"|[均都]?已(?:于|经|全部|到位|建成|完成|投[入产用])",
    re.IGNORECASE,
)


def is_at_present(text: str, quantity: Quantity) -> bool:
    """Whether the words right beside it say that this is how things are now."""
    before = AT_PRESENT.search(text, max(0, quantity.left - 24), quantity.left)
    return bool(before or NOWADAYS.match(text, quantity.right))


def describes(text: str, quantity: Quantity, language: str) -> bool:
    """Whether it counts the parts of the document itself: the plan outlines 20 key tasks."""
    if quantity.unit != "count":
        return False
    verb, part = OUTLINE[language]
    return bool(
        verb.search(text, max(0, quantity.left - 60), quantity.left) and part.match(text, quantity.right)
    )
