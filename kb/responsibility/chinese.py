"""The names and roles of a Chinese clause: `市科委牵头，市财政局、各区人民政府等按职责分工负责`.

The grammar reads the simplified view; names are cut from the text itself.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.text import Span
from ingest.outlining.numerals import CHINESE
from kb.organisations.names import is_known, name_key
from kb.responsibility.labels import Labels
from kb.responsibility.sharing import with_shared_endings
from kb.responsibility.units import (
    JOINT,
    LEAD,
    LONGEST_NAME,
    RESPONSIBLE,
    Part,
    Unit,
    split_outside_brackets,
    trimmed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGE = "zh"
_LEAD = "牵头|主办|主责|主管|第一责任"
_JOINT = "配合|协办|协同|参与|参加|协助|联合|共同责任"
_OWN = "责任|负责|承办|落实|实施|承担|(?:任务|职责|工作|部门)(?=分工)"
_BODY = "单位|部门|主体|机构|地区和部门|地区|处室|科室|方|分工"
_KNOWN = re.compile(
    rf"""(?:^|(?<=[\s（(【\[〔，,。；;、|：:*）)”.．]))(?:主要|共同|具体|[市省区县]级|任务|项目)?
    (?:{_LEAD}|{_JOINT}|{_OWN})
    (?:[（(]?(?:责任|负责|落实|实施|配合|主办)[)）]?)?
    (?:(?:{_BODY})(?:[（(][^（）()\n]{{1,8}}[)）])?(?:\s?为?(?:[：:】]|——?)|为|\s(?=[市省区县各国团自中]|[^\W\d_]{{2,4}}[市区县州]))
    |(?<=牵头|责任|配合|主办|协办|负责)\s?[：:])""",
    re.VERBOSE | re.MULTILINE,
)
# A short head before a colon, or in brackets of its own; its words say nothing yet.
_HEAD = re.compile(
    r"(?:^|(?<=[\s（(【\[〔<〈；;。，,|•●*”．.]))(?P<head>[^\W\d_]{2,12}(?:[（(][^\W\d_]{1,8}[)）])?)\s?[：:】]",
    re.MULTILINE,
)
_ASIDE = re.compile(
    r"[抄主报]送|[发行印]文|印发|[发公]布|制定|解读|来源|供稿|撰稿|起草|联系|咨询|试点|示范|依托|推荐|成员|[参与]会|出席|主持|获奖|申[报请]"
    r"|受理|审[批核]|监督|举报|单位名称|名单|范围|区域|地[点址区]|布局|选址|对象|时[间限]|期限|目标|领导|[姓同]志|人$"
)
_GOVERNED = re.compile(r"单位|部门|主体|机构|处室|科室|责任|负责|分工")
_LABEL_LEADS = re.compile(rf"{_LEAD}|首[责办]|主[抓建导]|领衔")
_LABEL_JOINS = re.compile(rf"{_JOINT}|[辅援]助|协[作力]|支[持撑]|共[同建担]|会[同办]|其他")
_LABEL_FOR_BOTH = re.compile(
    r"(?:牵头|主办|主责)[^\W\d_]{0,4}(?:[、/]|以?及|和|与)[^\W\d_]{0,2}(?:责任|配合|协办|参与|参加|协同|落实)"
)
_LIST_END = re.compile(r"[\n；;。)）】\]〕>〉|]")
# What ends a clause that is not about bodies.
_OTHER_LABEL = re.compile(
    r"(?:完成|责任|实施|推进|整改)?(?:时限|时间|期限|节点|进度安排|责任人|责任领导|联系人)[^\n：:，。]{0,4}[：:]"
    r"|(?:分管|牵头|包抓|责任)领导|工作目标|目标任务"
)
SAME = re.compile(
    rf"(?:单位|部门)?\s?[：:]?\s?同(?:[上前]|(?:任务|第|序号)\s?(?P<number>\d{{1,3}}|[{CHINESE}]{{1,4}})[条项款号]?)(?:[）)。；;\s]|$)"
)
# A whole sentence that points to the bodies of another task, its label without a colon: 责任单位同上。
POINTING = re.compile(rf"(?:{_LEAD}|{_OWN})(?:{_BODY}){SAME.pattern}")
_ENDS = "局委部办厅院会心府司团行区县处署关社联"  # last characters of names
_COMMA = re.compile("[，,]")
_SEPARATOR = re.compile(
    rf"[、，,；;|／/　]|\s*\n\s*[-•·*]\s*|\s{{2,}}|(?<=[{_ENDS}])\s(?=[市省区县州各国自])"
    rf"|(?<=[{_ENDS}])\s(?=[^\W\d_]{{2,4}}[市区县州旗盟](?:人民政府|政府|管委会))"
    rf"|(?<=[{_ENDS}])(?:以及|和|及|与)(?=[市省区县州各国自有相其中]|[^\W\d_]{{2,4}}[市区县州旗盟](?:[、，,]|人民政府|政府|$))"
    r"|(?<=[局厅办院署])(?:以及|和|及|与)(?=[^\W\d_]{3,14}[局厅办院署部委](?:[、，,；;）)。]|$))"
)
_JOINING = re.compile(r"(?:牵头)?(?:会同|商(?=[市省区县国财]))|牵头[，,]?(?:联合|协同|组织)")
# Words behind the names, and the role they give to all names since the last such word.
_VERBS = {
    "牵头": LEAD,
    **dict.fromkeys(("配合", "协助", "协办", "参与", "参加", "协同", "指导", "监督", "督促"), JOINT),
    **dict.fromkeys(("负责", "落实", "实施", "推进", "承担", "办理", "主办", "抓好落实"), RESPONSIBLE),
}
_BESIDE = (
    *(
        "按照",
        "根据",
        "按",
        "依",
        "各自",
        "职责",
        "职能",
        "分工",
        "分别",
        "共同",
        "具体",
        "统筹",
        "任务",
        "组织",
    ),
    *("做好", "相关工作", "工作", "抓好", "联合", "予以", "给予"),
)
_TRAILING = (*_VERBS, *_BESIDE)
_REST = re.compile(r"等(?:[市省区县]?(?:各|有关|相关|其他)*(?:部门|单位|地区|方面|机构|委办局|职能部门))?$")
_BEFORE = re.compile(
    r"^(?:(?:以上|上述|本|该|此)[^\W\d_]{0,6}由|(?:具体|统一|主要|分别)?由|请|会同|以及|以|(?:和|及|与)(?=[市省区县州各国自有相其中])|其中|并|：|:|(?:各)?(?:责任|牵头|配合)(?:单位|部门)?为)"
)
_LEVELS = re.compile(
    r"各?(?:设区市|地级市|直辖市|自治区|计划单列市|市|区|县|州|省|盟|旗|地|镇|乡)(?:[（(][^（）()]{1,6}[)）])?"
)
_LEVELS_GOING_ON = re.compile(
    rf"(?:{_LEVELS.pattern})(?:人民政府|政府|管委会|(?:有关|相关|各)?部门|科技局)?(?:$|等|按|负责|牵头|配合)"
)
_GOVERNMENT = re.compile(r"(?:人民)?政府(?:$|等|按|负责|牵头|配合)")
_OWN_ROLE = re.compile(r"[（(](?:(?P<lead>牵头|牽頭|主办)|配合|协办)(?:单位|單位)?[)）]$")
_NOT_NAMES = re.compile(rf"(?:{_LEAD}|{_JOINT}|{_OWN})(?:{_BODY})?|[\W\d_]*|无|暂无")
UNIT = re.compile(
    r"""(?:[局委部厅司办院会署处室科所站社联协班台馆队园区县市州省镇乡府庭盟旗组行]|中心|公司|集团|海关|大学|学校|基地
    |街道|企业|机构|单位|部门|平台|税务|供电|铁路|机场|高校|院校)
    (?:[（(][^（）()]{1,40}[)）])?$""",
    re.VERBOSE,
)
_PLACE = re.compile(r"[市省区县州盟旗镇乡园](?:[（(][^（）()]{1,40}[)）])?$")
OFFICE = re.compile(r"[^\W\d_]{2}(?<![布格全大餐客公])[局厅署司]$")  # what ends so is a body, wherever it is
_LONGEST_IN_LIST = 30
LEVEL = re.compile(r"^(?:市|省|区|县|州|盟|旗|各|国家|自治区|全市|全省|[^\W\d_]{2,3}[市省区县州])(?!级)")
CLAUSE_END = re.compile(r"(?:牵头|负责|配合|落实|参与|参加|协办|协助|实施|分工|指导|监督)[）)。\s]*$")
SENTENCE = re.compile(r"牵头|(?:负责|配合)$|^由[^。\n]*(?:参与|参加|协助|实施|落实|承担)$")


def read_units(text: str, view: str, part: Part) -> Iterator[Unit]:
    """Yield the bodies that the clause at `part` names, each label's with its role."""
    yield from with_shared_endings(LABELS.units(view, part, lambda piece: _segment(text, view, piece)))


def duties(view: str, part: Part) -> Part:
    """Return what a sentence that opens with 由 says of duties: 由A牵头，B配合，推广良种 ends at 配合."""
    if not view.startswith("由", part.start, part.end):
        return part
    end = at = part.start
    for comma in [*_COMMA.finditer(view, part.start, part.end), None]:
        stop = comma.start() if comma else part.end
        if CLAUSE_END.search(view, at, stop):
            end = stop
        elif not UNIT.search(view[at:stop]):
            break
        at = comma.end() if comma else stop
    return replace(part, end=end) if end > part.start else part


def _lists_bodies(view: str, start: int, end: int, head: str) -> bool:
    """Tell whether the stretch behind a head is a list of bodies, or points to one."""
    if SAME.match(view, start, end):
        return True
    part = Part(start, end)
    names = [view[n.start : n.end] for n, _ in (_without_verbs(view, p) for p in _pieces(view, part))]
    bodies = [n for n in names if len(n) <= _LONGEST_IN_LIST and UNIT.search(n)]
    if not bodies or len(bodies) * 3 < len(names) * 2:
        return False
    if _GOVERNED.search(head) or _LABEL_JOINS.search(head) or _LABEL_LEADS.search(head):
        return True
    if LEVEL.search(head):  # 市教育局：… quotes a body
        return False
    return any(
        OFFICE.search(n)
        or (LEVEL.search(n) and not _PLACE.search(n))
        or is_known(name_key(n, LANGUAGE, None) or "")
        for n in bodies
    )


def _segment(text: str, view: str, part: Part) -> Iterator[Unit]:
    """Yield the names of one segment; a verb gives its role to the names before it."""
    joining = _JOINING.search(view, part.start, part.end)
    if joining and part.role in (None, RESPONSIBLE) and joining.start() > part.start:
        yield from _segment(text, view, Part(part.start, joining.start(), LEAD))
        yield from _segment(text, view, Part(joining.end(), part.end, JOINT))
        return
    pending: list[Part] = []
    for piece in _pieces(view, part):
        name, verb = _without_verbs(view, piece)
        if not _NOT_NAMES.fullmatch(view, name.start, name.end):
            pending.append(name)
        if verb:
            yield from (_unit(text, p, part.role if part.role in (LEAD, JOINT) else verb) for p in pending)
            pending = []
    yield from (_unit(text, p, part.role or RESPONSIBLE) for p in pending)


def _pieces(view: str, part: Part) -> Iterator[Part]:
    """Yield what stands between separators; `各市、州`, `市、区人民政府` and `区委、政府` are one piece."""
    held: Part | None = None
    for raw in split_outside_brackets(view, part, _SEPARATOR):
        piece = trimmed(view, raw, "。，,；;、：:|*")
        if piece.end == piece.start:
            continue
        if held and _goes_on(view, held, piece):
            held = Part(held.start, piece.end, held.role)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _goes_on(view: str, held: Part, piece: Part) -> bool:
    """Tell whether a piece is more of the name before it."""
    if _GOVERNMENT.match(view, piece.start, piece.end):
        return view[held.end - 1] == "委"
    last = max(held.start, view.rfind("、", held.start, held.end) + 1)
    return bool(
        _LEVELS.fullmatch(view, last, held.end) and _LEVELS_GOING_ON.match(view, piece.start, piece.end)
    )


def _without_verbs(view: str, piece: Part) -> tuple[Part, str | None]:
    """Return the piece without the verbs and fillers at its rims, and the role that the verbs give."""
    role: str | None = None
    end = piece.end
    while view.endswith(_TRAILING, piece.start, end):
        word = next(w for w in _TRAILING if view.endswith(w, piece.start, end))
        end -= len(word)
        given = _VERBS.get(word)
        role = given if given == LEAD or role is None else role
        while end > piece.start and view[end - 1].isspace():
            end -= 1
    if role is None and end < piece.end and not view[end : piece.end].startswith(("按", "各自", "分")):
        end = piece.end  # 社会组织 is a name, not a verb
    rest = _REST.search(view[piece.start : end])
    end = piece.start + rest.start() if rest else end
    start = piece.start
    while before := _BEFORE.match(view[start:end]):
        start += before.end()
    bare = trimmed(view, Part(start, end, piece.role), "，,、；;：:>〉")
    return bare, role or _role_in_brackets(view, end)


def _role_in_brackets(view: str, end: int) -> str | None:
    """Return the role that brackets right behind a name give it: 市科技局（牵头）."""
    match = _OWN_ROLE.search(view, max(0, end - 8), end)
    return (LEAD if match["lead"] else JOINT) if match else None


def _unit(text: str, part: Part, role: str) -> Unit:
    name = "".join(text[part.start : part.end].split())
    return Unit(_OWN_ROLE.sub("", name)[:LONGEST_NAME], role, Span(part.start, part.end))


LABELS = Labels(
    known=_KNOWN,
    head=_HEAD,
    aside=_ASIDE,
    leads=_LABEL_LEADS,
    joins=_LABEL_JOINS,
    both=_LABEL_FOR_BOTH,
    list_end=_LIST_END,
    stop=_OTHER_LABEL,
    lists=_lists_bodies,
)
