"""What the name of a body says: whose it is (place), whether the party's, and what it is for (field).

`市科委`, `上海市科学技术委员会` and `Municipal Commission of Science and Technology` in a plan of Shanghai
all say 上海 and Science and Technology. What kind of body it calls itself (Commission, Bureau, Office) varies
from city to city and tells little, so it is left out where the field is known. Where it is not, the name
itself is the key.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ingest.script import to_simplified
from kb.organisations.places import NATION, by_latin_name, places, romanise

if TYPE_CHECKING:
    from collections.abc import Iterable

UNKNOWN = "?"  # a local body in a document whose place is not known
GOVERNMENT = "government"
_ZH_LEVEL = re.compile(
    r"^(?:本|我|全|各)?(?P<level>市|省|自治区|地区|盟|区|县|州)(?!场|政(?![府务])|容|民(?![政族宗营])|域|直)(?:级)?"
)
_ZH_SUFFIX = re.compile(r"^(?:省|市|自治区|特别行政区|自治州|地区|州|盟)(?!场|政|容|委)")
_ZH_NATION = re.compile(
    r"^(?:国家|中国(?=人民银行|证|银|气象|民|地震|科|工程院|红十字|残|文联|贸促|共青团)|中华人民共和国|国务院|全国|中央(?=[^\W\d_]{2,}[办部委]))"
)
_ZH_DISTRICT = re.compile(
    r"^(?P<name>[^\W\d_]{2,4}?)(?P<kind>新区|自治县|(?<![片园发新验作务技])区|县|市(?![容场政民域直]))(?=人民政府|政府|管委会|委|$|[^\W\d_]{1,12}[委局办部]$)"
)
_ZONES = frozenset({"开发", "高新", "自贸", "保税", "经开", "综保", "经济开发", "技术开发"})
# Zones and what runs them are named in full or in short.
_ZH_SHORT = (
    *(("管理委员会", "管委会"), ("经济技术开发区", "经开区"), ("高新技术产业开发区", "高新区")),
    *(("综合保税区", "综保区"), ("自由贸易试验区", "自贸区"), ("科技园区", "")),
)
# 团市委, 共青团上海市委: the league of a city, not its Party committee.
_ZH_LEAGUE = re.compile(r"^(?:中国)?(?:共青团|团(?=[省市区县州]委$))(?P<place>.*?)(?:委(?:员会)?)?$")
_ZH_PEOPLES = re.compile(
    r"(?:联|联合会|工会|共青团|协会?|红十字会|贸促会|促进委员会|证监会|科学院|工程院|馆|[总支]队|中心)$"
)
_ZH_KIND = re.compile(
    r"(?:委员会|总局|办公厅|办公室|委|局|厅|部|办|总署|署|(?:行政)?(?:主管|管理|监管)?部门)$"
)
_ZH_NATIONAL_KIND = re.compile(r"(?:总局|总署)$")
_ZH_PARTY = re.compile(
    r"^(?:中共)?(?:中央|省|市|区|县|州|自治区)?(?:党)?委(?=[^员办会]{2}|办|员会[^）]|网|编)(?:员会)?"
)
_ZH_GOVERNMENT = re.compile(r"^(?:人民)?政府$|^$")
_ZH_JOINTS = re.compile(r"[和与及、\s]")
_NO_MINISTRY = re.compile(r"(?:组织|宣传|统战|统一战线|武装|工作|干)部$")
_EN_CENTRAL = re.compile(r"\b(?:of\ the\ )?(?:CPC|Party)\sCentral\sCommittee\b|\bCentral\sCommittee\sof\s.*")
_EN_PARTY = re.compile(
    r"\b(?:of\ the\ )?(?:CPC|Party)\s(?:\w+\s){0,2}?Committee\b"
    r"|\b(?:of\ the\ )?\w+\s(?:Party|CPC)\sCommittee\b"
)
_EN_KINDS = frozenset(
    "commission bureau department office administration ministry committee agency authority general service"
    " corps".split()
)
_EN_OTHER_KINDS = frozenset(
    "customs bank federation league association society archives academy unions council".split()
)
_EN_SMALL = frozenset("the of for and on in affairs s &".split())
_EN_WEAK = frozenset("administration supervision management regulation".split())
_EN_DISTRICT = re.compile(r"^(?P<name>[A-Z][a-z'’]+)\s(?:New\sArea|District|County|City)\b")
_EN_GOVERNMENT = re.compile(r"\bGovernments?$|^(?:New Area|District|County|City)$")
_EN_LEVELS = re.compile(
    r"\b(?:Municipal(?:ity)?|City)\b|\b(?P<province>Provinc(?:e|ial))\b|\bAutonomous\sRegion\b"
)
_EN_NATION = re.compile(
    r"(?:China\s(?=National))?(?:National|State(?!-)(?:\sGeneral)?|China(?!\s(?:Mobile|Unicom|Telecom))|Chinese"
    r"|General(?=\sAdministration)|Ministry|All-China|Communist(?=\sYouth\sLeague\sof\sChina))\b"
)
_EN_OF_NATION = re.compile(r"\sof\s(?:the\s)?(?:State\sCouncil|China|People's\sRepublic\sof\sChina)$")
# All districts of a city at once: 各区人民政府, district people's governments.
_ZH_EACH = re.compile(r"各(?P<units>[市区县州旗、（）()]+)(?:人民)?(?:政府)?$")
_EN_EACH = re.compile(
    r"(?=(?:all|each|every)\b|.*governments(?:$|\sof\s(?:all|each|every)\b))"
    r"(?:(?:people's\s)?governments\sof\s)?(?:(?:the|all|each|every)\s)*"
    r"(?P<units>(?:(?:district|county|counties|city|cities|municipal|prefectur\w{1,6})s?(?:,\s|\sand\s|\s)?){1,5})"
    r"(?:people's\s?)?(?:governments?)?$",
    re.IGNORECASE,
)
_EACH = {"区": "district", "县": "county", "市": "city", "州": "prefecture", "旗": "banner"}
_EACH_EN = {
    "distr": "district",
    "count": "county",
    "citie": "city",
    "city": "city",
    "munic": "city",
    "prefe": "prefecture",
}
_ACRONYMS = {
    "NMPA": "National Medical Products Administration",
    "NDRC": "National Development and Reform Commission",
    "MIIT": "Ministry of Industry and Information Technology",
    "MOST": "Ministry of Science and Technology",
    "MOF": "Ministry of Finance",
    "MOFCOM": "Ministry of Commerce",
    "NHC": "National Health Commission",
    "NHSA": "National Healthcare Security Administration",
    "SAMR": "State Administration for Market Regulation",
    "SASAC": "State-owned Assets Supervision and Administration Commission",
    "CNIPA": "National Intellectual Property Administration",
    "MEE": "Ministry of Ecology and Environment",
    "MOT": "Ministry of Transport",
    "NEA": "National Energy Administration",
    "MARA": "Ministry of Agriculture and Rural Affairs",
    "MOHURD": "Ministry of Housing and Urban-Rural Development",
    "MOE": "Ministry of Education",
}


@cache
def _fields() -> tuple[dict[str, str], dict[frozenset[str], str]]:
    """Return the fields by their Chinese forms, and by the words of their English forms."""
    chinese: dict[str, str] = {}
    english: dict[frozenset[str], str] = {}
    for line in files("kb.organisations").joinpath("fields.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        zh, en = line.split("\t")
        canonical = en.split("|")[0]
        for form in zh.split("|"):
            chinese.setdefault(form, canonical)
        for form in en.split("|"):
            english.setdefault(_bag(form), canonical)
    return chinese, english


def is_known(key: str) -> bool:
    """Tell whether a key says what the body is for, and is not only its name."""
    field = key.partition(":")[2].removeprefix("party:")
    return field == GOVERNMENT or field.startswith("each ") or field in _fields()[0].values()


def name_key(name: str, language: str, locality: str | None) -> str | None:
    """Return the key that all names of one body share, None where there is no name.

    A local body in a document of no known place has a key that begins with `UNKNOWN`.
    """
    name = re.sub(r"\s*[（(][^（）()]*[)）]\s*$", "", name.strip()).strip()
    if not name:
        return None
    return _chinese_key(to_simplified(name), locality) if language == "zh" else _english_key(name, locality)


def _each(units: Iterable[str], locality: str | None) -> str:
    return f"{locality or UNKNOWN}:each {' '.join(sorted(set(units)))}"


def _chinese_key(name: str, locality: str | None) -> str:
    name = re.sub(r"^中共(?=[^\W\d_]{2,8}委)", "", re.sub(r"\s", "", name))
    if league := _ZH_LEAGUE.match(name):
        name = f"{league['place']}共青团"
    if each := _ZH_EACH.match(name):
        return _each((_EACH[c] for c in each["units"] if c in _EACH), locality)
    place, rest = _chinese_place(re.sub(r"\s", "", name), locality)
    party = _ZH_PARTY.match(rest)
    if party:
        rest = rest[party.end() :] or "委员会"
    rest = re.sub(r"^(?:人民)?政府(?=.)", "", rest)  # 市政府外办 is 市外办
    if _ZH_GOVERNMENT.match(rest):
        return f"{place}:{GOVERNMENT}"
    field = _chinese_field(rest)
    bare = place == (locality or UNKNOWN) and rest == name
    ministry = rest.endswith("部") and not _NO_MINISTRY.search(rest)
    if field and bare and (ministry or _ZH_NATIONAL_KIND.search(rest)):
        place = NATION
    side = "party:" if party and place != NATION else ""
    if not field:
        for full, short in _ZH_SHORT:
            rest = rest.replace(full, short)
    return f"{place}:{side}{field or rest}"


def _chinese_place(name: str, locality: str | None) -> tuple[str, str]:
    """Return the place a name belongs to, and the rest of it."""
    if match := _ZH_NATION.match(name):
        return NATION, name[match.end() :] or name
    place, rest = locality or UNKNOWN, name
    known = next((name[:size] for size in (5, 4, 3, 2) if name[:size] in places()), None)
    if known:
        place = known
        rest = re.sub(
            r"^(?:省|市|自治区|特别行政区|自治州|地区|州|盟)(?!场|政|容|委)", "", name[len(known) :]
        )
        rest = re.sub(r"^[省市](?=委)", "", rest)
    elif level := _ZH_LEVEL.match(name):
        place, rest = _at_level(level["level"], locality), name[level.end() :]
        if name.startswith("各"):
            return place, name
    district = _ZH_DISTRICT.match(rest)
    if district and district["name"] not in _ZONES:
        return f"{place}/{romanise(district['name'])}", rest[district.end() :]
    return place, rest


def _at_level(level: str, locality: str | None) -> str:
    """Return the place that "the city" or "the province" is in a document of this locality."""
    if locality is None or locality == NATION:
        return UNKNOWN + level
    known = places().get(locality)
    above = known.province if known else ""
    provincial = known is not None and known.kind in {"省", "自治区"}
    if level in {"省", "自治区"} and (above or provincial):
        return above or locality
    return locality if level in {"市", "地区", "盟"} and not provincial else f"{locality}/{level}"


def _chinese_field(rest: str) -> str | None:
    """Return the field of a body such as 科学技术委员会 or 经信委, None where it has none of the table."""
    chinese, _ = _fields()
    kind = _ZH_KIND.search(rest)
    core = _ZH_JOINTS.sub("", rest[: kind.start()] if kind else rest)
    if len(core) == 1 and not (kind and kind[0] in {"委", "委员会", "办"}):
        return None
    if not kind and core not in {"海关", "人民银行"} and not _ZH_PEOPLES.search(core):
        return None
    inner = _ZH_KIND.sub("", core) if kind else core  # 金融委员会办公室
    for form in (
        _ZH_JOINTS.sub("", rest),
        core,
        inner,
        re.sub(r"(?:监督管理|管理|监管|工作|事务|行政)$", "", core),
        rest.removesuffix("部门"),
    ):
        if form in chinese:
            return chinese[form]
    return None


def _english_key(name: str, locality: str | None) -> str:
    if name in _ACRONYMS:
        name, locality = _ACRONYMS[name], NATION
    name = " ".join(re.sub(r"^(?:the\s+)+", "", name, flags=re.IGNORECASE).replace("’", "'").split())
    if each := _EN_EACH.match(name):
        words = re.findall(r"[a-z]+", each["units"].lower())
        return _each((_EACH_EN[w[:5]] for w in words if w[:5] in _EACH_EN), locality)
    if central := _EN_CENTRAL.search(name):
        rest = f"{name[: central.start()]} {name[central.end() :]}".strip()
        return f"{NATION}:{_english_field(rest) or ' '.join(sorted(_bag(rest)))}"
    place, rest = _english_place(name, locality)
    party = _EN_PARTY.search(rest)
    side = ""
    if party:
        rest, side = f"{rest[: party.start()]} {rest[party.end() :]}".strip(), "party:"
    if _EN_GOVERNMENT.search(rest):
        return f"{place}:{GOVERNMENT}"
    field = _english_field(rest)
    return f"{place}:{side}{field or ' '.join(sorted(_bag(rest)))}"


def _english_place(name: str, locality: str | None) -> tuple[str, str]:
    """Return the place a name belongs to, and the rest of it."""
    by_latin = by_latin_name()
    level = _EN_LEVELS.search(name)
    if not level and (nation := _EN_NATION.match(name)):
        return NATION, _EN_OF_NATION.sub(
            "", name if nation[0] == "Ministry" else name[nation.end() :].strip()
        )
    if of_nation := _EN_OF_NATION.search(name):
        return NATION, name[: of_nation.start()]
    district = _EN_DISTRICT.match(name)
    if district and district["name"] not in by_latin:
        outer, inner = locality or UNKNOWN, district["name"].replace("'", "")
        return f"{outer}/{inner}", name[len(district["name"]) :].strip()
    words = name.split()
    known = next(
        (
            latin
            for size in (2, 1)
            for at in range(len(words))
            if (latin := " ".join(words[at : at + size])) in by_latin
        ),
        None,
    )
    if known:
        place = _city(known, locality)
        rest = re.sub(rf"(?:\bof\s)?\b{re.escape(known)}\b(?:'s)?", "", name)
    else:
        place = _at_level("省" if level["province"] else "市", locality) if level else locality or UNKNOWN
        rest = name
    return place, " ".join(_EN_LEVELS.sub("", rest).split())


def _city(latin: str, locality: str | None) -> str:
    """Return which city of this name a document of this place means, the name itself where that is open."""
    cities = by_latin_name()[latin]
    near = [c for c in cities if locality in (c, places()[c].province)]
    return near[0] if near else cities[0] if len(cities) == 1 else latin


def _english_field(rest: str) -> str | None:
    words = _bag(rest)
    _, english = _fields()
    kinds = {w for w in re.findall(r"[a-z]+", rest.lower()) if w in _EN_KINDS}
    if not kinds and not words & _EN_OTHER_KINDS:
        return None
    core = words - _EN_KINDS
    return english.get(words) or english.get(core) or english.get(core - _EN_WEAK)


def _bag(words: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"[\w-]+", words.lower()) if w not in _EN_SMALL)
