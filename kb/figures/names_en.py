"""English numbers that are no figures: years, dates, ordinals, list numbers, citations, names."""

from __future__ import annotations

import re

_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|\d{1,9})"

DATES = rf"""
    \b{_MONTH}\s+\d\d?(?:st|nd|rd|th)?(?:\s?[-—]\s?\d\d?)?(?:,?\s+{_YEAR})?\b
  | \b\d\d?(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b
  | \b{_YEAR}[-./]\d\d?[-./]\d\d?\b | \b\d\d?:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?\b
  | (?<![\d.,$¥€]){_YEAR}(?:\s?[-—/]\s?(?:{_YEAR}|\d\d)\b)?
    (?![\d,.]\d|\s?(?:%|percent|yuan|million|billion|km|kilomet|mu\b|ha\b|hectares|tonn?e?s|MW|kW|GW|new|enterprises
       |units|people|projects))
  | \bQ[1-4]\b(?:\s+\d{{4}})? | \b[1-4]Q\d{{0,4}}\b | \bH[12]\b | \bFY\s?\d{{1,9}}\b
  | (?i:\bFive-Year\sPlans?\b | \b24\s?/\s?7\b | \b7\s?[x×/]\s?24\b | \b24-hour\b | \bround-the-clock\b)
"""

CITATIONS = r"(?:\s?\[\d{1,3}(?:\s?[-,]\s?\d{1,3})*\])+"

# Class III, Phase 2, Group 1, Fortune 500 …
NUMBERED = r"""
    \b(?:Class|Phase|Group|Articles?|Chapter|Section|Part|Step|Level|Grade|Tier|Type|Category|Table|Figure|Annex|Appendix
      |Paragraph|Stage|Lines?|Item|Clause|Task|Goal|Pillar|Order|Version|Batch|Gate|Terminal|Route|Zone|Room|Floor|Unit
      |Euro|Vision|Agenda|Horizon|Web|Industry|Announcement|Document|Circular|Decree|Project|Top|G|Fortune|Forbes|CSI
      |Global|Next|First|Last)\s?
      (?:\d{1,9}(?:\.\d{1,9})?|[IVX]+\b|(?:one|two|three|four|five|ten)\b(?!\s(?:leading|new|hundred)))
      (?:\s?(?:and|or|to|,|-|—|&)\s?(?:Class\s)?(?:\d{1,9}(?![\d,.]*\s?(?:%|new|percent))|[IVX]+\b))?
  | (?i:\b(?:sub)?(?:paragraphs?|articles?|sections?|chapters?|resolutions?|items?|annex|tables?
      |figures?|rounds?|pages?)\s
      \d{1,9}(?:\s?(?:and|to|,|-|—)\s?\d{1,9}(?!\s[a-z]))*)
  | \b(?:Nos?\.|No|\#)\s?\d{1,9}(?:\s?\[\d{4}\])?(?:\s?\(?\d{4}\)?)?
  | \[\d{4}\]\s?(?:No\.?\s?)?\d{1,9} | \(\d{4}\)\s?No\.\s?\d{1,9}
  | (?i:\b\d{1,9}(?:st|nd|rd|th)\b(?:\s+Five-Year(?:\s+Plan)?)?)
  | (?<!will\s)(?<!to\s)[Tt]op[\s-](?:\d{1,9}|ten|five|three|twenty)\b
    (?![,.]\d|\s?%|\s(?:thousand|million|billion|trillion|percent|yuan))
"""

# the past five years, three-year plan, 15-minute circle
SPANS_OF_TIME = rf"""
    (?<!for\sthe\s)\b(?:top|first|last|past|next|previous|coming|recent|final|every)\s+
    (?:\d{{1,9}}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)
    (?=\s+(?:\w+\s)?(?:years?|decades?|months?|quarters?|days?|weeks?|batch|cities|provinces|places?|spots?|largest
       |globally|nationwide|nationally|in)\b)
  | \b{_SMALL}-(?:minute|hour)\b[^.,;]{{0,30}}\b(?:circles?|rings?)\b
  | \b{_SMALL}-(?:year|decade|month|minute|hour|day|week|step|star|way|dimensional|stop|tier|level|lane
      |pronged|in-one|axis|belt|core|region|party|sided|phase|stage|pillar|story|storey|point|generation|character|line|wheel|wheeled
      |track|child|person|shift|term|part|carbon|digit|zone|color|sector|fold(?=\s(?:goal|path|mission)))s?
    (?:-old)?\b(?!\s(?:increase|rise|growth))
"""

