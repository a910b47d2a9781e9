"""Words that say whether a sentence looks back at how things are or ahead at what is to be reached.

Strong cues decide by themselves; weak ones only where nothing around the sentence does.
"""

from __future__ import annotations

import re

STATUS_ZH = r"""
    已经?(?!有的) | (?<![由从比较在])(?:现有|现在|目前|当前|眼下)
  | 此前|截至|截止|近年来|以来|曾|迄今|至今|一直
  | (?<!公)共计?(?:投入|完成|发放|培训|受理|办理|采纳) | 过去|历时|成功|共有|位居|十三五
  | 近[一二两三四五六七八九十\d]+年 | (?<![较比])去年|(?<![较比])上年(?!度|[^,，。;\d]{0,10}的\d)|前年|上一年
  | (?:完成|实现|增长|达到|增加|下降|提高|提升|建成|超过|突破|形成|培育|引进|获得|取得|发放|投入|减少|新增
      |签约|落地|覆盖|惠及|带动|吸引|办理|受理|降低|缩短|跃升|攀升|上升|收获|拥有|创造|获批)了
  | [一二三四]季度 | 上半年(?!前) | 前[三二两\d]+个?季度 | 前[\d一二三四五六七八九十]+个?月
  | (?<!\d)\d\d?[-—至]\d\d?月
  | 据(?:统计|介绍|悉|了解|测算) | 数据显示|统计显示 | 创(?:历史)?新高(?![地度端效质水])
  | (?<!五)(?<!五”)(?<![规计]划)期间[,，]
  | (?<!力争)(?<!争取)(?<!确保)(?<!预计)(?<!计划)(?<!预期)全年[^,，。]{0,12}(?:实现|完成|达|增长)
"""
TARGET_ZH = r"""
    到(?:19|20)\d\d年(?!的\d+(?:\.\d+)?(?:%|倍)) | (?:19|20)\d\d年底?[底末]?前
  | 十五五|未来|今后|下一步|期末|明年|年内
  | 力争|争取(?![^,，。;]{0,14}(?:资金|补助|债券|额度))|目标(?!(?:任务)?的?\d)|将(?!近)
  | 计划(?!单列|生育|》|的\d|数|任务的|目标的|进度)
  | 可(?:一次性|每[年月]|直接|最高)*(?:获得?|享受|申[请领]|领取) | 有望
  | (?<![虚模比仿])拟(?![合人态])|预期|确保|必须|努力|(?<![首主重次摘纪纲简概])要(?![求素件点])|须|不得|原则上
  | 应当?(?!急|用|对|收|答|届|付) | 今年.{0,8}(?:要|将|力争) | 规划(?:建设|布局)
  | 提出|明确|要求|部署|聚焦 | 推动.{0,16}(?:达到|提升至|提高到)
"""
WEAK_STATUS_ZH = r"累计|全年|同比|环比|其中[^,，。]{0,8}为"
WEAK_TARGET_ZH = r"""
    (?:^|(?<=[,，。;:、\s)”—]))
    (?:[^,，。;:、\d\s]{0,3}(?:年|内|地|步|度|面|快|力|极|续|市|省|区|县|国|新|均|计|期|再|分))?
    (?:建设|建成|培育|打造|新增|新建|改造|引进|实施|推进|支持|完成|开展|推动|组织|创建|布局|形成|壮大|提升|提高|扩大|增加
      |设立|培养|发展|遴选|认定|新改建|改扩建|建立|降低|压缩|压减|缩短|健全|制定|出台|落实|加快|加强|鼓励|优化|完善|构建
      |举办|扶持|招引|集聚|孵化|选派|深化|统筹|安排|筹建|筹集|治理|修复|整治|每年|严格)(?!了)
"""

