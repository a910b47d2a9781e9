"""The names and roles of an English clause: `Lead: the A; Support: B, and C`, `led by A, with B and C`.

Hard is that names hold commas and "and" themselves (the Bureau of Culture, Radio, Television and Tourism). A
name is known by its head (Commission, Bureau, Center …); what has none goes on with the name before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.responsibility.labels import Labels
from kb.responsibility.sharing import with_shared_heads
from kb.responsibility.units import (
    JOINT,
    LEAD,
    LONGEST_NAME,
    OPENING,
    RESPONSIBLE,
    Part,
    Unit,
    split_outside_brackets,
    trimmed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGE = "en"
_LEAD = "Lead(?:ing)?|Main|Primary|Principal|Head|Coordinating|Chief"
_JOINT = (
    "Support(?:ing)?|Participating|Co-?operating|Collaborating|Joint|Jointly|Assisting|Partner(?:ing)?"
    "|Co-?responsible|Contributing|Other"
)
_OWN = "Responsible|Implementing|Undertaking|Accountable|Responsibility|Executing|Competent"
_BODY = (
    r"(?:units?|departments?|agency|agencies|bod(?:y|ies)|entit(?:y|ies)|authorit(?:y|ies)|organi[sz]ations?"
    r"|institutions?|offices?|part(?:y|ies)|bureaus?|ministr(?:y|ies)|partners?)(?:\(s\)|\(ies\))?"
)
_BARE = (
    "(?:Co-)?Leads?|Led\\ by|Support|Supporting|Supported\\ by|Partners?|Participants?|Joint|Jointly"
    "|Responsible|Responsibility|In\\ charge|Owners?|Coordination"
    "|Participating|Co-?operating|Collaborating|Assisting"
)
_KNOWN = re.compile(
    rf"""(?:^|(?<=[\s(\[（【,;.:|*]))
    (?:(?:{_LEAD}|{_JOINT}|{_OWN})(?:\ (?:responsible|implementing|supporting))?\ ?{_BODY}
    |{_BARE})\s*(?:[:：]|\ [—–-]\ )""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
# A few words before a colon; they say nothing yet.
_HEAD_OF_LIST = re.compile(
    r"(?:^|(?<=[(\[;.|•*—–-])|(?<=[;.|•*—–-]\s))(?P<head>[A-Za-z][\w'’-]*(?:\ [\w'’-]+){0,5})\s?[:：]",
    re.MULTILINE,
)
_ASIDE = re.compile(
    r"^(?:from|to|cc|note)$|\b(?:source|issued?|publish\w*|released?|contact|author|place|venue|location|scope|member\w*"
    r"|applicants?|audience|pilots?|deadline|hosts?|attend\w*|copied|drafted|reviewed|approved)\b",
    re.IGNORECASE,
)
_LABEL_LEADS = re.compile(
    rf"(?<!co-)\b(?:{_LEAD}|Leads|Led|Coordination|Coordinators?|in\ the\ lead)\b|\bco-leads?\b",
    re.IGNORECASE,
)
_LABEL_JOINS = re.compile(
    rf"\b(?:{_JOINT}|Supported|Partners|Participants?|Co-?operation|Collaboration|Assistance|Participation|With|Together"
    r"|Contributors?|Supporters?|Backed|Help(?:ing|ed|ers)?|Consulted|Associated|Secondary|Co-\w+)\b",
    re.IGNORECASE,
)
_LABEL_FOR_BOTH = re.compile(
    rf"\b(?:{_LEAD})\b[^:]*(?:\band\b|/|&)[^:]*\b(?:{_JOINT}|{_OWN})\b", re.IGNORECASE
)
_LIST_END = re.compile(r"[\n;)\]|]|\.(?=\s|$)")
_OTHER_LABEL = re.compile(
    r"(?:deadline|time\ ?(?:frame|line|limit)|due|completion|contact|by when)[^:\n]{0,20}:", re.IGNORECASE
)
SAME = re.compile(
    r"\b(?:same\ as\ (?:the\ )?(?:above|previous|preceding|[a-z]+\ (?P<number>\d{1,3}))"
    r"|(?:as|ditto)\ above|ibid|ditto)\b",
    re.IGNORECASE,
)
POINTING = re.compile(rf"(?:{_LEAD}|{_OWN}) {_BODY}:? (?:are )?(?:the )?{SAME.pattern}", re.IGNORECASE)
_LED_BY = re.compile(
    r"\b(?:(?:to\ be|is|are)\ )?(?:jointly\ )?(?:led|headed|coordinated|spearheaded)\ (?:jointly\ )?by\s",
    re.IGNORECASE,
)
_DONE = "undertaken|implemented|executed|carried\\ out|organi[sz]ed|handled|managed|overseen|conducted"
_DONE_BY = re.compile(
    rf"(?:(?:to\ be|is|are)\ )?(?:jointly\ )?(?:{_DONE})\ (?:jointly\ )?by\s", re.IGNORECASE
)
_WITH = re.compile(
    r"""[,;]?\s*\b(?:(?:and\s)?(?:together|jointly|in\s(?:collaboration|co-?operation|coordination|conjunction
    |partnership))\swith|with\s(?:the\s)?(?:support|participation|co-?operation|assistance|involvement)\s(?:of|from|by)
    |(?:and\s)?(?:jointly\s)?(?:supported|assisted|joined|implemented|undertaken|delivered)\s(?:jointly\s)?by|with)\s""",
    re.VERBOSE | re.IGNORECASE,
)
_VERB = re.compile(
    r"""[,;]?\s*\b(?:
    (?P<lead>(?:(?:to|shall|will)\s)?(?:(?:as|takes?|taking|is|are|be|serv\w+\sas|acts?\sas)\s)?(?:the\s)?lead(?:s|ing)?\b
        (?:\sunits?|\sagency|\sdepartment)?)
    |(?P<joint>(?:to|shall|will)?\s?(?:jointly\s)?(?:support|assist|co-?operat|participat|collaborat)(?:e|es|ing|s)?)\b
    |(?P<own>(?:(?:to|shall|will)\s)?(?:be|is|are)\s(?:jointly\s)?responsible|(?:to\s)?(?:shar(?:e|ing)|assum(?:e|ing)|tak(?:e|ing))
        \s(?:the\s)?responsibilit(?:y|ies)|responsible)
    |(?:each\s|all\s)?(?:according\sto|in\saccordance\swith|in\sline\swith|as\sper|within|under|based\son)\s(?:the\s|their\s)
        (?:respective\s)?(?:division\sof\s)?(?:responsibilit|dut|function|mandate|remit)\w*
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*\n\s*[-•·*]\s*|\s*[,;，；、|/](?!\s?Ltd|\s?Inc)\s*(?:(?:and|&|as\s+well\s+as)\s+(?![a-z]*\s?of\b))?"
)
_AND = re.compile(r"\s+(?:and|&|as\s+well\s+as)\s+(?!medium|micro)", re.IGNORECASE)  # small and medium-sized
_HEAD = (
    "Commissions?|Bureaus?|Departments?|Offices?|Administrations?|Cent(?:er|re)s?|Governments?|Committees?|Authorit(?:y|ies)"
    "|Ministr(?:y|ies)|Customs|Agenc(?:y|ies)|Academ(?:y|ies)|Institutes?|Universit(?:y|ies)|Hospitals?|Boards?|Councils?"
    "|Corporations?|Compan(?:y|ies)|Groups?|Banks?|Services?|Districts?|Count(?:y|ies)|Cit(?:y|ies)|Areas?|Zones?"
    "|Associations?|Federations?|Foundations?|Courts?|Procuratorates?|Stations?|Parks?|Inspectorates?|Secretariats?"
    "|Exchanges?|Divisions?|Unions?|Units?|Prefectures?|Enterprises?|Institutions?|Colleges?|Schools?"
    "|Societ(?:y|ies)|Laborator(?:y|ies)|Alliances?|Leagues?|Librar(?:y|ies)|Museums?|Registr(?:y|ies)|Headquarters"
    "|Platforms?|Chambers?|Brigades?|Municipalit(?:y|ies)|Ltd\\.?|Inc\\.?|Regulator|Grid|Fund|Port|Airport|NMPA|NDRC|MIIT"
)
UNIT = re.compile(
    rf"\b(?:{_HEAD}|departments|authorities|governments|agencies|bureaus|units|districts|counties)(?:\b|$)"
)
_ENDS_IN_HEAD = re.compile(rf"\b(?:{_HEAD})(?:\s\([^()]*\))?$")
# Heads that are also what other bodies are for: the Port and Shipping Bureau.
_WEAK_HEAD = re.compile(r"\b(?:Port|Airport|Grid|Fund|Parks?|Services?|Exchanges?|Banks?)$")
OFFICE = re.compile(r"\b(?:Department|Bureau|Commission|Ministry)\b")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = frozenset("of the and for on in at to s".split())
LEVEL = re.compile(
    r"^(?:the\s|(?:Municipal|Provincial|National|State|District|County|City|Regional|Central|People|CPC|Party|All|Each"
    r"|Relevant|Local|General|China|Chinese)\b)",
    re.IGNORECASE,
)
_OPENS_NAME = re.compile(
    rf"the\s|[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){{0,4}}\s(?:{_HEAD})\b|(?:{_HEAD})\s(?:of|for|on)\b"
    r"|(?:all|each|every|relevant|local|district|municipal|provincial|county|city)\b[\w\s'’,-]*$"
)
_OF = re.compile(rf"\b(?:{_HEAD})\s(?:of|for|on)\s")
_THE = re.compile(r"(?:(?:and|the|by|with|of|from|both|jointly)\s+)+|(?:the\s+)+", re.IGNORECASE)
_REST = re.compile(
    r"(?:,?\s*(?:etc\.?|among\sothers|and\s(?:the\s)?(?:other|others)\b.*|and\sso\son|respectively|jointly))+$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"(?:and|(?:all\s)?(?:the\s)?others?)\b|(?:none|nil|n/?a)$", re.IGNORECASE)
_OWN_ROLE = re.compile(
    r"\s*[(\[](?:(?P<lead>lead(?:\s\w+)?|leading(?:\s\w+)?)|support\w*|joint\w*|co-?operat\w*)[)\]]$",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(
    rf"\b(?:[Ll]ed\ by|(?i:{_DONE})\ by|leads?|leading|responsible|support|co-?operat\w+|participat\w+"
    r"|responsibilit\w+)\b"
)
SENTENCE = re.compile(
    r"^\W*(?:[Tt]o\ be\ )?(?:[Jj]ointly\ )?(?:[Ll]ed|[Cc]oordinated)\ by\b|\b(?:takes?|to\ take)\ the\ lead\b"
    r"|\b(?:to|shall|will)\ lead\b|\b(?:is|are|shall\ be|will\ be)\ (?:jointly\ )?responsible$"
)


def read_units(text: str, view: str, part: Part) -> Iterator[Unit]:
    """Yield the bodies that the clause at `part` names, each label's with its role."""
    yield from with_shared_heads(LABELS.units(view, part, lambda piece: _segment(text, piece)))


def duties(_view: str, part: Part) -> Part:
    """Return what a sentence says of duties: all of it."""
    return part


def _lists_bodies(view: str, start: int, end: int, head: str) -> bool:
    """Tell whether the stretch behind a head is a list of bodies, or points to one."""
    if SAME.match(view[start:end].strip()):
        return True
    names = [u.name for u in _segment(view, Part(start, end))]
    bodies = [n for n in names if _is_body(n)]
    return bool(bodies) and len(bodies) * 3 >= len(names) * 2 and not UNIT.search(head)


def _is_body(name: str) -> bool:
    """Tell whether a name is that of a body and goes on with nothing else: The Ministry will pay is none."""
    headed = bool(_ENDS_IN_HEAD.search(name) or _OF.search(name) or name.isupper())
    return headed and (
        bool(LEVEL.match(name)) or all(w[:1].isupper() or w in _SMALL for w in _WORD.findall(name))
    )


def _segment(text: str, part: Part) -> Iterator[Unit]:
    """Yield the names of one segment: `led by A with B`, `A to lead, B to support`, or plain names."""
    if led := _LED_BY.search(text, part.start, part.end):
        if led.start() > part.start:
            yield from _segment(text, replace(part, end=led.start()))
        part = Part(led.end(), part.end, LEAD)
    elif done := _DONE_BY.match(text, part.start, part.end):
        part = replace(part, start=done.end())
    if (joining := _WITH.search(text, part.start, part.end)) and joining.start() > part.start:
        first = Part(part.start, joining.start(), LEAD if part.role in (None, LEAD) else part.role)
        yield from _segment(text, first)
        yield from _segment(text, Part(joining.end(), part.end, JOINT))
        return
    at = part.start
    for verb in _VERB.finditer(text, part.start, part.end):
        if text[verb.start() - 1] in OPENING:  # "(lead)" behind a name is read with the name
            continue
        given = LEAD if verb["lead"] else JOINT if verb["joint"] else RESPONSIBLE
        yield from _names(text, Part(at, verb.start(), part.role or given))
        at = verb.end()
    yield from _names(text, Part(at, part.end, part.role))


def _names(text: str, part: Part) -> Iterator[Unit]:
    for name in _rejoined(
        text, [n for p in split_outside_brackets(text, part, _SEPARATOR) for n in _parted(text, p)]
    ):
        if unit := _unit(text, name):
            yield unit


def _parted(text: str, part: Part) -> Iterator[Part]:
    """Yield the names that an "and" joins, where what stands on either side is a whole name."""
    start = part.start
    for match in _AND.finditer(text, part.start, part.end):
        before, after = text[start : match.start()], text[match.end() : part.end].rstrip(" .;")
        following = _AND.split(after, maxsplit=1)[0]
        whole = bool(UNIT.search(before)) and (
            _ENDS_IN_HEAD.search(before) or _OF.search(before) or "the " in before
        )
        whole = whole and not (_WEAK_HEAD.search(before) and not LEVEL.match(after))
        if (
            whole
            and UNIT.search(after if _is_open(following) else following)
            and (_OPENS_NAME.match(after) or LEVEL.match(after))
        ):
            yield replace(part, start=start, end=match.start())
            start = match.end()
    yield replace(part, start=start)


def _is_open(words: str) -> bool:
    """Tell whether a name that begins so may hold an "and" before its head (Provincial Development and …)."""
    return words[:1].islower() or bool(LEVEL.match(words) or _OF.search(words))


def _rejoined(text: str, parts: list[Part]) -> Iterator[Part]:
    """Yield the names, with those put together again that hold commas themselves.

    Either the head comes first (Bureau of Culture, Radio and Tourism) or last (Science, Technology and
    Innovation Commission).
    """
    at = 0
    while at < len(parts):
        last = _last_of_name(text, parts, at)
        yield replace(parts[at], end=parts[last].end)
        at = last + 1


def _last_of_name(text: str, parts: list[Part], at: int) -> int:
    """Return which part ends the name that begins with part `at`."""
    last = at
    headless = not UNIT.search(text, parts[at].start, parts[at].end)
    while last + 1 < len(parts) and _goes_on(text, parts[last + 1]):
        last += 1
    if headless and last + 1 < len(parts):
        following = text[parts[last + 1].start : parts[last + 1].end].strip()
        closes = " and " in following and _ENDS_IN_HEAD.search(following) and not LEVEL.match(following)
        return last + 1 if closes else at
    joined = text[parts[at].end : parts[last].end]
    of_form = not headless and _OF.search(text, parts[at].start, parts[at].end)
    return last if of_form and re.search(r"\band\b", joined) else at


def _goes_on(text: str, part: Part) -> bool:
    """Tell whether a part has no head of its own and so may be more of the name before it."""
    words = text[part.start : part.end].strip()
    return bool(words) and not UNIT.search(words) and not words.startswith("the ") and len(words.split()) <= 6


def _unit(text: str, part: Part) -> Unit | None:
    part = trimmed(text, part, " .,;:|*-•·。")
    if article := _THE.match(text, part.start, part.end):
        part = replace(part, start=article.end())
    words = text[part.start : part.end]
    own = _OWN_ROLE.search(words)
    rest = _REST.search(words)
    cut = min((m.start() for m in (own, rest) if m), default=len(words))
    name = " ".join(words[:cut].split())
    if not name or _OTHERS.match(name) or not re.search(r"[A-Za-z]", name):
        return None
    role = (LEAD if own["lead"] else JOINT) if own else part.role or RESPONSIBLE
    return Unit(name[:LONGEST_NAME], role, Span(part.start, part.start + cut))


LABELS = Labels(
    known=_KNOWN,
    head=_HEAD_OF_LIST,
    aside=_ASIDE,
    leads=_LABEL_LEADS,
    joins=_LABEL_JOINS,
    both=_LABEL_FOR_BOTH,
    list_end=_LIST_END,
    stop=_OTHER_LABEL,
    lists=_lists_bodies,
)
