"""The words around a number that say on which side of it the truth may lie.

A prefix stands right before the number, a suffix right behind the unit (or behind the number: 500余家).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kb.records import Bound

Words = Mapping[Bound, str]

PREFIX_ZH: Words = {
    Bound.ABOUT: (
        r"(?<![最附邻相临靠就远贴新毗])近|(?<![节签制预公合履条契违特续邀大])约|大约|约为|大致|大概|接近|将近|逼近|趋近|接近于|在\s?(?=\d+%?左右)|约占[^,，。;、\d\x00]{1,14}的|约[为是][^,，。;、\d]{1,14}的"
    ),
    Bound.AT_LEAST: (
        r"(?:不|不得|不应|不能|不可|均不|应不)(?:低于|少于|小于|短于)(?:[^,，。;、\d\x00%]{1,12}的?)?|至少[^,，。;、\d\x00]{0,8}|最少|最低(?:不低于|不少于|为|达到?|至)?|≥|>=|大于等于|达到(?:或|及|并)者?(?:超过|突破|高于)|"
        r"(?:年满|已满|期满|满)"
    ),
    Bound.AT_MOST: (
        r"(?:不|不得|不应|不能|不可|均不|应不|最长不|最高不|最多不|原则上不|总额不|累计不|一般不)(?:超过|高于|多于|大于|超|长于|超出)|至多|≤|<=|小于等于|"
        r"(?:严格)?控制(?:在|到|至)|限定在|限制在|封顶(?:为)?|上限(?:为|是|不超过)?|(?:最高|最多|最长)(?:(?:可(?=[获享达给按补奖申领予支为])|为|达|限|给予|予以|奖励?|补助?|补贴|资助|支持|按|每|贷|领取?|享受?|延长|人民币|(?:额度|金额|限额|标准|期限)(?:为|可|达)?)[^,，。;、\d\x00%]{0,10})?|"
        r"(?:不高于|不超过|不得超过|不大于)[^,，。;、\d\x00%]{1,14}的"
    ),
    Bound.OVER: (
        r"超过了?|(?<![打侦爆击突])破|(?<!不)超|逾|突破|高于|大于|多于|优于|跨越|超出|(?<![<=])>|站上|冲破|迈过|跃过|突破了|跨过|越过|(?:占比|比例|比重|率)过|超过?占[^,，。;、\d\x00]{1,14}的"
    ),
    Bound.UNDER: r"(?<!不)低于|(?<!不)小于|(?<!不)少于|不到|不足|未到|未满|不满|(?<!=)<|未超过|短于|未达",
}
# Between the bound and the number a few words may stand: 超过了约…, 最高不超过人民币50万元.
_LINK_ZH = (
    r"(?:\s|(?:每[人户家亩年月天个张周]){1,2}|了|到|至|为|有|占|合|达到?|人民币|港币|美元|每年|每户|"
    r"每家|每人|每亩|总额|共|:|:)?"
)

SUFFIX_ZH: Words = {
    Bound.AT_LEAST: r"\s?(?:及其?|或|和|含)?以上|\s?及更多|(?:起步)|或更高",
    Bound.AT_MOST: (
        r"(?:\(含\))?(?:及|或)?以内|之内|以下|及以下|之下|"
        r"内(?![容部地外蒙涵控陆河生需销设置在资镜阁贸江科])|封顶|为限|为上限|上限"
    ),
    Bound.ABOUT: r"\s?(?:左右|上下|前后|水平左右)",
    Bound.OVER: r"[多余](?=[^元样种渠层边式])|开外|\+",
}

PREFIX_EN: Words = {
    Bound.ABOUT: (
        r"about|around|approximately|roughly|nearly|almost|close to|circa|approx\.?|some|near|"
        r"approaching|nearing|just over half|an estimated|in the order of|in the region of|~"
    ),
    Bound.AT_LEAST: (
        r"at least|(?:no|not) (?:less|fewer|lower|lesser|smaller) than|(?:not|"
        r"never) be (?:less|fewer|lower|smaller|shorter) than|(?:not|"
        r"never) (?:be )?(?:fall |drop )?(?:below|under)|a minimum of|minimum of|minimum|≥|>=|"
        r"not fall below|"
        r"(?:reach|hit|meet|attain)(?:es|ing|ed)? or (?:exceed|surpass)(?:s|es|ing|ed)?|at minimum|"
        r"starting (?:at|from)"
    ),
    Bound.AT_MOST: (
        r"within|up to|at most|(?:no|not) (?:more|longer|higher|greater|later|larger) than|(?:not|"
        r"never) be (?:more|longer|higher|greater|later|larger) than|(?:not|"
        r"never|without) (?:to )?(?:be allowed to )?(?:exceed|exceeding|surpass|surpassing|above)|"
        r"a maximum of|maximum of|capped at|cap of|a ceiling of|limited to|≤|<=|must not exceed|"
        r"a maximum|(?:up )?to a maximum of|maximum|kept (?:to|at) or below|ceiling of|controlled at|"
        r"a cap of|as much as"
    ),
    Bound.OVER: (
        r"over|more than|exceed(?:s|ing|ed)?|surpass(?:es|ing|ed)?|above|upwards of|in excess of|"
        r"(?:greater|higher|larger|better|longer) than|topp?(?:ing|ed|s)|"
        r"(?:(?<=to )|(?<=will )|(?<=shall )|(?<=should ))top|"
        r"beyond|"
        r"well over|just over|pass(?:es|ed|ing)?(?: the)?|break(?:s|ing)? through|cross(?:es|ing|"
        r"ed)?(?: the)?|outstripping|north of|(?<!=)>|excess of"
    ),
    Bound.UNDER: r"under|(?:less|fewer|lower|shorter|smaller) than|below|short of|just under|(?<!=)<",
}
_LINK_EN = (
    r"(?:\s|an? (?:annual )?(?:average|total|combined|overall|cumulative)(?: \w+)? of|a further|"
    r"a total of|another|the|or equal to|[Rr][Mm][Bb]|CNY|additional|an additional)*"
)

SUFFIX_EN: Words = {
    Bound.AT_LEAST: (
        r"\s?(?:or|and) (?:more|above|over|higher|greater|older|longer|better)|\s?at (?:the )?least"
    ),
    Bound.AT_MOST: (
        r"\s?(?:or|and) (?:less|below|under|fewer|lower|shorter|younger)|\s?at (?:the )?most|"
        r"\s?(?:maximum|max\b)"
    ),
    Bound.ABOUT: r"\s?or so|\s?or thereabouts",
    Bound.OVER: r"\s?\+(?![\dA-Za-z])|-?plus\b",
}


def _prefix(words: Words, link: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    named = "|".join(f"(?P<{bound.name}>{pattern})" for bound, pattern in words.items())
    return re.compile(rf"(?:{named}){link}$", flags)


def _suffix(words: Words, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{bound.name}>{pattern})" for bound, pattern in words.items()), flags)


BEFORE_ZH = _prefix(PREFIX_ZH, _LINK_ZH)
BEFORE_EN = _prefix({b: rf"(?<![A-Za-z])(?:{p})" for b, p in PREFIX_EN.items()}, _LINK_EN, re.IGNORECASE)
AFTER_ZH = _suffix(SUFFIX_ZH)
AFTER_EN = _suffix(SUFFIX_EN, re.IGNORECASE)
REACH = 28  # how far before a number its bound may begin


def bound_before(text: str, at: int, pattern: re.Pattern[str]) -> tuple[Bound, int] | None:
    """Return the bound that stands right before this place, and where it begins."""
    found = pattern.search(text, max(0, at - REACH), at)
    return (Bound[str(found.lastgroup)], found.start()) if found else None


def bound_after(text: str, at: int, pattern: re.Pattern[str]) -> tuple[Bound, int] | None:
    """Return the bound that stands right at this place, and where it ends."""
    found = pattern.match(text, at)
    return (Bound[str(found.lastgroup)], found.end()) if found else None


def settle(before: Bound | None, after: Bound | None) -> Bound:
    """Join what stands on both sides: 超过80%以上 stays over, 控制在3%左右 is about."""
    strict = (Bound.OVER, Bound.UNDER)
    if before in strict or after is None:
        return before or Bound.EXACT
    if before is Bound.AT_MOST and after is Bound.OVER:  # 最高20多万元
        return before
    return after
