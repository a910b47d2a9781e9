"""The forms in both languages that ask for the duties of a body, and the words for its part in them."""

from __future__ import annotations

import re

_WORK_EN = r"(?:tasks?|work|jobs?|projects?|dut(?:y|ies)|responsibilit(?:y|ies)|assignments?|parts?|roles?)"
_PART_EN = (
    r"(?:leads?|led|head(?:s|ed)?|take\w*\s(?:the\slead|part|charge|on|care)|coordinat\w+|overse\w+"
    r"|support\w*|assist\w*|help\w*|co-?operat\w+|contribut\w+|participat\w+|involve[sd]?"
    r"|responsib\w+|accountable|in\scharge|charged|tasked|entrusted|assigned|given?|gives|falls?|belongs?"
    r"|undertak\w+|handle[sd]?|manage[sd]?|run|runs|carried\sout|carry\sout|have|has|plays?|do|perform\w*)"
)
_WORK_ZH = (
    r"(?:重点|主要|具体|相关|方面的?)*(?:工作|任务|事项|事情|事|举措|行动|工程|项目|职责|责任|角色|作用)"
)
_PART_ZH = r"(?:牵头|主办|主责|领衔|主管|负责|承担|承办|落实|实施|统筹|分管|组织|配合|协助|协办|参与|参加)"
_WHICH_ZH = r"(?:哪(?:些|几?[项个件]|一[项个件]|几)?|什么|何种)"
_END_ZH = r"(?=\s*(?:[?？。]|$))"
_TASKS_EN = rf"\b(?:which|what|list|name)\s(?:all\s)?(?:of\s)?(?:the\s)?(?:[\w-]+\s){{0,2}}?{_WORK_EN}\b"
_AUXILIARY_EN = r"(?:is|are|was|were|does|do|did|will|shall|must|should|has|have|would)"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_TASKS_EN}(?=[^?]*?\b(?P<part>{_PART_EN})\b)",
        rf"\bwhat\s{_AUXILIARY_EN}\s(?=[^?]{{3,120}}?\s(?P<part>{_PART_EN})\b)",
        rf"\bwhat\s(?:are|is)\s(?:the\s)?(?:[\w-]+\s)?{_WORK_EN}\sof\b",
        rf"\bwhat\s(?:are|is)\b(?=[^?]{{3,90}}?['’]s\s(?:[\w-]+\s)?{_WORK_EN}\b)",
        rf"{_WHICH_ZH}{_WORK_ZH}(?=[^?？]*(?P<part>{_PART_ZH}))",
        rf"{_WHICH_ZH}{_WORK_ZH}(?:由|归|属于|交给|落在)",
        rf"(?P<part>{_PART_ZH})(?:了|着|的)?(?:{_WORK_ZH})?(?:是|有|包括)?{_WHICH_ZH}(?:{_WORK_ZH}|{_END_ZH})",
        rf"的{_WORK_ZH}(?:分工)?(?:是|有|包括)(?:什么|哪些)",
        rf"(?:[要需应该得]|须)要?[做干办抓](?:好|些)?{_WHICH_ZH}(?:{_WORK_ZH})?{_END_ZH}",
    )
)
# What may stand between a body and its part: "the bureau | in Luoyang expected to | lead", "led | by | it".
BETWEEN = re.compile(
    r"(?:\s\w+){0,2}(?:\s(?:jointly|mainly|also|have|has|need|needs|expected|supposed|required|asked|obliged|to))*\s"
)
TO_BODY = re.compile(r"[^?]{0,20}\b(?:by|to|on|upon|with|of|from)\s(?:the\s)?", re.IGNORECASE)
LEADS = re.compile(r"牵头|主办|主责|领衔|^(?:lead|led|head|take\w* the lead)", re.IGNORECASE)
JOINS = re.compile(r"配合|协助|协办|^(?:support|assist|help|co-?operat|contribut)", re.IGNORECASE)