STATUS_EN = r"""
    \b(?:was|were|has(?!\sto)|had(?!\sto)|saw|now|already|currently|previous|brought|helped|became|boasts|hosts|operates|houses
    | owns|employs
    | (?<!will\s)(?<!to\s)(?<!shall\s)(?<!should\s)(?<!must\s)(?<!can\s)have(?!\sto)
    | are(?!\s(?:each\s|both\s|all\s)?
      (?:to|expected|set|granted|given|eligible|entitled|exempt|encouraged|required|targeted|planned|projected))
    | (?<!be\s)(?<!being\s)(?<!have\s)(?<!to\s)
      (?:reached|grew|rose|fell|accounted|totall?ed|stood|increased(?!\sto\sbe)|decreased|dropped|climbed|recorded
        |achieved|completed|launched|attracted|received|exceeded|surpassed|jumped|expanded|produced|generated|handled|contributed
        |hit|registered|ranked|signed|covered|served(?!\sto)|approved(?=\s(?:over\s|more\s|\d))|built(?=\s(?:over|more|\d)))
    | as\sof|so\sfar|to\sdate|year-on-year(?!\sincre)|year-over-year|year\son\syear|recent\syears|last\syear
    | this\syear's
    | (?<!be\s)(?<!is\s)(?<!are\s)(?<!to\s)(?<!have\s)(?<!being\s)
      (?:spent|lent|sold|planted|trained|invested|delivered|processed|treated|earned|shipped|exported|imported|consumed)
      (?=\s(?:about\s|over\s|nearly\s|around\s|some\s|more\sthan\s)?(?:RMB\s?|US?\$)?\d)
    | in\sthe\sfirst\s(?:quarter|half|three)|Q[1-4]|is\shome\sto|cut(?=\sits)
    | (?:is|are)\s(?:projected|estimated|forecast)(?!.{0,120}\bby\s20\d\d)
    | an\sincrease\sof|a\sdecrease\sof|by\sthe\send\sof\slast\syear)\b
"""
TARGET_EN = r"""
    \b(?:will|shall|would|should|must|aim(?:s|ing|ed)?|target(?:s|ing|ed)?|plans|planned|seek(?:s|ing)?|goals?|objectives?
    | strives?|striving|intends?|expect(?:s|ed)?|set\sto|propose[sd]?|calls?\sfor|require[sd]?|initiative
    | scheduled|hopes
    | plans?\s(?:to|for|calls|includes|seeks|sets|outlines|specifies|proposes|requires|envisages|also)
    | by\s20\d\d|by\sthe\send\sof\s20\d\d|be\sbuilt|to\sbe|going\sto|pledge[sd]?|commits?|committed
    | (?:may|can)\s(?:be|receive|apply|get|claim|obtain|enjoy)
    | need\sto|ambition|ambitious
    | is\sto|are\sto|works?\stoward|looks?\sto|next\s(?:\w+\s)?years?|ensure|encourages?
    | supports?(?=\sthe\s)|promotes?)\b
"""
WEAK_STATUS_EN = r"\bcumulative(?:ly)?\b"
WEAK_TARGET_EN = r"""
    (?:^|[.;:]\s|\d[.)]\s|-\s|•\s|\band\s|,\s)
    (?:build|establish|cultivate|create|increase|reduce|raise|cut|lower|shorten|compress|expand|add|set\sup|develop|train
      |attract|support|complete|construct|achieve|ensure|keep|bring|renovate|upgrade|launch|organi[sz]e|form|introduce
      |improve|strengthen|promote|accelerate|select|foster|nurture|open|provide|implement|grow|limit|deploy|install|plant
      |restore|retrofit|recruit|issue|formulate|optimi[sz]e|invest|advance|push|boost|double|triple)\b
"""


def _cues(status: str, target: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile(rf"(?P<status>{status})|(?P<target>{target})", re.VERBOSE | flags)


CUES = {"zh": _cues(STATUS_ZH, TARGET_ZH), "en": _cues(STATUS_EN, TARGET_EN, re.IGNORECASE)}
WEAK_CUES = {
    "zh": _cues(WEAK_STATUS_ZH, WEAK_TARGET_ZH),
    "en": _cues(WEAK_STATUS_EN, WEAK_TARGET_EN, re.IGNORECASE),
}
CLAUSE_END = {"zh": re.compile(r"[,，。;]"), "en": re.compile(r"[;.](?=\s)")}
