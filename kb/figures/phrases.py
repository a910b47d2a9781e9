"""How the two languages put what a figure measures: where it begins and ends, what leads to the figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

CLAUSE_ZH = re.compile(r"[,，。;！？!?\n]|(?<!\d):(?!\d)")
NOUN_ZH = re.compile(
    r"\s?(?:左右|以上|以内|以下)?的?(?!(?:增加?|增长|提[高升]|上?升|扩[大展]|减少|下?降低?|压缩|缩[短减])[到至为])(?P<noun>[^,，。;、:()（）“”\d\x00\s][^,，。;、:()（）\d\x00\s]{1,40}?)(?=[,，。;、:()（）”\s\d]|$|以上|和|达到|分别|实现|提出|共(?=[承完建引培投安办受服接]))"
)
LEAD_ZH = re.compile(
    r"""
    (?:
        [^,，。;较比]{0,3}?(?:到|至|截至|在|从|由)?(?:19|20)\d\d年[底末前]*(?:\d\d?月底?前?)?
      | [一二两三四五六七八九十\d]{1,2}年内 | 第[一二三四五六七八九十百\d]{1,4}条\s*
      | (?:年末|年底|全[市省县区国州镇]|本市|我[市省国区县])(?=共|有|建成|拥有|累计|新增|现有|全[市省县区国])
      | [^,，。;、\d的]{2,8}?(?:将|要|拟|计划)(?=新增|新建|建成|培育|打造|引进|建设|培养|改造|推出)
      | 对(?![于外])(?=[^,，。;的给每]{2,20}$) | 为[^,，。;\d]{2,14}(?:安装|配备|配置|提供)
      | [-—•·*#●★\s]+ | [(]?[\d一二三四五六七八九十]{1,3}[)、.](?!\d)
      | 届时|规划期[内末间] | 年底前
      | 力争|争取|确保|其中|同时|此外|另外?|还|并|全年|预计|计划|将|要|到|年均|实现|推动|完成|使|把
      | 共|共有|累计|已|拥有
      | 支持|组织|开展|提出|明确|要求|的
      | 有(?![效机关利序色线])|新建(?:[、和或]?(?:改造|扩建|打通))?|改造(?:提升|升级)|打通|安装|举办
      | (?:新增|新建|建成|培育|打造|引进|改造|实施|推进|创建|设立|筹集|发布|加装|形成|落地)(?!期(?!间))
      | 建设(?!周期|工期|规模|用地|面积|成本|标准|资金|项目|投资|单位|期)
    )+
    """,
    re.VERBOSE,
)
TAIL_ZH = re.compile(
    r"""
    (?:
        (?:平均|年均)?(?:达到?|为|是|有|约|近|超过?|突破|增长|提高|提升|上升|增加|下降|降低|减少|缩短|缩小|压缩|压减|压降|削减|控制|稳定|保持|维持|扩大|降|升|介于
        |高于|低于|不低于|不少于|力争|实现|占|共|分别|均|建设|培育|新增|完成|同比|环比|预计|不到|不足)(?:到|至|在|为|了)?
      | (?:较|比|由|从)(?:(?:19|20)\d\d年底?|[上去]年(?:末|同期)?|上月|现)
      | 的|在|到|至|由|从|以|将|过|上|处|可|现(?:在|已|有)?|目前|要|须|应当?(?=提前)|提前|每[人户家亩年月天个]
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
    (?=[,.;:()\[\]\n\d]|$|(?:(?<=s)|(?<=ren)|(?<=[Mm]en)|(?<=ople)|(?<=nel)|(?<=aff)|(?<=ent)|(?<=ock))\s(?:and|or)\b
       |\sand\s(?:build|renovate|cultivate|establish|create|add|develop|train|attract|support|complete|improve|strengthen
          |promote|upgrade|launch|introduce|select|foster|open|provide|expand|plant|restore|set|raise|increase|reduce|cut|bring
          |keep|form)\b
       |\s(?:and|or)\s(?=\d)|\s(?:and|or)\s(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|to|at|over|more|about|nearly|some)\b
       |\s(?:will|would|shall|by|in|with|that|which|who|to|are|is|were|was|have|has|had|from|during|over|per|each|at|on|as|through|for|across|within|should|must|may|can|could|need|needs|also
       |while|focusing|covering|supporting|exceeding|employing|respectively|took|joined|moved|received|annually|every|today|a)\b)
    """,
    re.VERBOSE,
)
LEAD_EN = re.compile(
    r"(?:and|while|so that|such that|ensuring that|with|each|bringing|including|but|also|a year|annually"
    r"|(?:by|in) (?:the end of )?\d{4}"
    r"|that(?= (?:by|in|it)\b)"
    r"|[-*•]|\s)+\s*",
    re.IGNORECASE,
)
TAIL_EN = re.compile(
    r"""
    (?:[\s,]*\b(?:of|to|at|is|was|were|are|be|been|will|would|by|the|a|an|reach(?:ed|es|ing)?|exceed(?:ed|s|ing)?|hit|total(?:ed|led)?|gr[eo]wn?|ris(?:e|en)|rose|increased?|about|over|with|for|than|and
    |should|shall|must|has|have|had|stood|stands?|within|account(?:ed|s|ing)?|from|kept|remain(?:ed|s)?|stable|up|down|fell|fall(?:en)?|decreased?|reduced?|drop(?:ped)?|make|made|top|expected|projected|targeted|estimated
    |now|runs|covers?|handled|valid|range|cut|shortened|compressed|lowered|raised|brought|limited|capped|controlled|expand(?:ed)?|increas(?:e|ing)|only|around|nearly|between|no|more|less|not|already)\b)+[\s]*$
    """,
    re.VERBOSE | re.IGNORECASE,
)


# What does not stand alone: the words before it have to be taken along.
WEAK_ZH = re.compile(
    r"""(?:给予[^,，]{0,6}|可获得?|获得?|享受|按照?[^,，]{0,10}|对|处以?|发放|补助|补贴|奖励|资助|罚款|一次性|最高|单[个家](?:项目|企业)?|总?规模|总长
        |总?面积|总?投资|总?金额|延长|缩短|降低|提高|比例|标准|其|该|此|平均|[户人]均|均|每[张亩辆台件人月年次户]?|申请后|合格的?|个人|单位|分别|其他|两者|后者|前者)+""",
    re.VERBOSE,
)
WEAK_EN = re.compile(
    r"""(?:until\snow\s|and\s|while\s)?(?:its?|they|them|this|these|those|th(?:e|at)\s(?:figure|number|total|amount|rate|latter|former)|which
        |an\samount|(?:each\s)?(?:covering|measuring|spanning|occupying)|that\sof\b.*|such\s\w+|each|units?|items|sets|pieces|ones|apart|(?:an)?other|(?:more|fewer|less)\sthan
        |an?\s(?:further|additional)|the\s(?:others?|remaining|rest)|of\s(?:them|these|those|which|whom))
        (?:\s(?:now|may|will|takes?|should|has|had|also|uses?))*
      | (?:must|should|will|shall)\s\w+""",
    re.VERBOSE | re.IGNORECASE,
)
BACKWARD_EN = re.compile(r"(?:of\s|in\s)?(?:(?P<them>them|these|those|which|whom)|such)\b")
NUMBER_OF_EN = re.compile(r"(?:the\s)?(?:total\s)?number\sof\s(?:the\s)?", re.IGNORECASE)
MEASURE_ZH = re.compile(r"总?(?:规模|面积|投资|金额|长|里程|容量|产值|装机)")
# The verb that leads to the figure: the limit will be lifted … to; schools should …
VERB_EN = re.compile(
    r"""\s(?:should|shall|will|must|may|can|would|could|(?:has|have|had|needs?|is|are|was|were)\sto
        |(?:is|are)\s(?:expected|set|required|projected|planned|scheduled)\sto)
        (?:\s(?:be|not|also|then|only|\w+ly))*
        (?:\s(?:take|stay|come|reach|remain|stand|go|last|run|completed?|finished|done|kept|held|made|brought|lifted|raised
          |lowered|increased|reduced|shortened|extended|exceed|total))?
        (?:\s(?:to|by|at|in|for|from|up|down|within|under|below|above))*\s*$""",
    re.VERBOSE,
)
# What somebody is to bring there, or says: plans … to raise the share of exports, said that capacity …
OBJECT_EN = re.compile(
    r""".*\b(?:(?:to|will|shall|should|must|would|and)\s
        (?:raise|increase|reduce|cut|lower|lift|boost|bring|keep|hold|expand|extend|improve|maintain|limit|control|shorten|grow
          |allocate|earmark|set\saside|set\sup|establish|create)
        |expects|wants|sees|requires|earmarks|allocates|sets\sup|has\s(?:set\saside|earmarked|allocated))\s
        (?:the|an?|its|their)\s(?=[A-Za-z])
      | .*\b(?:said|says|announced|noted|added|reported|stressed|stated)\s
        (?:\w+\s){0,3}?that\s(?:the\s)?(?=[A-Za-z])""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Phrasing:
    """How one language puts a subject: behind what is counted, or before what is measured."""

    clause: re.Pattern[str]
    noun: re.Pattern[str]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    weak: re.Pattern[str]
    joint: str


PHRASING = {
    "zh": Phrasing(CLAUSE_ZH, NOUN_ZH, LEAD_ZH, TAIL_ZH, WEAK_ZH, ""),
    "en": Phrasing(CLAUSE_EN, NOUN_EN, LEAD_EN, TAIL_EN, WEAK_EN, " "),
}
