"""The classes of products that a plan wants developed, as one document lists them, with the products named.

The names are found by simple forms of enumeration (`研发甲、乙和丙等产品`, "products such as A, B and C");
what a sentence describes without listing it is left to the quote.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text import Span
from kb.records import ProductReading
from kb.works import identified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.records import Document, Item

_ANNOUNCING = re.compile(
    r"(?:重[点點]|主要|核心|优先|優先|攻关|主攻|[关關][键鍵])(?:[发發]展|培育|攻关)?"
    r"(?:[产產]品|[产產][业業]|品[种種]|[装裝][备備]|[赛賽]道|方向|[领領]域)|[产產]品(?:方向|体系|目录|清单|类别)"
    r"|\b(?:key|priority|main|core|major)\ (?:\w+\ ){0,2}"
    r"(?:products?|fields|areas|sectors|devices|categories|industries)\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60
_LONGEST_NAME = 80
_LINE = re.compile(r"[^\n]+")
_POINT = re.compile(r"[\s\-•·●○■□◆◇▪▲*]+(?P<name>[^：:。.\n]{2,40})[：:].+")

# What stands around an enumeration in a Chinese clause: verbs before it, its kind and its fate behind it.
_ZH_BEFORE = re.compile(
    r"(?:让|使|推动|推进|促进|加快|加速|支持|鼓励|开展|加强|聚焦|围绕|重点|发展|研发|研制|研究|开发|突破|培育|布局"
    r"|攻关|升级|迭代|提升|更新|改进|探索|做强|做大|做优|前瞻|推广|应用|以及|并|和|及"
    r"|大力|积极|持续|着力|用于[^、，]{2,12}的|[推開研發發展升級])+"
)
_ZH_AS = re.compile(r"以(?P<names>[^，。；]{2,60}?)(?:为代表|为主|为重点|为核心)的.*")
_ZH_BEHIND = re.compile(
    r"(?:等(?P<kind>[^，。；、]{0,24})|(?:的)?(?:尽快|加快|加速|快速|能(?=[够即实自在把将对快准])).{0,30}"
    r"|的?(?:研发|研制|迭代|升级|换代|更新|产业化|规模化|突破|推广|应用|性能|布局|攻关|优化)+)$"
)
_ZH_SPLIT = re.compile(r"、|以及|(?<=[^、]{3})和(?=[^、]{3,}$)")
_ZH_LAST = re.compile(r"(?<=[^、]{2})和(?=[^、和]{2,}$)")  # of names that 、 parts already
_NO_PRODUCTS = re.compile(r"技术|technolog|方法|标准|methods|standards")

_EN_LEAD = re.compile(
    r"(?P<kind>\w+),?\ (?:such\ as|including|like|for\ example|namely)\s"
    r"|\b(?:development|upgrad(?:e|ing)|production|R&D)\s(?:and\s\w+\s)?of\s(?!\w+\sand\s\w+\sof)"
)
# "Develop A, B and C": a list only where it is one of short names.
_EN_ASKED = re.compile(
    r"(?:^|[.;:]\s+)(?:focus(?:ing)?\son|develop|bring\sout|launch|produce|make|build|upgrade|promote)\s"
    r"(?P<names>[^.;:,]+(?:,[^.;:,]+)*,?\sand\s[^.;:,]+|[^.;:,]+\sand\s[^.;:,]+)(?=[.;]|$)",
    re.IGNORECASE,
)
_EN_LONGEST = 4  # words of a name in such a list
_EN_STOP = re.compile(
    r"[.;:]|,?\s(?:and|to)\s(?:promote|facilitate|advance|accelerate|support|develop|encourage|strengthen)\b"
    r"|,?\sas\swell\sas\s|,?\s(?:such\sas|including|like)\s"
)
_EN_QUALIFIER = re.compile(r"\s(?:capable\ of|based\ on|for|with|that|which|used|designed|targeting)\s.*")
_EN_AND = re.compile(r"(?<=[s)])\s+and\s+|(?<=software|quipment)\s+and\s+(?=\w+\s\w)")
_EN_ARTICLE = re.compile(r"^(?:and|the|a|an|other|products?)\s+(?:such\ as\s+)?")


def read_products(document: Document) -> tuple[ProductReading, ...]:
    """Return the product classes of a document, in order: numbered, or the points of a list that has none."""
    readings = [
        _reading(document, item.ordinal, item.heading, item.span)
        for item, heading in _with_headings(document)
        if len(heading) < _LONGEST_HEADING and _ANNOUNCING.search(heading)
    ] or [_reading(document, n, *point) for n, point in enumerate(_points(document.text), start=1)]
    return identified("product", document, readings, lambda product: product.name)


def _reading(document: Document, number: int, heading: Span, span: Span) -> ProductReading:
    find = _chinese_names if document.language == "zh" else _english_names
    return ProductReading(
        number=number,
        name=" ".join(heading.cut(document.text).split()),
        items=tuple(dict.fromkeys(find(document.text[heading.end : span.end]))),
        language=document.language,
        quote=document.quote(span),
    )


def _points(text: str) -> Iterator[tuple[Span, Span]]:
    """Yield name and place of the points of the first list under a line that announces products."""
    announced = listed = False
    for line in _LINE.finditer(text):
        point = _POINT.fullmatch(line[0])
        if point and announced:
            listed = True
            name = Span(line.start() + point.start("name"), line.start() + point.end("name"))
            yield name, Span(name.start, line.end())
        elif listed:
            return
        else:
            announced = len(line[0]) < _LONGEST_HEADING and bool(_ANNOUNCING.search(line[0]))


def _with_headings(document: Document) -> Iterator[tuple[Item, str]]:
    """Yield each item with the heading it stands under: its parent's, or the line before its list."""
    line = ""
    for item in document.outline:
        if item.parent is not None:
            yield item, document.outline[item.parent].heading.cut(document.text)
            continue
        if item.ordinal == 1:
            before = document.text[max(0, item.span.start - 2 * _LONGEST_HEADING) : item.span.start]
            line = before.rstrip().rpartition("\n")[2]
        yield item, line


