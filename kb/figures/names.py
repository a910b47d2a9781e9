"""Numbers that are no figures: years, dates, ordinals, list numbers, names and slogans.

Each is blanked before numerals are looked for. The blanks keep the length, so places stay what they are.
"""

from __future__ import annotations

import re

BLANK = "\x00"
YEAR = r"(?:19|20)\d\d"
_N = r"[〇零一二两三四五六七八九十百千\d]"

NAMES_ZH = (
    re.compile(r"《[^《》\n]{1,120}》"),  # titles
    re.compile(rf"{YEAR}\s?年?\s?(?:[-—~至到]{{1,2}}|——)\s?{YEAR}\s?年?度?"),  # 2025—2027年
    re.compile(rf"{YEAR}\s?(?:/\d\d)?\s?年[度底末初中]?(?:\s?\d\d?\s?月)?(?:\s?\d\d?\s?[日号])?"),
    re.compile(rf"(?<!\d){YEAR}[-./]\d\d?[-./]\d\d?(?!\d)"),
    re.compile(r"[一二][九〇零○][〇零○一二三四五六七八九]{2}年"),
    re.compile(r"(?<![\d.个])\d\d?\s?(?:[-—~至、]\s?\d\d?)?\s?月(?:份|[底末初中旬上下]|\s?\d\d?\s?[日号](?:前|起)?)?"),
    re.compile(r"(?<![十个百])(?:十[一二]?|[一二三四五六七八九])月(?:[份底末初]|[一二三四五六七八九十]{1,3}[日号])?"),
    re.compile(r"\d\d?日(?=[,，。;在至\-—(（]|起|召|举|上午|下午|电|讯|前)"),
    re.compile(r"\d\d?:\d\d(?::\d\d)?"),
    re.compile(r"\d+[::]\d+"),
    re.compile(r"[“\"]?十[一二三四五六七八]五[”\"]?"),  # the five-year plans
    re.compile(rf"第\s?{_N}+(?:[、至和—-]\s?第?{_N}+(?=[条类款项章节届批期]))*"),
    re.compile(rf"前\s?(?:\d+|[一二三四五六七八九十百]+)(?:名|位|强|列|%?位)?(?:个月|个季度)?(?![年个天])"),
    re.compile(rf"\d+强|[百千]强|(?:位[列居]|排名|排在|名列|居|升至全[国省市球]|升至第)(?:全[国省市球]|世界|全球|同类)?第?\s?{_N}+位?"),
    re.compile(r"“[^“”\d]{0,6}\d+(?:[+×xXN]\d*)+[^“”]{0,8}”|\d+(?:\s?[+×]\s?[\dNnXx]+)+"),
    re.compile(r"(?<![A-Za-z])[Nn](?:\s?\+\s?\d+)+"),
    re.compile(r"7\s?[×*xX]\s?24\s?小时|24小时(?=[自不服在值全无免智开热]|办)"),
    re.compile(r"\d+(?:\.\d+)?\s?分钟(?=[^,，。;、\d]{0,10}(?:圈|直达|可达))|\d+(?:\.\d+)?\s?小时(?=[^,，。;、\d]{0,8}(?:圈|通达))"),
    re.compile(rf"〔\d{{4}}〕\s?\d+\s?号?|\[\d{{4}}\]\s?\d+\s?号|{_N}+\s?号"),
    re.compile(r"(?:\[\d{1,3}(?:[-,]\s?\d{1,3})*\])+"),  # citations
    re.compile(rf"(?m)^[ \t#*•·]*[(]?{_N}{{1,3}}(?:[)、]|[.](?!\d))"),  # list numbers
    re.compile(rf"[(]{_N}{{1,3}}[)]|(?<=[;；。])\s?\d{{1,2}}(?:[)、]|[.](?!\d))"),
    re.compile(r"[一二三四五六七八九十]+[是则](?=[^\d%])|其[一二三四五]"),
    re.compile(r"(?:RMB|CNY|USD|GDP)?(?<![A-Za-z/])(?!RMB|CNY|USD|GDP|US\$|k?m[23])[A-Za-z]+[-—]?\d+(?:[.\-/]\d+)*[A-Z]?"),
    re.compile(r"(?:ISO|IEC|GB/T|GB|IEEE)\s?/?[A-Z]?\s?\d[\d.:\-]*"),
    re.compile(r"(?<![\d.])\d+(?:\.\d+)?[GKDAVXB](?![A-Za-z/])级?"),
    re.compile(r"\d+\.0(?=[版时,，。、”]|$)|(?:工业|版本|Web)\s?\d\.\d"),
    re.compile(rf"{_N}+(?:年级|星级|等奖|级|星|线(?!路)|环(?!节)|版|期(?!间|末)|旬|季度|周年|位数|时代|院|路(?!线)|楼|室|居室|弄|巷|点半?(?=[至前后,，。]))"),
    re.compile(rf"每(?:半?[年月周日天]|季度)[^,，。\d]{{0,2}}?[一1两2]次|[一二三四五]类(?=医疗器械|疫苗|费用|新药|创新药|地区|城市|土地|用地|人员)|每\s?隔?\s?(?:(?:{_N}+|\d[\d,]*)\s?[万亿]?|[万亿])(?:元(?=[国地生G工产]))?|(?:[数几]|好几)[十百千万亿]+|[十百千万]几|几[个十百家]"),
    re.compile(r"万元(?=国内|地区|GDP|工业|产值|生产|增加值|农业|单位)|三次产业|(?:党的)?[一二十]+大(?=精神|报告|以来|召开|胜利|部署|代表|[,，。、提])|[一二三四五六七八九]中全会|千家万户|百家争鸣|千方百计|成千上万|百花齐放|万无一失|千千万万|百姓|万物|万众|万一|百万职工|百年|千年|万里|千里|一百年|十全|十足"),
    re.compile(r"十分(?![钟之])|万分(?!之)|百分(?!之|点)|千万(?!元|[吨亩人户家千平立个])|百货|百科|百日|三维|四维|二维|三甲|二甲"),
    re.compile(r"等(?:\d+|[一二两三四五六七八九十]+)个?(?:部门|部委|部)|[一二两三四五六七八九十]+部[门委](?=联合)"),
    re.compile(
        r"两个(?:确立|维护|毫不动摇|一百年|健康|结合|大局|没有变)|四个(?:意识|自信|全面|最严|服务|着力)|三个代表|五位一体|五个一|六个必须|三个(?:务必|一批)|"
        r"两个(?!月)[\u4e00-\u9fff]{2}(?=”)"
    ),
    re.compile(rf"{_N}+个(?:一批|一[^\d]?(?=[,，。”、]))"),
    re.compile(r"(?:电话|传真|热线|邮编|邮箱|QQ|电话号码|手机)[::]?\s?[\d\-()\s、]{5,60}|(?<!\d)0\d{2,3}-\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)"),
    re.compile(r"(?<=[省区县州])[一二三四五六七八九十]市|[一二三四五六七八九十]省(?:[一二三四五六七八九十]市)?"),
)  # fmt: skip

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|\d+)"

