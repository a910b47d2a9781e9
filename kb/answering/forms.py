"""The forms that questions take in both languages: what is asked for, and the words that ask for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a question asks for."""

    QUANTITY = "quantity"
    DEADLINE = "deadline"
    ISSUED = "issued"
    ISSUER = "issuer"
    RESPONSIBLE = "responsible"
    NUMBER = "number"  # of the document
    LIST = "list"
    TRUTH = "truth"
    COMPARE = "compare"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to ask: `pattern` is blanked out of the question, what is left says what it is about."""

    kind: Kind
    pattern: re.Pattern[str]


def _form(kind: Kind, *patterns: str) -> Form:
    return Form(kind, re.compile("|".join(patterns), re.IGNORECASE | re.VERBOSE))


_ISSUE_EN = r"(?:issued?|releas(?:e|ed)|publish(?:ed)?|promulgated?|unveil(?:ed)?|announced?|adopt(?:ed)?|made\ public|come\ out|came\ out|take\ effect|printed)"
_ISSUE_ZH = r"(?:发布|印发|出台|公布|颁布|发表|下发|制定|推出|施行|实施|生效|审议通过|通过)"
_PAPER_EN = r"(?:plans?|polic(?:y|ies)|measures|rules|regulations?|notices?|documents?|opinions|guidelines?|programmes?|programs?|schemes?|strateg(?:y|ies)|catalog(?:ue)?s?|reports?|articles?|stor(?:y|ies)|digest|it|they)"
_PAPER_ZH = r"(?:方案|计划|规划|通知|办法|措施|意见|条例|规定|文件|政策|细则|纲要|公告|指南|目录|标准|规范|规程|规则|新政|新规|报道|文章|稿件|新闻)"
_BODY_EN = r"(?:bod(?:y|ies)|departments?|units?|agenc(?:y|ies)|authorit(?:y|ies)|organi[sz]ations?|ministr(?:y|ies)|bureaus?|commissions?|offices?|institutions?)"
_BODY_ZH = r"(?:部门|单位|机构|委办局|政府|委员会|厅局|司局)"

# Names of classes: a list names what belongs to them and seldom the class itself.
_CLASS_EN = r"(?:things?|facilit(?:y|ies)|items?|places?|measures|areas?|fields?|sectors?|groups?|topics?|aspects?|activities|conditions|requirements|materials|documents|technologies|services|products|industries|cities|districts|regions|countries|steps|tasks)"
_NUMBER_EN = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d\d?)"

# The first form that fits stands, so the narrow ones come before the wide ones.
FORMS_EN = (
    _form(Kind.COMPARE, r"\b(?:do|does)\ (?:the\ |all\ |different\ )?(?:sources?|reports?|documents?)\ (?:agree|differ|disagree|conflict)(?:\ (?:on|about|over))?",
          r"\b(?:which|what)\ (?:sources?|reports?|documents?)\ (?:agree|differ|disagree)(?:\ (?:on|about|over))?", r"^\s*compare\b",
          r"\bwhat\ is\ the\ difference\ between\b"),
    _form(Kind.NUMBER, r"\b(?:what\ (?:is|was)\ )?the\ (?:document|file|reference)\ (?:number|no\.?)(?:\ of)?", r"\bunder\ (?:what|which)\ (?:number|no\.?)\b", r"\b(?:under\ )?(?:what|which)\ (?:document|file|reference)\ (?:number|no\.?)\b"),
    _form(Kind.ISSUED, rf"(?<!by\ )(?<!until\ )(?<!before\ )\b(?:when|(?:on|from)\ what\ (?:date|day)|what\ (?:day|date))\b(?!\ (?:must|should|shall))(?=[^?]*\b{_PAPER_EN}\b[^?]*\b{_ISSUE_EN}\b|[^?]*\b{_ISSUE_EN}\b[^?]*\b{_PAPER_EN}\b)",
          r"\bwhat\ is\ the\ (?:release|publication|issue|issuing)\ date\b", r"\b(?:date\ of\ (?:release|issue|publication))\b"),
    _form(Kind.ISSUER, rf"\b(?:who|(?:which|what)\ (?:{_NUMBER_EN}\ )?{_BODY_EN})\b(?=[^?]*\b{_ISSUE_EN}\b)", r"\bwho\ is\ the\ (?:issuer|author|publisher)\b"),
    _form(Kind.CONTENT, r"(?:^|[,;])\s*\bwho\b(?=\ (?:pays?|bears?|can|may|qualif\w+|(?:is|are)\ (?:eligible|entitled)|receives?|gets?|benefits?)\b)"),
    _form(Kind.RESPONSIBLE, r"(?:^|[,;]|\band|\bby|\bto)\s*\bwhom?\b(?:\ (?:is|are)\b)?(?:\ (?:jointly\ )?(?:responsible|in\ charge|accountable))?", r"\b(?:which|what)\ (?:\w+\ )?" + _BODY_EN + r"\b(?:\ (?:is|are)\b)?(?:\ (?:jointly\ )?(?:responsible|in\ charge))?",
          rf"\bby\ wh(?:om|ich\ {_BODY_EN})\b"),
    _form(Kind.CONTENT, r"\bhow\ (?:often|frequently)\b", r"\bat\ what\ times?\ of\ (?:the\ )?day\b"),
    _form(Kind.QUANTITY, r"\bhow\ (?:many|much|large|big|high|far|long|fast|soon|quickly|wide|deep|tall|old|small|low|short|strong|few|loud|heavy|expensive|wide|thick|hot|cold|cheap|steep)\b",
          r"\bwhat\ number\b", r"\b(?:what|which)\ (?:%|percentage|per\ cent|percent|share|proportion|portion|fraction)\b",
          r"\bto\ what\ (?:level|extent|amount|size)\b", r"\bat\ what\ (?:price|rate)\b"),
    _form(Kind.DEADLINE, r"\b(?:by|until|before|till)\ when\b", r"\b(?:by|in|until|before)\ (?:what|which)\ (?:year|date|month|time)\b",
          r"\b(?:what|which)\ year\b", r"\bwhat\ is\ the\ deadline\b",
          r"(?:^|[,;:]|\b(?:and|or|but|from|since|of|about|is|was|say)\b)\s*\bwhen\b(?![^?]*,\ (?:who|whose|whom|which|what|how|where)\b)", r"\bwhen\b(?=\s*\??\s*$)"),
    _form(Kind.QUANTITY, r"\b(?:what|which)\b(?=\ (?:is|was|are|were)\ (?:the\ )?[^?]{0,80}\b(?:targets?\ for|target|goal|limit|cap|ceiling|size|scale|value|revenue|income|budget|rate|ratio|level|capacity|volume|output|cost|price|maximum|minimum|area|length|population|throughput|depth|fee|amount|sum|balance|turnover|sales|threshold|share|(?:funding|funds?|pay|salary|wages?|investment|spending|subsid(?:y|ies)|grant|bonus|award|allowance|premium|rent|pension|speed|duration|height|weight|quota|shortage|shortfall|gap)(?!\ (?:used|meant|spent|paid\ (?:by|to))\b))\b)",
          r"\b(?:what|which)\b(?=\ (?:[^\s?]+[ ]){0,3}?(?:budget|subsid\w+|reward|fine|fee|price|cost|amount|target|capacity|revenue|value|income|salary|wage|rent(?!\ (?:support|relief|reduction|free))|premium|deposit|allowance|bonus|rate|toll|tariff|limit|size|scale|volume|times?|period|level|output|share|maximum|minimum\ wage|percentage|proportion|yield|ratio|coverage|density|speed|concentration|temperature)\b)"),
    _form(Kind.QUANTITY, r"\bwhat\b(?=\ (?:is|was)\ the\ (?:most|least|highest|lowest|largest|smallest|average|longest|shortest)\b)"),
    _form(Kind.QUANTITY, r"\bwhat\b(?:\ (?:does|do|did|will|would|must|should|can|may)\b)(?=\ [^?]{2,80}?\b(?:pay|cost|charge|earn|spend|set\ aside|allocate|earmark)\b)",
          r"\bwhat\b(?=\ [^?]{2,80}?\b(?:be\ worth|worth|amount\ to|come\ to)\b)"),
    _form(Kind.LIST, rf"\b(?:which|what)\b(?:\ {_NUMBER_EN})?(?:\ (?:kinds?|types?|sorts?|categor(?:y|ies)|classes)\ of)?\ {_CLASS_EN}\b(?=\ (?:of|in|for|does|do|did|will|would|should|shall|must|can|may|are|is|has|have|were|was|to)\b)",
          r"\b(?:which|name|list|where)\b", r"\bwhat\ (?:are|kinds?\ of|types?\ of|sorts?\ of)\b", r"\bin\ what\b",
          r"\bwhat\b(?=\ (?:\w+\ ){0,4}?\w+s\b\ (?:does|do|will|should|are|is|can|may|has|have|apply|applies)\b)"),
    _form(Kind.TRUTH, r"^\s*is\ it\ (?:true|correct|right|the\ case)\ that\b", r"^\s*(?:true\ or\ false|is\ it\ true)\b",
          r"^\s*(?:is|are|was|were|does|do|did|will|would|has|have|can|must|should|may|shall)\b", r",\ (?:is(?:n't)?\ it|does(?:n't)?\ it|right|correct)\s*\?\s*$"),
    _form(Kind.CONTENT, r"\bwhat\b(?:\ (?:does|do|did|will|would|should|is|are|was|were|can|must|has|have)\b)?", r"\b(?:how|why|whether)\b"),
)  # fmt: skip

FORMS_ZH = (
    _form(Kind.COMPARE, r"(?:各|不同)(?:个)?(?:来源|报道|文件|媒体)[^?？]{0,20}(?:是否)?(?:一致|相同|不同|差异)", r"有(?:什么|何|哪些)?(?:不同|差异|出入)", r"(?:来源|报道|说法|数字)[^?？]{0,6}是否一致"),
    _form(Kind.NUMBER, r"(?:发文字号|文号|文件编号)(?:是(?:什么|多少))?"),
    _form(Kind.ISSUED, rf"(?:什么时候|何时|哪天|哪一天|哪年|哪一年|什么时间|几月几日|哪个月)(?:正式|开始|起)?(?={_ISSUE_ZH}(?:的|了)?(?:[?？、,，]|$|[^?？]{{0,40}}{_PAPER_ZH}))", rf"(?<={_ISSUE_ZH[3:5]})(?:的)?(?:时间|日期)(?:是(?:什么(?:时候)?|何时|哪天))?",
          r"(?:发布|印发|出台|公布|颁布)(?:的)?(?:时间|日期)(?:是(?:什么(?:时候)?|何时|哪天))?"),
    _form(Kind.ISSUER, rf"(?:由)?(?:谁|哪(?:[两三四五几]?[个家]|些|几){_BODY_ZH}|什么{_BODY_ZH}|哪里)(?=(?:[、，,和]?在?(?:什么时候|何时|哪一?天|什么时间))?(?:联合|牵头|共同)?(?:发布|印发|出台|公布|颁布|制定))", r"(?:发布|印发|制定)(?:单位|机关|机构|部门)(?:是(?:谁|哪个|什么))?"),
    _form(Kind.TRUTH, r"是不是|是否|有没有|会不会|要不要|能不能|可不可以|属实吗?|对不对|对吗|真的吗|吗\s*[?？]?\s*$"),
    _form(Kind.CONTENT, r"谁(?=可以|能|有资格|享受|承担费用|出钱|买单)"),
    _form(Kind.RESPONSIBLE, rf"(?:由|归)?(?:谁|哪(?:一|几)?个?{_BODY_ZH}|哪些{_BODY_ZH}|什么{_BODY_ZH}|哪家{_BODY_ZH})(?:来)?(?:共同)?(?:负责|牵头|主管|承担|组织|管理?)?", r"(?:责任|牵头|配合|主管)(?:单位|部门)(?:是(?:谁|哪些?|什么)|有哪些|(?=\s*[?？]?\s*$))", r"归谁(?:管|负责)?"),
    _form(Kind.CONTENT, r"(?:多久|几年|几个?月|几天|多长时间)(?=[^?？]{0,16}一次)"),
    _form(Kind.DEADLINE, r"(?:到|在|于)?(?:何时|什么时候|哪一?年(?:底)?|什么时间|哪天)(?:之?前|以前|底)?", r"截止(?:时间|日期)?(?:是(?:何时|什么时候))?", r"(?:有效期)(?:到|至)(?:何时|什么时候|哪天)"),
    _form(Kind.QUANTITY, r"有?多(?:大|高|重|宽|厚|长时间|长|远|深)|多少|(?:[到至为])?什么(?:水平|程度|比例|规模)|几位|几座|多快|多久(?:内)?|几成|几倍", r"(?<!哪)几(?=个?(?:周|天|日|年|月|小时|分钟|工作日|[件家个项所台条名座处种类款张次倍亩元吨公米大]))", r"(?:是|有|为)?什么(?=目标)|(?:有)?何(?=目标|量化)"),
    _form(Kind.LIST, r"(?:是|有|包括|在|为)?哪(?:些|几|两|三|四|五|六|七|八|九|十|里|儿|个|类|一|种|方面)(?:个|类|种|项|大|家|座|方面)*(?:设施|材料|条件|领域|措施|内容|城市|地方|地区|区域|国家|技术|服务|产品|产业|行业|活动|要求|步骤|环节|方向)?", r"有什么(?!要求|规定|影响|作用)", r"列举", r"包括什么"),
    _form(Kind.CONTENT, r"(?:有|是|要|作|做|提)?(?:出|了)?(?:什么|何)(?:样)?(?:的)?|如何|怎么(?:样|办|做)?|怎样|为什么|为何"),
)  # fmt: skip

# Words around the question that are no part of it.
POLITE = re.compile(
    r"^\s*(?:please|could you|can you|would you)?\s*(?:please)?\s*(?:tell me|let me know|explain|describe)\b[,:]?"
    r"|^\s*(?:请问|请告诉我|请介绍|我想知道|想问一下|请说明)[,，:：]?",
    re.IGNORECASE,
)
YEARS = re.compile(
    r"""(?:\b(?:in|at|as\s+of|during|since|for)\s+(?:the\s+)?(?:end\s+of\s+|year\s+)?|在|截至|截止)?(?P<lead>\b(?:by|before|until|till)\s+(?:the\s+)?(?:end\s+of\s+|year\s+)?|到|至)?
        (?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)\s*
        (?:(?P<tail>年?(?:底前?|末|之?前|以前))|年)?""",
    re.VERBOSE | re.IGNORECASE,
)
# Words that only say where something stands tell little of what it is: "according to the seed company", 通知规定，….
FRAME = re.compile(
    rf"\baccording\ to\ [^,?]{{2,60}}|\b(?:under|as\ stated\ in)\ (?:the|its|this)\ (?:[\w'\"-]+\ ){{0,7}}?{_PAPER_EN}\b"
    rf"|^[^，,？?]{{2,30}}?(?:规定|提出|要求|明确|指出|显示|介绍|透露|说|表示|称)[，,:]"
    rf"|(?:根据|按照|依据|按|据)[^，,？?]{{2,30}}[，,]",
    re.IGNORECASE,
)
# A year that is part of a paper's name is no year that figures are for: 2026年以旧换新通知, "the 2026 trade-in programme".
PAPER_YEAR = re.compile(
    rf"(?<![\d到至])(?P<zh>20\d\d)年?度?(?![底末])[^\s，,。？?底末前]{{0,14}}?{_PAPER_ZH}"
    rf"|\b(?:the|its|this)\ (?P<en>20\d\d)\ (?:[\w-]+\ ){{0,5}}?{_PAPER_EN}\b",
    re.IGNORECASE,
)
# A second question in the same sentence: "…, and how fast did it grow", …多少美元，主要卖给哪些国家.
SECOND = re.compile(
    r"(?:,|;|\band\b)\s*(?:and\s)?(?:how|what|which|who|where|when|why|by\s(?:when|what)|up\sto\swhat|(?:in|to)\swh\w+)\b"
    r"|[，,、；;](?!在?(?:什么时候|何时|什么时间|哪一?天)(?:联合|正式|共同)*(?:印发|发布|出台|公布|制定))(?=[^，,？?]{0,14}(?:多少|几[个家项]|哪|谁|什么|何时|如何|怎么|多[大高久长]))",
    re.IGNORECASE,
)
ASKING = re.compile(
    r"\b(?:how|what|which|who|where|when|why)\b|多少|几|哪|谁|什么|何时|如何|怎么|多[大高久长]", re.IGNORECASE
)
WHEN_CLAUSE = re.compile(
    r"\s*when\s(?!(?:must|should|shall|will|would|can|may|might|do|does|did|is|are|was|were|has|have|had)\b)",
    re.IGNORECASE,
)
RANGE = re.compile(
    r"(?:(?:19|20)\d\d)\s?年?\s?(?:-|—|–|~|至|到|to|and|through)\s?(?=(?:19|20)\d\d)"
)  # its end is the year
# Verbs of duty run into their neighbours when Chinese is cut into words: 监测率要达到.
DUTY = re.compile(
    r"(?:应当|需要|必须|要|应|需|将|须)(?=[达控延突降压超建新培引设完实开增招接覆入采投购提缩在由把])"
)
GROWTH = re.compile(
    r"\bby how much\b|\bhow fast\b|growth rate|(?:增长|下降|提高|增加|减少|降低|上升|提升)(?:了|率)?(?:多少|几)|增速|增幅",
    re.IGNORECASE,
)

# 顶格能拿, 多少座充换电站: a modal verb and a counter run into their neighbours, too.
CAN = re.compile(r"(?<![功性节智产新势动热])能(?=[拿领奖得享获补给报申减免用有])")
OF_ALL = re.compile(
    r"占(?=(?![地比用有据领位空先道掘])[\u4e00-\u9fff]{2})"
)  # 投入占营收的比重: 占营收 is no word
WITHIN = re.compile(r"[之以]?内(?=[^部容外地陆资需设置涵在销贸])")  # 在多少分钟内清走: 内清 is no word
TOWARDS = re.compile(r"(?<= )对(?=[\u4e00-\u9fff])")  # 无锡对快充桩…: 对快 is no word
ONLY = re.compile(r"\b(?:only|just|merely)\s(?=\d|[a-z]+\b)", re.IGNORECASE)  # "only three years" are three
COUNTER = re.compile(
    r"(?<= )(?:[座个辆艘架套张]|[家项条件名所处台位次](?=[\u4e00-\u9fff]{2}))(?=[\u4e00-\u9fff])"
)
SPENT = re.compile(r"上?花(?:费|掉)?了?(?= )")  # 在康复上花了多少: 上花 is no word
TOPIC = re.compile(
    r"(?:对于?|关于|就|针对)(.{2,24}?)(?:有|作|做|提)(?:出|了)?(?:什么|何|哪些)|\babout\s([^?,]{3,60})",
    re.IGNORECASE,
)
# What is paid is asked for by the verb alone: 罚多少, "what does the city pay".
PAID = re.compile(
    r"(?:[罚补奖赔挣赚贷拨领]|(?<![回吸接验签])收|(?<![成移提])交|(?<!交)付|[出投融筹集注]资|缴费|减免|优惠|打折|上浮|下浮)了?多少(?!人|家|个|名|件|项)|能拿多少|\b(?:what|how much) (?:does|do|did|will|must|should) [^?]{2,120}?\b(?:pay|cost|charge|earn|spend|set aside|allocate|earmark)\b",
    re.IGNORECASE,
)
# What costs is counted in money, and not in hundredths.
COST = re.compile(r"\bcosts?\b|\bspends?\b|花[费掉]?了?多少|造价|多少钱", re.IGNORECASE)
CHANGE = re.compile(
    r"\b(?:grow|grew|growth|rise|rose|increas|fall|fell|drop|decreas|reduc|cut\b|cuts\b|declin|lower|shrink|faster|up by|down by)"
    r"|增长|增加|提高|提升|上升|下降|降低|减少|压减|削减|缩短|增幅|降幅|翻",
    re.IGNORECASE,
)

PAPER = rf"(?:{_PAPER_ZH}|\b(?:plan|polic(?:y|ies)|measures|rules|regulations?|notice|opinions|scheme|strategy)s?\b)"

# A plan called by the name it is known by: “充电无忧”方案, the "Easy Charging" plan.
NICKNAME = re.compile(
    r"[“\"「『‘']([^”\"」』’']{2,40})[”\"」』’']\s*(?:[^\s，。？?]{0,4}(?:方案|计划|规划|办法|措施|意见|行动|通知|条例)|(?:action\s)?(?:plan|programme|program|measures|scheme|policy|initiative|strategy|rules)\b)",
    re.IGNORECASE,
)

# Where in a question the thing asked for ends: "how many jobs | should", "what is the length | of".
HEAD_ENDS = re.compile(
    r"\b(?:will|would|shall|should|must|can|could|may|might|do|does|did|is|are|was|were|has|have|had|be|been|of|for|in|at|on|to|by|from|with|that|which|who|per)\b|[?,.]"
)
