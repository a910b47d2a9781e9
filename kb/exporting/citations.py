"""The sources of a plan as citations: BibTeX, CSL-JSON, GB/T 7714 and APA."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from kb.exporting.seals import stamp

if TYPE_CHECKING:
    from kb.exporting.tables import Export

Document = dict[str, Any]

MONTHS = (
    "January February March April May June July August September October November December"
).split()  # fmt: skip
_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
_ESCAPED = {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}
OFFICIAL = frozenset({"plan", "official"})


def as_bibtex(export: Export) -> str:
    """Return an entry for each source; its key is the document's id."""
    entries = (_entry(export, document) for document in export["documents"])
    return "\n".join([f"@comment{{policykb: {stamp(export)}}}\n", *entries])


def _entry(export: Export, document: Document) -> str:
    fields = {
        "title": _title(document),
        "author": document["publisher"],
        "date": _day(document),
        "url": _address(document),
        "urldate": _seen(export) if _address(document) else None,
        "langid": {"zh": "chinese", "en": "english"}.get(document["language"]),
    }
    braces = {"title", "author"}  # a second pair keeps capitals and the names of bodies as they are
    lines = [
        f"  {name} = {{{{{_tex(text)}}}}}," if name in braces else f"  {name} = {{{text}}},"
        for name, text in fields.items()
        if text
    ]
    kind = "report" if document["kind"] in OFFICIAL else "online"
    return "\n".join([f"@{kind}{{{document['id']},", *lines, "}"]) + "\n"


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPED.get(found[0], "\\" + found[0]), text)


def as_csl(export: Export) -> str:
    """Return the sources as CSL-JSON, for Zotero, Pandoc and the like."""
    items = [_item(export, document) for document in export["documents"]]
    for item in items[:1]:  # the form is a list of sources and has no head
        item["custom"] = {"policykb": stamp(export)}
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(export: Export, document: Document) -> dict[str, Any]:
    day, address, publisher = _day(document), _address(document), document["publisher"]
    item = {
        "id": document["id"],
        "type": "report" if document["kind"] in OFFICIAL else "webpage",
        "title": _title(document),
        "author": [{"literal": publisher}] if publisher else None,
        "issued": _parts(day) if day else None,
        "URL": address,
        "accessed": _parts(_seen(export)) if address else None,
        "number": document["number"],
        "language": document["language"],
    }
    return {name: value for name, value in item.items() if value}


def _parts(day: str) -> dict[str, Any]:
    return {"date-parts": [[int(part) for part in day.split("-")]]}


def as_gbt7714(export: Export) -> str:
    """Return a numbered list of references after GB/T 7714—2015."""
    lines = [_reference(export, document) for document in export["documents"]]
    return "".join(f"[{n}] {line}\n" for n, line in enumerate(lines, 1))


def _reference(export: Export, document: Document) -> str:
    address, day = _address(document), _day(document)
    kind = "R" if document["kind"] in OFFICIAL else "N"
    carrier = "/OL" if address else ""
    who = f"{document['publisher']}. " if document["publisher"] else ""
    when = f"({day})" if day else ""
    seen = f"[{_seen(export)}]" if address else ""
    dates = f". {when}{seen}" if when or seen else ""
    return f"{who}{_title(document)}[{kind}{carrier}]{dates}." + (f" {address}." if address else "")


def as_apa(export: Export) -> str:
    """Return the sources as references after APA, sorted as that list is."""
    return "".join(f"{line}\n" for line in sorted(map(_apa, export["documents"])))


def _apa(document: Document) -> str:
    day = f"({_spelled(_day(document))})"
    who = document["publisher"]
    head = f"{who}. {day}. {_title(document)}." if who else f"{_title(document)}. {day}."
    return f"{head} {_address(document)}" if _address(document) else head


def _spelled(day: str | None) -> str:
    """Write a day as APA does: 2025, September 29; as much of it as is known."""
    if not day:
        return "n.d."
    year, *rest = day.split("-")
    if not rest:
        return year
    month, *days = map(int, rest)
    return " ".join([f"{year},", MONTHS[month - 1], *map(str, days)])


def _title(document: Document) -> str:
    return str(document["title"] or document["source"])


def _day(document: Document) -> str | None:
    """Return the day of publication without the hour."""
    published: str | None = document["published"]
    return published[:10] if published else None


def _address(document: Document) -> str | None:
    found: str | None = document["url"] or document["original_url"]
    return found


def _seen(export: Export) -> str:
    """Return the day when a source was last looked at here: that of the export."""
    generated: str = export["generated"]
    return generated[:10]