NAMES_EN = (
    re.compile(rf"\b{_MONTH}\s+\d\d?(?:st|nd|rd|th)?(?:\s?[-—]\s?\d\d?)?(?:,?\s+{YEAR})?\b|\b\d\d?(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+{YEAR})?\b"),
    re.compile(rf"\b{YEAR}[-./]\d\d?[-./]\d\d?\b|\b\d\d?:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?\b"),
    re.compile(rf"(?<![\d.,$¥€]){YEAR}(?:\s?[-—–/]\s?(?:{YEAR}|\d\d)\b)?(?![\d,.]\d|\s?(?:%|percent|yuan|million|billion|km|kilomet|mu\b|ha\b|hectares|tonn?e?s|MW|kW|GW|new|enterprises|units|people|projects))"),
    re.compile(r"(?:\s?\[\d{1,3}(?:\s?[-,]\s?\d{1,3})*\])+"),
    re.compile(
        r"\b(?:Class|Phase|Group|Article|Articles|Chapter|Section|Part|Step|Level|Grade|Tier|Type|Category|Table|Figure|Annex|Appendix|Paragraph|Stage|Line|Lines|Item|Clause|"
        r"Task|Goal|Pillar|Order|Version|Batch|Gate|Terminal|Route|Zone|Room|Floor|Unit|Euro|Vision|Agenda|Horizon|Web|Industry|Announcement|Document|Circular|Decree|"
        r"Project|Top|G|Fortune|Forbes|CSI|Global|Next|First|Last)\s?(?:\d+(?:\.\d+)?|[IVX]+\b|(?:one|two|three|four|five|ten)\b(?!\s(?:leading|new|hundred)))"
        r"(?:\s?(?:and|or|to|,|-|—|&)\s?(?:Class\s)?(?:\d+(?![\d,.]*\s?(?:%|new|percent))|[IVX]+\b))?"
    ),
    re.compile(r"\b(?:top|first|last|past|next|previous|coming|recent|final|every)\s+(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)(?=\s+(?:\w+\s)?(?:years?|decades?|months?|quarters?|days?|weeks?|batch|cities|provinces|places?|spots?|largest|globally|nationwide|nationally|in)\b)", re.IGNORECASE),
    re.compile(r"\b(?:Nos?\.|No|#)\s?\d+(?:\s?\[\d{4}\])?(?:\s?\(?\d{4}\)?)?|\[\d{4}\]\s?(?:No\.?\s?)?\d+|\(\d{4}\)\s?No\.\s?\d+"),
    re.compile(r"\b\d+(?:st|nd|rd|th)\b(?:\s+Five-Year(?:\s+Plan)?)?", re.IGNORECASE),
    re.compile(r"\b(?<!will )(?<!to )[Tt]op[\s-](?:\d+|ten|five|three|twenty)\b|[“\"](?:two|three|four|five|six|seven|eight|nine|ten)\s[\w\s]{1,24}[”\"]"),
    re.compile(r"(?<!tonnes )(?<!tons )(?<!coal )(?<!equivalent )(?<!meters )(?<!metres )\bper (?:RMB )?(?:10,000|100 million|10 thousand|1 million)(?: yuan| RMB)?(?: of)?\b"),
    re.compile(r"\b(?:several|a few|few|many|some)\s(?:dozen|hundred|thousand|million|billion)\b|\b\d+\s(?:[A-Z]\w+\s){1,3}(?:Road|Street|Avenue|Lane)\b"),
    re.compile(r"\bFive-Year Plans?\b|\b24\s?/\s?7\b|\b7\s?[x×/]\s?24\b|\b24-hour\b|\bround-the-clock\b", re.IGNORECASE),
    re.compile(rf"\b{_SMALL}-(?:year|decade|month|minute|hour|day|week|step|star|way|dimensional|stop|tier|level|lane|pronged|in-one|axis|belt|core|region|party|sided|phase|stage|pillar|story|storey|point|generation|character|line|wheel|wheeled|track|child|person|shift|term|part|carbon|digit|fold(?=\s(?:goal|path|mission))|zone|color|sector)s?(?:-old)?\b(?!\s(?:increase|rise|growth))", re.IGNORECASE),
    re.compile(rf"\b{_SMALL}-(?:minute|hour)\b[^.,;]{{0,30}}\b(?:circles?|rings?)\b", re.IGNORECASE),
    re.compile(r"\bQ[1-4]\b(?:\s+\d{4})?|\b[1-4]Q\d{0,4}\b|\bH[12]\b|\bFY\s?\d+\b"),
    re.compile(r"(?<![A-Za-z/])(?!RMB|CNY|USD|EUR|HKD|US|k?m[23]\b)[A-Za-z]{1,12}[-]?\d+(?:\.\d+)?(?:[-/.]\d+)*[A-Za-z]?\b"),
    re.compile(r"\b(?:ISO|IEC|GB/T|GB|IEEE|EN|UN)\s\d[\d.:\-]*"),
    re.compile(r"\b\d+(?:\.\d+)?[GDKAPVHX]\b(?!\s?/)|\b\d\.0\b|\b\d+A-(?:level|rated|grade)\b", re.IGNORECASE),
    re.compile(r"\b\d+(?:\s?\+\s?[\dNX]+)+\b|\b[NX](?:\s?\+\s?\d+)+\b|“?\d+\s?\+\s?[NX]\b"),
    re.compile(r"(?m)^[ \t#*•\-]*\(?(?:\d{1,2}|[IVX]+)(?:\)|\.(?!\d))|(?<=[.;:]\s)\(?\d{1,2}(?:\)|\.(?=\s[A-Z]))|\((?:\d{1,2}|[ivx]+)\)"),
    re.compile(r"\b(?:the|these|those|all|both|other|each|every|any|no|this|that|only|just|another|which|of|as|into|in|from|at|for|with|to|number|day|at)\s+one\b(?!\s(?:hundred|thousand|million|billion|third|half|quarter|percent|or))", re.IGNORECASE),
    re.compile(r"\b(?:one|two|three)\s(?:in|out\sof)\s(?:every\s)?(?:\d+|[a-z]+)\b|\bone\s+(?:of|another|by|side|hand|day|and|or the other|where|that|which|after)\b|\bone[-\s](?:stop|off|time|way|to|size|click|window|belt|road|china|health|network|thing|code|card|country)\b|\b(?:No\.?|number)\s(?:one|1)\b", re.IGNORECASE),
    re.compile(r"\b(?:two|three|four|five|some|many|most|each|several|all)\s+of\s+(?:which|whom|them|these|the)\b", re.IGNORECASE),
    re.compile(r"\b(?:the|these|those|all|both|its|their|between)\s+(?:two|three)\b(?!\s(?:key|major|main|leading))", re.IGNORECASE),
    re.compile(r"\b(?:two|both)\s+(?:sessions|sides|centenary)\b|\bthree\s+(?:gorges|represents|rural)\b", re.IGNORECASE),
    re.compile(r"\b(?:Belt and Road|Made in China|Fortune Global|Global|Forbes|CSI|Top)\s\d+\b"),
    re.compile(r"\bper\s+(?:\d[\d,]*|hundred|thousand|million|ten thousand|100,000)(?:\s?(?:thousand|million))?\s+(?:people|persons|residents|population|inhabitants|permanent|live|births|elderly|registered|children|older|students|seniors|capita|workers|employees|vehicles)", re.IGNORECASE),
    re.compile(r"(?:Tel|Phone|Fax|Hotline|Telephone|Postcode|QQ)[.: ]\s?[+\d\-()\s]{5,40}|\+\d{1,3}[\s\-]\d[\d\s\-]{6,}|\b1[3-9]\d{9}\b|\b0\d{2,3}-\d{7,8}\b", re.IGNORECASE),
)  # fmt: skip


def blank(text: str, names: tuple[re.Pattern[str], ...]) -> str:
    """Return the text with every name blanked out, length unchanged."""
    for name in names:
        text = name.sub(_blanks, text)
    return text


def _blanks(found: re.Match[str]) -> str:
    return BLANK * len(found[0])