def _chinese_names(text: str) -> Iterator[str]:
    """Yield the names that the clauses of a text enumerate or have as their only object."""
    clauses = [c for c in re.split(r"[，。；;：:\n]", text) if c.strip()]
    bare = len(clauses) == 1 and "、" in clauses[0]  # 激光器：光纤激光器、超快激光器
    for clause in clauses:
        before = _ZH_BEFORE.match(clause)
        names = clause[before.end() :] if before else clause
        as_such = _ZH_AS.search(names)
        names = as_such["names"] if as_such else names
        behind = _ZH_BEHIND.search(names)
        if not (before or behind or as_such or bare) or (
            behind and _NO_PRODUCTS.search(behind["kind"] or "")
        ):
            continue
        listed = names[: behind.start()] if behind else names
        if "、" in listed:
            listed = _ZH_LAST.sub("、", listed)
        yield from (name for name in map(str.strip, _ZH_SPLIT.split(listed)) if 1 < len(name) <= 30)


def _english_names(text: str) -> Iterator[str]:
    """Yield the names behind "such as", "including" and "development of", and those of short lists."""
    for asked in _EN_ASKED.finditer(text.strip()):
        names = [n.strip() for n in re.split(r",\s*(?:and\s+)?|\s+and\s+", asked["names"])]
        if not _EN_LEAD.search(asked[0]) and all(0 < len(n.split()) <= _EN_LONGEST for n in names):
            yield from (_EN_ARTICLE.sub("", n) for n in names)
    for lead in _EN_LEAD.finditer(text):
        stop = _EN_STOP.search(text, lead.end())
        ends_in_list = stop is not None and stop[0].strip(", ") in {"such as", "including", "like"}
        if _NO_PRODUCTS.search(lead["kind"] or "") or (lead["kind"] is None and ends_in_list):
            continue
        listed = text[lead.end() : stop.start() if stop else len(text)]
        for part in re.split(r",\s*", listed):
            for name in _EN_AND.split(_EN_QUALIFIER.sub("", part)):
                bare = _EN_ARTICLE.sub("", name.strip())
                if 1 < len(bare) <= _LONGEST_NAME:
                    yield bare
