"""The exported plan as one page that needs nothing else: both languages side by side, quotes, the matrix."""

from __future__ import annotations

import json
import re
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kb.exporting.markdown import amount, both
from kb.exporting.seals import UNSEALED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kb.exporting.tables import Export

Record = dict[str, Any]

SIGNS = {"same": "=", "rounded": "≈", "weaker": "<", "stronger": ">", "differs": "≠"}  # by gravity
ROLES = {"lead": "（牵头 lead）", "joint": "（配合 joint）", "responsible": ""}
LANGUAGES = (("zh", "zh-Hans"), ("en", "en"))
WEB = re.compile(r"https?://", re.IGNORECASE)
HELD = re.compile(r'<script type="application/json" id="plan">(.*?)</script>', re.DOTALL)


def as_html(export: Export) -> str:
    """Return the page; it holds the whole plan as JSON, too."""
    style = files("kb.exporting").joinpath("report.css").read_text(encoding="utf-8")
    title = escape(both(export["plan"]["title"]))
    body = "\n".join(
        line for part in (_head, _targets, _matrix, _tasks, _products, _sources) for line in part(export)
    )
    held = json.dumps(export, ensure_ascii=False).replace("<", "\\u003c")
    return (
        f'<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="seal" content="{UNSEALED}">\n'
        f"<style>\n{style}</style>\n</head>\n"
        f'<body>\n{body}\n<script type="application/json" id="plan">{held}</script>\n</body>\n</html>\n'
    )


def from_html(page: str) -> str:
    """Return the plan that such a page holds as JSON; raises ValueError where it holds none."""
    found = HELD.search(page)
    if not found:
        raise ValueError("the page holds no plan")
    return found[1]


def _head(export: Export) -> Iterator[str]:
    plan = export["plan"]
    yield f"<h1>{_lines(plan['title'])}</h1>"
    facts = (
        ("发布机关 issuer", plan["issuer"]),
        ("文号 number", plan["document_number"]),
        ("发布 issued", plan["issued"]),
        ("截至 as of", (export["as_of"] or "")[:10]),
        ("指纹 fingerprint", export["fingerprint"]),
    )
    told = " · ".join(f"{name}: {escape(str(value))}" for name, value in facts if value)
    yield f'<p class="facts">{told}</p>'


def _lines(name: Mapping[str, str | None]) -> str:
    """Return a name in one language, with the other in small letters below it."""
    first, *rest = [
        f'<span lang="{tag}">{escape(name[key] or "")}</span>' for key, tag in LANGUAGES if name[key]
    ]
    return first + "".join(f"<small>{text}</small>" for text in rest)


def _targets(export: Export) -> Iterator[str]:
    quotes = {_key(f): f["quote"] for f in export["figures"]}
    titles = _titles(export)
    yield "<h2>目标 Targets</h2>"
    yield from _table(
        ("目标", "Target", "数值 Value", "期限 By", "原文 Quotes"),
        (
            (
                _cell(t["label"]["zh"]),
                _cell(t["label"]["en"]),
                f'<td class="value" id="{t["id"]}">{escape(amount(t))}</td>',
                _cell(t["deadline"]),
                f"<td>{_quotes([quotes[s['document'], s['figure']] for s in t['statements']], titles)}</td>",
            )
            for t in export["targets"]
        ),
    )


def _key(figure: Record) -> tuple[str, str]:
    return figure["quote"]["document"], figure["id"]


def _titles(export: Export) -> dict[str, str]:
    return {d["id"]: d["title"] or d["source"] for d in export["documents"]}


def _quotes(quotes: Iterable[Record], titles: Mapping[str, str]) -> str:
    """Return quotes that open on a click, each with the title of its source."""
    told = []
    for quote in quotes:
        source = escape(titles.get(quote["document"], quote["document"]))
        told.append(f"<blockquote>{escape(quote['text'])}<br><cite>{source}</cite></blockquote>")
    return f"<details><summary>{len(told)}</summary>{''.join(told)}</details>" if told else ""