CODES = r"""
    (?i:(?:Tel|Phone|Fax|Hotline|Telephone|Postcode|QQ)[.:\ ]\s?[+\d\-()\s]{5,40})
  | \+\d{1,3}[\s\-]\d[\d\s\-]{6,} | \b1[3-9]\d{9}\b | \b0\d{2,3}-\d{7,8}\b
  | (?<![A-Za-z/])(?!RMB|CNY|USD|EUR|HKD|US|k?m[23]\b)
    [A-Za-z]{1,12}-?\d{1,9}(?:\.\d{1,9})?(?:[-/.]\d{1,9})*[A-Za-z]?\b
  | \b(?:ISO|IEC|GB/T|GB|IEEE|EN|UN)\s\d[\d.:\-]*
  | (?i:\b\d{1,9}(?:\.\d{1,9})?[GDKAPVHX]\b(?!\s?/) | \b\d\.0\b | \b\d{1,9}A-(?:level|rated|grade)\b)
  | \b\d{1,9}(?:\s?\+\s?[\dNX]+)+\b | \b[NX](?:\s?\+\s?\d{1,9})+\b | “?\d{1,9}\s?\+\s?[NX]\b
  | \b\d{1,9}\s(?:[A-Z]\w+\s){1,3}(?:Road|Street|Avenue|Lane)\b
"""

LISTS = r"""
    (?m:^)[ \t#*•\-]*\(?(?:\d{1,2}|[IVX]+)(?:\)|\.(?!\d))
  | (?<=[.;:]\s)\(?\d{1,2}(?:\)|\.(?=\s[A-Z]))
  | \((?:\d{1,2}|[ivx]+)\)
  | (?m:^)[ \t(]*Units?:\s[^\n.;()]{1,30}
  | (?m:^)[ \t#*]*\d{1,2}(?:\.\d{1,2}){1,2}[ \t]+(?=[A-Z][a-z])(?!Million|Billion|Trillion|Percent|Yuan)
"""

# one of the, no one, two of which, both three …
WORDS = rf"""
    \b(?:the|these|those|all|both|other|each|every|any|no|this|that|only|just|another|which|of|as|into|in|from|at|for|with
      |to|number|day)\s+one\b(?!\s(?:hundred|thousand|million|billion|third|half|quarter|percent|or))
  | \b(?:one|two|three)\s(?:in|out\sof)\s(?:every\s)?(?:\d{{1,9}}|[a-z]+)\b
  | \bone\s+(?:of|another|by|side|hand|day|and|or\ the\ other|where|that|which|after)\b
  | \bone[-\s](?:stop|off|time|way|to|size|click|window|belt|road|china|health|network|thing
      |code|card|country)\b
  | \b(?:No\.?|number)\s(?:one|1)\b
  | \b(?:two|three|four|five|some|many|most|each|several|all)\s+of\s+(?:which|whom|them|these|the)\b
  | \b(?:the|these|those|all|both|its|their|between)\s+(?:two|three)\b(?!\s(?:key|major|main|leading))
  | \b{_SMALL}\sother\s(?:[a-z]+\s){{0,3}}
      (?:departments|ministries|commissions|agencies|authorities|bodies|organs|regulators|bureaus|administrations)\b
  | (?m:^)[ \t#*]*{_SMALL}\s(?:departments|ministries|commissions|agencies)(?=:)
  | \b\d{{4,6}}\s(?:[a-z-]+\s){{0,3}}(?:hotline|helpline)
  | [“"]one\s[\w-]+,\s[^“”"\n]{{1,60}}[”"]
  | \b(?:two|both)\s+(?:sessions|sides|centenary)\b | \bthree\s+(?:gorges|represents|rural)\b
  | \btwice\s(?:a|per|each|every)\b | \b\d{{1,2}}\s(?:a\.m\.|p\.m\.|am\b|pm\b|o'clock)
  | \b(?:several|a\sfew|few|many|some)\s(?:dozen|hundred|thousand|million|billion)\b
  | [“"](?:two|three|four|five|six|seven|eight|nine|ten)\s[\w\s]{{1,24}}[”"]
"""

# per 1,000 residents; but tonnes per 10,000 yuan is a unit
RATES = rf"""
    \b(?:per|every)\s+(?:\d[\d,]*|hundred|thousand|million|ten\sthousand)(?:\s?(?:thousand|million))?\s+(?:permanent\s|registered\s
      |older\s|live\s)?(?:people|persons|residents|population|inhabitants|births|elderly|children|students|seniors
      |capita|workers|employees|vehicles)
  | \bfor\severy\s(?:{_SMALL}|\d[\d,]*)\s(?!years?\b|months?\b|days?\b|weeks?\b|hours?\b|yuan\b)[a-z]+
  | \bper\s(?:hundred|thousand|million|billion)\s[a-z]+\b
  | (?<!tonnes\s)(?<!tons\s)(?<!coal\s)(?<!equivalent\s)(?<!meters\s)(?<!metres\s)
    \bper\s(?:RMB\s)?(?:10,000|100\smillion|10\sthousand|1\smillion)(?:\syuan|\sRMB)?(?:\sof)?\b
"""

NAMES_EN = (
    *(re.compile(group, re.VERBOSE) for group in (DATES, CITATIONS, NUMBERED)),
    re.compile(SPANS_OF_TIME, re.VERBOSE | re.IGNORECASE),
    *(re.compile(group, re.VERBOSE) for group in (CODES, LISTS)),
    *(re.compile(group, re.VERBOSE | re.IGNORECASE) for group in (WORDS, RATES)),
)
