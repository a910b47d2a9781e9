"""The classes of products that a plan wants developed, as one document lists them, with the products named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.records import ProductReading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.records import Document, Item

_ANNOUNCING = re.compile(
    r"(?:重点|主要|核心|优先|攻关|主攻)?(?:发展)?(?:产品|产业|品种|装备|赛道)(?:$|方向|体系|目录|清单|类别|领域)"
    r"|重[点點](?:发展|發展)?(?:产品|產品|方向|领域|領域|赛道|賽道)|重[点點].{0,6}[产產]品"
    r"|\b(?:key|priority|main|core|major)\ (?:\w+\ )?(?:products?|fields|areas|sectors|devices|product\ categories)\b",
    re.IGNORECASE,
)
# What stands before a list of products, and what closes it.
_ZH_LEAD = re.compile(
    r"(?:(?:加快|推动|推動|推进|推進|促进|促進|支持|开展|開展|加强|加強|聚焦|围绕|重点|發展|发展|研发|研發|突破|培育|布局|攻关"
    r"|升级|升級|迭代|以及|和|并|提升|做强|做大|前瞻|鼓励|推广|应用|的)+)"
)
_ZH_KINDS = re.compile(
    r"(?P<items>[^，。；;]{2,120}?)等(?P<kind>[^，。；;、]{0,24}?)(?=的?(?:研|迭|升|开|產|产|应|突|发|布|攻|[，。；;]|$))"
)
_EN_LEAD = re.compile(r"\b(?:such as|including|like|for example|e\.g\.,?|namely|covering)\s", re.IGNORECASE)
_EN_END = re.compile(
    r"[.;:]|,?\s\band\s(?:promote|facilitate|advance|accelerate|support|develop|encourage|strengthen|other)\b|,\s(?:as\swell\sas|so\sas)\b"
    r"|\s(?:capable|based|for|to|with|in\sorder)\s(?=[^,]*[.;]|$)",
)
_LONGEST = 60


def read_products(document: Document) -> tuple[ProductReading, ...]:
    """Return the numbered product classes of a document, in order."""
    return tuple(
        ProductReading(
            number=item.ordinal,
            name=" ".join(item.heading.cut(document.text).split()),
            items=tuple(
                dict.fromkeys(_items(document.text[item.heading.end : item.span.end], document.language))
            ),
            language=document.language,
            quote=document.quote(item.span),
        )
        for item in _classes(document)
    )


def _classes(document: Document) -> Iterator[Item]:
    """Yield the items right under a heading that announces products."""
    for item in document.outline:
        if item.parent is None:
            continue
        heading = document.outline[item.parent].heading.cut(document.text)
        if len(heading) < _LONGEST and _ANNOUNCING.search(heading):
            yield item


def _items(text: str, language: str) -> Iterator[str]:
    return _chinese_items(text) if language == "zh" else _english_items(text)


def _chinese_items(text: str) -> Iterator[str]:
    """Yield the names in lists that end with 等: `研发甲、乙和丙等产品`."""
    for clause in re.split(r"[。；;\n]", text):
        for match in _ZH_KINDS.finditer(clause):
            listed = match["items"]
            lead = None
            for lead in _ZH_LEAD.finditer(listed):
                if lead.end() - lead.start() > 1:
                    break
            listed = listed[lead.end() :] if lead and lead.end() - lead.start() > 1 else listed
            yield from (
                name
                for name in map(str.strip, re.split(r"[、，,]|以及|(?<=[\w）)])和(?=[^、]*$)", listed))
                if _is_name(name)
            )


def _english_items(text: str) -> Iterator[str]:
    """Yield the names in lists behind "such as" and "including"."""
    for match in _EN_LEAD.finditer(text):
        end = _EN_END.search(text, match.end())
        listed = text[match.end() : end.start() if end else len(text)]
        for name in re.split(r",\s*(?:and\s+|as well as\s+)?|\s+and\s+", listed):
            bare = re.sub(r"^(?:and|the|a|an|other)\s+", "", name.strip())
            if _is_name(bare):
                yield bare


def _is_name(name: str) -> bool:
    return 1 < len(name) <= 80