def _matrix(export: Export) -> Iterator[str]:
    """Yield the matrix of targets and sources; a cell shows the gravest verdict, its quote on hovering."""
    documents = export["documents"]
    figures = {_key(f): f["quote"]["text"] for f in export["figures"]}
    yield "<h2>对照 Who says what</h2>"
    signs = "; ".join(f"{escape(sign)} {verdict}" for verdict, sign in SIGNS.items())
    yield f'<p class="facts">{signs}</p><div class="wide matrix">'
    heads = [f'<a href="#{d["id"]}">{n}</a>' for n, d in enumerate(documents, 1)]
    yield from _table(
        ("目标 Target", *heads),
        (
            (_cell(both(t["label"])), *(_said(t["statements"], d["id"], figures) for d in documents))
            for t in export["targets"]
        ),
        escaped=True,
    )
    yield "</div>"


def _said(statements: Iterable[Record], document: str, figures: Mapping[tuple[str, str], str]) -> str:
    said = [s for s in statements if s["document"] == document]
    if not said:
        return "<td></td>"
    worst = max(said, key=lambda s: list(SIGNS).index(s["verdict"]))
    text = escape(figures[document, worst["figure"]], quote=True)
    return f'<td class="{worst["verdict"]}" title="{text}">{escape(SIGNS[worst["verdict"]])}</td>'


def _tasks(export: Export) -> Iterator[str]:
    names = {o["id"]: both(o["name"]) for o in export["organisations"]}
    tasks = {t["id"]: t for t in export["tasks"]}
    if tasks:
        yield "<h2>任务 Tasks</h2>"
    for section in export["sections"]:
        yield f"<h3>{escape(str(section['number']))} {escape(both(section['title']))}</h3>"
        for task in (tasks[identity] for identity in section["tasks"]):
            yield f'<div class="pair" id="{task["id"]}">'
            for key, tag in LANGUAGES:
                title, text = task["title"][key] or "", task["text"][key] or ""
                number = f"{escape(str(task['number']))}. " if title else ""
                yield f'<div lang="{tag}"><b>{number}{escape(title)}</b><p>{escape(text)}</p></div>'
            bodies = "; ".join(names[r["organisation"]] + ROLES[r["role"]] for r in task["responsible"])
            yield f'</div><p class="bodies">{escape(bodies)}</p>'


def _products(export: Export) -> Iterator[str]:
    if not export["products"]:
        return
    yield "<h2>产品 Products</h2>"
    yield from _table(
        ("", "产品", "Product", "包括 Items"),
        (
            (_cell(p["number"]), _cell(p["name"]["zh"]), _cell(p["name"]["en"]), _cell("; ".join(p["items"])))
            for p in export["products"]
        ),
    )


def _sources(export: Export) -> Iterator[str]:
    yield "<h2>来源 Sources</h2><ol>"
    for d in export["documents"]:
        address = d["url"] or d["original_url"] or ""
        title = escape(d["title"] or d["source"])
        if WEB.match(address):  # nothing else becomes a link: an address comes out of a strange page
            title = f'<a href="{escape(address, quote=True)}" rel="noreferrer">{title}</a>'
        facts = [d["publisher"], (d["published"] or "")[:10], d["kind"], *(p["kind"] for p in d["parents"])]
        told = " · ".join(escape(fact) for fact in facts if fact)
        yield f'<li id="{d["id"]}">{title} <span class="facts">{told}</span></li>'
    yield "</ol>"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]], *, escaped: bool = False) -> Iterator[str]:
    """Yield a table of cells that are already HTML; so are the heads, if they say so."""
    yield "<table><thead><tr>"
    yield "".join(f"<th>{head if escaped else escape(head)}</th>" for head in heads)
    yield "</tr></thead><tbody>"
    for row in rows:
        yield f"<tr>{''.join(row)}</tr>"
    yield "</tbody></table>"


def _cell(text: Any) -> str:
    return f"<td>{escape(str(text or ''))}</td>"
