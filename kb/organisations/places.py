"""The place a plan or a body belongs to: provinces, cities, and the country as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ingest.script import to_simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

NATION = "国家"
SUFFIXES = "省|市|自治区|特别行政区|自治州|自治县|地区|盟|州|新区|区|县|旗"
# Districts and counties whose characters are read otherwise than in other words.
_READINGS = {
    "闵行": "Minhang",
    "番禺": "Panyu",
    "乐清": "Yueqing",
    "六合": "Luhe",
    "单": "Shan",
    "浚": "Xun",
    "蔚": "Yu",
    "尉犁": "Yuli",
    "洪洞": "Hongtong",
    "什邡": "Shifang",
    "长子": "Zhangzi",
}
# Characters that are read so in nearly all names of places: 长宁, 新都, 朝阳.
_IN_PLACES = {"长": "chang", "都": "du", "朝": "chao", "郫": "pi"}
# Words that are a place only with its suffix: 日照时间, 中山大学, 白银价格.
_WORDS = frozenset("日照 白银 大同 中山 安康 和田 大理 三明 德州 中卫 红河 海西 黄南 文山 固原 河源".split())
_NATIONAL_ZH = (
    r"国务院|中共中央|全国|国家[^\n，。]{2,12}[委局部院署会]|[^\n，。、《》]{2,12}部(?:办公厅)?(?=关于|等)"
)
_NATIONAL_EN = (
    r"State\ (?:Council|Administration)|Central\ Committee|Ministry\ of"
    r"|National\ [A-Z]|the\ Ministry|nationwide"
)
# A place that the table does not know, with its suffix, where a name or a sentence begins.
_OTHER_ZH = r"""(?:^|(?<=[《“"\s，。]))
    (?![在为以其每与及等从到按]|所[有在]|相关|有关|建[成立设]|培育|入住|根据|居民|加快|方便|[近今]年|设立|成立|组建|推行|度假|历史|是否
        |记者|自治|社区|一[个线类])
    (?P<other>[^\W\d_a-zA-Z全本各我该城都超大小园社街地景片灾特保高新示试开老聚能心务作验护校院库郊辖厂矿税集业产对贫困脱范由向]{2,3}?)
    (?:市|县|自治州|自治县|新区|区|旗)(?![场区化])"""
ROMANISED = 4096  # names whose Latin letters are remembered: passages name the same districts again and again
_DISTRICT = re.compile(r"(?<=[\u4e00-\u9fff]{2})[市县区旗镇]")
_OTHER_EN = r"""\b(?P<before>[A-Z][a-z]+(?:'[a-z]+)?)
    \ (?:Municipal(?:ity)?|City|Province|Provincial|Prefecture|County|District)\b"""
# "Spring City" and "Host City" tell of a city, and are no names.
_NO_PLACE = frozenset(
    "The This Each Every Our All And New Of Smart Inner Key Spring Host Capital Garden Port".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """A province or city: its short name, what it is, the province it lies in, its names in Latin letters."""

    name: str
    kind: str
    province: str
    romanised: tuple[str, ...]


@cache
def places() -> dict[str, Place]:
    """Return the table of places by their short Chinese names."""
    lines = files("kb.organisations").joinpath("places.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {
        name: Place(name, kind, province, tuple(latin.split("|"))) for name, kind, province, latin in rows
    }


@cache
def by_latin_name() -> dict[str, tuple[str, ...]]:
    """Return the Chinese short names by those in Latin letters; Suzhou is 苏州 and 宿州."""
    found: dict[str, tuple[str, ...]] = {}
    for place in places().values():
        for latin in place.romanised:
            found[latin] = (*found.get(latin, ()), place.name)
    return found


def meant(place: str) -> frozenset[str]:
    """Return the places that a name may stand for: itself, or all cities that are called so in English."""
    return frozenset(by_latin_name().get(place, (place,)))


def told_apart(latin: str, context: str) -> str:
    """Return which city a name in Latin letters means by what is said around it, else the name as it is.

    Its province beside it counts most ("Suzhou, Anhui"), then its own name or its province's anywhere.
    """
    cities = [places()[name] for name in by_latin_name().get(latin, ())]
    if len(cities) < 2:
        return cities[0].name if cities else latin
    context = to_simplified(context)
    beside = [c for c in cities if _beside(latin, c.province).search(context)]
    around = [c for c in cities if any(word in context for word in (c.name, c.province, *_latin(c.province)))]
    told = beside if len(beside) == 1 else around
    return told[0].name if len(told) == 1 else latin


def _latin(province: str) -> tuple[str, ...]:
    return places()[province].romanised if province in places() else ()


@cache
def _beside(latin: str, province: str) -> re.Pattern[str]:
    """Return what finds a city beside its province: "Suzhou City, Anhui Province", "Anhui's Suzhou"."""
    of = "|".join(map(re.escape, (province, *_latin(province))))
    between = r"(?:['’]s)?(?:\ (?:City|Municipality|Municipal|Province|Provincial))?(?:,|\ in)?\ ?"
    return re.compile(rf"(?:{of}){between}{latin}|{latin}{between}(?:{of})")


@cache
def _pattern() -> re.Pattern[str]:
    chinese = "|".join(
        re.escape(name) + (f"(?={SUFFIXES})" if name in _WORDS else "")
        for name in sorted(places(), key=len, reverse=True)
    )
    latin = "|".join(re.escape(name) for name in sorted(by_latin_name(), key=len, reverse=True))
    # One look at a character spares hundreds of names that do not begin with it.
    first_zh, first_en = ("".join({name[0] for name in names}) for names in (places(), by_latin_name()))
    return re.compile(
        rf"(?P<zh>(?=[{first_zh}])(?:{chinese}))(?!大学|路|街道)"
        rf"|\b(?P<en>(?=[{first_en}])(?:{latin}))\b(?!\ (?:Road|Street|University|River))"
        rf"|(?P<nation>{_NATIONAL_ZH}|{_NATIONAL_EN})|{_OTHER_ZH}|{_OTHER_EN}",
        re.VERBOSE,
    )


def place_of(text: str, context: str | None = None) -> str | None:
    """Return the place that a title or an opening names first: "上海", "江苏", "国家" for all, or None.

    Of a province and its city the city is meant. A place outside the table is named in Latin letters, so that
    it is the same in both languages. Of cities of one name (Suzhou) the one that the text speaks of is meant.
    Where it does not tell, it is the first of the table; where a `context` was given that does not tell,
    none for sure: the name stays as it is, and `meant` has those it may be.
    """
    return place_in(to_simplified(text), context)


def place_in(view: str, context: str | None = None) -> str | None:
    """Return the same for a text in simplified characters."""
    for match in _pattern().finditer(view):
        if found := _named(match, view, context):
            return _narrowed(found, view, match.end())
    return None


def mentions(view: str) -> Iterator[tuple[str, int, int]]:
    """Yield the places that a text in simplified characters names and where; of "江苏苏州" the city."""
    for match in _pattern().finditer(view):
        found = _named(match, view, None)
        if found and _narrowed(found, view, match.end()) == found:
            yield found, match.start(), match.end()


def has_district(view: str, latin: str) -> bool:
    """Whether a text in simplified characters names a district by its name in Latin letters: 锡山区.

    Longnan is 龙南市 as well, which no table has; 陇南市, which one has, is called by its own name.
    """
    names = (view[max(0, m.start() - size) : m.start()] for m in _DISTRICT.finditer(view) for size in (2, 3))
    return any(name.isalpha() and name not in places() and romanise(name) == latin for name in names)


def _named(match: re.Match[str], text: str, context: str | None) -> str | None:
    """Return the place a match stands for, None where it is only a word before "City"."""
    if match["zh"]:
        return match["zh"]
    if latin := match["en"]:
        told = told_apart(latin, text if context is None else f"{text}\n{context}")
        return told if context is not None else by_latin_name().get(told, (told,))[0]
    if match["nation"]:
        return NATION
    if match["other"]:
        return romanise(match["other"])
    return None if match["before"] in _NO_PLACE else match["before"]


def _narrowed(found: str, text: str, end: int) -> str:
    """Return the city that follows its province at once ("江苏省苏州市"), else what was found."""
    after = re.compile(rf"(?:{SUFFIXES})?").match(text, end)
    inner = _pattern().match(text, after.end() if after else end)
    city = inner["zh"] if inner else None
    return city if city and places()[city].province == found else found


@lru_cache(maxsize=ROMANISED)
def romanise(name: str) -> str:
    """Return a Chinese place name in Latin letters, as one word."""
    if name in _READINGS:
        return _READINGS[name]
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(name)
    if len(syllables) == len(name):
        syllables = [_IN_PLACES.get(c, read) for c, read in zip(name, syllables, strict=True)]
    # A syllable that begins with a vowel is set off: Jiang'an, Xi'an.
    parts = (f"'{s}" if i and s[:1] in tuple("aoe") else s for i, s in enumerate(syllables))
    return "".join(parts).capitalize()
